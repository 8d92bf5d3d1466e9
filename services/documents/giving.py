"""What somebody gives to be read: whether it can be taken, and as which bytes. Pure."""

import codecs
import re

from chassis.errors import Invalid
from contracts.documents import MAX_CHARACTERS, AddJobDescription, AddResume, Media

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def check_resume(cmd: AddResume) -> None:
    """Raises Invalid for pasted text that is no text, or too much. Files are judged when read."""
    if not cmd.data:
        raise Invalid("This file is empty.", code="resume-empty", field="data")
    if cmd.media is not Media.TEXT:
        return
    try:
        text = cmd.data.decode("utf-8")
    except UnicodeDecodeError:
        raise Invalid("This is no text in UTF-8.", code="resume-no-text", field="data") from None
    if len(text) > MAX_CHARACTERS:
        raise Invalid(
            f"A résumé may have {MAX_CHARACTERS:,} characters.",
            code="resume-too-long",
            field="data",
        )
    check_text(text)


def given_job(cmd: AddJobDescription) -> bytes:
    """The file, or the pasted text as one. Raises Invalid for none, or both."""
    if cmd.data and cmd.text.strip():
        raise Invalid(
            "A file and a text were sent, and only one can be the job description.",
            code="job-twice",
            field="text",
        )
    if cmd.data:
        return cmd.data
    check_text(cmd.text)
    return as_file(cmd.text)


def as_file(text: str) -> bytes:
    """Pasted text as a file in UTF-8, which its mark says.

    So it is text whatever its first letters are. Marks of control show nothing, and only files
    that are no text have them.
    """
    return codecs.BOM_UTF8 + _CONTROLS.sub("", text).encode()


def check_text(text: str) -> None:
    """Raises Invalid for text that shows nothing."""
    if not text.strip():
        raise Invalid("There is no text in this.", code="text-empty", field="text")
