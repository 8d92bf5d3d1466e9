"""What may be kept, and for how long; and 304 for a poll that would learn nothing new."""

from flask import Flask, request
from werkzeug.wrappers import Response

ONE_YEAR_S = 31_536_000


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


def _rule(response: Response) -> str:
    if request.endpoint != "static":
        return "no-store"
    is_fingerprinted = "v" in request.args and response.status_code == 200
    return f"public, max-age={ONE_YEAR_S}, immutable" if is_fingerprinted else "no-cache"
