"""What a browser or a program may send about résumés, job descriptions and fits."""

import unicodedata
from typing import Annotated

from flask import request
from pydantic import Field, TypeAdapter, ValidationError
from werkzeug.datastructures import FileStorage

from contracts.documents import (
    MAX_CHARACTERS,
    MAX_FILE_BYTES,
    AddJobDescription,
    AddResume,
    Media,
    Title,
)
from contracts.message import Message
from gateway.border import BadInput, Wrong, read_form, read_json

MAX_TITLE = 200
FALLBACK_RESUME = "My résumé"
FALLBACK_JOB = "A job description"
NO_RESUME = "Choose a file or paste the text."


class NewResume(Message):
    """Either `text`, or `data`: a file in base64."""

    title: Title = FALLBACK_RESUME
    text: Annotated[str, Field(max_length=MAX_CHARACTERS)] = ""
    data: Annotated[bytes, Field(max_length=MAX_FILE_BYTES)] = b""

    def as_command(self) -> AddResume:
        """Raises BadInput where there is neither text nor a file."""
        if self.data:
            return AddResume(title=self.title, media=Media.FILE, data=self.data)
        if self.text.strip():
            return AddResume(title=self.title, media=Media.TEXT, data=self.text.encode())
        raise BadInput((Wrong("text", NO_RESUME),))


class NewJobDescription(Message):
    title: Title = FALLBACK_JOB
    text: Annotated[str, Field(min_length=1, max_length=MAX_CHARACTERS)]

    def as_command(self) -> AddJobDescription:
        return AddJobDescription(title=self.title, text=self.text)


class Place(Message):
    """Which quote of a document to show: half-open, in characters."""

    start: Annotated[int, Field(ge=0)] | None = None
    end: Annotated[int, Field(ge=0)] | None = None


def resume_from_json() -> AddResume:
    return read_json(NewResume, request).as_command()


def resume_from_form() -> AddResume:
    """A file where one was chosen, else the pasted text. Raises BadInput."""
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        return read_form(NewResume).as_command()
    data = upload.read()
    if len(data) > MAX_FILE_BYTES:
        raise BadInput((Wrong("file", "This file is larger than 5 MB, which is the limit."),))
    if not data:
        raise BadInput((Wrong("file", "This file is empty."),))
    title = _title(request.form.get("title", "")) or _name_of(upload) or FALLBACK_RESUME
    return AddResume(title=title, media=Media.FILE, data=data)


def job_description_from_form() -> AddJobDescription:
    return read_form(NewJobDescription).as_command()


def _name_of(upload: FileStorage) -> str:
    """The file's own name without folders, controls and marks that turn text around."""
    name = (upload.filename or "").replace("\\", "/").rsplit("/", 1)[-1]
    return _title(name.rsplit(".", 1)[0])


def _title(sent: str) -> str:
    visible = "".join(char for char in sent if unicodedata.category(char)[0] != "C").strip()
    try:
        return TypeAdapter(Title).validate_python(visible[:MAX_TITLE])
    except ValidationError:
        return ""
