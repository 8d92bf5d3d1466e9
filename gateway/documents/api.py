"""The API about résumés, job descriptions and how they fit."""

from uuid import UUID

from apiflask import APIBlueprint
from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from contracts.corrections import Corrections, JobCorrections
from contracts.documents import (
    CorrectJobDescription,
    CorrectResume,
    FindFit,
    FindJobDescription,
    FindResume,
    JobDescriptionView,
    ListDocuments,
    ReadJobDescriptionAgain,
    ReadResumeAgain,
    RenameJobDescription,
    RenameResume,
    RequestFit,
    ResumeView,
)
from contracts.message import FitId, JobDescriptionId, Message, ResumeId, Scope
from gateway.documents import examples
from gateway.documents.correcting_examples import JOB_CORRECTIONS
from gateway.documents.forms import (
    NewTitle,
    job_description_from_form,
    job_description_from_json,
    resume_from_form,
    resume_from_json,
)
from gateway.documents.original import as_attachment, as_json_resume
from gateway.freshness import version_asked, version_tag
from gateway.limits import upload_slot
from gateway.operation import KEYED, Located, operation
from gateway.privacy.erasure import erase
from gateway.privacy.examples import CASE
from gateway.session import mine

api: Blueprint = APIBlueprint("documents_api", __name__, url_prefix="/api/v1", tag="Documents")

CHANGED = ("not-found", "conflict", "not-ready", "changed-meanwhile", "version-needed")
"""How a change with `If-Match` can fail beyond its own reasons."""
BODY = ("not-json", "invalid-input", "too-large", "wrong-content-type")
"""How a body can fail that is a file or tells of one."""


@api.get("/documents")
@operation(examples.DOCUMENTS)
def list_documents() -> Message:
    """Everything given, newest first, without text and analysis"""
    return mine().documents.list_documents(ListDocuments())


@api.post("/resumes")
@operation(
    examples.RESUME_WAITING,
    status=202,
    fails=(*BODY, *KEYED),
)
def add_resume() -> Located:
    """Give a résumé

    As JSON with `text`, or with `data`: a file in base64; or as `multipart/form-data` with `file`.
    Poll `Location` until `state` is not `waiting`.
    """
    documents = mine().documents
    is_form = request.mimetype == "multipart/form-data"
    with upload_slot():
        resume = documents.add_resume(resume_from_form() if is_form else resume_from_json())
    return resume, {"Location": url_for(".find_resume", resume_id=resume.resume_id)}


@api.get("/resumes/<uuid:resume_id>")
@operation(examples.RESUME, fails=("not-found",))
def find_resume(resume_id: UUID) -> Message:
    """A résumé with its analysis, once that is done"""
    return mine().documents.find_resume(FindResume(resume_id=ResumeId(resume_id)))


@api.get("/resumes/<uuid:resume_id>/original")
@operation(None, fails=("not-found",))
def find_original(resume_id: UUID) -> ResponseReturnValue:
    """The file as it was given"""
    return as_attachment(mine().documents.find_original(FindResume(resume_id=ResumeId(resume_id))))


@api.get("/resumes/<uuid:resume_id>/jsonresume")
@operation(None, fails=("not-found", "not-ready"))
def find_json_resume(resume_id: UUID) -> ResponseReturnValue:
    """What was read and corrected, as JSON Resume 1.2.1"""
    return as_json_resume(mine().documents.find_resume(FindResume(resume_id=ResumeId(resume_id))))


@api.patch("/resumes/<uuid:resume_id>")
@operation(examples.RESUME, takes=NewTitle(title="Robin Sample"), fails=CHANGED)
def rename_resume(resume_id: UUID, body: NewTitle) -> Located:
    """Give a résumé another title; an empty one is the name that was read in it"""
    command = RenameResume(resume_id=ResumeId(resume_id), version=version_asked(), title=body.title)
    return _tagged(mine().documents.rename_resume(command))


@api.get("/resumes/<uuid:resume_id>/corrections")
@operation(examples.CORRECTIONS, fails=("not-found",))
def find_corrections(resume_id: UUID) -> Located:
    """What you have corrected, with the ETag that a change needs"""
    resume = mine().documents.find_resume(FindResume(resume_id=ResumeId(resume_id)))
    return resume.corrections, {"ETag": version_tag(resume.version)}


@api.put("/resumes/<uuid:resume_id>/corrections")
@operation(examples.RESUME, takes=examples.CORRECTIONS, fails=("invalid", *CHANGED))
def correct_resume(resume_id: UUID, body: Corrections) -> Located:
    """Correct what was read

    These are all corrections: one of before that is not sent is undone. They survive every new
    reading, and fit reports of this résumé are made again from them.
    """
    command = CorrectResume(
        resume_id=ResumeId(resume_id), version=version_asked(), corrections=body
    )
    return _tagged(mine().documents.correct_resume(command))


