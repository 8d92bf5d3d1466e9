"""The four ways to ask for JSON, best first, and how each one's answer is read.

api.openai.com knows them all; other servers know some: what an endpoint does not know it answers
with 400, 404 or the like, and the next rung is tried. The answer is read off the raw JSON by
models of our own: the package's `parse` raises errors that quote the answer when it is cut off
(https://github.com/openai/openai-python/issues/2486).
"""

from enum import IntEnum
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from chassis.llm.question import S
from chassis.llm.trouble import Trouble
from contracts.disclosure import SendingOutcome


class Rung(IntEnum):
    RESPONSES = 0
    JSON_SCHEMA = 1
    JSON_OBJECT = 2
    PROMPT = 3

    @property
    def below(self) -> "Rung | None":
        return Rung(self + 1) if self < Rung.PROMPT else None


class _Wire(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)


class _Piece(_Wire):
    type: str = ""
    text: str | None = None
    refusal: str | None = None


class _Output(_Wire):
    content: list[_Piece] | None = None


class _Details(_Wire):
    reason: str | None = None


class _Response(_Wire):
    status: str | None = None
    incomplete_details: _Details | None = None
    output: list[_Output] = []


class _Said(_Wire):
    content: str | None = None
    refusal: str | None = None


class _Choice(_Wire):
    finish_reason: str | None = None
    message: _Said = _Said()


class _Chat(_Wire):
    choices: list[_Choice] = []


W = TypeVar("W", bound=_Wire)


def said_in(rung: Rung, raw: bytes) -> str:
    """The text of an answer. Raises Trouble where there is none, or not all of it."""
    return _of_response(raw) if rung is Rung.RESPONSES else _of_chat(raw)


def shaped(text: str, shape: type[S]) -> S:
    """The JSON object in `text`, checked against `shape`; words and fences around it are let be.

    Raises Trouble, without what was said.
    """
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        raise Trouble(SendingOutcome.NOT_JSON)
    try:
        return shape.model_validate_json(text[start : end + 1])
    except ValidationError as error:
        kinds = {each["type"] for each in error.errors(include_input=False, include_context=False)}
    is_json = "json_invalid" not in kinds
    raise Trouble(SendingOutcome.NOT_OUR_SHAPE if is_json else SendingOutcome.NOT_JSON)


def _of_response(raw: bytes) -> str:
    answer = _read(_Response, raw)
    pieces = [piece for each in answer.output for piece in each.content or ()]
    if any(piece.type == "refusal" for piece in pieces):
        raise Trouble(SendingOutcome.REFUSED)
    if answer.status == "incomplete":
        reason = answer.incomplete_details.reason if answer.incomplete_details else None
        raise Trouble(_cut(is_filtered=reason == "content_filter"))
    if answer.status == "failed":
        raise Trouble(SendingOutcome.SERVER_ERROR)
    return "".join(piece.text or "" for piece in pieces if piece.type == "output_text")


def _of_chat(raw: bytes) -> str:
    choices = _read(_Chat, raw).choices
    if not choices:
        raise Trouble(SendingOutcome.NOT_JSON)
    choice = choices[0]
    if choice.message.refusal:
        raise Trouble(SendingOutcome.REFUSED)
    if choice.finish_reason in ("length", "content_filter"):
        raise Trouble(_cut(is_filtered=choice.finish_reason == "content_filter"))
    return choice.message.content or ""


def _cut(*, is_filtered: bool) -> SendingOutcome:
    return SendingOutcome.REFUSED if is_filtered else SendingOutcome.TRUNCATED


def _read(wire: type[W], raw: bytes) -> W:
    try:
        return wire.model_validate_json(raw)
    except ValidationError:
        pass
    raise Trouble(SendingOutcome.NOT_JSON)
