"""What a job pays: an amount with its rate, a range, or a grade, and no other money."""

import re
from collections.abc import Iterable

from services.documents.rules.job.announced import Section
from services.documents.rules.job.clauses import Clause
from services.documents.rules.job.edges import Place, first_of, trimmed
from services.documents.rules.money import CODE, SIGNS
from services.documents.rules.phrases import phrases

_IGNORE_CASE = re.IGNORECASE | re.VERBOSE

_CURRENCY = (
    rf"(?:(?<![^\W\d_]){SIGNS}|(?<![^\W\d_])(?-i:R)(?=[ \u00a0]?\d\d)|(?<![^\W_]){CODE}\b"
    r"|(?<![^\W\d_])(?:euros?|dollars|rand|naira|rupees|kr\b|z[łl]\b))"
)
_GAP = r"[^\S\n]*"
_AMOUNT = r"(?<![\d.,])(?:\d{1,3}(?:[ \u00a0\u202f,.’']\d{3}){1,3}|\d{1,9}(?:[.,]\d{1,2})?)(?!\d)"
_SUM = rf"{_AMOUNT}(?:{_GAP}k\b)?"
_TO = rf"{_GAP}(?:-|–|—|\b(?:to|and|a|à|bis|y|until)\b){_GAP}"
_PAY = re.compile(
    rf"""(?:{_CURRENCY}{_GAP}{_SUM}(?:{_TO}(?:{_CURRENCY}{_GAP})?{_SUM})?(?:{_GAP}{_CURRENCY})?
    |{_SUM}{_TO}{_SUM}{_GAP}{_CURRENCY}|{_SUM}{_GAP}{_CURRENCY}(?:{_TO}{_SUM}{_GAP}{_CURRENCY})?)
    (?P<rate>(?:\s*(?:gross\s*)?(?:per|a|an|/|p)\s*(?:hour|hr|h|day|month|year|annum|a)\b)?)
    (?!\s*(?:m|bn|million|billion)\b)""",
    _IGNORE_CASE,
)
_APART = " \t\r*_-–•·|:,."
_RANGE = re.compile(
    r"(?:\d[ .,’'\u00a0]\d{3}|\d{5}|\d\s?k?)\D{1,12}"
    r"(?:\d{2,3}[ .,’'\u00a0]\d{3}|\d{5,6}|\d{2,3}\s?k)",
    re.IGNORECASE,
)
_GRADE = re.compile(
    r"""\b(?:main\ pay\ scale|pay\ (?:scale|range|band)\ [A-Z]?\d[\w]*(?:\ to\ [A-Z]?\d\w*)?
    |(?:pay\ )?(?:band|grade)\ \d+\w?\b
    (?!\s*(?:[/(,]|or)?\s*\(?(?:matric|certificate|education|pass|diploma|school|maths|english))
    |\b\d{1,3}(?:\.\d)?(?:\s?(?:-|–|to)\s?\d{1,3}(?:\.\d)?)?\s?(?:LPA|lakhs?)\b)""",
    _IGNORE_CASE,
)


def pay_in(text: str, parts: Iterable[Clause]) -> Place | None:
    """The first amount that is a rate, or stands where pay is spoken of."""
    asides = [(p.start, p.end) for p in parts if p.section is Section.ASIDE]
    for found in _PAY.finditer(text):
        before, after = _around(text, found.start(), found.end())
        if phrases("terms")["not_pay"].search(before):
            continue
        is_aside = any(start <= found.start() < end for start, end in asides)
        is_named = phrases("terms")["pay"].search(f"{before} {after}") is not None
        is_said = is_named or _is_alone(text, *found.span())
        if found["rate"] or is_said or (is_aside and re.search(r"\d{2}[,.]?\d{3}|\dk", found[0])):
            return trimmed(text, *found.span())
    return first_of(text, [_GRADE])


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether it is a range as large as a year's pay, with nothing beside it on its line."""
    amount = text[start:end].rstrip()
    before, after = _around(text, start, start + len(amount))
    above = text[max(start - 80, 0) : start].rstrip().rpartition("\n")[2]
    is_first = not before.strip(_APART) or before.rstrip()[-1] in "|·•"
    is_last = not after.strip(_APART) or after.lstrip()[0] in "|·•"
    is_pay = _RANGE.search(amount) is not None and not phrases("terms")["not_pay"].search(above)
    return is_first and is_last and is_pay


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What is said on the same line before a place and behind it."""
    before = text[max(start - 60, 0) : start].rpartition("\n")[2]
    return before, text[end : end + 40].partition("\n")[0]
