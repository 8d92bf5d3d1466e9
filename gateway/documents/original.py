"""A person's own file, given back as it came: to keep, never to open inside a page of ours."""

from io import BytesIO

from flask import send_file
from werkzeug.wrappers import Response

from contracts.documents import Original

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
    response = send_file(
        BytesIO(original.data),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=f"{original.title}.{suffix}",
        etag=False,
    )
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
