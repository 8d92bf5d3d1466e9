"""What a browser or a program may send about résumés, job descriptions and fits."""

from typing import Annotated

from flask import request
from pydantic import Field
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


def _name_of(upload: FileStorage) -> str:
    """The file's own name, without folders and its ending."""
    name = (upload.filename or "").replace("\\", "/").rsplit("/", 1)[-1]
    return name.rsplit(".", 1)[0]
