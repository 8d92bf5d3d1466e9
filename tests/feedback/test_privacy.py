"""What feedback deletes, at once and for good, and what stays."""

import pytest
from sqlalchemy import select

from chassis.datamap import count_remaining
from chassis.errors import Gone, NotFound
from chassis.walls import is_about_someone
from contracts.documents import WorkState
from contracts.feedback import ListReports, ReportView
from contracts.interview import Speaker, Transcript
from contracts.message import PersonId, Scope
from services.feedback.adviser import Adviser
from services.feedback.service import FeedbackService
from services.feedback.tables import MODEL, Base, Quote, Report
from tests.feedback.advised import NAMES, reported
from tests.feedback.reports import (
    a_fresh_transcript,
    evaluate,
    feedback,
    find,
    ready,
    request,
)
from tests.interview.build import CLAIMS, MUSTS
from tests.interview.candidates import weak
from tests.interview.sessions import an_order, destroy_key
from tests.support.people import a_person
from tests.support.stack import Stack

CHASSIS = {"subject", "answered"}
QUOTED = {Scope.RESUME: CLAIMS, Scope.JOB_DESCRIPTION: (*MUSTS, "Billing Engineer")}
DOCUMENTS = pytest.mark.parametrize("scope", list(QUOTED))


def rows_about(service: FeedbackService, person: PersonId) -> dict[str, int]:
    with service.db.transaction(person) as tx:
        counted = count_remaining(tx, Base.metadata, person)
    return {table: rows for table, rows in counted.items() if table not in CHASSIS}


def read_along(stack: Stack, person: PersonId, adviser: Adviser) -> Transcript:
    """A session about both documents, of which a model read the answers."""
    transcript = a_fresh_transcript().model_copy(update={"names": NAMES})
    reported(stack, person, adviser, transcript)
    return transcript


def names_kept(service: FeedbackService, person: PersonId) -> list[bool]:
    with service.db.transaction(person) as tx:
        return [names is not None for names in tx.scalars(select(Report.names))]


def ours(view: ReportView) -> str:
    """All of a report but the candidate's own words."""
    assert view.report is not None
    said = [t.text for t in view.report.transcript.turns if t.speaker is Speaker.INTERVIEWER]
    asked = [part for q in view.report.questions for part in (q.question, q.because)]
    planned = [part for q in view.report.transcript.plan.questions for part in (q.text, q.because)]
    titles = [view.title, view.report.title, view.report.transcript.title]
    return "\n".join([*titles, *said, *asked, *planned])


def item_of(transcript: Transcript, scope: Scope) -> PersonId:
    pointers = {
        Scope.SESSION: transcript.interview_id,
        Scope.RESUME: transcript.resume_id,
        Scope.JOB_DESCRIPTION: transcript.job_description_id,
    }
    return pointers[scope]


def test_a_full_life_leaves_no_table_out(stack: Stack, adviser: Adviser) -> None:
    person = a_person()

    read_along(stack, person, adviser)
    ready(stack, person, with_facts=True)
    ready(stack, person, a_fresh_transcript(weak))

    about = {table.name for table in Base.metadata.sorted_tables if is_about_someone(table)}
    counted = rows_about(feedback(stack, person), person)
    assert set(counted) == about - CHASSIS
    assert all(rows > 0 for rows in counted.values())


def test_erasing_the_account_leaves_nothing_and_no_way_back(stack: Stack, adviser: Adviser) -> None:
    person = a_person()
    read_along(stack, person, adviser)
    service = feedback(stack, person)

    service.obey(an_order(stack, person, Scope.ACCOUNT, person))

    assert not any(rows_about(service, person).values())
    with pytest.raises(Gone):
        request(service, a_fresh_transcript())


def test_erasing_one_person_leaves_everyone_else_alone(stack: Stack) -> None:
    person, other = a_person(), a_person()
    ready(stack, person)
    kept = ready(stack, other)
    service = feedback(stack, other)

    service.obey(an_order(stack, person, Scope.ACCOUNT, person))

    assert find(service, kept.interview_id) == kept


def test_erasing_a_session_takes_transcript_scorecard_and_report(stack: Stack) -> None:
    person = a_person()
    gone, kept = ready(stack, person), ready(stack, person)
    service = feedback(stack, person)

    service.obey(an_order(stack, person, Scope.SESSION, gone.interview_id))

    with pytest.raises(NotFound):
        find(service, gone.interview_id)
    assert find(service, kept.interview_id) == kept
    assert len(service.list_reports(ListReports()).reports) == 1


def test_erasing_a_session_takes_what_a_model_answered_and_leaves_the_ledger(
    stack: Stack, adviser: Adviser
) -> None:
    person = a_person()
    gone = read_along(stack, person, adviser)
    service = feedback(stack, person)
    sent = rows_about(service, person)["disclosed"]

    service.obey(an_order(stack, person, Scope.SESSION, gone.interview_id))

    assert rows_about(service, person) == {
        **dict.fromkeys(rows_about(service, person), 0),
        "disclosed": sent,
        "resume": 1,
        "job_description": 1,
    }
    assert sent > 0