@api.post("/resumes/<uuid:resume_id>/readings")
@operation(examples.RESUME_WAITING, status=202, fails=("not-found", "conflict", *KEYED))
def read_resume_again(resume_id: UUID) -> Located:
    """Read the same file again, by today's engine; corrections stay

    Where its reading stopped (`progress.stage` is `parked`), that is tried again.
    """
    command = ReadResumeAgain(resume_id=ResumeId(resume_id))
    resume = mine().documents.read_resume_again(command)
    return resume, {"Location": url_for(".find_resume", resume_id=resume_id)}


@api.delete("/resumes/<uuid:resume_id>")
@operation(CASE, status=202, fails=("not-found",))
def delete_resume(resume_id: UUID) -> Located:
    """Delete a résumé with its analysis and fit reports"""
    return erase(Scope.RESUME, resume_id)


@api.post("/job-descriptions")
@operation(examples.JOB_WAITING, status=202, fails=(*BODY, *KEYED))
def add_job_description() -> Located:
    """Give a job description

    As a résumé: JSON with `text` or `data`, or `multipart/form-data` with `file`. Of a file its
    text is kept, and not the file.
    """
    documents = mine().documents
    is_form = request.mimetype == "multipart/form-data"
    with upload_slot():
        given = job_description_from_form() if is_form else job_description_from_json()
        job = documents.add_job_description(given)
    return job, {
        "Location": url_for(".find_job_description", job_description_id=job.job_description_id)
    }


@api.get("/job-descriptions/<uuid:job_description_id>")
@operation(examples.JOB, fails=("not-found",))
def find_job_description(job_description_id: UUID) -> Message:
    """A job description with its analysis, once that is done"""
    query = FindJobDescription(job_description_id=JobDescriptionId(job_description_id))
    return mine().documents.find_job_description(query)


@api.patch("/job-descriptions/<uuid:job_description_id>")
@operation(examples.JOB, takes=NewTitle(title="Backend engineer"), fails=CHANGED)
def rename_job_description(job_description_id: UUID, body: NewTitle) -> Located:
    """Give a job description another title; an empty one is the title that was read in it"""
    command = RenameJobDescription(
        job_description_id=JobDescriptionId(job_description_id),
        version=version_asked(),
        title=body.title,
    )
    return _tagged(mine().documents.rename_job_description(command))


@api.get("/job-descriptions/<uuid:job_description_id>/corrections")
@operation(JOB_CORRECTIONS, fails=("not-found",))
def find_job_corrections(job_description_id: UUID) -> Located:
    """What you have corrected of a job, with the ETag that a change needs"""
    query = FindJobDescription(job_description_id=JobDescriptionId(job_description_id))
    job = mine().documents.find_job_description(query)
    return job.corrections, {"ETag": version_tag(job.version)}


@api.put("/job-descriptions/<uuid:job_description_id>/corrections")
@operation(examples.JOB, takes=JOB_CORRECTIONS, fails=("invalid", *CHANGED))
def correct_job_description(job_description_id: UUID, body: JobCorrections) -> Located:
    """Correct what a job is and asks for

    As for a résumé. Every `quote`, title, employer, place and pay stands in the text of the job
    description.
    """
    command = CorrectJobDescription(
        job_description_id=JobDescriptionId(job_description_id),
        version=version_asked(),
        corrections=body,
    )
    return _tagged(mine().documents.correct_job_description(command))


@api.post("/job-descriptions/<uuid:job_description_id>/readings")
@operation(examples.JOB_WAITING, status=202, fails=("not-found", "conflict", *KEYED))
def read_job_description_again(job_description_id: UUID) -> Located:
    """Read the same text again, by today's engine; corrections stay

    Where its reading stopped (`progress.stage` is `parked`), that is tried again.
    """
    command = ReadJobDescriptionAgain(job_description_id=JobDescriptionId(job_description_id))
    job = mine().documents.read_job_description_again(command)
    address = url_for(".find_job_description", job_description_id=job_description_id)
    return job, {"Location": address}


@api.delete("/job-descriptions/<uuid:job_description_id>")
@operation(CASE, status=202, fails=("not-found",))
def delete_job_description(job_description_id: UUID) -> Located:
    """Delete a job description with its analysis and fit reports"""
    return erase(Scope.JOB_DESCRIPTION, job_description_id)


@api.post("/fits")
@operation(
    examples.FIT_WAITING,
    status=202,
    takes=examples.FIT_WANTED,
    fails=("not-found", "conflict", "not-ready", *KEYED),
)
def request_fit(body: RequestFit) -> Located:
    """Compare a résumé with a job description

    Twice for the same two is one fit. Where its judging stopped (`progress.stage` is `parked`),
    that is tried again.
    """
    fit = mine().documents.request_fit(body)
    return fit, {"Location": url_for(".find_fit", fit_id=fit.fit_id)}


@api.get("/fits/<uuid:fit_id>")
@operation(examples.FIT, fails=("not-found",))
def find_fit(fit_id: UUID) -> Message:
    """A fit report, once it is done"""
    return mine().documents.find_fit(FindFit(fit_id=FitId(fit_id)))


def _tagged(view: ResumeView | JobDescriptionView) -> Located:
    return view, {"ETag": version_tag(view.version)}
