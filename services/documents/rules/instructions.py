"""Finds text that speaks to a machine instead of a reader: shown as a flag, never obeyed.

Documents are hostile: whoever writes one may try to talk to whatever reads it.
"""

import re
from functools import cache

from services.documents.rules.phrases import any_of, read


def is_instruction(text: str) -> bool:
    """Whether `text`, a line or a sentence, reads like an order to an engine."""
    return _orders().search(text) is not None


@cache
def _orders() -> re.Pattern[str]:
    known = read("instructions")
    orders = any_of(known["orders"])
    for part in ("whom", "verdict"):
        orders = orders.replace(f"{{{part}}}", known[part])
    return re.compile(orders, re.IGNORECASE | re.MULTILINE)
