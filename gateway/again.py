"""A form that was refused is shown again: what was typed, and what is wrong next to its field."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec
from urllib.parse import urlsplit

from flask import Flask, current_app, g, make_response, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from chassis.errors import MiraError, NotFound, Unavailable
from chassis.ids import new_code
from gateway.border import BadInput
from gateway.problems import type_of

P = ParamSpec("P")

SECRET_FIELDS = frozenset({"password", "proof", "csrf", "idempotency_key"})
GIVEN_BACK = frozenset({"sign-in-required", "csrf-token"})
"""Problems of a form of ours that cannot be shown again: its texts are, to be copied."""
PASSED_ON = frozenset({"sign-in-required", "csrf-token", "cross-site", "bug"})


def shows_again(
    page: Callable[P, ResponseReturnValue],
) -> Callable[[Callable[P, ResponseReturnValue]], Callable[P, ResponseReturnValue]]:
    """A POST that is refused answers with `page`, its form filled as it was sent.

    When a service was away, the form keeps its idempotency key: pressing again has one effect.
    """

    def declare(post: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
        @wraps(post)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
            try:
                return post(*args, **kwargs)
            except MiraError as error:
                if isinstance(error, NotFound) or type_of(error).code in PASSED_ON:
                    raise
                g.refusal = error
                response = make_response(page(*args, **kwargs))
                response.status_code = type_of(error).status
                if error.retry_after_s:
                    response.headers["Retry-After"] = str(error.retry_after_s)
                return response

        return guarded

    return declare


def install(app: Flask) -> None:
    """What templates may ask about the form they show."""
    app.jinja_env.globals |= {
        "typed": typed,
        "wrong": wrong,
        "refusal": refusal,
        "form_key": form_key,
        "texts_of": texts_of,
        "way_back": way_back,
    }


def typed(field: str) -> str:
    """What was typed into `field` before it was refused; never a password."""
    return "" if field in SECRET_FIELDS or refusal() is None else request.form.get(field, "")


def wrong(field: str) -> str:
    """What is wrong with `field`, or nothing."""
    error = refusal()
    if isinstance(error, BadInput):
        return " ".join(each.message for each in error.wrong if each.field == field)
    return error.message if error is not None and error.field == field else ""


def texts_of(code: str) -> list[str]:
    """What was written, for the page of the problem `code`: only its sender gets to see it."""
    if request.method != "POST" or code not in GIVEN_BACK:
        return []
    try:
        sent = request.form.items()
    except HTTPException:
        return []
    return [text for name, text in sent if name not in SECRET_FIELDS and len(text.split()) > 1]


def way_back() -> str:
    """The page whose form was sent, for after the sign-in; one that can be opened."""
    page = urlsplit(request.referrer or "")
    here = current_app.create_url_adapter(request)
    is_open = here is not None and page.netloc == request.host and here.test(page.path, "GET")
    return page.path if is_open else url_for("house.dashboard")


def refusal() -> MiraError | None:
    """Why the form is shown again, if it is."""
    error: MiraError | None = g.get("refusal")
    return error


def form_key() -> str:
    """The idempotency key of a form: a double click has one effect."""
    if isinstance(refusal(), Unavailable):
        return request.form.get("idempotency_key") or new_code()
    return new_code()
