"""What was read is shown: lines of a role, duties of a job, how a gap is closed."""

from uuid import UUID

from contracts.analysis import (
    Bullet,
    Duty,
    FitItem,
    FitReport,
    FitStatus,
    Gap,
    GapKind,
    Metric,
    Ownership,
    ScopeComparison,
)
from gateway.documents import examples
from tests.gateway.client import Browser, a_signed_in_browser
from tests.gateway.life import a_full_life, last
from tests.gateway.test_fit_page import changed


def a_fit(browser: Browser, address: str) -> FitReport:
    report: FitReport = browser.world.things["fit", UUID(last(address))][1].report
    return report


def gaps_on(browser: Browser, address: str) -> str:
    return browser.get(address).text.split('<ol class="gaps">')[1].split("</ol>")[0]


def test_a_role_shows_the_lines_that_were_read_in_it() -> None:
    browser = a_signed_in_browser()

    page = browser.get(a_full_life(browser).resume).text

    role = page.split('<ol class="timeline">')[1].split("</ol>")[0]
    for each in examples.ANALYSIS.roles[0].bullets:
        assert f"?start={each.span.start}&amp;end={each.span.end}#here" in role
        assert each.span.quote in role


def test_a_job_shows_what_one_does_there() -> None:
    browser = a_signed_in_browser()
    job = a_full_life(browser).job
    read = examples.JOB.analysis
    assert read is not None
    span = read.requirements[0].span
    duties = (Duty(id="d1", span=span, competencies=()),)

    changed(browser, "job_description", job, analysis=read.model_copy(update={"duties": duties}))
    page = browser.get(job).text

    told = page.split('<h2 id="duties">')[1].split("</section>")[0]
    assert f"?start={span.start}&amp;end={span.end}#here" in told
    assert span.quote in told


def test_a_gap_of_what_is_not_clear_is_called_so() -> None:
    browser = a_signed_in_browser()
    fit = a_full_life(browser).fit
    report = a_fit(browser, fit)
    asked = next(gap.requirement_id for gap in report.gaps if gap.kind is GapKind.UNPROVEN)
    items = tuple(_unclear(item) if item.requirement.id == asked else item for item in report.items)

    changed(browser, "fit", fit, report=report.model_copy(update={"items": items}))

    assert "Not clear; worth" in gaps_on(browser, fit)
    assert "Named, not proven" not in gaps_on(browser, fit)


def test_a_gap_of_scope_says_which_size_and_how_much() -> None:
    browser = a_signed_in_browser()
    fit = a_full_life(browser).fit
    report = a_fit(browser, fit)
    gap = Gap(requirement_id="q1", kind=GapKind.SCOPE, impact=0.0, close_by=())
    row = ScopeComparison(dimension="people", asked="20", shown="9", is_met=False)

    changed(browser, "fit", fit, report=report.model_copy(update={"gaps": (gap,), "scope": (row,)}))

    assert "At another scale: people led, 20 asked and 9 shown" in gaps_on(browser, fit)


def test_every_way_to_close_a_gap_leads_to_where_it_is_done() -> None:
    browser = a_signed_in_browser()
    life = a_full_life(browser)

    page = browser.get(life.fit).text

    assert f'href="{life.resume}/corrections#roles"' in gaps_on(browser, life.fit)
    assert 'href="/stories"' in gaps_on(browser, life.fit)
    fact = page.split('aria-labelledby="next-fact"')[1].split("</aside>")[0]
    assert f'href="{life.resume}/corrections#roles"' in fact


def test_a_line_of_a_resume_shows_its_numbers_and_whose_deed_it_tells() -> None:
    browser = a_signed_in_browser()
    address = a_full_life(browser).resume
    _, there = browser.world.things["resume", UUID(last(address))]
    span = examples.MOVED
    number = Metric(value=40, unit="services", span=examples.resume_span("40 services"))
    line = Bullet(id="b1", span=span, metrics=(number,), ownership=Ownership.I)
    role = there.analysis.roles[0].model_copy(update={"bullets": (line,)})
    analysis = there.analysis.model_copy(update={"roles": (role,)})

    changed(browser, "resume", address, analysis=analysis)

    page = browser.get(address).text
    assert "Your own deed; in numbers: 40 services" in page


def _unclear(item: FitItem) -> FitItem:
    return item.model_copy(update={"status": FitStatus.UNKNOWN})
