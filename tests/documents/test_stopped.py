"""Documents and fits whose work met a bug: asked for again, the same work is put back."""

import pytest
from sqlalchemy import func, select, update

from contracts.documents import (
    FindFit,
    FindJobDescription,
    FindResume,
    ReadJobDescriptionAgain,
    ReadResumeAgain,
    WorkState,
)
from services.documents.work import JudgeFit, ReadJob, ReadResume
from tests.documents.desk import ask_fit, documents, give_both, work_off
from tests.support.people import a_person
from tests.support.services import owed


def park(stack, person):
    """Whatever of theirs waits has met a bug."""
    service = documents(stack, person)
    job = service.tables.job
    theirs = update(job).where(job.c.person_id == person, job.c.state == "waiting")
    with service.db.transaction() as tx:
        tx.execute(theirs.values(state="parked"))


def jobs_of(service, person):
    job = service.tables.job.c
    with service.db.transaction() as tx:
        return tx.scalar(select(func.count()).where(job.person_id == person))


def test_reading_that_stopped_is_tried_again_and_done(stack):
    person = a_person()
    resume, job = give_both(stack, person)
    park(stack, person)
    service = documents(stack, person)
    find_resume = FindResume(resume_id=resume.resume_id)
    find_job = FindJobDescription(job_description_id=job.job_description_id)
    assert service.find_resume(find_resume).progress.stage == "parked"
    assert service.find_job_description(find_job).progress.stage == "parked"

    for _ in range(2):
        seen = service.read_resume_again(ReadResumeAgain(resume_id=resume.resume_id))
        service.read_job_description_again(
            ReadJobDescriptionAgain(job_description_id=job.job_description_id)
        )

    assert (seen.state, seen.progress.stage) == (WorkState.WAITING, "waiting")
    assert sorted(owed(service, person)) == [ReadJob.kind, ReadResume.kind]
    work_off(stack, person)
    assert service.find_resume(find_resume).state is WorkState.DONE
    assert service.find_job_description(find_job).state is WorkState.DONE
    assert jobs_of(service, person) == 2


def test_a_fit_that_stopped_is_tried_again_by_asking_for_it(stack):
    person = a_person()
    resume, job = give_both(stack, person)
    work_off(stack, person)
    fit = ask_fit(stack, person, resume, job)
    park(stack, person)
    service = documents(stack, person)
    assert service.find_fit(FindFit(fit_id=fit.fit_id)).progress.stage == "parked"

    again = [ask_fit(stack, person, resume, job) for _ in range(2)]

    assert {each.fit_id for each in again} == {fit.fit_id}
    assert owed(service, person) == [JudgeFit.kind]
    work_off(stack, person)
    assert service.find_fit(FindFit(fit_id=fit.fit_id)).state is WorkState.DONE
    assert jobs_of(service, person) == 3


@pytest.mark.parametrize("is_read", [True, False])
def test_a_fit_that_has_not_stopped_is_not_owed_twice(stack, is_read):
    person = a_person()
    resume, job = give_both(stack, person)
    if is_read:
        work_off(stack, person)
    ask_fit(stack, person, resume, job)
    before = jobs_of(documents(stack, person), person)

    ask_fit(stack, person, resume, job)

    assert jobs_of(documents(stack, person), person) == before
