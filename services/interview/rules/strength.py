"""How much a line of a résumé claims: an outcome says more than a size."""

import re

from contracts.analysis import Bullet

_CHANGED = re.compile(
    r"\b(?:cut(?:ting)?|reduc(?:ed|es|ing)|rais(?:ed|es|ing)|gr[eo]w(?:n|ing)?|doubl(?:ed|ing)"
    r"|tripl(?:ed|ing)|halv(?:ed|ing)|increas(?:ed|es|ing)|decreas(?:ed|es|ing)|lower(?:ed|ing)"
    r"|improv(?:ed|es|ing)|brought|f[ea]ll(?:en|ing)?|rose|risen|dropp(?:ed|ing)|shorten(?:ed|ing)"
    r"|speeded|sped|lift(?:ed|ing)|shrank|boosted|sav(?:ed|ing)|slashed|expanded|went"
    r"|(?:up|down)(?! to\b))\b",
    re.IGNORECASE,
)
_UP_TO = re.compile(
    r"(?<!went )(?<!rose )(?<!risen )(?<!grew )(?<!gone )\bup to (?:about |nearly |over |almost )?"
    r"[£$€]?\d[\d.,]*(?: ?%| ?per ?cent\b)?",
    re.IGNORECASE,
)
"""The most that there was, and no change: "banqueting for up to 300"."""

_AMOUNT_OF_CHANGE = re.compile(
    r"\b(?:by|to|from|instead of|rather than) (?:about |nearly |over |almost )?[£$€]?\d"
    r"|\d ?(?:%|per ?cent\b)|\b(?:doubl|tripl|halv)(?:ed|ing)\b"
    r"|\bby (?:a|one) (?:half|third|quarter)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\d ?(?:%|per ?cent\b)", re.IGNORECASE)
_UNHARMED = re.compile(
    r"\b(?:without|with no|with zero|no|zero|never) (?:an? |any |one |single |a single |had an? )*"
    r"(?:\w+ )?(?:fail\w*|accidents?|complaints?|defects?|errors?|faults?|incidents?|injur\w+"
    r"|losse?s?|downtime|delays?|returns?|recalls?|breach\w*|missed)\b",
    re.IGNORECASE,
)
"""What did not happen is an outcome too: "900 circuits without a failed audit"."""

_SIZE = re.compile(r"(?<![\w.])(?!(?:19|20)\d\d\b)\d[\d.,]*\b(?!(?:st|nd|rd|th)\b)")


def is_outcome(line: str) -> bool:
    """Whether it tells what changed, against what was before or by how much."""
    plain = _UP_TO.sub(" ", line)
    return bool(_CHANGED.search(plain) and _AMOUNT_OF_CHANGE.search(plain))


def weakness(bullet: Bullet) -> int:
    """0 for an outcome against what was before, 1 for a share or for what was kept from happening,
    2 for a mere size, 3 for none of these.
    """
    line = bullet.span.quote
    if is_outcome(line):
        return 0
    plain = _UP_TO.sub(" ", line)
    if _SHARE.search(plain) or (_SIZE.search(plain) and _UNHARMED.search(line)):
        return 1
    return 2 if bullet.metrics or _SIZE.search(line) else 3
