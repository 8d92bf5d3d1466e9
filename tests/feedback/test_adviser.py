"""Answers that a model reads along: sampled, written down first, and a report whatever happens."""

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from chassis.clock import ShiftedClock
from chassis.errors import Gone, NotFound, Unavailable
from chassis.llm.ledger import Call, Subject
from contracts.disclosure import Retention, SendingOutcome, SendingPurpose, SentField
from contracts.evidence import EngineKind, EvidenceType
from contracts.message import Scope
from ops.report.examine import examine
from ops.report.verdict import Verdict
from services.feedback import store
from services.feedback.domain import opened_case
from services.feedback.rules.coach import RulesCoach
from services.feedback.tables import MODEL, OF_SESSION
from tests.feedback.advised import (
    OTHER,
    PLAIN,
    SEEN,
    a_session,
    an_adviser,
    bare,
    evaluate_along,
    readings,
    reported,
    seeing,
    told,
)
from tests.feedback.reports import feedback, find, request
from tests.ops.signed import given_out, with_keys
from tests.support.people import a_person
from tests.support.provider import Fault


def levels(card):
    return [cell.level.value for cell in card.cells]


def test_a_report_with_a_model_shows_its_evidence_and_the_rules_beside_it(stack, fake, adviser):
    person, transcript = a_person(), a_session()

    report = reported(stack, person, adviser, transcript)

    alone = RulesCoach().report(bare(transcript))
    assert report.engine.kind is EngineKind.MODEL
    assert report.engine.twin.version == alone.engine.version
    assert report.alone == alone.scorecard
    assert levels(alone.scorecard) == [1, 4]
    assert levels(report.scorecard) == [4, 4]
    assert report.engine.twin.agreement == 0.5
    assert {cell.read_by for cell in report.scorecard.cells} == {EngineKind.MODEL}
    first = report.questions[0].sampled
    assert (first.samples, first.agreement, first.dropped) == (2, 1.0, 0)
    assert EvidenceType.OWN_ACTION in first.added


def test_every_quote_stands_in_the_answer_and_every_number_in_the_cells(stack, adviser):
    person = a_person()

    report = reported(stack, person, adviser, a_session())

    turns = {turn.turn_id: turn.text for turn in report.transcript.turns}
    for cell in report.scorecard.cells:
        for one in cell.evidence:
            assert turns[one.span.document_id][one.span.start : one.span.end] == one.span.quote
    values = [score.value for score in report.scorecard.competencies]
    assert values == [sum(levels(report.scorecard)) / 2]


def test_each_answer_is_asked_about_once_for_each_sample_that_can_matter(stack, fake, adviser):
    person = a_person()

    reported(stack, person, adviser, a_session())

    texts = [received.lines for received in readings(fake)]
    assert len(texts) == 4
    assert texts[0] == texts[2] != texts[1] == texts[3]
    assert [row.tries for row in told(stack, person)] == [1, 1, 1, 1]


def test_what_only_one_of_three_samples_shows_does_not_count(stack, fake, adviser):
    person, turn = a_person(), itertools.count()
    odd = seeing([("By spring the vans left full", "result")])
    even = seeing([("My move was to throw out the old rota", "own_action")])

    def wavering(lines):
        return odd(lines) if next(turn) == 0 else even(lines)

    fake.mind = wavering
    report = reported(stack, person, adviser, a_session(PLAIN))

    sampled = report.questions[0].sampled
    assert (sampled.samples, sampled.added) == (3, (EvidenceType.OWN_ACTION,))
    assert sampled.agreement == 0.6667
    assert sampled.dropped == 1


def test_twenty_readings_are_one_purchase_and_one_result(stack, fake, adviser):
    person, transcript = a_person(), a_session(PLAIN)
    service = feedback(stack, person)
    request(service, transcript)
    case = opened_case(transcript, datetime.now(UTC))
    key = service.keyring.get(Scope.SESSION, transcript.interview_id, person)

    results = {adviser.report(case, case.transcript, key).model_dump_json() for _ in range(20)}

    assert len(results) == 1
    assert len(readings(fake)) == 2
    assert len(fake.received) == 3


def test_names_of_the_resume_stay_here(stack, fake, adviser):
    person = a_person()

    report = reported(stack, person, adviser, a_session())

    sent = "".join(received.prompt for received in fake.received)
    assert "Ada" not in sent
    assert "Umbrella" not in sent
    assert "[[PERSON_1]]" in sent
    assert "Tell me about something" not in sent
    assert report.transcript.names is None


def test_without_names_nothing_leaves(stack, fake, adviser):
    person, transcript = a_person(), a_session(names=None)

    report = reported(stack, person, adviser, transcript)

    assert fake.received == []
    assert report.engine.label.endswith("no AI used: same input, same result")
    assert report.scorecard == RulesCoach().report(transcript).scorecard


def test_once_the_resume_is_deleted_nothing_leaves(stack, fake, adviser):
    person, transcript = a_person(), a_session()
    service = feedback(stack, person)
    request(service, transcript)
    with service.db.transaction(person) as tx:
        store.delete_resume(tx, person, transcript.resume_id)

    evaluate_along(stack, person, adviser, transcript.interview_id)

    assert fake.received == []
    assert find(service, transcript.interview_id).report.engine.kind is EngineKind.RULES


