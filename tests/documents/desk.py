"""What the tests of documents do with the service: give, have worked off, look."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select, update

from chassis.ids import new_id
from contracts.corrections import Corrections, JobCorrections
from contracts.documents import (
    AddJobDescription,
    AddResume,
    CorrectJobDescription,
    CorrectResume,
    FindFit,
    FindJobDescription,
    FindResume,
    FitView,
    JobDescriptionView,
    Media,
    RequestFit,
    ResumeView,
)
from contracts.message import JobDescriptionId, PersonId, ResumeId, Scope
from services.documents import store
from services.documents.domain import Extracted
from services.documents.extract import extract
from services.documents.service import DocumentsService
from services.documents.store import NewDocument
from services.documents.work import AdviseJob, AdviseResume, JudgeFit, ReadJob, ReadResume
from tests.documents.build import a_text
from tests.support.people import a_person
from tests.support.services import worker, worker_on_job
from tests.support.stack import Stack


class NearReader:
    """Reads in this process: our own files need no child, and a child takes its time."""

    def prepare(self) -> None:
        """It always is."""

    def read(self, data: bytes) -> Extracted:
        return extract(data)


def documents(stack: Stack, person: PersonId | None, **given: object) -> DocumentsService:
    return worker(DocumentsService, stack, caller=person, **{"reader": NearReader(), **given})


def a_pasted_resume(text: str | None = None, *, title: str = "My résumé") -> AddResume:
    said = a_text("resume.txt") if text is None else text
    return AddResume(title=title, media=Media.TEXT, data=said.encode())


def a_pasted_job(text: str | None = None, *, title: str = "The job") -> AddJobDescription:
    return AddJobDescription(title=title, text=a_text("backend.txt") if text is None else text)


def give_both(stack: Stack, person: PersonId) -> tuple[ResumeView, JobDescriptionView]:
    service = documents(stack, person)
    return service.add_resume(a_pasted_resume()), service.add_job_description(a_pasted_job())


def fill(stack: Stack, person: PersonId, count: int) -> None:
    """Have `count` résumés kept for `person`; that all have one key is only quicker."""
    service = documents(stack, person)
    key = service.keyring.make(Scope.RESUME, new_id(), person)
    with service.db.transaction(person) as tx:
        service.ensure_subject(tx, person)
        for _ in range(count):
            new = NewDocument(new_id(), person, "One of many", b"text", datetime.now(UTC), key)
            store.add_resume(tx, new)


def ask_fit(stack: Stack, person: PersonId, resume: ResumeView, job: JobDescriptionView) -> FitView:
    wanted = RequestFit(resume_id=resume.resume_id, job_description_id=job.job_description_id)
    return documents(stack, person).request_fit(wanted)


def at_work(stack: Stack, person: PersonId, **given: object) -> DocumentsService:
    """The service as a job of `person` finds it."""
    return worker_on_job(DocumentsService, stack, person, **{"reader": NearReader(), **given})


def work_off(stack: Stack, person: PersonId, **given: object) -> list[str]:
    """Do every job that `person` is owed, and those that follow; their kinds, in order."""
    service = worker_on_job(DocumentsService, stack, person, **{"reader": NearReader(), **given})
    ways = {
        ReadResume: service.read_resume,
        ReadJob: service.read_job,
        AdviseResume: service.advise_resume,
        AdviseJob: service.advise_job,
        JudgeFit: service.judge_fit,
    }
    tasks = {task.kind: task for task in ways}
    done = []
    while due := _take(service, person):
        task = tasks[due.kind]
        ways[task](task.model_validate(due.body, strict=False))
        done.append(due.kind)
    return done


def _take(service: DocumentsService, person: PersonId) -> Any:
    job = service.tables.job
    waiting = (job.c.person_id == person, job.c.state == "waiting")
    with service.db.transaction() as tx:
        first = select(job).where(*waiting).order_by(job.c.added_at, job.c.id).limit(1)
        row = tx.execute(first).one_or_none()
        if row is not None:
            tx.execute(update(job).where(job.c.id == row.id).values(state="done"))
    return row


def a_judged_fit(
    stack: Stack, person: PersonId | None = None, **given: object
) -> tuple[PersonId, FitView]:
    """Somebody with a résumé, a job description and the report of how they fit."""
    who = person or a_person()
    fit = ask_fit(stack, who, *give_both(stack, who))
    work_off(stack, who, **given)
    return who, documents(stack, who).find_fit(FindFit(fit_id=fit.fit_id))


def correct(
    stack: Stack, person: PersonId, resume_id: ResumeId, corrections: Corrections
) -> ResumeView:
    """What is there by now, with `corrections` in place of all that were before."""
    service = documents(stack, person)
    there = service.find_resume(FindResume(resume_id=resume_id))
    cmd = CorrectResume(resume_id=resume_id, version=there.version, corrections=corrections)
    return service.correct_resume(cmd)


def correct_job(
    stack: Stack, person: PersonId, job_id: JobDescriptionId, corrections: JobCorrections
) -> JobDescriptionView:
    """The same for a job description."""
    service = documents(stack, person)
    there = service.find_job_description(FindJobDescription(job_description_id=job_id))
    cmd = CorrectJobDescription(
        job_description_id=job_id, version=there.version, corrections=corrections
    )
    return service.correct_job_description(cmd)
