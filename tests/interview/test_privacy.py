"""What interview deletes, at once and for good, and what stays."""

import pytest
from sqlalchemy import select

from chassis.datamap import count_remaining
from chassis.errors import Gone, NotFound
from chassis.walls import is_about_someone
from contracts.documents import Briefing
from contracts.interview import FindInterview, InterviewView, ListInterviews, Speaker
from contracts.message import PersonId, Scope
from services.interview.adviser import Adviser
from services.interview.service import InterviewService
from services.interview.tables import Base, Draft, Interview, Quote, Turn
from tests.interview.build import CLAIMS, MUSTS
from tests.interview.candidates import STRONG
from tests.interview.sessions import (
    a_fresh_briefing,
    an_order,
    destroy_key,
    draft,
    finish,
    found,
    held,
    interview,
    plan,
    say,
    start,
)
from tests.interview.suggested import Asked
from tests.interview.test_adviser import asked_after
from tests.support.people import a_person
from tests.support.stack import Stack

CHASSIS = {"subject", "answered"}
MARK = "⟦"


def rows_about(service: InterviewService, person: PersonId) -> dict[str, int]:
    with service.db.transaction(person) as tx:
        counted = count_remaining(tx, Base.metadata, person)
    return {table: rows for table, rows in counted.items() if table not in CHASSIS}


def texts(view: InterviewView) -> str:
    """All that the interviewer says or gives as a reason."""
    said = [turn.text for turn in view.turns if turn.speaker is Speaker.INTERVIEWER]
    planned = [part for q in view.plan.questions for part in (q.text, q.because)]
    return "\n".join([view.title, *said, *planned])


def test_a_full_life_leaves_no_table_out(stack: Stack, adviser: Adviser) -> None:
    person = a_person()
    service = interview(stack, person, adviser=adviser)

    asked_after(stack, adviser, person=person)
    held(service)
    draft(service, start(service), "I began to write.")
    Asked(stack, adviser, person=person).ask()

    about = {table.name for table in Base.metadata.sorted_tables if is_about_someone(table)}
    counted = rows_about(service, person)
    assert set(counted) == about - CHASSIS
    assert all(rows > 0 for rows in counted.values())


def test_erasing_the_account_leaves_nothing_and_no_way_back(stack: Stack) -> None:
    person = a_person()
    service = interview(stack, person)
    held(service)

    service.obey(an_order(stack, person, Scope.ACCOUNT, person))

    assert not any(rows_about(service, person).values())
    with pytest.raises(Gone):
        plan(service)


def test_erasing_one_person_leaves_everyone_else_alone(stack: Stack) -> None:
    person, other = a_person(), a_person()
    for somebody in (person, other):
        held(interview(stack, somebody))
    service = interview(stack, other)
    before = rows_about(service, other)

    service.obey(an_order(stack, person, Scope.ACCOUNT, person))

    assert rows_about(service, other) == before


def test_erasing_a_session_takes_all_that_was_said_and_leaves_the_others(stack: Stack) -> None:
    person = a_person()
    service = interview(stack, person)
    gone, kept = held(service), held(service)

    service.obey(an_order(stack, person, Scope.SESSION, gone.interview_id))

    with pytest.raises(NotFound):
        found(service, gone)
    assert found(service, kept) == kept
    (row,) = service.list_interviews(ListInterviews()).interviews
    assert row.interview_id == kept.interview_id


def test_an_answer_that_comes_too_late_is_refused(stack: Stack) -> None:
    person = a_person()
    service = interview(stack, person)
    live = start(service)
    service.obey(an_order(stack, person, Scope.SESSION, live.interview_id))

    with pytest.raises(NotFound):
        say(service, live.interview_id, STRONG[0])


@pytest.mark.parametrize("scope", [Scope.RESUME, Scope.JOB_DESCRIPTION])
def test_a_session_outlives_its_document_and_what_it_quoted_reads_deleted(
    stack: Stack, scope: Scope
) -> None:
    person, briefing = a_person(), a_fresh_briefing()
    service = interview(stack, person)
    view = held(service, briefing=briefing)
    quotes = {Scope.RESUME: CLAIMS, Scope.JOB_DESCRIPTION: (*MUSTS, "Billing Engineer")}[scope]
    assert any(quote in texts(view) for quote in quotes)

    service.obey(an_order(stack, person, scope, item_of(briefing, scope)))

    after = found(service, view)
    assert not any(quote in texts(after) for quote in quotes)
    assert "[deleted]" in texts(after)
    assert MARK not in texts(after)
    assert answers(after) == answers(view)
    assert after.fit_id is None


