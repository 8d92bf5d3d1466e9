"""The pages on which somebody corrects what was read: one form a page, and a way back from each."""

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from chassis.errors import NotFound
from contracts.analysis import ScopeLevel
from contracts.corrections import Corrections
from contracts.documents import CorrectResume, FindResume, RenameResume, ResumeView, WorkState
from contracts.message import ResumeId
from gateway.again import shows_again
from gateway.border import read_form
from gateway.documents import mending, skillset
from gateway.documents.checking import doubts, unread_lines
from gateway.documents.forms import (
    EntryForm,
    NewSkill,
    RoleForm,
    Sizes,
    Values,
    Versioned,
    VersionedTitle,
)
from gateway.documents.mending import SCOPE, SKILLS, VALUES, Part
from gateway.documents.ones import OWN
from gateway.documents.refusing import at_its_field, typed_or
from gateway.session import mine

pages = Blueprint(
    "corrections",
    __name__,
    url_prefix="/resumes/<uuid:resume_id>/corrections",
    template_folder="templates",
)

Change = Callable[[ResumeView], Corrections]


@pages.get("")
def show_corrections(resume_id: UUID) -> ResponseReturnValue:
    return _all_of(resume_id)


def show_among_all(resume_id: UUID, part: str, key: str) -> ResponseReturnValue:
    """The overview, with the one in sight whose change was refused."""
    return _all_of(resume_id, at=f"{part}-{key}")


def _all_of(resume_id: UUID, at: str = "") -> str:
    resume = _read(resume_id)
    return render_template(
        "documents/corrections.html",
        resume=resume,
        at=at,
        values=mending.values(resume),
        sizes=mending.sizes(resume),
        parts={part: mending.items(resume, part) for part in Part},
        skills=skillset.skills(resume),
        doubts=doubts(resume),
        unread=unread_lines(resume),
    )


@pages.get("/values")
def show_values(resume_id: UUID) -> ResponseReturnValue:
    resume = _read(resume_id)
    there = {value.name: value for value in mending.values(resume)}
    typed = typed_or({name: value.now for name, value in there.items()})
    return render_template(
        "documents/correct_values.html", resume=resume, there=there, typed_in=typed
    )


@pages.post("/values")
@shows_again(show_values)
def save_values(resume_id: UUID) -> ResponseReturnValue:
    sent = read_form(Values)
    return _correct(resume_id, sent, VALUES, lambda it: mending.changed(it, sent.said()))


@pages.get("/scope")
def show_scope(resume_id: UUID) -> ResponseReturnValue:
    resume = _read(resume_id)
    there = {size.name: size for size in mending.sizes(resume)}
    typed = typed_or({name: size.now for name, size in there.items()})
    return render_template(
        "documents/correct_scope.html",
        resume=resume,
        there=there,
        typed_in=typed,
        levels=tuple(level for level in ScopeLevel if level is not ScopeLevel.UNKNOWN),
    )


@pages.post("/scope")
@shows_again(show_scope)
def save_scope(resume_id: UUID) -> ResponseReturnValue:
    sent = read_form(Sizes)
    return _correct(resume_id, sent, SCOPE, lambda it: mending.resized(it, sent.said()))


@pages.get("/<part>/<key>")
def show_item(resume_id: UUID, part: str, key: str) -> ResponseReturnValue:
    resume, where = _read(resume_id), _part(part)
    there = mending.item(resume, where, key)
    said = there.shown.model_dump() if there else {}
    if where is Part.ROLES:
        said["bullets"] = "\n".join(said.get("bullets", ()))
    return render_template(
        "documents/correct_item.html",
        resume=resume,
        part=where,
        key=key,
        there=there,
        typed_in=typed_or(said),
    )


@pages.post("/<part>/<key>")
@shows_again(show_item)
def save_item(resume_id: UUID, part: str, key: str) -> ResponseReturnValue:
    where = _part(part)
    sent = read_form(RoleForm) if where is Part.ROLES else read_form(EntryForm)
    now = sent.said()
    return _correct(resume_id, sent, where, lambda it: mending.put(it, where, key, now))


