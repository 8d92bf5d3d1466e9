"""How much a body may weigh, per route; set before anything of it is read."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import IO

from flask import Flask, Request, request

from chassis.errors import Unavailable
from contracts.documents import MAX_FILE_BYTES

KIB = 1024
ORDINARY_BYTES = 64 * KIB
ANSWER_BYTES = 320 * KIB
"""20,000 characters of up to 4 bytes, three times that when a form escapes them, and the rest."""
DOCUMENT_BYTES = MAX_FILE_BYTES * 4 // 3 + ORDINARY_BYTES
"""The largest file as base64 in JSON; documents itself refuses files over its limit."""

HEAVY = {
    "documents.add_resume": DOCUMENT_BYTES,
    "documents_api.add_resume": DOCUMENT_BYTES,
    "sending.preview_resume": DOCUMENT_BYTES,
    "sending_api.preview_resume": DOCUMENT_BYTES,
    "documents.add_job_description": DOCUMENT_BYTES,
    "documents_api.add_job_description": DOCUMENT_BYTES,
    "sending.preview_job": DOCUMENT_BYTES,
    "sending_api.preview_job": DOCUMENT_BYTES,
    "interview.answer": ANSWER_BYTES,
    "interview_api.answer": ANSWER_BYTES,
}
UPLOADS_AT_ONCE = 4
MAX_FORM_PARTS = 30

_UPLOADS = threading.BoundedSemaphore(UPLOADS_AT_ONCE)


class InMemoryRequest(Request):
    """Keeps an upload in memory: by default it would lie in a temporary file, in clear."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        return BytesIO()


def install(app: Flask) -> None:
    app.request_class = InMemoryRequest

    def set_limit() -> None:
        limit = HEAVY.get(request.endpoint or "", ORDINARY_BYTES)
        request.max_content_length = limit
        request.max_form_memory_size = limit
        request.max_form_parts = MAX_FORM_PARTS

    app.before_request(set_limit)


@contextmanager
def upload_slot() -> Iterator[None]:
    """One of the places for a large body on its way to a service. Raises Unavailable."""
    if not _UPLOADS.acquire(blocking=False):
        raise Unavailable("Many files are arriving at once. Please try again in a moment.")
    try:
        yield
    finally:
        _UPLOADS.release()
