"""What a browser or a program may send about résumés, job descriptions and fits."""

from typing import Annotated, ClassVar

from flask import request
from pydantic import Field
from werkzeug.datastructures import FileStorage

from contracts.analysis import Month, Strength
from contracts.corrections import (
    MAX_ITEMS,
    MAX_LOOKED_FOR,
    MAX_POINT,
    MAX_POINTS,
    MAX_WORDS,
    MAX_YEARS,
    OwnEntry,
    OwnRequirement,
    OwnRole,
    Words,
)
from contracts.documents import (
    MAX_CHARACTERS,
    MAX_FILE_BYTES,
    AddJobDescription,
    AddResume,
    Media,
    Title,
)
from contracts.message import JobDescriptionId, Message, ResumeId
from gateway.border import BadInput, Wrong, read_form, read_json

MAX_TITLE = 200
MARKS = "-–•*· \t"
NO_RESUME = "Choose a file or paste the text."
TWO_RESUMES = "A file and a text were sent, and only one can be the résumé. Send one of them."


class NewResume(Message):
    """Either `text`, or `data`: a file in base64."""

    title: Title = ""
    text: Annotated[str, Field(max_length=MAX_CHARACTERS)] = ""
    data: Annotated[bytes, Field(max_length=MAX_FILE_BYTES)] = b""

    def as_command(self) -> AddResume:
        """Raises BadInput unless there is either text or a file."""
        if self.data and self.text.strip():
            raise BadInput((Wrong("text", TWO_RESUMES),))
        if self.data:
            return AddResume(title=self.title, media=Media.FILE, data=self.data)
        if self.text.strip():
            return AddResume(title=self.title, media=Media.TEXT, data=self.text.encode())
        raise BadInput((Wrong("text", NO_RESUME),))


class NewJobDescription(Message):
    title: Title = ""
    text: Annotated[str, Field(min_length=1, max_length=MAX_CHARACTERS)]

    def as_command(self) -> AddJobDescription:
        return AddJobDescription(title=self.title, text=self.text)


class NewTitle(Message):
    title: Title


class Versioned(Message):
    """`version` is what the form was made from."""

    version: Annotated[int, Field(ge=0)]


class VersionedTitle(Versioned):
    title: Title = ""


class NewSkill(Versioned):
    skill: Annotated[str, Field(max_length=100)]


class Values(Versioned):
    """Who somebody is and how to reach them; left empty, there is none. One link per line."""

    NAMES: ClassVar = ("name", "headline", "email", "phone", "location", "links")

    name: Words = ""
    headline: Words = ""
    email: Words = ""
    phone: Words = ""
    location: Words = ""
    links: Annotated[str, Field(max_length=MAX_WORDS * 20)] = ""

    def said(self) -> dict[str, object]:
        lines = _lines(self.links, "links", MAX_WORDS, MAX_ITEMS)
        return {name: getattr(self, name) for name in self.NAMES} | {"links": lines}


class Sizes(Versioned):
    """How large the work was; left empty, it is not said."""

    people: Words = ""
    users: Words = ""
    money: Words = ""
    region: Words = ""
    level: Words = ""

    def said(self) -> dict[str, str]:
        return self.model_dump(exclude={"version"})


class RoleForm(Versioned):
    """One line of work per line of `bullets`."""

    title: Words
    employer: Words = ""
    start: Month | None = None
    end: Month | None = None
    is_current: bool = False
    bullets: Annotated[str, Field(max_length=MAX_POINT * MAX_POINTS)] = ""

    def said(self) -> OwnRole:
        known = self.model_dump(exclude={"version", "bullets"})
        return OwnRole(**known, bullets=_lines(self.bullets, "bullets", MAX_POINT, MAX_POINTS))


class EntryForm(Versioned):
    title: Words
    detail: Words = ""
    start: Month | None = None
    end: Month | None = None

    def said(self) -> OwnEntry:
        return OwnEntry(**self.model_dump(exclude={"version"}))


class RequirementForm(Versioned):
    """One thing per line of `looked_for`, with its alternatives."""

    quote: Annotated[str, Field(min_length=1, max_length=MAX_POINT)]
    strength: Strength
    is_gate: bool = False
    min_years: Annotated[float, Field(ge=0, le=MAX_YEARS)] | None = None
    looked_for: Annotated[str, Field(max_length=MAX_WORDS * MAX_LOOKED_FOR)] = ""

    def said(self, *, is_own: bool) -> OwnRequirement:
        """What its owner added and says no more of is read by the rules; what was read is theirs
        to empty.
        """
        lines = _lines(self.looked_for, "looked_for", MAX_WORDS, MAX_LOOKED_FOR)
        known = self.model_dump(exclude={"version", "looked_for"})
        return OwnRequirement(**known, looked_for=None if is_own and not lines else lines)


class Chosen(Message):
    """The document from whose page somebody came to compare it."""

    resume_id: ResumeId | None = None
    job_description_id: JobDescriptionId | None = None


class Place(Message):
    """Which quote of a document to show: half-open, in characters."""

    start: Annotated[int, Field(ge=0)] | None = None
    end: Annotated[int, Field(ge=0)] | None = None


def resume_from_json() -> AddResume:
    return read_json(NewResume, request).as_command()


def resume_from_form() -> AddResume:
    """The file that was chosen, named as it was, or the pasted text. Raises BadInput."""
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        return read_form(NewResume).as_command()
    data = upload.read()
    if len(data) > MAX_FILE_BYTES:
        raise BadInput((Wrong("file", "This file is larger than 5 MB, which is the limit."),))
    if not data:
        raise BadInput((Wrong("file", "This file is empty."),))
    if request.form.get("text", "").strip():
        raise BadInput((Wrong("text", TWO_RESUMES),))
    title = request.form.get("title", "").strip() or _name_of(upload)
    return AddResume(title=title[:MAX_TITLE], media=Media.FILE, data=data)


def job_description_from_form() -> AddJobDescription:
    return read_form(NewJobDescription).as_command()


def _lines(text: str, field: str, most_characters: int, most: int) -> tuple[str, ...]:
    """Without the marks of bullets. Raises BadInput with the limit that was passed."""
    lines = tuple(line for each in text.splitlines() if (line := each.strip().lstrip(MARKS)))
    if any(len(line) > most_characters for line in lines):
        raise BadInput((Wrong(field, f"A line may have {most_characters:,} characters."),))
    if len(lines) > most:
        raise BadInput((Wrong(field, f"There may be {most} lines."),))
    return lines


def _name_of(upload: FileStorage) -> str:
    """The file's own name, without folders and its ending."""
    name = (upload.filename or "").replace("\\", "/").rsplit("/", 1)[-1]
    return name.rsplit(".", 1)[0]