def test_what_the_other_document_says_still_stands(stack: Stack) -> None:
    person, briefing = a_person(), a_fresh_briefing()
    service = interview(stack, person)
    view = held(service, briefing=briefing)

    service.obey(an_order(stack, person, Scope.RESUME, briefing.resume.resume_id))

    transcript = service.find_transcript(FindInterview(interview_id=view.interview_id))
    assert transcript.title == "Billing Engineer"
    assert any(must in texts(found(service, view)) for must in MUSTS)
    assert transcript.resume_id is None
    assert transcript.job_description_id == briefing.job.job_description_id


def test_a_session_goes_on_after_its_resume_is_erased(stack: Stack) -> None:
    person, briefing = a_person(), a_fresh_briefing()
    service = interview(stack, person)
    live = start(service, briefing)
    service.obey(an_order(stack, person, Scope.RESUME, briefing.resume.resume_id))

    repeated = say(service, live.interview_id, "Could you repeat the question?")
    over = finish(service, live.interview_id)

    assert "“[deleted]”" in repeated.turns[-1].text
    assert found(service, over) == over
    assert MARK not in texts(over)


def test_no_plan_can_be_made_from_an_erased_document(stack: Stack) -> None:
    person, briefing = a_person(), a_fresh_briefing()
    service = interview(stack, person)
    plan(service)
    service.obey(an_order(stack, person, Scope.RESUME, briefing.resume.resume_id))

    with pytest.raises(Gone):
        plan(service, briefing)

    assert rows_about(service, person)["interview"] == 1


@pytest.mark.parametrize("scope", [Scope.RESUME, Scope.JOB_DESCRIPTION])
def test_a_destroyed_key_takes_the_quotes_before_any_row_is_touched(
    stack: Stack, scope: Scope
) -> None:
    person, briefing = a_person(), a_fresh_briefing()
    service = interview(stack, person)
    view = held(service, briefing=briefing)

    destroy_key(stack, scope, item_of(briefing, scope), person)

    assert "[deleted]" in texts(found(service, view))
    assert answers(found(service, view)) == answers(view)


def test_a_destroyed_session_key_takes_the_session(stack: Stack) -> None:
    person = a_person()
    service = interview(stack, person)
    view = held(service)

    destroy_key(stack, Scope.SESSION, view.interview_id, person)

    with pytest.raises(Gone):
        found(service, view)
    assert service.list_interviews(ListInterviews()).interviews == ()


@pytest.mark.parametrize("scope", [each for each in Scope if each is not Scope.EXPORT])
def test_erasing_twice_erases_nothing_more(stack: Stack, scope: Scope) -> None:
    person, briefing = a_person(), a_fresh_briefing()
    service = interview(stack, person)
    view = held(service, briefing=briefing)
    item = {Scope.ACCOUNT: person, Scope.SESSION: view.interview_id}.get(scope)
    item = item or item_of(briefing, scope)

    with service.db.transaction(person) as tx:
        once = service.erase(tx, scope, item, person)
        twice = service.erase(tx, scope, item, person)

    assert any(once.values())
    assert not any(twice.values())


@pytest.mark.parametrize(
    ("kind", "columns"),
    [(Interview, {"plan", "title"}), (Turn, {"text"}), (Draft, {"text"}), (Quote, {"span"})],
)
def test_a_row_is_opened_for_its_owner(stack: Stack, kind: type[Base], columns: set[str]) -> None:
    person = a_person()
    service = interview(stack, person)
    held(service)
    draft(service, start(service), "I began to write.")
    table = Base.metadata.tables[f"interview.{kind.__tablename__}"]
    with service.db.transaction(person) as tx:
        row = tx.execute(select(table).limit(1)).mappings().one()

    assert set(service.export(table, row, person)) == columns


def test_nothing_that_was_said_or_quoted_lies_in_clear(stack: Stack) -> None:
    held(interview(stack))

    with stack.admin().connect() as connection:
        rows = [
            str(row)
            for table in Base.metadata.sorted_tables
            for row in connection.execute(select(table))
        ]

    for words in ("parcel company", CLAIMS[0], MUSTS[0], "Billing Engineer"):
        assert not any(words in row for row in rows)


def item_of(briefing: Briefing, scope: Scope) -> PersonId:
    if scope is Scope.RESUME:
        return briefing.resume.resume_id
    return briefing.job.job_description_id


def answers(view: InterviewView) -> list[str]:
    return [turn.text for turn in view.turns if turn.speaker is Speaker.CANDIDATE]
