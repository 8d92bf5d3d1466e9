"""Give a résumé and a job description, watch them being read, see how they fit."""

from uuid import UUID

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from contracts.documents import (
    FindFit,
    FindJobDescription,
    FindResume,
    ListDocuments,
    ReadJobDescriptionAgain,
    ReadResumeAgain,
    RenameJobDescription,
    RequestFit,
)
from contracts.message import FitId, JobDescriptionId, ResumeId
from gateway.again import shows_again
from gateway.border import read_form, read_query
from gateway.documents import asked, extraction
from gateway.documents.career import career_of
from gateway.documents.checking import by_place, doubts, unread_lines
from gateway.documents.forms import (
    Chosen,
    Place,
    VersionedTitle,
    job_description_from_form,
    resume_from_form,
)
from gateway.documents.lines import Lines, both_of, bullets_of, lines_of
from gateway.documents.mending import confirmed_keys
from gateway.documents.original import as_attachment, as_json_resume
from gateway.documents.quotes import job_spans, pieces, resume_spans
from gateway.house.told import may_be_sent
from gateway.limits import upload_slot
from gateway.render import shown
from gateway.session import mine, signed_in

pages = Blueprint("documents", __name__, template_folder="templates")


@pages.get("/resumes/new")
def new_resume() -> ResponseReturnValue:
    signed_in()
    return render_template("documents/new_resume.html", may_be_sent=may_be_sent(mine().documents))


@pages.post("/resumes")
@shows_again(new_resume)
def add_resume() -> ResponseReturnValue:
    with upload_slot():
        resume = mine().documents.add_resume(resume_from_form())
    return redirect(url_for(".show_resume", resume_id=resume.resume_id), code=303)


@pages.get("/resumes/<uuid:resume_id>")
def show_resume(resume_id: UUID) -> ResponseReturnValue:
    query = FindResume(resume_id=ResumeId(resume_id))
    resume = mine().documents.find_resume(query)
    marked = resume_spans(resume.analysis) if resume.analysis else []
    return shown(
        "documents/resume.html",
        "documents/_resume.html",
        resume=resume,
        extraction=extraction,
        career=career_of(resume.analysis.roles, resume.added_at) if resume.analysis else None,
        doubts=by_place(doubts(resume)),
        confirmed=confirmed_keys(resume) if resume.analysis else set(),
        unread=unread_lines(resume),
        lines=Lines({resume.resume_id: resume.text or ""}, bullets_of(resume.analysis)),
        pieces=pieces(resume.text or "", marked, _here()),
    )


@pages.get("/resumes/<uuid:resume_id>/original")
def download_original(resume_id: UUID) -> ResponseReturnValue:
    query = FindResume(resume_id=ResumeId(resume_id))
    return as_attachment(mine().documents.find_original(query))


@pages.get("/resumes/<uuid:resume_id>/jsonresume")
def download_json_resume(resume_id: UUID) -> ResponseReturnValue:
    query = FindResume(resume_id=ResumeId(resume_id))
    return as_json_resume(mine().documents.find_resume(query))


@pages.post("/resumes/<uuid:resume_id>/readings")
@shows_again(show_resume)
def read_resume_again(resume_id: UUID) -> ResponseReturnValue:
    mine().documents.read_resume_again(ReadResumeAgain(resume_id=ResumeId(resume_id)))
    return redirect(url_for(".show_resume", resume_id=resume_id), code=303)


@pages.get("/job-descriptions/new")
def new_job_description() -> ResponseReturnValue:
    signed_in()
    return render_template(
        "documents/new_job_description.html", may_be_sent=may_be_sent(mine().documents)
    )


@pages.post("/job-descriptions")
@shows_again(new_job_description)
def add_job_description() -> ResponseReturnValue:
    with upload_slot():
        job = mine().documents.add_job_description(job_description_from_form())
    address = url_for(".show_job_description", job_description_id=job.job_description_id)
    return redirect(address, code=303)


@pages.get("/job-descriptions/<uuid:job_description_id>")
def show_job_description(job_description_id: UUID) -> ResponseReturnValue:
    query = FindJobDescription(job_description_id=JobDescriptionId(job_description_id))
    job = mine().documents.find_job_description(query)
    return shown(
        "documents/job_description.html",
        "documents/_job_description.html",
        job=job,
        mine=asked.said_by_owner(job),
        facts={fact.name: fact for fact in asked.facts(job)} if job.analysis else {},
        extraction=extraction,
        pieces=pieces(job.text or "", job_spans(job.analysis), _here()),
    )


@pages.post("/job-descriptions/<uuid:job_description_id>/readings")
@shows_again(show_job_description)
def read_job_description_again(job_description_id: UUID) -> ResponseReturnValue:
    command = ReadJobDescriptionAgain(job_description_id=JobDescriptionId(job_description_id))
    mine().documents.read_job_description_again(command)
    address = url_for(".show_job_description", job_description_id=job_description_id)
    return redirect(address, code=303)


@pages.post("/job-descriptions/<uuid:job_description_id>/title")
@shows_again(show_job_description)
def rename_job_description(job_description_id: UUID) -> ResponseReturnValue:
    sent = read_form(VersionedTitle)
    command = RenameJobDescription(
        job_description_id=JobDescriptionId(job_description_id),
        version=sent.version,
        title=sent.title,
    )
    mine().documents.rename_job_description(command)
    address = url_for(
        ".show_job_description", job_description_id=job_description_id, notice="renamed"
    )
    return redirect(address, code=303)


@pages.get("/fits/new")
def new_fit() -> ResponseReturnValue:
    documents = mine().documents.list_documents(ListDocuments())
    chosen = read_query(Chosen)
    return render_template("documents/new_fit.html", documents=documents, chosen=chosen)


@pages.post("/fits")
@shows_again(new_fit)
def request_fit() -> ResponseReturnValue:
    fit = mine().documents.request_fit(read_form(RequestFit))
    return redirect(url_for(".show_fit", fit_id=fit.fit_id), code=303)


@pages.get("/fits/<uuid:fit_id>")
def show_fit(fit_id: UUID) -> ResponseReturnValue:
    fit = mine().documents.find_fit(FindFit(fit_id=FitId(fit_id)))
    both = both_of(fit)
    return shown(
        "documents/fit.html",
        "documents/_fit.html",
        fit=fit,
        resume=both.resume if both else None,
        job=both.job if both else None,
        lines=lines_of(both),
        extraction=extraction,
    )


def _here() -> tuple[int, int] | None:
    place = read_query(Place)
    return None if place.start is None or place.end is None else (place.start, place.end)
