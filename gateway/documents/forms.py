"""What a browser or a program may send about résumés, job descriptions and fits."""

from typing import Annotated, ClassVar

from flask import request
from pydantic import Field
from werkzeug.datastructures import FileStorage

from contracts.analysis import Month, Seniority, Strength
from contracts.corrections import (
    MAX_ITEMS,
    MAX_LOOKED_FOR,
    MAX_POINT,
    MAX_POINTS,
    MAX_SHORT_TEXT,
    MAX_YEARS,
    OwnEntry,
    OwnFacts,
    OwnRequirement,
    OwnRole,
    ShortText,
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
from contracts.work import Remote
from gateway.border import BadInput, Wrong, read_form, read_json

MAX_TITLE = 200
MARKS = "-–•*· \t"
NOTHING = "Choose a file or paste the text."
TWO = "A file and a text were sent, and only one can be the {what}. Send one of them."


class NewDocument(Message):
    """Either `text`, or `data`: a file in base64."""

    WHAT: ClassVar = "document"

    title: Title = ""
    text: Annotated[str, Field(max_length=MAX_CHARACTERS)] = ""
    data: Annotated[bytes, Field(max_length=MAX_FILE_BYTES)] = b""

    def check(self) -> None:
        """Raises BadInput unless there is either text or a file."""
        if self.data and self.text.strip():
            raise BadInput((Wrong("text", TWO.format(what=self.WHAT)),))
        if not self.data and not self.text.strip():
            raise BadInput((Wrong("text", NOTHING),))


class NewResume(NewDocument):
    WHAT: ClassVar = "résumé"

    def as_command(self) -> AddResume:
        """Raises BadInput, as above."""
        self.check()
        if self.data:
            return AddResume(title=self.title, media=Media.FILE, data=self.data)
        return AddResume(title=self.title, media=Media.TEXT, data=self.text.encode())


class NewJobDescription(NewDocument):
    WHAT: ClassVar = "job description"

    def as_command(self) -> AddJobDescription:
        """Raises BadInput, as above."""
        self.check()
        text = "" if self.data else self.text
        return AddJobDescription(title=self.title, text=text, data=self.data)


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

    name: ShortText = ""
    headline: ShortText = ""
    email: ShortText = ""
    phone: ShortText = ""
    location: ShortText = ""
    links: Annotated[str, Field(max_length=MAX_SHORT_TEXT * 20)] = ""

    def said(self) -> dict[str, object]:
        lines = _lines(self.links, "links", MAX_SHORT_TEXT, MAX_ITEMS)
        return {name: getattr(self, name) for name in self.NAMES} | {"links": lines}


class Sizes(Versioned):
    """How large the work was; left empty, it is not said."""

    people: ShortText = ""
    users: ShortText = ""
    money: ShortText = ""
    region: ShortText = ""
    level: ShortText = ""

    def said(self) -> dict[str, str]:
        return self.model_dump(exclude={"version"})


class RoleForm(Versioned):
    """One line of work per line of `bullets`."""

    title: ShortText
    employer: ShortText = ""
    start: Month | None = None
    end: Month | None = None
    is_current: bool = False
    bullets: Annotated[str, Field(max_length=MAX_POINT * MAX_POINTS)] = ""

    def said(self) -> OwnRole:
        known = self.model_dump(exclude={"version", "bullets"})
        return OwnRole(**known, bullets=_lines(self.bullets, "bullets", MAX_POINT, MAX_POINTS))


class EntryForm(Versioned):
    title: ShortText
    detail: ShortText = ""
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
    looked_for: Annotated[str, Field(max_length=MAX_SHORT_TEXT * MAX_LOOKED_FOR)] = ""

    def said(self, *, is_own: bool) -> OwnRequirement:
        """What its owner added and says no more of is read by the rules; what was read is theirs
        to empty.
        """
        lines = _lines(self.looked_for, "looked_for", MAX_SHORT_TEXT, MAX_LOOKED_FOR)
        known = self.model_dump(exclude={"version", "looked_for"})
        return OwnRequirement(**known, looked_for=None if is_own and not lines else lines)


class FactsForm(Versioned):
    """What job it is; left empty, it is not said."""

    title: ShortText = ""
    employer: ShortText = ""
    place: ShortText = ""
    mode: Remote = Remote.UNKNOWN
    pay: ShortText = ""
    level: Seniority = Seniority.UNKNOWN

    def said(self) -> OwnFacts:
        return OwnFacts(**self.model_dump(exclude={"version"}))


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


def job_description_from_json() -> AddJobDescription:
    return read_json(NewJobDescription, request).as_command()


def resume_from_form() -> AddResume:
    """The file that was chosen, named as it was, or the pasted text. Raises BadInput."""
    upload = _upload()
    if upload is None:
        return read_form(NewResume).as_command()
    title = _given_title() or _name_of(upload)
    return NewResume(title=title[:MAX_TITLE], text=_pasted(), data=_bytes_of(upload)).as_command()


def job_description_from_form() -> AddJobDescription:
    """As above; but a job is called what is read in it, whatever its file is called."""
    upload = _upload()
    if upload is None:
        return read_form(NewJobDescription).as_command()
    title = _given_title()[:MAX_TITLE]
    return NewJobDescription(title=title, text=_pasted(), data=_bytes_of(upload)).as_command()


def _upload() -> FileStorage | None:
    """None where no file was chosen."""
    upload = request.files.get("file")
    return upload if upload is not None and upload.filename else None


def _bytes_of(upload: FileStorage) -> bytes:
    """Raises BadInput for none and for too many."""
    data: bytes = upload.read()
    if len(data) > MAX_FILE_BYTES:
        raise BadInput((Wrong("file", "This file is larger than 5 MB, which is the limit."),))
    if not data:
        raise BadInput((Wrong("file", "This file is empty."),))
    return data


def _given_title() -> str:
    return request.form.get("title", "").strip()


def _pasted() -> str:
    return request.form.get("text", "").strip()[:MAX_CHARACTERS]


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
