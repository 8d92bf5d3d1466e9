"""What enters from outside: JSON, forms and files become contracts, or a refusal without input.

Strict models refuse ids and dates in a dict, so JSON is validated from its bytes and forms from
their strings. The bus ignores unknown fields; here they are refused.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from apiflask.schema_adapters import registry
from apiflask.schema_adapters.pydantic import PydanticAdapter
from flask import Request, request
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from werkzeug.exceptions import UnsupportedMediaType

from chassis.errors import Invalid
from contracts.auth import MIN_PASSWORD_CHARACTERS
from contracts.message import Message

Model = TypeVar("Model", bound=Message)

CONTROLS = frozenset({"csrf", "idempotency_key"})
FORM_TYPES = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})

SAID = {
    "missing": "This is needed.",
    "uuid_parsing": "This is not an id.",
    "enum": "This is not one of the choices.",
    "literal_error": "This is not one of the choices.",
    "address": "This does not look like an e-mail address.",
    "password_too_short": f"A password needs at least {MIN_PASSWORD_CHARACTERS} characters. "
    "A few words will do.",
    "float_parsing": "Write a number, such as 3 or 2.5.",
    "string_pattern_mismatch": "This does not have the right form.",
    "json_invalid": "This is not JSON.",
    "bytes_invalid_encoding": "This is not base64.",
    "extra_forbidden": "Something was sent here that this operation does not know.",
}
NUMBER = re.compile(r"\d+")
LIMITS = frozenset(
    {"string_too_long", "string_too_short", "bytes_too_long", "too_long", "too_short",
     "greater_than_equal", "less_than_equal"}
)  # fmt: skip


@dataclass(frozen=True)
class Wrong:
    """One thing that is wrong; `field` is a dotted path of our own names, or empty."""

    field: str
    message: str


class BadInput(Invalid):
    """Malformed or invalid input, all of it at once."""

    def __init__(self, wrong: tuple[Wrong, ...], *, code: str = "invalid-input") -> None:
        super().__init__("Some of what was sent cannot be used.", code=code)
        self.wrong = wrong


def read_form(model: type[Model], **known: str) -> Model:
    """The form of this request as `model`; `known` are fields that the route itself provides.

    Line ends become those of Unix, an empty optional field counts as not sent. Raises BadInput.
    """
    if request.mimetype not in FORM_TYPES:
        raise UnsupportedMediaType
    sent = {
        name: value.replace("\r\n", "\n")
        for name, value in request.form.items()
        if name not in CONTROLS and value != ""
    }
    return read_strings(model, {**sent, **known})


def read_query(model: type[Model]) -> Model:
    """The query of this request as `model`, without what others hang on links. Raises BadInput."""
    sent = request.args.to_dict()
    return read_strings(model, {name: sent[name] for name in model.model_fields if name in sent})


def read_strings(model: type[Model], sent: Mapping[str, str]) -> Model:
    try:
        return model.model_validate_strings(dict(sent), extra="forbid")
    except ValidationError as error:
        raise bad_input(error) from None


def read_json(model: type[Model], sent: Request) -> Model:
    """The JSON body of `sent` as `model`. Raises BadInput, UnsupportedMediaType."""
    if sent.mimetype != "application/json":
        raise UnsupportedMediaType
    try:
        return model.model_validate_json(sent.get_data(cache=True), extra="forbid")
    except ValidationError as error:
        raise bad_input(error) from None


def refuse_body() -> None:
    """Raises BadInput where this request has a body that its operation would not look at."""
    if request.get_data(cache=True).strip() not in (b"", b"{}"):
        raise BadInput((Wrong("", SAID["extra_forbidden"]),))


def bad_input(error: ValidationError) -> BadInput:
    """What `error` may say outside: our words and our field names, nothing of the input."""
    details = error.errors(include_url=False, include_context=False, include_input=False)
    is_json = all(detail["type"] != "json_invalid" for detail in details)
    code = "invalid-input" if is_json else "not-json"
    return BadInput(tuple(dict.fromkeys(map(_wrong, details))), code=code)


def _wrong(detail: ErrorDetails) -> Wrong:
    """Limits are told in the library's words, which hold numbers of ours only."""
    kind, place = detail["type"], detail["loc"]
    if kind == "extra_forbidden":
        place = place[:-1]
    field = ".".join(str(part) for part in place)
    if kind in LIMITS:
        said = NUMBER.sub(lambda found: f"{int(found[0]):,}", detail["msg"])
        return Wrong(field, f"{said}.".replace("String should have", "This should have"))
    return Wrong(field, SAID.get(kind, "This cannot be used here."))


class BorderAdapter(PydanticAdapter):  # type: ignore[misc]  # apiflask is read without its types
    """APIFlask's way to a pydantic model, through the two readers above."""

    def validate_input(self, request: Request, location: str, **kwargs: Any) -> Message:
        model: type[Message] = self.model_class
        return read_query(model) if location == "query" else read_json(model, request)


registry.register("pydantic", BorderAdapter)
