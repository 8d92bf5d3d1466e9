"""A person's own file, given back as it came or as JSON Resume: to keep, never to open inside a
page of ours.
"""

import json
from io import BytesIO

from flask import send_file
from werkzeug.wrappers import Response

from chassis.errors import Conflict
from chassis.jsonresume import json_resume
from contracts.documents import Original, ResumeView, WorkState

SUFFIXES = {
    "pdf": "pdf",
    "docx": "docx",
    "text": "txt",
    "txt": "txt",
    "markdown": "md",
    "html": "html",
    "json_resume": "json",
    "json": "json",
}


def as_attachment(original: Original) -> Response:
    """Whatever the file is, no browser runs it: an attachment, sandboxed, of no known type."""
    suffix = SUFFIXES.get(original.format, "bin")
    name = f"{original.title}.{suffix}"
    return _attachment(original.data, name, "application/octet-stream")


def as_json_resume(resume: ResumeView) -> Response:
    """What was read and corrected. Raises Conflict unless it is read."""
    if resume.state is WorkState.REFUSED:
        raise Conflict("This could not be read, so there is nothing to export.")
    if resume.analysis is None:
        raise Conflict("This is still being worked on.", code="not-ready", retry_after_s=1)
    told = json.dumps(json_resume(resume.analysis), ensure_ascii=False, indent=2)
    return _attachment(told.encode(), f"{resume.title}.json", "application/json")


def _attachment(data: bytes, name: str, mimetype: str) -> Response:
    response = send_file(
        BytesIO(data), mimetype=mimetype, as_attachment=True, download_name=name, etag=False
    )
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
