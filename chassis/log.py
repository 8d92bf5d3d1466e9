"""Logging that cannot tell what a person wrote: JSON lines with fields from a list, no free text.

    log = logger(__name__)
    log.info("resume_analysed", resume_id=resume_id, duration_ms=12)

The event is a slug. A field that is not on the list, or whose value is not an id, a number, a time
or a single word of ours, is dropped and counted in `dropped`. An exception is told by its type and
its frames (module, function, line), never by its text: libraries quote their input.
What other packages log is told by its place in their source and its level alone.
"""

import logging
import re
import sys
import traceback
from collections.abc import Mapping, MutableMapping
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from types import TracebackType
from typing import Any, TextIO
from uuid import UUID

import structlog
from structlog.typing import FilteringBoundLogger

ALLOWED = frozenset(
    {
        *("process", "module", "pid", "trace_id", "owner", "service", "method", "topic", "kind"),
        *("state", "stage", "outcome", "code", "reason", "source", "scope", "engine", "format"),
        *("person", "sign_in", "case_id", "item_id", "job_id", "message_id", "log_seq"),
        *("resume_id", "job_description_id", "fit_id", "interview_id", "turn_id"),
        *("count", "tries", "rows", "bytes", "pages", "characters", "done", "total", "status"),
        *("duration_ms", "lag_ms", "delay_ms", "retry_after_s", "port", "workers", "signal"),
        *("path", "route", "http_method", "version", "tables", "queue", "exchange", "limit"),
    }
)

Fields = MutableMapping[str, Any]

_SLUG = re.compile(r"[a-z][a-z0-9_]{0,63}\Z")
_WORD = re.compile(r"[A-Za-z0-9_.:/<>\[\]*-]{1,120}\Z")
_NUMBERS = (bool, int, float, type(None))
_OURS = {"event", "level", "at", "exception", "frames", "dropped"}


def configure(process: str, *, level: str = "INFO", stream: TextIO | None = None) -> None:
    """Send everything that this process logs, ours and others', to `stream` (stdout)."""
    out = stream or sys.stdout
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            lambda _logger, _name, fields: {**fields, "process": process},
            _stamped,
            _explained,
            _allowed,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.WriteLoggerFactory(out),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(handlers=[_Others()], level=logging.WARNING, force=True)
    logging.captureWarnings(capture=True)


def logger(name: str) -> FilteringBoundLogger:
    """A logger for module `name`. `log.exception(...)` inside an except block adds type, frames."""
    bound: FilteringBoundLogger = structlog.get_logger(module=name)
    return bound


def _stamped(_logger: object, _name: str, fields: Fields) -> Fields:
    fields["at"] = datetime.now(UTC)
    return fields


def _explained(_logger: object, _name: str, fields: Fields) -> Fields:
    """Replace an exception by its type and its frames, innermost last."""
    given = fields.pop("exc_info", None)
    error = sys.exception() if given is True else given
    error = error[1] if isinstance(error, tuple) else error
    if isinstance(error, BaseException):
        fields["exception"] = f"{type(error).__module__}.{type(error).__qualname__}"
        fields["frames"] = _frames(error.__traceback__)
    return fields


def _frames(trace: TracebackType | None) -> list[str]:
    return [
        f"{frame.f_globals.get('__name__', '?')}:{frame.f_code.co_qualname}:{line}"
        for frame, line in traceback.walk_tb(trace)
    ][-20:]


def _allowed(_logger: object, _name: str, fields: Fields) -> Fields:
    event = fields.pop("event", "")
    kept: dict[str, Any] = {
        "at": fields.pop("at").isoformat(),
        "level": fields.pop("level"),
        "event": event if isinstance(event, str) and _SLUG.match(event) else "unnamed",
    }
    told = {name: fields.pop(name) for name in ("exception", "frames") if name in fields}
    values = {name: _value(value) for name, value in fields.items() if name in ALLOWED}
    kept |= {name: value for name, value in values.items() if value is not ...} | told
    if dropped := len(fields) - sum(value is not ... for value in values.values()):
        kept["dropped"] = dropped
    return kept


def _value(value: object) -> object:
    """What may be written for `value`; `...` when it may hold what a person typed."""
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, _NUMBERS):
        return value
    if isinstance(value, UUID | timedelta):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): count for name, count in value.items() if _is_count(name, count)}
    return value if isinstance(value, str) and _WORD.match(value) else ...


def _is_count(name: object, count: object) -> bool:
    return isinstance(name, str) and bool(_SLUG.match(name)) and isinstance(count, int)


class _Others(logging.Handler):
    """Takes what other packages log: where in their source, how grave, which error."""

    def emit(self, record: logging.LogRecord) -> None:
        log = structlog.get_logger(module=record.name)
        log.log(
            record.levelno,
            "logged_elsewhere",
            source=f"{record.module}:{record.funcName}:{record.lineno}",
            exc_info=record.exc_info,
        )
