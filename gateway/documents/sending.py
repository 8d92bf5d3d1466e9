"""Pages about a provider: what would be sent of a document, and what was."""

from uuid import UUID

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from chassis.errors import Invalid, Refused
from contracts.disclosure import FindJobSending, FindResumeSending
from contracts.message import JobDescriptionId, ResumeId
from gateway.again import shows_again
from gateway.border import BadInput, Wrong
from gateway.documents.extraction import refusal_of
from gateway.documents.forms import job_description_from_form, resume_from_form
from gateway.documents.pages import new_job_description, new_resume
from gateway.house.told import disclosures
from gateway.limits import upload_slot
from gateway.session import mine

pages = Blueprint("sending", __name__, template_folder="templates")


@pages.post("/resumes/preview")
@shows_again(new_resume)
def preview_resume() -> ResponseReturnValue:
    """Before anything is given: nothing of it is kept, and nothing is sent."""
    with upload_slot():
        command = resume_from_form()
        try:
            view = mine().documents.preview_resume(command)
        except Invalid as wrong:
            raise _as_told(wrong) from None
    return render_template("documents/sending.html", view=view, is_preview=True)


@pages.post("/job-descriptions/preview")
@shows_again(new_job_description)
def preview_job() -> ResponseReturnValue:
    with upload_slot():
        command = job_description_from_form()
        try:
            view = mine().documents.preview_job(command)
        except Invalid as wrong:
            raise _as_told(wrong) from None
    return render_template("documents/sending.html", view=view, is_preview=True)


@pages.get("/resumes/<uuid:resume_id>/sending")
def show_resume_sending(resume_id: UUID) -> ResponseReturnValue:
    query = FindResumeSending(resume_id=ResumeId(resume_id))
    view = mine().documents.find_resume_sending(query)
    return render_template("documents/sending.html", view=view)


@pages.get("/job-descriptions/<uuid:job_description_id>/sending")
def show_job_sending(job_description_id: UUID) -> ResponseReturnValue:
    query = FindJobSending(job_description_id=JobDescriptionId(job_description_id))
    view = mine().documents.find_job_sending(query)
    return render_template("documents/sending.html", view=view)


@pages.get("/sending")
def show_disclosures() -> ResponseReturnValue:
    """Everything that was ever sent of the person who asks."""
    return render_template("documents/disclosures.html", view=disclosures())


def _as_told(wrong: Invalid) -> Refused:
    """A file that cannot be read is refused in the words of the page that would have kept it."""
    said = refusal_of(wrong.code)
    return BadInput((Wrong("file", f"{said.why} {said.instead}"),)) if said else wrong
