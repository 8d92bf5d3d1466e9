"""Asking a model: written down first, bought once, and whatever becomes of it there is a result."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from chassis.clock import ShiftedClock
from chassis.errors import Gone, Unavailable
from chassis.llm.asker import NOT_GRANTED, Instead
from chassis.llm.ledger import Call, Subject
from contracts.disclosure import (
    FindResumeSending,
    Retention,
    SendingOutcome,
    SendingPurpose,
)
from contracts.documents import FindFit, FindJobDescription, FindResume
from contracts.evidence import EngineKind
from contracts.message import Scope
from services.documents import store
from services.documents.adviser import resume_questions
from services.documents.domain import Today
from services.documents.tables import MODEL, OF_JOB, OF_RESUME
from tests.documents.advised import SEEN, a_given_resume, an_adviser, told
from tests.documents.desk import (
    a_pasted_job,
    ask_fit,
    documents,
    give_both,
    work_off,
)
from tests.support.people import a_person
from tests.support.provider import Fault


def test_a_life_with_a_model_names_it_everywhere_and_is_in_the_ledger(stack, fake, adviser):
    person = a_person()
    resume, job = give_both(stack, person)
    fit = ask_fit(stack, person, resume, job)

    work_off(stack, person, adviser=adviser)

    service = documents(stack, person)
    read = service.find_resume(FindResume(resume_id=resume.resume_id)).analysis
    asked = service.find_job_description(
        FindJobDescription(job_description_id=job.job_description_id)
    ).analysis
    report = service.find_fit(FindFit(fit_id=fit.fit_id)).report
    assert {each.engine.kind for each in (read, asked, report)} == {EngineKind.MODEL}
    assert not service.find_resume(FindResume(resume_id=resume.resume_id)).is_outdated
    assert report.engine.twin.score == report.score.value
    rows = {row.purpose: row for row in told(stack, person)}
    assert set(rows) == {SendingPurpose.READ_JOB, SendingPurpose.READ_RESUME}
    for row, item in zip(rows.values(), (job.job_description_id, resume.resume_id), strict=True):
        assert (row.item_id, row.outcome, row.tries) == (item, SendingOutcome.ANSWERED, 1)
        assert (row.provider, row.model) == ("own-server", "sample-1")
        assert row.retention is Retention.OWN_SERVER
    sent = sum(len(received.raw) for received in fake.received)
    assert sum(row.bytes for row in rows.values()) == sent


def test_twenty_readings_are_one_purchase_and_one_result(stack, fake, adviser):
    person = a_person()
    reading = a_given_resume(stack, person)

    results = {adviser.resume(*reading).model_dump_json() for _ in range(20)}

    assert len(results) == 1
    assert len(fake.received) == 1
    assert [row.tries for row in told(stack, person)] == [1]


def test_the_ledger_is_written_before_anything_leaves(stack, fake, adviser):
    person = a_person()
    seen = []
    fake.mind = lambda lines: seen.append(told(stack, person)) or SEEN(lines)

    adviser.resume(*a_given_resume(stack, person))

    ((row,),) = seen
    assert row.outcome is SendingOutcome.SENDING


def test_what_the_table_does_not_grant_leaves_no_row_and_opens_no_connection(stack, fake, adviser):
    person = a_person()
    source, alone, key, since = a_given_resume(stack, person)
    question = resume_questions(alone, source.extracted.text)[0].question
    before = fake.connections
    for purpose in set(SendingPurpose) - {SendingPurpose.READ_RESUME}:
        subject = Subject(key, purpose, source.resume_id, OF_RESUME, since)

        with pytest.raises(Instead, match=NOT_GRANTED):
            adviser.asker.answer(subject, question)

    assert (told(stack, person), fake.connections, fake.received) == ((), before, [])


def test_what_was_answered_is_kept_sealed_and_says_nothing_in_the_ledger(stack, fake, adviser):
    person = a_person()
    adviser.resume(*a_given_resume(stack, person))

    with stack.admin().connect() as connection:
        mine = MODEL.advice.c
        rows = connection.execute(select(mine.answer).where(mine.subject_id == person)).all()

    assert len(rows) == 1
    assert b"Django" not in bytes(rows[0].answer.data)


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (Fault.REFUSAL, SendingOutcome.REFUSED),
        (Fault.NOT_JSON, SendingOutcome.NOT_JSON),
        (Fault.TRUNCATED, SendingOutcome.TRUNCATED),
        (Fault.KEY_REFUSED, SendingOutcome.KEY_REFUSED),
    ],
    ids=lambda value: value.name,
)
def test_where_it_gives_nothing_usable_the_rules_stand_in_and_say_so(
    stack, fake, adviser, fault, outcome
):
    person = a_person()
    source, alone, key, since = a_given_resume(stack, person)
    fake.script.extend([fault] * 2)

    read = adviser.resume(source, alone, key, since)

    assert (read.engine.kind, read.engine.instead) == (EngineKind.RULES, outcome.value)
    assert read.engine.label.startswith("rules engine")
    assert outcome.value.replace("_", " ") not in read.engine.label
    assert "no AI used" not in read.engine.label
    assert read.skills == alone.skills
    assert [row.outcome for row in told(stack, person)] == [outcome]


def test_a_newer_check_of_the_models_answers_is_offered(stack, adviser):
    person = a_person()
    resume, _ = give_both(stack, person)
    work_off(stack, person, adviser=adviser)

    service = documents(stack, person)
    engine = service.find_resume(FindResume(resume_id=resume.resume_id)).analysis.engine

    now = Today(rules=engine.twin.version, model=engine.version)
    assert not now.is_newer_than(engine)
    assert Today(rules=engine.twin.version, model="9.0.0").is_newer_than(engine)
    assert Today(rules="9.0.0", model=engine.version).is_newer_than(engine)


def a_call(stack, person, text="0" * 64) -> Call:
    service = documents(stack, person)
    given = service.add_job_description(a_pasted_job())
    key = service.keyring.get(Scope.JOB_DESCRIPTION, given.job_description_id, person)
    about = (SendingPurpose.READ_JOB, given.job_description_id, OF_JOB, given.added_at)
    return Call(Subject(key, *about), text, ())


def test_one_call_at_a_time_is_made_about_a_person_until_it_lapses(stack, fake, adviser, model):
    person, other = a_person(), a_person()
    reading = a_given_resume(stack, person)
    under_way = a_call(stack, person)
    with adviser.asker.db.transaction(person) as tx:
        adviser.asker.ledger.open_row(tx, under_way, model.provider, datetime.now(UTC))

    with pytest.raises(Unavailable) as busy:
        adviser.resume(*reading)
    adviser.resume(*a_given_resume(stack, other))
    lapsed = ShiftedClock(timedelta(minutes=2))
    an_adviser(stack, model, clock=lapsed, patience=timedelta(minutes=5)).resume(*reading)

    assert busy.value.code == "model-busy"
    assert len(fake.received) == 2


def test_a_resume_that_is_deleted_meanwhile_leaves_no_answer(stack, fake, adviser):
    person = a_person()
    source, *rest = a_given_resume(stack, person)

    def deleting(lines):
        with adviser.asker.db.transaction(person) as tx:
            store.delete_resume(tx, person, source.resume_id)
        return SEEN(lines)

    fake.mind = deleting
    with pytest.raises(Gone):
        adviser.resume(source, *rest)

    with adviser.asker.db.transaction(person) as tx:
        assert tx.scalar(select(func.count()).select_from(MODEL.advice)) == 0
    assert [row.item_id for row in told(stack, person)] == [source.resume_id]


def test_the_ledger_is_shown_to_its_person_alone(stack, adviser):
    person, other = a_person(), a_person()
    source, *rest = a_given_resume(stack, person)
    adviser.resume(source, *rest)

    query = FindResumeSending(resume_id=source.resume_id)
    assert len(told(stack, person)) == 1
    assert told(stack, other) == ()
    assert len(documents(stack, person).find_resume_sending(query).sent) == 1


def test_the_tag_of_a_person_is_theirs_and_no_id(stack, fake, adviser):
    person, other = a_person(), a_person()
    for who in (person, person, other):
        adviser.resume(*a_given_resume(stack, who))

    tags = [received.body["safety_identifier"] for received in fake.received]
    assert tags[0] == tags[1] != tags[2]
    assert str(person) not in tags[0]
    assert person.hex not in tags[0]