def test_the_names_of_a_resume_go_with_it_and_with_the_key_of_it(
    stack: Stack, adviser: Adviser
) -> None:
    person = a_person()
    transcript = read_along(stack, person, adviser)
    service = feedback(stack, person)
    assert names_kept(service, person) == [True]

    service.obey(an_order(stack, person, Scope.RESUME, item_of(transcript, Scope.RESUME)))

    assert names_kept(service, person) == [False]


def test_what_a_model_answered_is_sealed_and_given_out_in_clear(
    stack: Stack, adviser: Adviser
) -> None:
    person = a_person()
    read_along(stack, person, adviser)
    service = feedback(stack, person)
    with service.db.transaction(person) as tx:
        row = dict(tx.execute(select(MODEL.advice).limit(1)).mappings().one())

    given = service.export(MODEL.advice, row, person)

    assert b"evidence" in given["answer"]
    assert b"evidence" not in row["answer"].data


def test_an_erased_session_cannot_be_handed_in_again(stack: Stack) -> None:
    person, transcript = a_person(), a_fresh_transcript()
    ready(stack, person, transcript)
    service = feedback(stack, person)
    service.obey(an_order(stack, person, Scope.SESSION, transcript.interview_id))

    with pytest.raises(Gone):
        request(service, transcript)

    assert rows_about(service, person)["report"] == 0


def test_a_report_that_comes_too_late_is_not_written(stack: Stack) -> None:
    person, transcript = a_person(), a_fresh_transcript()
    service = feedback(stack, person)
    request(service, transcript)
    service.obey(an_order(stack, person, Scope.SESSION, transcript.interview_id))

    with pytest.raises(NotFound):
        evaluate(stack, person, transcript.interview_id)

    assert rows_about(service, person)["report"] == 0


@DOCUMENTS
def test_a_report_outlives_its_document_and_what_it_quoted_reads_deleted(
    stack: Stack, scope: Scope
) -> None:
    person, transcript = a_person(), a_fresh_transcript()
    before = ready(stack, person, transcript)
    assert any(quote in ours(before) for quote in QUOTED[scope])
    service = feedback(stack, person)

    service.obey(an_order(stack, person, scope, item_of(transcript, scope)))

    after = find(service, transcript.interview_id)
    assert not any(quote in ours(after) for quote in QUOTED[scope])
    assert "[deleted]" in ours(after)
    assert "⟦" not in ours(after)
    assert after.report is not None
    assert before.report is not None
    assert after.report.scorecard == before.report.scorecard


@DOCUMENTS
def test_a_destroyed_key_takes_the_quotes_before_any_row_is_touched(
    stack: Stack, scope: Scope
) -> None:
    person, transcript = a_person(), a_fresh_transcript()
    ready(stack, person, transcript)

    destroy_key(stack, scope, item_of(transcript, scope), person)

    after = find(feedback(stack, person), transcript.interview_id)
    assert not any(quote in ours(after) for quote in QUOTED[scope])


@DOCUMENTS
def test_a_document_erased_while_the_report_waits_is_not_in_the_report(
    stack: Stack, scope: Scope
) -> None:
    person, transcript = a_person(), a_fresh_transcript()
    service = feedback(stack, person)
    request(service, transcript)
    service.obey(an_order(stack, person, scope, item_of(transcript, scope)))

    evaluate(stack, person, transcript.interview_id)

    view = find(service, transcript.interview_id)
    assert view.state is WorkState.DONE
    assert not any(quote in ours(view) for quote in QUOTED[scope])


def test_a_destroyed_session_key_takes_the_report(stack: Stack) -> None:
    person = a_person()
    view = ready(stack, person)
    service = feedback(stack, person)

    destroy_key(stack, Scope.SESSION, view.interview_id, person)

    with pytest.raises(Gone):
        find(service, view.interview_id)
    assert service.list_reports(ListReports()).reports == ()


@pytest.mark.parametrize("scope", [each for each in Scope if each is not Scope.EXPORT])
def test_erasing_twice_erases_nothing_more(stack: Stack, scope: Scope) -> None:
    person, transcript = a_person(), a_fresh_transcript()
    ready(stack, person, transcript)
    service = feedback(stack, person)
    item = person if scope is Scope.ACCOUNT else item_of(transcript, scope)

    with service.db.transaction(person) as tx:
        once = service.erase(tx, scope, item, person)
        twice = service.erase(tx, scope, item, person)

    assert any(once.values())
    assert not any(twice.values())


@pytest.mark.parametrize(
    ("kind", "columns"), [(Report, {"report", "overall", "title"}), (Quote, {"span"})]
)
def test_a_row_is_opened_for_its_owner(stack: Stack, kind: type[Base], columns: set[str]) -> None:
    person = a_person()
    ready(stack, person)
    service = feedback(stack, person)
    table = Base.metadata.tables[f"feedback.{kind.__tablename__}"]
    with service.db.transaction(person) as tx:
        row = tx.execute(select(table).limit(1)).mappings().one()

    assert set(service.export(table, row, person)) == columns


def test_nothing_that_was_said_or_quoted_lies_in_clear(stack: Stack) -> None:
    ready(stack, a_person())

    with stack.admin().connect() as connection:
        rows = [
            str(row)
            for table in Base.metadata.sorted_tables
            for row in connection.execute(select(table))
        ]

    for words in ("parcel company", CLAIMS[0], MUSTS[0], "Billing Engineer"):
        assert not any(words in row for row in rows)
