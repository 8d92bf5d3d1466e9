"""The pages on which somebody corrects what a job was read to be and to ask for."""

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from contracts.analysis import Seniority, Strength
from contracts.corrections import JobCorrections
from contracts.documents import (
    CorrectJobDescription,
    FindJobDescription,
    JobDescriptionView,
    WorkState,
)
from contracts.message import JobDescriptionId
from contracts.work import Remote
from gateway.again import shows_again
from gateway.border import read_form, read_query
from gateway.documents import asked
from gateway.documents.forms import FactsForm, Place, RequirementForm, Versioned
from gateway.documents.ones import NEW, OWN
from gateway.documents.refusing import at_its_field, typed_or
from gateway.session import mine

pages = Blueprint(
    "job_corrections",
    __name__,
    url_prefix="/job-descriptions/<uuid:job_description_id>/corrections",
    template_folder="templates",
)

Change = Callable[[JobDescriptionView], JobCorrections]


@pages.get("")
def show_corrections(job_description_id: UUID) -> ResponseReturnValue:
    return _all_of(job_description_id)


def show_among_all(job_description_id: UUID, key: str) -> ResponseReturnValue:
    """The overview, with the one in sight whose change was refused."""
    return _all_of(job_description_id, at=key)


def show_among_facts(job_description_id: UUID, name: str) -> ResponseReturnValue:
    return _all_of(job_description_id, at=f"facts-{name}")


def _all_of(job_description_id: UUID, at: str = "") -> str:
    job = _read(job_description_id)
    return render_template(
        "documents/correct_job.html",
        job=job,
        at=at,
        facts=asked.facts(job),
        found=asked.requirements(job),
        unread=asked.unread(job),
        strengths=tuple(Strength),
    )


@pages.get("/facts")
def show_facts(job_description_id: UUID) -> ResponseReturnValue:
    job = _read(job_description_id)
    there = {fact.name: fact for fact in asked.facts(job)}
    return render_template(
        "documents/correct_facts.html",
        job=job,
        there=there,
        typed_in=typed_or({name: fact.now for name, fact in there.items()}),
        modes=tuple(mode for mode in Remote if mode is not Remote.UNKNOWN),
        levels=tuple(level for level in Seniority if level is not Seniority.UNKNOWN),
    )


@pages.post("/facts")
@shows_again(show_facts)
def save_facts(job_description_id: UUID) -> ResponseReturnValue:
    sent = read_form(FactsForm)
    return _correct(job_description_id, sent, lambda job: asked.changed(job, sent.said()))


@pages.post("/facts/<name>/undo")
@shows_again(show_among_facts)
def undo_fact(job_description_id: UUID, name: str) -> ResponseReturnValue:
    sent = read_form(Versioned)
    return _correct(job_description_id, sent, lambda job: asked.fact_as_read(job, name), "undone")


@pages.get("/requirements/<key>")
def show_requirement(job_description_id: UUID, key: str) -> ResponseReturnValue:
    job, place = _read(job_description_id), read_query(Place)
    there = asked.requirement(job, key)
    said = there.shown.model_dump() if there else {}
    said["looked_for"] = "\n".join(said.get("looked_for") or ())
    if key == NEW:
        said["quote"] = asked.words_at(job, place.start, place.end)
    return render_template(
        "documents/correct_requirement.html",
        job=job,
        key=key,
        there=there,
        typed_in=typed_or(said),
        strengths=tuple(Strength),
    )


@pages.post("/requirements/<key>")
@shows_again(show_requirement)
def save_requirement(job_description_id: UUID, key: str) -> ResponseReturnValue:
    sent = read_form(RequirementForm)
    now = sent.said(is_own=key == NEW or key.startswith(OWN))
    return _correct(job_description_id, sent, lambda job: asked.put(job, key, now))


@pages.post("/requirements/<key>/remove")
@shows_again(show_among_all)
def remove(job_description_id: UUID, key: str) -> ResponseReturnValue:
    """The job does not ask for it."""
    sent = read_form(Versioned)
    notice = "deleted-own" if key.startswith(OWN) else "taken-out"
    return _correct(job_description_id, sent, lambda job: asked.put(job, key, None), notice)


@pages.post("/requirements/<key>/undo")
@shows_again(show_among_all)
def undo(job_description_id: UUID, key: str) -> ResponseReturnValue:
    sent = read_form(Versioned)
    return _correct(job_description_id, sent, lambda job: asked.undo(job, key), "undone")


@pages.post("/undo")
@shows_again(show_corrections)
def undo_all(job_description_id: UUID) -> ResponseReturnValue:
    sent = read_form(Versioned)
    return _correct(job_description_id, sent, lambda _: JobCorrections(), "undone")


def _job(job_description_id: UUID) -> JobDescriptionView:
    query = FindJobDescription(job_description_id=JobDescriptionId(job_description_id))
    return mine().documents.find_job_description(query)


def _read(job_description_id: UUID) -> JobDescriptionView:
    """To be corrected; while it is being read, its own page says more."""
    job = _job(job_description_id)
    if job.state is not WorkState.DONE:
        address = url_for("documents.show_job_description", job_description_id=job_description_id)
        abort(redirect(address, code=303))
    return job


def _correct(
    job_description_id: UUID, sent: Versioned, change: Change, notice: str = "corrected"
) -> Response:
    """Save `change` of what is there; it counts only if that is still of the version sent."""
    with at_its_field():
        given = JobCorrections.model_validate(change(_job(job_description_id)).model_dump())
        command = CorrectJobDescription(
            job_description_id=JobDescriptionId(job_description_id),
            version=sent.version,
            corrections=given,
        )
        mine().documents.correct_job_description(command)
    address = url_for(
        ".show_corrections", job_description_id=job_description_id, notice=notice, _anchor="main"
    )
    return redirect(address, code=303)
