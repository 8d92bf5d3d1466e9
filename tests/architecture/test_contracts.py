"""What may be said between processes: rules about every message there is."""

import importlib
import inspect
import types
import typing
from datetime import datetime
from enum import Enum
from typing import Annotated, Any, get_args, get_origin
from uuid import UUID

import pytest
from annotated_types import Len
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from contracts.message import Event, Message, Owner

MODULES = [importlib.import_module(f"contracts.{owner}") for owner in Owner]


def every(kind: type) -> list[type]:
    return [kind, *(heir for child in kind.__subclasses__() for heir in every(child))]


EVENTS = [event for event in every(Event) if event.__module__.startswith("contracts.")]
MESSAGES = [message for message in every(Message) if message.__module__.startswith("contracts.")]
SPOKEN = [event for event in EVENTS if "topic" in event.__dict__]
PROTOCOLS = [
    member
    for module in MODULES
    for _, member in inspect.getmembers(module, inspect.isclass)
    if getattr(member, "_is_protocol", False) and member.__module__ == module.__name__
]


def is_free_text(kind: Any, metadata: tuple[Any, ...] = ()) -> bool:
    """Whether a value of this type could hold what a person typed."""
    if get_origin(kind) is Annotated:
        inner, *marks = get_args(kind)
        return is_free_text(inner, (*metadata, *marks))
    if get_origin(kind) in (dict, tuple, list, typing.Union, types.UnionType):
        return any(is_free_text(part) for part in get_args(kind) if part is not Ellipsis)
    if kind is str:
        return not any(is_closed(mark) for mark in metadata)
    kind = getattr(kind, "__supertype__", kind)
    closed = (UUID, datetime, int, bool, float, type(None), Enum)
    return not (isinstance(kind, type) and issubclass(kind, closed))


def is_closed(mark: Any) -> bool:
    """A pattern without spaces and of bounded use is a name or a code, not a text."""
    if isinstance(mark, FieldInfo):
        return any(is_closed(inner) for inner in mark.metadata)
    return getattr(mark, "pattern", None) is not None and not isinstance(mark, Len)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.__name__)
def test_an_event_carries_no_free_text(event: type[Event]) -> None:
    texts = [
        name
        for name, field in event.model_fields.items()
        if is_free_text(field.annotation, tuple(field.metadata))
    ]

    assert texts == []


def test_the_rule_about_free_text_would_notice_one() -> None:
    class Chatty(BaseModel):
        note: str
        maybe: str | None
        many: tuple[str, ...]

    found = [is_free_text(f.annotation, tuple(f.metadata)) for f in Chatty.model_fields.values()]

    assert found == [True, True, True]


@pytest.mark.parametrize("event", SPOKEN, ids=lambda event: event.__name__)
def test_a_topic_begins_with_the_owner_who_may_say_it(event: type[Event]) -> None:
    owner, _, fact = event.topic.partition(".")

    assert owner in set(Owner)
    assert fact


def test_no_two_events_share_a_topic() -> None:
    topics = [event.topic for event in SPOKEN]

    assert len(topics) == len(set(topics))


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.__name__)
def test_a_message_is_frozen_strict_and_never_echoes_its_input(message: type[Message]) -> None:
    settings = message.model_config

    assert (settings["frozen"], settings["strict"]) == (True, True)
    assert settings["hide_input_in_errors"]


@pytest.mark.parametrize("owner", list(Owner))
def test_every_owner_has_a_protocol(owner: Owner) -> None:
    assert owner.value.capitalize() in {protocol.__name__ for protocol in PROTOCOLS}


@pytest.mark.parametrize("protocol", PROTOCOLS, ids=lambda protocol: protocol.__name__)
def test_a_call_takes_one_model_and_gives_one(protocol: type) -> None:
    calls = [
        call for name, call in inspect.getmembers(protocol, inspect.isfunction) if name[0] != "_"
    ]
    assert calls

    for call in calls:
        hints = typing.get_type_hints(call)
        given = hints.pop("return")

        assert len(hints) == 1, call.__name__
        assert all(issubclass(kind, Message) for kind in (given, *hints.values())), call.__name__


def test_no_field_promises_an_outcome_or_judges_a_person() -> None:
    banned = ("probability", "hire", "personality", "confidence", "attractive", "accent")

    named = [
        f"{message.__name__}.{name}"
        for message in MESSAGES
        for name in message.model_fields
        if any(word in name for word in banned)
    ]

    assert named == []
