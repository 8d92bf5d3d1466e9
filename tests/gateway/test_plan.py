"""The page and the API of a plan: why each question, what it covers, and the ways to change it."""

from uuid import UUID

import pytest

from contracts.evidence import Competency
from contracts.interview import InterviewPlan, QuestionKind
from contracts.replanning import (
    MAX_QUESTION_CHARACTERS,
    MAX_QUESTIONS,
    ChangePlan,
    PlanChange,
    PlanEdit,
)
from gateway.interview.planned import coverage, pieces_of
from gateway.words import label
from services.interview.rules.plan.bank import templates
from tests.gateway.client import Browser, a_signed_in_browser, a_signed_in_program
from tests.gateway.life import JOB, RESUME, a_full_life, last
from tests.interview.build import CLAIMS, MUSTS, a_plan


def a_planned(plan: InterviewPlan | None = None) -> tuple[Browser, str]:
    """The page of a whole plan, as the rules make it."""
    browser = a_signed_in_browser()
    path = a_full_life(browser).interview
    person, view = browser.world.things["session", UUID(last(path))]
    view = view.model_copy(update={"plan": plan or a_plan()})
    browser.world.things["session", UUID(last(path))] = (person, view)
    browser.get(path)
    return browser, path


def sent(browser: Browser) -> PlanChange:
    """The last change that reached the service."""
    (*_, command) = (
        call.argument for call in browser.world.calls if isinstance(call.argument, ChangePlan)
    )
    return command.change


def test_every_question_says_why_and_its_quotes_lead_to_where_they_stand() -> None:
    browser, _ = a_planned()

    plan = a_plan()
    assert all(browser.page.count(f'id="question-{n}"') == 1 for n in range(1, 8))
    assert f">{CLAIMS[0]}</a>”" in browser.page
    assert f">{MUSTS[1]}</a>”" in browser.page
    span = next(span for span in plan.quotes if span.quote == MUSTS[1])
    assert f"/job-descriptions/{span.document_id}?start={span.start}&amp;end={span.end}#here" in (
        browser.page
    )


def test_a_quote_in_a_document_that_is_erased_leads_nowhere() -> None:
    plan = a_plan().model_copy(update={"quotes": ()})

    browser, _ = a_planned(plan)

    assert f">{CLAIMS[0]}</a>" not in browser.page
    assert f"“{CLAIMS[0]}”" in browser.page


def test_the_picture_and_its_table_tell_the_same() -> None:
    plan = a_plan()

    covered = coverage(plan)

    assert sum(each.seconds for each in covered) == sum(q.seconds for q in plan.questions)
    places = [stretch.number for each in covered for stretch in each.first]
    assert sorted(places) == list(range(1, len(plan.questions) + 1))
    assert len({each.topic for each in covered}) == len(covered)


def test_a_text_is_cut_at_its_quotes_and_loses_nothing() -> None:
    plan = a_plan()

    for question in plan.questions:
        pieces = pieces_of(plan)(question.because)
        assert "".join(piece.words for piece in pieces) == question.because
        assert all(piece.span.quote == piece.words for piece in pieces if piece.span)


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"do": "swap"}, PlanChange(do=PlanEdit.SWAP, question_id="k1")),
        ({"do": "drop"}, PlanChange(do=PlanEdit.DROP, question_id="k1")),
        ({"do": "move", "place": "2"}, PlanChange(do=PlanEdit.MOVE, question_id="k1", place=2)),
        (
            {"do": "set", "level": "3", "minutes": "4"},
            PlanChange(do=PlanEdit.SET, question_id="k1", level=3, minutes=4),
        ),
        (
            {"do": "write", "text": "What did you alter?", "competency": "change"},
            PlanChange(
                do=PlanEdit.WRITE,
                question_id="k1",
                text="What did you alter?",
                competency=Competency.CHANGE,
            ),
        ),
    ],
)
def test_a_form_without_script_sends_one_edit_and_leads_back(
    fields: dict[str, str], wanted: PlanChange
) -> None:
    browser, path = a_planned()

    answer = browser.post(f"{path}/plan", version="1", question_id="k1", **fields)

    assert answer.status_code == 303
    assert answer.headers["Location"].startswith(f"{path}?notice=plan-")
    assert sent(browser) == wanted


def test_the_page_names_its_version_in_every_form_of_an_edit() -> None:
    browser, path = a_planned()

    forms = browser.page.split(f'action="{path}/plan')[1:]

    assert len(forms) > 20
    assert all('name="version" value="1"' in form.split("</form>")[0] for form in forms)


def test_an_edit_of_an_older_page_is_refused_on_the_page_of_today() -> None:
    browser, path = a_planned()
    browser.post(f"{path}/plan", version="1", do="drop", question_id="k1")

    answer = browser.post(f"{path}/plan", version="1", do="drop", question_id="k1")

    assert answer.status_code == 412
    assert 'name="version" value="2"' in answer.text