@pages.post("/<part>/<key>/remove")
@shows_again(show_among_all)
def remove(resume_id: UUID, part: str, key: str) -> ResponseReturnValue:
    """Of one role or entry, or one skill."""
    notice = "deleted-own" if key.startswith(OWN) else "taken-out"
    return _correct(resume_id, read_form(Versioned), part, _removing(part, key), notice)


@pages.post("/<part>/<key>/confirm")
@shows_again(show_among_all)
def confirm(resume_id: UUID, part: str, key: str) -> ResponseReturnValue:
    """That one value, role, entry or skill was read rightly."""
    sent = read_form(Versioned)
    return _correct(
        resume_id, sent, "check", lambda it: mending.confirmed(it, part, key), "read-rightly"
    )


@pages.post("/<part>/<key>/undo")
@shows_again(show_among_all)
def undo(resume_id: UUID, part: str, key: str) -> ResponseReturnValue:
    """Of one value, one role or entry, or one skill that was taken out."""
    return _correct(resume_id, read_form(Versioned), part, _undoing(part, key), "undone")


@pages.post("/skills")
@shows_again(show_corrections)
def add_skill(resume_id: UUID) -> ResponseReturnValue:
    sent = read_form(NewSkill)
    return _correct(
        resume_id,
        sent,
        SKILLS,
        lambda it: it.corrections.model_copy(
            update={"skills_added": (*it.corrections.skills_added, sent.skill)}
        ),
    )


@pages.post("/undo")
@shows_again(show_corrections)
def undo_all(resume_id: UUID) -> ResponseReturnValue:
    return _correct(resume_id, read_form(Versioned), "main", lambda _: Corrections(), "undone")


@pages.post("/title")
@shows_again(show_corrections)
def rename(resume_id: UUID) -> ResponseReturnValue:
    sent = read_form(VersionedTitle)
    command = RenameResume(resume_id=ResumeId(resume_id), version=sent.version, title=sent.title)
    mine().documents.rename_resume(command)
    return _overview(resume_id, "main", "renamed")


def _resume(resume_id: UUID) -> ResumeView:
    return mine().documents.find_resume(FindResume(resume_id=ResumeId(resume_id)))


def _read(resume_id: UUID) -> ResumeView:
    """To be corrected; while it is being read, or was refused, its own page says more."""
    resume = _resume(resume_id)
    if resume.state is not WorkState.DONE:
        abort(redirect(url_for("documents.show_resume", resume_id=resume_id), code=303))
    return resume


def _part(name: str) -> Part:
    """Raises NotFound."""
    if name not in list(Part):
        raise NotFound("There is no such part of a résumé.")
    return Part(name)


def _correct(
    resume_id: UUID, sent: Versioned, anchor: str, change: Change, notice: str = "corrected"
) -> Response:
    """Save `change` of what is there; it counts only if that is still of the version sent."""
    changed = change(_resume(resume_id)).model_dump()
    with at_its_field():
        given = Corrections.model_validate(changed)
        command = CorrectResume(
            resume_id=ResumeId(resume_id), version=sent.version, corrections=given
        )
        mine().documents.correct_resume(command)
    return _overview(resume_id, anchor, notice)


def _removing(part: str, key: str) -> Change:
    if part == SKILLS:
        return lambda it: skillset.without_skill(it, key)
    where = _part(part)
    return lambda it: mending.put(it, where, key, None)


def _undoing(part: str, key: str) -> Change:
    if part == VALUES and key in Values.NAMES:
        return lambda it: it.corrections.model_copy(update={key: None})
    if part == SKILLS:
        return lambda it: skillset.with_skill(it, key)
    if part == SCOPE:
        return lambda it: mending.size_as_read(it, key)
    where = _part(part)
    return lambda it: mending.undo(it, where, key)


def _overview(resume_id: UUID, anchor: str, notice: str) -> Response:
    address = url_for(".show_corrections", resume_id=resume_id, notice=notice, _anchor=anchor)
    return redirect(address, code=303)
