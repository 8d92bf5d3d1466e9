"""What was not read for sure asks its owner to check it, and leads to where that is done."""

from contracts.analysis import Contact, Entry, ResumeAnalysis, Skill, Text, Tier
from contracts.corrections import Corrections, EntryCorrection, OwnEntry
from contracts.documents import ResumeView
from contracts.evidence import Certainty
from gateway.documents.checking import by_place, doubts
from gateway.documents.examples import ANALYSIS, MOVED, RESUME, resume_span
from tests.gateway.client import a_signed_in_browser
from tests.gateway.test_corrections import ROLE, a_resume, send

SURE, LIKELY, GUESS = Certainty.SURE, Certainty.LIKELY, Certainty.GUESS


def text(said: str, certainty: Certainty | None) -> Text:
    return Text(value=said, span=resume_span(said), certainty=certainty)


def a_view(corrections: Corrections | None = None, **changed: object) -> ResumeView:
    analysis = ANALYSIS.model_copy(update={"roles": (), **changed})
    update = {"analysis": analysis, "read": analysis, "corrections": corrections or Corrections()}
    return RESUME.model_copy(update=update)


def study(certainty: Certainty | None, dates: Certainty | None = SURE) -> Entry:
    return Entry(title=text("Harbour Light", certainty), end="2019", dates_certainty=dates)


def told(view: ResumeView) -> list[tuple[str, str, str]]:
    return [(doubt.part, doubt.key, doubt.words) for doubt in doubts(view)]


def test_a_role_that_is_not_sure_asks_in_words_and_leads_to_its_correction() -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)

    page = browser.get(address).text

    link = f'<a class="tag check" href="{address}/corrections/roles/r1">please check: employer'
    assert page.count("please check") == 1
    assert link in page
    assert "(Backend engineer)</span></a>" in page


def test_the_page_of_corrections_lists_it_before_everything_else() -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)

    page = browser.get(f"{address}/corrections").text

    assert page.index('id="check"') < page.index('id="values"')
    assert f'<a href="{address}/corrections/roles/r1">Backend engineer</a>' in page


def test_what_its_owner_corrected_asks_no_more() -> None:
    browser = a_signed_in_browser()
    address = a_resume(browser)

    send(browser, address, "/roles/r1", **ROLE, end="2021", bullets="")

    assert "please check" not in browser.get(address).text
    assert 'id="check"' not in browser.get(f"{address}/corrections").text


def test_guesses_come_first() -> None:
    contact = Contact(name=text("Robin Sample", LIKELY), email=text("robin@example.org", GUESS))

    found = told(a_view(contact=contact, education=(study(GUESS, LIKELY),)))

    assert found == [
        ("values", "email", "a guess, please check"),
        ("education", "e1", "a guess, please check: name, dates"),
        ("values", "name", "please check"),
    ]


def test_an_entry_keeps_its_key_when_one_before_it_is_corrected() -> None:
    given = Corrections(education=(EntryCorrection(of="e1", now=OwnEntry(title="Harbour")),))

    found = told(a_view(given, education=(study(GUESS), study(LIKELY))))

    assert found == [("education", "e2", "please check: name")]


def test_a_value_that_was_corrected_asks_no_more() -> None:
    contact = Contact(name=text("Robin Sample", GUESS))

    assert told(a_view(Corrections(name="Robin A. Sample"), contact=contact)) == []


def test_an_analysis_that_says_nothing_of_it_asks_for_nothing() -> None:
    contact = Contact(name=text("Robin Sample", None))

    assert told(a_view(contact=contact, education=(study(None, None),))) == []


def test_an_implied_skill_asks_by_itself_and_not_at_the_words_that_imply_it() -> None:
    implied = Skill(id="sql", label="SQL", tier=Tier.USED, evidence=(MOVED,), certainty=LIKELY)

    found = doubts(a_view(skills=(implied,)))

    assert [(doubt.part, doubt.said) for doubt in found] == [("skills", "SQL")]
    assert by_place(found) == {}


def test_the_api_says_how_sure_each_reading_is() -> None:
    said = ResumeAnalysis.model_validate_json(ANALYSIS.model_dump_json())

    (role,) = said.roles
    assert role.employer is not None
    assert (role.title.certainty, role.employer.certainty) == (SURE, LIKELY)
    assert role.dates_certainty is SURE
