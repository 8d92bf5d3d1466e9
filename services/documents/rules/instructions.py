"""Finds text that speaks to a machine instead of a reader: shown as a flag, never obeyed.

Documents are hostile: whoever writes one may try to talk to whatever reads it.
"""

import re
from functools import cache

from chassis.branches import branched
from services.documents.rules.phrases import any_of, read

_WORD = r"\b"


def is_instruction(text: str) -> bool:
    """Whether `text`, a line or a sentence, reads like an order to an engine."""
    return _orders().search(text) is not None


@cache
def _orders() -> re.Pattern[str]:
    known = read("instructions")
    orders = _by_start(known["orders"])
    for part in ("whom", "verdict"):
        orders = orders.replace(f"{{{part}}}", known[part])
    return re.compile(branched(orders), re.IGNORECASE | re.MULTILINE)


def _by_start(orders: list[str]) -> str:
    """Any of the orders. Those that begin with a word are tried where a word begins, and nowhere

    else: asking each of them at each letter takes three times as long.
    """
    worded = [order.removeprefix(_WORD) for order in orders if order.startswith(_WORD)]
    others = [order for order in orders if not order.startswith(_WORD)]
    return any_of([_WORD + any_of(worded), *others])
