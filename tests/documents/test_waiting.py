"""While a model is waited for: what is there meanwhile, and for how long it is waited."""

import time
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from chassis.bus.inject import Parts
from chassis.clock import ShiftedClock
from chassis.errors import Unavailable
from contracts.corrections import Corrections
from contracts.disclosure import (
    SendingOutcome,
    SendingPurpose,
)
from contracts.documents import FindFit, FindResume, WorkState
from contracts.evidence import EngineKind
from contracts.message import Owner, Scope
from services.documents import wiring
from services.documents.adviser import job_questions
from services.documents.domain import JobSource
from services.documents.service import DocumentsService
from services.documents.work import AdviseJob, AdviseResume, ReadJob, ReadResume
from tests.documents.advised import ANALYST, SEEN, a_given_resume, an_adviser, told
from tests.documents.build import a_text
from tests.documents.desk import (
    a_pasted_job,
    ask_fit,
    at_work,
    correct,
    documents,
    give_both,
    work_off,
)
from tests.support.people import a_person
from tests.support.permits import a_permit
from tests.support.provider import Fault


def test_one_that_is_away_is_waited_for_and_then_done_without(stack, fake, model):
    person = a_person()
    reading = a_given_resume(stack, person)
    fake.script.append(Fault.RATE_LIMITED)
    fake.retry_after = "30"
    with pytest.raises(Unavailable) as waits:
        an_adviser(stack, model).resume(*reading)

    late = an_adviser(stack, model, clock=ShiftedClock(timedelta(hours=1)))
    read = late.resume(*reading)

    assert (waits.value.code, waits.value.retry_after_s) == ("model-rate-limited", 30)
    assert (read.engine.kind, read.engine.instead) == (EngineKind.RULES, "unreachable")
    assert len(fake.received) == 1


def test_one_that_asks_to_be_left_alone_for_too_long_is_done_without_at_once(stack, fake, adviser):
    person = a_person()
    fake.script.append(Fault.RATE_LIMITED)
    fake.retry_after = "90"

    read = adviser.resume(*a_given_resume(stack, person))

    assert (read.engine.kind, read.engine.instead) == (EngineKind.RULES, "rate_limited")


def test_a_slow_answer_is_waited_for_no_longer_than_patience_lasts(stack, fake, model):
    person = a_person()
    fake.script.extend([Fault.SLOW] * 3)
    source, alone, key, _ = a_given_resume(stack, person)
    began = time.monotonic()

    hasty = an_adviser(stack, model, patience=timedelta(seconds=1))
    read = hasty.resume(source, alone, key, datetime.now(UTC))

    assert time.monotonic() - began < 3
    assert read.engine.instead == "timed_out"
    assert [row.outcome for row in told(stack, person)] == [SendingOutcome.TIMED_OUT]


def test_what_waited_for_too_long_is_not_asked_any_more(stack, fake, model):
    source, alone, key, since = a_given_resume(stack, a_person())

    read = an_adviser(stack, model).resume(source, alone, key, since - timedelta(minutes=2))

    assert read.engine.instead == "timed_out"
    assert fake.received == []


def test_what_the_rules_read_is_there_while_the_model_is_waited_for(stack, fake, adviser):
    person = a_person()
    resume, job = give_both(stack, person)
    fit = ask_fit(stack, person, resume, job)
    seen = []

    def looking(lines):
        service = documents(stack, person)
        found = service.find_resume(FindResume(resume_id=resume.resume_id))
        seen.append((found.state, found.analysis.engine.kind, found.analysis.engine.awaits))
        return SEEN(lines)

    fake.mind = looking
    done = work_off(stack, person, adviser=adviser)

    assert seen[0] == (WorkState.DONE, EngineKind.RULES, "sample-1")
    assert done[:2] == [ReadResume.kind, ReadJob.kind]
    service = documents(stack, person)
    after = service.find_resume(FindResume(resume_id=resume.resume_id)).analysis
    assert (after.engine.kind, after.engine.awaits) == (EngineKind.MODEL, None)
    report = service.find_fit(FindFit(fit_id=fit.fit_id)).report
    assert report.engine.kind is EngineKind.MODEL


def test_a_correction_made_while_the_model_is_waited_for_stays(stack, fake, adviser):
    person = a_person()
    resume, _ = give_both(stack, person)

    def correcting(lines):
        correct(stack, person, resume.resume_id, Corrections(name="Quince Ferrand"))
        return SEEN(lines)

    fake.mind = correcting
    with pytest.raises(Unavailable) as changed:
        work_off(stack, person, adviser=adviser)
    service = at_work(stack, person, adviser=adviser)
    service.advise_resume(
        AdviseResume(resume_id=resume.resume_id, version=2, since=datetime.now(UTC))
    )

    after = documents(stack, person).find_resume(FindResume(resume_id=resume.resume_id))
    assert changed.value.code == "changed-meanwhile"
    assert after.analysis.contact.name.value == "Quince Ferrand"
    assert after.analysis.engine.kind is EngineKind.MODEL
    assert len(fake.received) == 1


def test_a_service_with_a_named_model_hurries_its_work_when_the_provider_is_back(stack, fake):
    person = a_person()
    settings = stack.settings(Owner.DOCUMENTS).model_copy(
        update={"model_name": "sample-1", "model_url": fake.url}
    )
    fake.script.append(Fault.RATE_LIMITED)
    fake.retry_after = "6"
    with closing(Parts(settings, DocumentsService)) as parts:
        adviser = parts.within(wiring.adviser)
        service = documents(stack, person)
        given = service.add_job_description(a_pasted_job())
        key = service.keyring.get(Scope.JOB_DESCRIPTION, given.job_description_id, person)
        later = datetime.now(UTC) + timedelta(hours=1)
        owe_later(service, given, later)
        source = JobSource(given.job_description_id, a_text("backend.txt"))
        reading = source, ANALYST.read_job(source), key, given.added_at
        with pytest.raises(Unavailable):
            adviser.job(*reading)

        model = adviser.asker.model
        time.sleep(model.rest_s(SendingPurpose.READ_JOB))
        question = job_questions(reading[1], source.text)[0].question
        model.ask(question, a_permit(model.provider, SendingPurpose.READ_JOB))

    assert due_at(service, given.job_description_id) < later


def owe_later(service, job, until):
    task = AdviseJob(job_description_id=job.job_description_id, version=1, since=job.added_at)
    with service.db.transaction() as tx:
        service.jobs.add(tx, task, service.caller.person, not_before=until)


def due_at(service, item):
    job = service.tables.job.c
    with service.db.transaction() as tx:
        mine = select(job.next_attempt_at).where(
            job.key.startswith(str(item)), job.kind == AdviseJob.kind
        )
        return tx.scalar(mine)
