"""What Mira holds about a person, for pages: read from `held.json`, which the data map writes.

The gateway has no database and knows no mapping; `python -m chassis.datamap` writes both that file
and `docs/data-map.md`, and a test finds either out of date.
"""

from functools import cache
from pathlib import Path

from contracts.message import Message, Owner

_FILE = Path(__file__).parent / "held.json"


class Held(Message):
    """One column about a person: of what kind, for what, how long, and how it lies there."""

    owner: Owner
    table: str
    column: str
    category: str
    purpose: str
    keep: str
    lies: str


class HeldList(Message):
    columns: tuple[Held, ...]


@cache
def held() -> dict[str, list[Held]]:
    """By category, in the order of the data map."""
    found: dict[str, list[Held]] = {}
    for column in HeldList.model_validate_json(_FILE.read_bytes()).columns:
        found.setdefault(column.category, []).append(column)
    return found
