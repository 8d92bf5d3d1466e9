"""Errors become problems (RFC 9457) for programs and pages for people, at this border only."""

from flask import Flask, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from chassis.errors import MiraError
from chassis.log import logger
from contracts.message import Message
from gateway.border import BadInput
from gateway.journal import trace_id
from gateway.problem_types import BY_STATUS, PROBLEMS, ProblemType, problem_type

log = logger(__name__)


class WrongField(Message):
    """`field` is a dotted path; empty for the body as a whole."""

    field: str
    message: str


class Problem(Message):
    """RFC 9457. `type` leads to a page that explains it; `instance` names this one occurrence.

    `code` is the service's own name for the case; `retry_after_s` is set where waiting helps.
    """

    type: str
    title: str
    status: int
    detail: str
    instance: str
    code: str
    errors: tuple[WrongField, ...] = ()
    retry_after_s: int | None = None


def install(app: Flask) -> None:
    app.register_error_handler(MiraError, answer_mira_error)
    app.register_error_handler(HTTPException, answer_http_error)
    app.register_error_handler(Exception, answer_bug)


def answer_mira_error(error: MiraError) -> ResponseReturnValue:
    """Also sends a browser that must sign in to where it can, and back afterwards."""
    kind = type_of(error)
    if kind.code == "sign-in-required" and request.method == "GET" and not wants_json():
        return redirect(url_for("auth.sign_in_page", next=request.path), code=303)
    if kind.status >= 500:
        log.warning("request_refused", code=error.code, status=kind.status)
    return _answer(
        Problem(
            type=address(kind.code),
            title=kind.title,
            status=kind.status,
            detail=error.message,
            instance=f"urn:uuid:{trace_id()}",
            code=error.code,
            errors=_wrong_fields(error),
            retry_after_s=error.retry_after_s,
        )
    )


def answer_http_error(error: HTTPException) -> ResponseReturnValue:
    """Errors of Flask itself, such as an unknown path; redirects pass as they are."""
    if error.code is None or error.code < 400:
        return error.get_response()
    kind = PROBLEMS.get(BY_STATUS.get(error.code, ""))
    if kind is None:
        kind = PROBLEMS["bad-request" if error.code < 500 else "bug"]
    response = current_app.make_response(_answer(plain(kind.code)))
    for name in ("Allow", "Retry-After"):
        if name in error.get_response().headers:
            response.headers[name] = error.get_response().headers[name]
    return response


def answer_bug(error: Exception) -> ResponseReturnValue:
    """Whatever nobody expected. Its text stays here: it may quote what a person wrote."""
    log.error("request_failed", exc_info=error)
    return _answer(plain("bug"))


def plain(code: str) -> Problem:
    """A problem that needs no words beyond its type's."""
    kind = PROBLEMS[code]
    return Problem(
        type=address(code),
        title=kind.title,
        status=kind.status,
        detail=kind.meaning,
        instance=f"urn:uuid:{trace_id()}",
        code=code,
        retry_after_s=2 if kind.status in {429, 503} else None,
    )


def type_of(error: MiraError) -> ProblemType:
    return problem_type(error.code, error.kind)


def address(code: str) -> str:
    return f"{current_app.extensions['mira.settings'].public_url}/problems/{code}"


def wants_json() -> bool:
    if request.path.startswith("/api/"):
        return True
    best = request.accept_mimetypes.best_match(["text/html", "application/json"], "text/html")
    return best == "application/json"


def _answer(problem: Problem) -> ResponseReturnValue:
    headers = {"Retry-After": str(problem.retry_after_s)} if problem.retry_after_s else {}
    if problem.status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="mira"'
    if not wants_json():
        return render_template("problem.html", problem=problem), problem.status, headers
    headers["Content-Type"] = "application/problem+json"
    return problem.model_dump_json(exclude_defaults=True), problem.status, headers


def _wrong_fields(error: MiraError) -> tuple[WrongField, ...]:
    if isinstance(error, BadInput):
        return tuple(WrongField(field=each.field, message=each.message) for each in error.wrong)
    if error.field is not None:
        return (WrongField(field=error.field, message=error.message),)
    return ()
