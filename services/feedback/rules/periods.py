"""In what time a figure comes: "40 calls a week" and "40 calls a day" are two numbers."""

import re

from chassis.hearing.lexicon import even
from services.feedback.rules.figures import Figure

_EACH = re.compile(
    r"\s+(?:an?|per|each|every)\s+(?:working\s+|single\s+)?"
    r"(?P<period>hour|day|night|shift|week|month|term|year)\b"
)


def period_of(figure: Figure, text: str) -> str | None:
    """In what time so many come, as "a week" says right behind them; "within a year" says none."""
    found = _EACH.match(even(text).lower(), figure.end)
    return found["period"] if found else None
