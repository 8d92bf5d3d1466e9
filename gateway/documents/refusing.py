"""A correction that was refused: shown at its field, with what was typed."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import request
from pydantic import ValidationError

from chassis.errors import Invalid
from gateway.again import refusal
from gateway.border import BadInput, Wrong, bad_input


@contextmanager
def at_its_field() -> Iterator[None]:
    """The service names the place among all corrections; the form has one of each name.

    Raises BadInput in place of what is refused within.
    """
    try:
        yield
    except ValidationError as wrong:
        raise bad_input(wrong) from None
    except BadInput:
        raise
    except Invalid as wrong:
        field = (wrong.field or "").rsplit(".", 1)[-1]
        raise BadInput((Wrong(field, wrong.message),)) from None


def typed_or(there: dict[str, str]) -> dict[str, str]:
    """What a form shows: what was typed before it was refused, else what is there."""
    return request.form.to_dict() if refusal() else there
