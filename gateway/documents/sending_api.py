"""The API about a provider: what would be sent of a document, and what was."""

from uuid import UUID

from apiflask import APIBlueprint
from flask import Blueprint, request

from contracts.disclosure import FindJobSending, FindResumeSending
from contracts.message import JobDescriptionId, Message, ResumeId
from gateway.documents import sending_examples
from gateway.documents.api import BODY
from gateway.documents.forms import (
    job_description_from_form,
    job_description_from_json,
    resume_from_form,
    resume_from_json,
)
from gateway.house.told import disclosures
from gateway.limits import upload_slot
from gateway.operation import operation
from gateway.session import mine

api: Blueprint = APIBlueprint("sending_api", __name__, url_prefix="/api/v1", tag="Documents")


@api.post("/resumes/preview")
@operation(sending_examples.WOULD_SEND, fails=BODY)
def preview_resume() -> Message:
    """What would be sent to a provider of this résumé

    Takes what giving a résumé takes. Nothing is kept, and nothing is sent.
    """
    documents = mine().documents
    is_form = request.mimetype == "multipart/form-data"
    with upload_slot():
        return documents.preview_resume(resume_from_form() if is_form else resume_from_json())


@api.post("/job-descriptions/preview")
@operation(sending_examples.WOULD_SEND, fails=BODY)
def preview_job() -> Message:
    """What would be sent to a provider of this job description

    Takes what giving a job description takes. Nothing is kept, and nothing is sent.
    """
    documents = mine().documents
    is_form = request.mimetype == "multipart/form-data"
    with upload_slot():
        given = job_description_from_form() if is_form else job_description_from_json()
        return documents.preview_job(given)


@api.get("/resumes/<uuid:resume_id>/sending")
@operation(sending_examples.SENDING, fails=("not-found",))
def find_resume_sending(resume_id: UUID) -> Message:
    """What is sent of a résumé, and what was"""
    query = FindResumeSending(resume_id=ResumeId(resume_id))
    return mine().documents.find_resume_sending(query)


@api.get("/job-descriptions/<uuid:job_description_id>/sending")
@operation(sending_examples.SENDING, fails=("not-found",))
def find_job_sending(job_description_id: UUID) -> Message:
    """What is sent of a job description, and what was"""
    query = FindJobSending(job_description_id=JobDescriptionId(job_description_id))
    return mine().documents.find_job_sending(query)


@api.get("/disclosures")
@operation(sending_examples.DISCLOSURES)
def find_disclosures() -> Message:
    """Every call to a provider about you, newest first"""
    return disclosures()
