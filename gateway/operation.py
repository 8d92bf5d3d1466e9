"""How an API operation is declared: what it takes, what it gives, how it may fail, by example."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from apiflask import APIBlueprint
from flask.typing import ResponseReturnValue

from contracts.message import Message
from gateway.problem_types import PROBLEMS

View = TypeVar("View", bound=Callable[..., object])
Answering = Callable[..., ResponseReturnValue]

ALWAYS = ("too-many", "bug", "unavailable")
KEYED = ("bad-idempotency-key", "idempotency-in-flight", "idempotency-mismatch")
"""How a POST with an Idempotency-Key can fail beyond its own reasons."""
SECURITY = ["bearer", "cookie"]

Located = tuple[Message, dict[str, str]]
"""A reply and the header that says where it can be followed."""

_DOC = APIBlueprint("doc", __name__)


def operation(
    gives: Message | None,
    *,
    status: int = 200,
    takes: Message | None = None,
    fails: tuple[str, ...] = (),
    is_public: bool = False,
) -> Callable[[View], Answering]:
    """Declare an operation by examples: `takes` and `gives` are whole, valid messages.

    The view gets what was sent as `body`. Its docstring's first line is the summary. `fails` are
    codes of `PROBLEMS` beyond those that every operation can give.
    """

    def declare(view: View) -> Answering:
        declared: Any = view
        if takes is not None:
            declared = _DOC.input(type(takes), arg_name="body", example=_plain(takes))(declared)
        if gives is not None:
            declared = _DOC.output(type(gives), status_code=status, example=_plain(gives))(declared)
        codes = (*_implied(is_public=is_public, has_body=takes is not None), *fails, *ALWAYS)
        responses: dict[int, dict[str, Any]] = _problem_responses(codes)
        if gives is None:
            responses[status] = {"description": "Done; there is nothing to say."}
        security = None if is_public else SECURITY
        document = _DOC.doc(responses=responses, security=security, operation_id=view.__name__)
        return cast("Answering", document(declared))

    return declare


def _implied(*, is_public: bool, has_body: bool) -> tuple[str, ...]:
    signed_in = () if is_public else ("sign-in-required", "csrf-token")
    body = ("not-json", "invalid-input", "too-large", "wrong-content-type") if has_body else ()
    return (*body, *signed_in)


def _problem_responses(codes: tuple[str, ...]) -> dict[int, dict[str, Any]]:
    """One response per status, with an example for every code that has it."""
    by_status: dict[int, dict[str, Any]] = {}
    for code in codes:
        problem = PROBLEMS[code]
        response = by_status.setdefault(problem.status, _empty_response(problem.title))
        examples = response["content"]["application/problem+json"]["examples"]
        examples[code] = {"summary": problem.title, "value": _example(code)}
    return by_status


def _empty_response(description: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    content = {"application/problem+json": {"schema": schema, "examples": {}}}
    return {"description": description, "content": content}


def _plain(message: Message) -> Mapping[str, Any]:
    return message.model_dump(mode="json")


def _example(code: str) -> Mapping[str, Any]:
    problem = PROBLEMS[code]
    return {
        "type": f"https://mira.example/problems/{code}",
        "title": problem.title,
        "status": problem.status,
        "detail": problem.meaning,
        "instance": "urn:uuid:01936f6e-0000-7000-8000-000000000099",
        "code": code,
    }
