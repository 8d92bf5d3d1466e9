"""What several workers at once may and may not do; every statement on the real database."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, select
from sqlalchemy.exc import InvalidRequestError

from chassis.errors import NotFound
from chassis.ids import new_id
from contracts.corrections import Corrections, JobCorrections
from contracts.documents import ListDocuments, WorkState
from contracts.message import Scope
from services.documents import results, store, views
from services.documents.domain import (
    MAX_RESUMES,
    Amended,
    Extracted,
    JobReading,
    JobSource,
    Reading,
    ResumeSource,
)
from services.documents.extract import extract
from services.documents.rules.engine import RulesAnalyst
from services.documents.store import NewDocument
from tests.documents.build import ON, a_text
from tests.documents.desk import a_pasted_resume, ask_fit, documents, fill, give_both
from tests.support.people import a_person


def meanwhile(work: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def read(person, service, resume, job):
    """Two functions that write down what was read of each: whether they came first, and the fits
    to judge.
    """
    analyst, text = RulesAnalyst(), a_text("backend.txt")
    extracted: Extracted = extract(a_text("resume.txt").encode())
    analysis = analyst.read_resume(ResumeSource(resume.resume_id, extracted, ON))
    read = Amended(extracted.text, analysis)
    reading = Reading(read, read, Corrections(), datetime.now(UTC))
    alone = analyst.read_job(JobSource(job.job_description_id, text))
    of_job = JobReading(alone, alone, JobCorrections(), datetime.now(UTC))
    resume_key = service.keyring.get(Scope.RESUME, resume.resume_id, person)
    job_key = service.keyring.get(Scope.JOB_DESCRIPTION, job.job_description_id, person)

    def save_resume(tx):
        is_first = results.save_resume(tx, resume_key, "Mine", extracted, reading)
        return is_first, judged(results.fits_to_judge(tx, resume_id=resume.resume_id))

    def save_job(tx):
        is_first = results.save_job(tx, job_key, "Mine", text, of_job)
        return is_first, judged(results.fits_to_judge(tx, job_id=job.job_description_id))

    return save_resume, save_job


def judged(owed):
    return [task.fit_id for task in owed]


def test_of_two_analyses_that_finish_together_the_later_one_sees_the_earlier(stack):
    person = a_person()
    service = documents(stack, person)
    resume, job = give_both(stack, person)
    fit = ask_fit(stack, person, resume, job)
    save_resume, save_job = read(person, service, resume, job)
    found = []

    def finish_job():
        with service.db.transaction(person) as tx:
            found.append(save_job(tx))

    with service.db.transaction(person) as tx:
        first = save_resume(tx)
        later = meanwhile(finish_job)
        later.join(0.3)
        waited = later.is_alive()
    later.join(5)

    assert waited
    assert first == (True, [])
    assert found == [(True, [fit.fit_id])]


def test_a_fit_asked_for_while_an_analysis_finishes_is_not_forgotten(stack):
    person = a_person()
    service = documents(stack, person)
    resume, job = give_both(stack, person)
    save_resume, save_job = read(person, service, resume, job)
    with service.db.transaction(person) as tx:
        save_job(tx)
    states = []

    def ask():
        with service.db.transaction(person) as tx:
            states.append(store.hold_resume(tx, person, resume.resume_id).state)

    with service.db.transaction(person) as tx:
        assert save_resume(tx) == (True, [])
        asking = meanwhile(ask)
        asking.join(0.3)
        waited = asking.is_alive()
    asking.join(5)

    assert waited
    assert states == [WorkState.DONE]


def test_two_who_add_the_last_one_at_once_do_not_both_succeed(stack):
    person = a_person()
    service = documents(stack, person)
    fill(stack, person, MAX_RESUMES - 1)
    counts = []

    def add():
        key = service.keyring.make(Scope.RESUME, item := new_id(), person)
        new = NewDocument(item, person, "One more", b"text", datetime.now(UTC), key)
        with service.db.transaction(person) as tx:
            store.lock_person(tx, person)
            counts.append(store.count_resumes(tx, person))
            store.add_resume(tx, new)

    threads = [meanwhile(add) for _ in range(2)]
    for thread in threads:
        thread.join(10)

    assert sorted(counts) == [MAX_RESUMES - 1, MAX_RESUMES]


@pytest.mark.parametrize("scope", [Scope.ACCOUNT, Scope.RESUME])
def test_an_analysis_that_finishes_during_an_erasure_waits_and_is_refused(stack, scope):
    person = a_person()
    service = documents(stack, person)
    resume, job = give_both(stack, person)
    ask_fit(stack, person, resume, job)
    save_resume, _ = read(person, service, resume, job)
    ends = []

    def finish():
        try:
            with service.db.transaction(person) as tx:
                ends.append(save_resume(tx))
        except NotFound as refused:
            ends.append(type(refused))

    item = person if scope is Scope.ACCOUNT else resume.resume_id
    with service.db.transaction(person) as tx:
        subject = service.tables.subject
        whose = subject.c.subject_id == person
        tx.execute(select(subject).where(whose).with_for_update())
        later = meanwhile(finish)
        later.join(0.3)
        service.erase(tx, scope, item, person)
        if scope is Scope.ACCOUNT:
            tx.execute(delete(subject).where(whose))
    later.join(5)

    assert ends == ([NotFound] if scope is Scope.ACCOUNT else [(False, [])])


def test_a_head_gives_no_content(stack):
    person = a_person()
    service = documents(stack, person)
    service.add_resume(a_pasted_resume())

    with service.db.transaction(person) as tx:
        (head,) = store.resumes_of(tx, person)
        with pytest.raises(InvalidRequestError):
            _ = head.analysis


def test_what_is_saved_twice_is_saved_once(stack):
    person = a_person()
    service = documents(stack, person)
    resume, job = give_both(stack, person)
    save_resume, _ = read(person, service, resume, job)
    with service.db.transaction(person) as tx:
        save_resume(tx)

    with service.db.transaction(person) as tx:
        is_first, fits = save_resume(tx)

    assert (is_first, fits) == (False, [])


def test_of_two_corrections_of_the_same_version_one_is_saved(stack):
    person = a_person()
    service = documents(stack, person)
    resume, job = give_both(stack, person)
    save_resume, _ = read(person, service, resume, job)
    with service.db.transaction(person) as tx:
        save_resume(tx)
        row = store.get_resume(tx, person, resume.resume_id)
    key = service.keyring.get(Scope.RESUME, resume.resume_id, person)
    there = views.as_read(row, None, key)
    reading = Reading(there, there, Corrections(name="Quince"), datetime.now(UTC))

    with service.db.transaction(person) as tx:
        saved = [results.save_corrections(tx, key, row.version, reading) for _ in range(2)]

    assert saved == [True, False]


def test_nobody_sees_another_persons_rows(stack):
    give_both(stack, a_person())

    assert documents(stack, a_person()).list_documents(ListDocuments()).resumes == ()
