"""What may be kept, and for how long; 304 for a poll that would learn nothing new; and the
version that a change was made from.
"""

import re

from flask import Flask, request
from werkzeug.wrappers import Response

ONE_YEAR_S = 31_536_000
NO_VERSION = 0
"""What no thing has: a change of it is refused."""

_TAG = re.compile(r'"(\d{1,9})"')


def install(app: Flask) -> None:
    """Nothing personal is ever stored on the way; only files of ours with a fingerprint are."""

    def say(response: Response) -> Response:
        response.headers["Cache-Control"] = _rule(response)
        is_polled = request.method in {"GET", "HEAD"} and request.path.startswith("/api/")
        if is_polled and response.status_code in {200, 202} and not response.is_streamed:
            response.add_etag()
            return response.make_conditional(request)
        return response

    app.after_request(say)


def version_tag(version: int) -> str:
    """The strong ETag of what can be changed (RFC 9110, 8.8.3)."""
    return f'"{version}"'


def version_asked() -> int | None:
    """The version in If-Match (RFC 9110, 13.1.1); None where nobody says."""
    sent = request.headers.get("If-Match")
    if sent is None:
        return None
    found = _TAG.fullmatch(sent.strip())
    return int(found[1]) if found else NO_VERSION


def _rule(response: Response) -> str:
    if request.endpoint != "static":
        return "no-store"
    is_fingerprinted = "v" in request.args and response.status_code == 200
    return f"public, max-age={ONE_YEAR_S}, immutable" if is_fingerprinted else "no-cache"