@pytest.mark.parametrize(
    ("fault", "times", "outcome"),
    [
        (Fault.REFUSAL, 1, SendingOutcome.REFUSED),
        (Fault.NOT_JSON, 2, SendingOutcome.NOT_JSON),
        (Fault.TRUNCATED, 2, SendingOutcome.TRUNCATED),
        (Fault.OTHER_SHAPE, 2, SendingOutcome.NOT_OUR_SHAPE),
        (Fault.KEY_REFUSED, 1, SendingOutcome.KEY_REFUSED),
        (Fault.RATE_LIMITED, 1, SendingOutcome.RATE_LIMITED),
        (Fault.BROKEN, 1, SendingOutcome.SERVER_ERROR),
    ],
    ids=lambda value: getattr(value, "name", str(value)),
)
def test_an_answer_that_is_not_read_well_is_the_rules_alone_and_says_so(
    stack, fake, adviser, fault, times, outcome
):
    person, transcript = a_person(), a_session(PLAIN)
    fake.script.extend([fault] * times)

    report = reported(stack, person, adviser, transcript)

    alone = RulesCoach().report(bare(transcript))
    assert report.scorecard == alone.scorecard
    assert report.alone is None
    assert (report.engine.kind, report.engine.instead) == (EngineKind.RULES, outcome.value)
    assert report.questions[0].sampled.instead == outcome.value
    assert [row.outcome for row in told(stack, person)] == [outcome]


def test_one_answer_that_fails_leaves_the_others_to_the_model(stack, fake, adviser):
    person, transcript = a_person(), a_session()
    fake.script.append(Fault.REFUSAL)

    report = reported(stack, person, adviser, transcript)

    cells = report.scorecard.cells
    assert [cell.read_by for cell in cells] == [EngineKind.RULES, EngineKind.MODEL]
    assert cells[0] == report.alone.cells[0]
    assert [each.sampled.instead for each in report.questions] == ["refused", None]
    assert report.engine.kind is EngineKind.MODEL


def a_session_beside_a_call(stack, adviser, model, person):
    """A session that is handed in, and a call about the same person that is under way."""
    transcript = a_session(PLAIN)
    service = feedback(stack, person)
    request(service, transcript)
    item = transcript.interview_id
    key, now = service.keyring.get(Scope.SESSION, item, person), datetime.now(UTC)
    busy = Call(Subject(key, SendingPurpose.READ_ANSWER, item, OF_SESSION, now), "0" * 64, ())
    with adviser.asker.db.transaction(person) as tx:
        adviser.asker.ledger.open_row(tx, busy, model.provider, now)
    return service, item


def test_a_call_under_way_is_waited_for(stack, adviser, model):
    person = a_person()
    _, item = a_session_beside_a_call(stack, adviser, model, person)

    with pytest.raises(Unavailable) as waits:
        evaluate_along(stack, person, adviser, item)

    assert waits.value.code == "model-busy"


def test_a_call_under_way_is_waited_for_no_longer_than_an_evaluation_may_take(stack, model):
    """A worker that died leaves its call open for longer than that."""
    person, hurried = a_person(), an_adviser(stack, model, clock=ShiftedClock(timedelta(minutes=1)))
    service, item = a_session_beside_a_call(stack, hurried, model, person)

    evaluate_along(stack, person, hurried, item)

    report = find(service, item).report
    assert [each.sampled.instead for each in report.questions] == ["busy"]
    assert report.engine.kind is EngineKind.RULES


def test_the_ledger_says_what_was_sent_and_to_whom(stack, fake, adviser):
    person, transcript = a_person(), a_session(PLAIN)

    reported(stack, person, adviser, transcript)

    rows = told(stack, person)
    assert {row.purpose for row in rows} == {SendingPurpose.READ_ANSWER}
    assert {row.item_id for row in rows} == {transcript.interview_id}
    assert {row.outcome for row in rows} == {SendingOutcome.ANSWERED}
    assert {row.retention for row in rows} == {Retention.OWN_SERVER}
    assert set(rows[0].fields) == {SentField.ANSWER, SentField.CONTROL}
    assert sum(row.bytes for row in rows) == sum(len(each.raw) for each in readings(fake))
    assert told(stack, a_person()) == ()


def test_a_session_that_is_deleted_meanwhile_leaves_no_answer(stack, fake, adviser):
    person, transcript = a_person(), a_session(PLAIN)

    def deleting(lines):
        with adviser.asker.db.transaction(person) as tx:
            store.delete_session(tx, person, transcript.interview_id)
        return SEEN(lines)

    fake.mind = deleting
    with pytest.raises((Gone, NotFound)):
        reported(stack, person, adviser, transcript)

    with adviser.asker.db.transaction(person) as tx:
        assert tx.scalar(select(func.count()).select_from(MODEL.advice)) == 0
    assert [row.item_id for row in told(stack, person)] == [transcript.interview_id]


def test_the_rules_alone_are_as_they_were_without_a_model(stack):
    person, transcript = a_person(), a_session(PLAIN, OTHER)

    report = reported(stack, person, an_adviser(stack, None), transcript)

    alone = RulesCoach().report(bare(transcript))
    assert (report.scorecard, report.questions) == (alone.scorecard, alone.questions)
    assert report.alone is None


def test_a_report_with_a_model_is_checked_offline(stack, adviser):
    report = reported(stack, a_person(), adviser, a_session())

    found = examine(given_out(report).model_dump_json().encode(), with_keys())

    assert found.verdict is Verdict.VALID, found.text
    assert "what the rules say alone is the same to the bit" in found.text


def test_a_card_of_the_rules_alone_that_was_changed_is_found_offline(stack, adviser):
    report = reported(stack, a_person(), adviser, a_session())
    better = report.model_copy(update={"alone": report.scorecard})

    found = examine(given_out(better).model_dump_json().encode(), with_keys())

    assert found.verdict is Verdict.NOT_VALID
    assert "agree on another share of the levels" in found.text
