"""How a service starts the reading child and what its end means."""

import signal
import sys
from contextlib import suppress

from pydantic import ValidationError

from contracts.extraction import ExtractionReport, ExtractionState
from services.documents.domain import Extracted

WALL_S = 30.0
"""How long a child may take; the caller kills it then."""

BOMB_EXIT = 86
COMMAND = (sys.executable, "-m", "services.documents.extract")

_EXHAUSTED = {BOMB_EXIT, -signal.SIGABRT, -signal.SIGXCPU, -signal.SIGXFSZ, -signal.SIGKILL}


def understood(output: bytes, exit_code: int | None) -> Extracted:
    """What the child says, or what its end says; `exit_code` is None where it took too long.

    A child that ran out of memory or time met a bomb; one that fell over met a broken file.
    """
    if exit_code == 0:
        with suppress(ValidationError):
            return Extracted.model_validate_json(output)
    is_bomb = exit_code is None or exit_code in _EXHAUSTED
    state = ExtractionState.BOMB if is_bomb else ExtractionState.UNREADABLE
    report = ExtractionReport(state=state, format="unknown", pages=0, columns=0, characters=0)
    return Extracted(report=report, text="")
