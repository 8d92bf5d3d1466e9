"""The log says what happened and never what somebody wrote."""

import io
import json
import logging
import warnings
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import structlog

from chassis.ids import new_id
from chassis.log import configure, logger
from contracts.message import Scope
from contracts.privacy import RequestErasure

SECRET = "Ada Lovelace, ada@harbour.example"


class Lines:
    def __init__(self) -> None:
        self._stream = io.StringIO()
        configure("documents", stream=self._stream)
        self.log = logger("services.documents.service")

    @property
    def text(self) -> str:
        return self._stream.getvalue()

    def only(self) -> dict[str, Any]:
        (line,) = self.text.splitlines()
        found: dict[str, Any] = json.loads(line)
        return found


@pytest.fixture
def lines() -> Iterator[Lines]:
    root = logging.getLogger()
    before = root.handlers[:], root.level
    yield Lines()
    structlog.reset_defaults()
    root.handlers[:], root.level = before
    logging.captureWarnings(capture=False)


def test_a_line_says_when_where_and_what(lines: Lines) -> None:
    resume_id = new_id()

    lines.log.info("resume_analysed", resume_id=resume_id, duration_ms=12, scope=Scope.RESUME)

    said = lines.only()
    assert said.pop("at").endswith("+00:00")
    assert said == {
        "level": "info",
        "event": "resume_analysed",
        "process": "documents",
        "module": "services.documents.service",
        "resume_id": str(resume_id),
        "duration_ms": 12,
        "scope": "resume",
    }


def test_a_field_that_is_not_on_the_list_is_dropped_and_counted(lines: Lines) -> None:
    lines.log.info("resume_analysed", title=SECRET, email=SECRET, count=2)

    assert lines.only()["dropped"] == 2
    assert lines.only()["count"] == 2
    assert "Ada" not in lines.text


@pytest.mark.parametrize(
    "value",
    [SECRET, "two words", "a@b", b"bytes", ["list"], {"Ada Lovelace": "x"}, object(), "x" * 200],
)
def test_a_field_on_the_list_is_dropped_if_it_may_hold_what_was_typed(
    value: object, lines: Lines
) -> None:
    lines.log.info("resume_analysed", reason=value)

    said = lines.only()
    assert not said.get("reason")
    assert "Ada" not in lines.text


def test_counts_by_table_and_times_may_be_said(lines: Lines) -> None:
    lines.log.info("erased", tables={"resume": 2, "Ada Lovelace": 1}, delay_ms=timedelta(seconds=1))

    assert lines.only()["tables"] == {"resume": 2}


def test_an_event_that_is_a_sentence_is_not_said(lines: Lines) -> None:
    sentence = f"could not read the file of {SECRET}"

    lines.log.warning(sentence)

    assert lines.only()["event"] == "unnamed"
    assert "Ada" not in lines.text


def test_an_exception_is_told_by_its_type_and_frames_never_by_its_text(lines: Lines) -> None:
    try:
        _fails(SECRET)
    except ValueError:
        lines.log.exception("resume_failed")

    said = lines.only()
    assert said["exception"] == "builtins.ValueError"
    assert [frame.rpartition(":")[0] for frame in said["frames"]] == [
        f"{__name__}:test_an_exception_is_told_by_its_type_and_frames_never_by_its_text",
        f"{__name__}:_fails",
    ]
    assert "Ada" not in lines.text


def test_a_refused_model_does_not_echo_what_was_sent(lines: Lines) -> None:
    try:
        RequestErasure.model_validate({"scope": SECRET, "item_id": SECRET})
    except ValueError:
        lines.log.exception("request_refused")

    assert "Ada" not in lines.text


def test_what_other_packages_log_is_told_by_its_place_alone(lines: Lines) -> None:
    try:
        _fails(SECRET)
    except ValueError:
        logging.getLogger("kombu.connection").exception("lost %s", SECRET)

    said = lines.only()
    assert (said["event"], said["module"]) == ("logged_elsewhere", "kombu.connection")
    assert said["exception"] == "builtins.ValueError"
    assert said["source"].startswith("test_log:test_what_other_packages_log")
    assert "Ada" not in lines.text


def test_a_warning_is_told_by_its_place_alone(lines: Lines) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=True)
        warnings.warn(SECRET, UserWarning, stacklevel=1)

    assert lines.only()["event"] == "logged_elsewhere"
    assert "Ada" not in lines.text


def _fails(quoted: str) -> None:
    raise ValueError(f"cannot read {quoted}")
