"""The id of the request that everything under way descends from; it travels, nothing else does."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from structlog.contextvars import bound_contextvars, get_contextvars

_SHAPE = re.compile(r"[A-Za-z0-9-]{1,64}")


def current_trace() -> str | None:
    return get_contextvars().get("trace_id")


@contextmanager
def tracing(trace: str | None) -> Iterator[None]:
    """Within, every log line and whatever is sent or announced carries `trace`."""
    if trace is None:
        yield
        return
    with bound_contextvars(trace_id=trace):
        yield


def safe_trace(trace: object) -> str | None:
    """`trace` if it has the shape of an id: it came from outside and goes into logs."""
    return trace if isinstance(trace, str) and _SHAPE.fullmatch(trace) else None