def test_after_the_start_the_room_says_that_the_questions_are_fixed() -> None:
    browser, path = a_planned()
    browser.post(f"{path}/start")

    answer = browser.post(f"{path}/plan", version="2", do="drop", question_id="k1")

    assert answer.status_code == 409
    assert "The questions are fixed." in answer.text
    assert 'id="asked"' in answer.text


def test_an_own_question_that_is_too_long_is_given_back_with_the_limit() -> None:
    browser, path = a_planned()

    answer = browser.post(
        f"{path}/plan", version="1", do="write", competency="change", text="x" * 301
    )

    assert answer.status_code == 400
    assert f"at most {MAX_QUESTION_CHARACTERS} characters" in answer.text
    assert "x" * 301 in answer.text


def test_a_full_plan_offers_no_more_questions() -> None:
    plan = a_plan()
    more = [q.model_copy(update={"id": f"more-{n}"}) for n, q in enumerate(plan.questions)]
    full = plan.model_copy(update={"questions": (*plan.questions, *more)[:MAX_QUESTIONS]})

    browser, _ = a_planned(full)

    assert "at most 8 questions" in browser.page
    assert 'value="write"' not in browser.page


def test_the_way_back_stands_only_where_something_was_changed() -> None:
    plan = a_plan()
    changed = plan.model_copy(update={"original": plan.questions[1:]})

    assert 'value="restore"' not in a_planned()[0].page
    assert 'value="restore"' in a_planned(changed)[0].page


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({"If_Match": '"1"'}, 200, None),
        ({}, 428, "version-needed"),
        ({"If_Match": '"7"'}, 412, "changed-meanwhile"),
    ],
)
def test_the_api_changes_a_plan_of_the_version_that_was_seen(
    headers: dict[str, str], status: int, code: str | None
) -> None:
    program = a_signed_in_program()
    resume = program.ask("POST", "/resumes", RESUME).json["resume_id"]
    job = program.ask("POST", "/job-descriptions", JOB).json["job_description_id"]
    pair = {"resume_id": resume, "job_description_id": job}
    fit = program.ask("POST", "/fits", pair).json["fit_id"]
    path = program.ask("POST", "/interviews", {"fit_id": fit}).headers["Location"][7:]

    answer = program.ask("POST", f"{path}/plan", {"do": "drop", "question_id": "k1"}, **headers)

    assert answer.status_code == status
    assert answer.json.get("code") == code
    if code is None:
        assert answer.headers["ETag"] == '"2"'


def test_the_api_knows_no_other_edit() -> None:
    program = a_signed_in_program()

    answer = program.ask("POST", f"/interviews/{UUID(int=7)}/plan", {"do": "burn"}, If_Match='"1"')

    assert answer.status_code == 400


def test_a_page_plans_with_the_time_that_writing_takes() -> None:
    browser = a_signed_in_browser()
    fit = a_full_life(browser).fit

    page = browser.get(fit).text

    form = page.split('action="/interviews"')[1].split("</form>")[0]
    assert '<input type="hidden" name="pace" value="3">' in form


def test_a_question_about_motives_is_called_what_it_asks() -> None:
    asked = [
        text for one in templates() if one.kind is QuestionKind.MOTIVATION for text in one.texts
    ]

    assert label(QuestionKind.MOTIVATION) == "What moves you"
    assert not all("this job" in text for text in asked)


def test_planned_half_minutes_stand_in_their_field_and_saving_keeps_them() -> None:
    plan = a_plan()
    first, *others = plan.questions
    halves = (first.model_copy(update={"seconds": 150}), *others)
    browser, path = a_planned(plan.model_copy(update={"questions": halves}))

    field = browser.page.split('id="minutes-1"')[1].split(">")[0]
    browser.post(f"{path}/plan", question_id=first.id, do="set", minutes="2.5", version=2)

    assert 'value="2.5"' in field
    assert 'step="0.5"' in field
    assert sent(browser).minutes == 2.5


def test_a_question_about_a_wish_is_about_what_moves_somebody_and_only_scored_as_a_competency() -> (
    None
):
    plan = a_plan()
    number, wish = next(
        (n, q) for n, q in enumerate(plan.questions, 1) if q.kind is QuestionKind.MOTIVATION
    )

    browser, _ = a_planned(plan)

    scored = f'<li class="tag">scored as {label(wish.competencies[0])}'
    card = browser.page.split(f'<li id="question-{number}">')[1].split("</ul>")[0]
    assert f'aria-label="Looks at"><li class="tag">What moves you</li>{scored}' in card
    about = [each.topic for each in coverage(plan) if number in [s.number for s in each.first]]
    assert about == [QuestionKind.MOTIVATION]
    assert not any(number in each.beside for each in coverage(plan))
    assert '<td role="cell" data-title="About">What moves you</td>' in browser.page
