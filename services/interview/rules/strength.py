"""How much a line of a résumé claims: an outcome says more than a size."""

import re

from contracts.analysis import Bullet

_CHANGED = re.compile(
    r"\b(?:cut(?:ting)?|reduc(?:ed|es|ing)|rais(?:ed|es|ing)|gr[eo]w(?:n|ing)?|doubl(?:ed|ing)"
    r"|tripl(?:ed|ing)|halv(?:ed|ing)|increas(?:ed|es|ing)|decreas(?:ed|es|ing)|lower(?:ed|ing)"
    r"|improv(?:ed|es|ing)|brought|f[ea]ll(?:en|ing)?|rose|risen|dropp(?:ed|ing)|shorten(?:ed|ing)"
    r"|speeded|sped|lift(?:ed|ing)|shrank|boosted|sav(?:ed|ing)|slashed|expanded|went|up|down)\b",
    re.IGNORECASE,
)
_AMOUNT_OF_CHANGE = re.compile(
    r"\b(?:by|to|from|instead of|rather than) (?:about |nearly |over |almost )?[£$€]?\d"
    r"|\d ?(?:%|per ?cent\b)|\b(?:doubl|tripl|halv)(?:ed|ing)\b"
    r"|\bby (?:a|one) (?:half|third|quarter)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\d ?(?:%|per ?cent\b)", re.IGNORECASE)


def weakness(bullet: Bullet) -> int:
    """0 for an outcome against what was before, 1 for a share, 2 for a mere size, 3 for neither."""
    line = bullet.span.quote
    if _CHANGED.search(line) and _AMOUNT_OF_CHANGE.search(line):
        return 0
    if _SHARE.search(line):
        return 1
    return 2 if bullet.metrics else 3
