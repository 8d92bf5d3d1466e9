"""The API about résumés, job descriptions and how they fit."""

from uuid import UUID

from apiflask import APIBlueprint
from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from contracts.documents import (
    AddJobDescription,
    FindFit,
    FindJobDescription,
    FindResume,
    ListDocuments,
    RequestFit,
)
from contracts.message import FitId, JobDescriptionId, Message, ResumeId, Scope
from gateway.documents import examples
from gateway.documents.forms import resume_from_form, resume_from_json
from gateway.documents.original import as_attachment
from gateway.limits import upload_slot
from gateway.operation import KEYED, Located, operation
from gateway.privacy.erasure import erase
from gateway.privacy.examples import CASE
from gateway.session import mine

api: Blueprint = APIBlueprint("documents_api", __name__, url_prefix="/api/v1", tag="Documents")


@api.get("/documents")
@operation(examples.DOCUMENTS)
def list_documents() -> Message:
    """Everything given, newest first, without text and analysis"""
    return mine().documents.list_documents(ListDocuments())


@api.post("/resumes")
@operation(
    examples.RESUME_WAITING,
    status=202,
    fails=("not-json", "invalid-input", "too-large", "wrong-content-type", *KEYED),
)
def add_resume() -> Located:
    """Give a résumé

    As JSON with `text`, or with `data`: a file in base64; or as `multipart/form-data` with `file`.
    Poll `Location` until `state` is not `waiting`.
    """
    is_form = request.mimetype == "multipart/form-data"
    with upload_slot():
        command = resume_from_form() if is_form else resume_from_json()
        resume = mine().documents.add_resume(command)
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


@api.delete("/resumes/<uuid:resume_id>")
@operation(CASE, status=202, fails=("not-found",))
def delete_resume(resume_id: UUID) -> Located:
    """Delete a résumé with its analysis and fit reports"""
    return erase(Scope.RESUME, resume_id)


@api.post("/job-descriptions")
@operation(examples.JOB_WAITING, status=202, takes=examples.NEW_JOB, fails=KEYED)
def add_job_description(body: AddJobDescription) -> Located:
    """Give a job description"""
    job = mine().documents.add_job_description(body)
    return job, {
        "Location": url_for(".find_job_description", job_description_id=job.job_description_id)
    }


@api.get("/job-descriptions/<uuid:job_description_id>")
@operation(examples.JOB, fails=("not-found",))
def find_job_description(job_description_id: UUID) -> Message:
    """A job description with its analysis, once that is done"""
    query = FindJobDescription(job_description_id=JobDescriptionId(job_description_id))
    return mine().documents.find_job_description(query)


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
    """Compare a résumé with a job description"""
    fit = mine().documents.request_fit(body)
    return fit, {"Location": url_for(".find_fit", fit_id=fit.fit_id)}


@api.get("/fits/<uuid:fit_id>")
@operation(examples.FIT, fails=("not-found",))
def find_fit(fit_id: UUID) -> Message:
    """A fit report, once it is done"""
    return mine().documents.find_fit(FindFit(fit_id=FitId(fit_id)))
