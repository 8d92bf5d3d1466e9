"""How sure each reading is, by the reasons for which it was taken; nothing is read here.

Sure: its heading, its label, a known word or an unmistakable shape says what it is. Likely: one of
these is missing. A guess: only its place speaks for it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from contracts.analysis import Entry, Metric, Role, Text
from contracts.evidence import Certainty
from services.documents.rules.lexicon import plain
from services.documents.rules.resume.beside.entries import is_level
from services.documents.rules.resume.dates.periods import Period
from services.documents.rules.resume.layout.lines import Range
from services.documents.rules.resume.roles.heads import label_of
from services.documents.rules.resume.roles.metrics import FoundMetric
from services.documents.rules.resume.roles.roles import FoundRole
from services.documents.rules.resume.schooling.education import FoundEntry
from services.documents.rules.wording import degree, employer_weight, school_weight, title_weight

SURE, LIKELY, GUESS = Certainty.SURE, Certainty.LIKELY, Certainty.GUESS

_ORDER = list(Certainty)
_BY_WEIGHT = (GUESS, LIKELY, SURE)
_LABEL = re.compile(
    r"(?:name|address|location|phone|tel\w*|mobile|cell|ort|wohnort|telefon)\W*$", re.IGNORECASE
)

_WORD = 4
"""Letters of what is left of an address; fewer may be initials or a nickname."""
_PLAIN_UNITS = {"%", "x", "points", "usd", "eur", "gbp", "jpy", "inr", "chf", "ms"}

Checked = TypeVar("Checked", Role, Entry)


@dataclass(frozen=True)
class Sureness:
    """Of a role or an entry; `detail` is its employer, school, issuer or level."""

    title: Certainty
    detail: Certainty
    dates: Certainty | None


def lowered(certainty: Certainty) -> Certainty:
    return _ORDER[min(_ORDER.index(certainty) + 1, len(_ORDER) - 1)]


def least(found: Iterable[Certainty]) -> Certainty:
    return max(found, key=_ORDER.index)


def sure(read: Text) -> Text:
    """As its owner says."""
    return read.model_copy(update={"certainty": SURE})


def confirmed(read: Checked) -> Checked:
    """As its owner wrote it, or saw it and left it: sure in every part."""
    update: dict[str, object] = {
        name: sure(text)
        for name in type(read).model_fields
        if isinstance(text := getattr(read, name), Text)
    }
    if isinstance(read, Role):
        update["bullets"] = tuple(
            each.model_copy(update={"certainty": SURE, "metrics": _all_sure(each.metrics)})
            for each in read.bullets
        )
    has_dates = read.start or read.end
    return read.model_copy(update={**update, "dates_certainty": SURE if has_dates else None})


def _all_sure(metrics: Iterable[Metric]) -> tuple[Metric, ...]:
    return tuple(each.model_copy(update={"certainty": SURE}) for each in metrics)


def of_name(text: str, found: Range, *, email: Range | None) -> Certainty:
    """Labelled, or in the mail address too; else words of names, one of which alone is a guess."""
    said = text[slice(*found)]
    if _is_labelled(text, found):
        return SURE
    address = plain(text[slice(*email)].partition("@")[0]) if email else ""
    is_in_address = any(part in address for part in plain(said).split() if len(part) > 2)
    if len(said.split()) == 1 or title_weight(said):
        return LIKELY if is_in_address else GUESS
    return SURE if is_in_address and not _says_more(address, said) else LIKELY


def _says_more(address: str, name: str) -> bool:
    """Whether the address has a word that the name lacks: half of it may have been read."""
    for part in sorted(plain(name).replace("-", " ").split(), key=len, reverse=True):
        address = address.replace(part, " ")
    return any(len(left) >= _WORD for left in re.findall(r"[a-z]+", address))


def of_address(text: str, found: Range) -> Certainty:
    """A mail address or a link; one that a line cut was put together again."""
    said = text[slice(*found)]
    if "\n" in said:
        return LIKELY
    return SURE if "@" in said or "/" in said or said.startswith("www.") else LIKELY


def of_phone(text: str, found: Range) -> Certainty:
    """With its country or its label; else digits of a length that a number may have."""
    is_said = "+" in text[slice(*found)] or _is_labelled(text, found)
    return SURE if is_said else LIKELY


def of_place(text: str, found: Range) -> Certainty:
    """A town with its region or its label; one word alone may be a name."""
    is_said = "," in text[slice(*found)] or _is_labelled(text, found)
    return SURE if is_said else LIKELY


def of_headline(text: str, found: Range) -> Certainty:
    return _BY_WEIGHT[title_weight(text[slice(*found)])]


def of_role(text: str, found: FoundRole) -> Sureness:
    """One step less where no heading announces it, and a guess where not even a range does."""
    title, employer = _of_title(text, found), _of_employer(text, found)
    dates = of_dates(text, found.period)
    if found.is_announced:
        return Sureness(title, employer, dates)
    if found.period is None or not found.period.is_range or degree(text[slice(*found.title)]):
        return Sureness(GUESS, GUESS, dates and GUESS)
    return Sureness(lowered(title), lowered(employer), dates and least([dates, LIKELY]))


def _of_title(text: str, found: FoundRole) -> Certainty:
    if label_of(text, found.title) == "title":
        return SURE
    return _BY_WEIGHT[title_weight(text[slice(*found.title)])]


def _of_employer(text: str, found: FoundRole) -> Certainty:
    """By its own words or by its label; else it is what stands beside a title."""
    if found.employer is None:
        return GUESS
    if label_of(text, found.employer) == "employer":
        return SURE
    said = text[slice(*found.employer)]
    is_beside = found.head[0] <= found.employer[0] < found.head[1]
    if title_weight(said) > employer_weight(said):
        return GUESS
    if not is_beside or "," in said:
        return LIKELY
    if employer_weight(said):
        return SURE
    return SURE if _of_title(text, found) is SURE else GUESS


def of_dates(text: str, period: Period | None) -> Certainty | None:
    """A range is sure where both its ends say as much, and the first is the earlier."""
    if period is None:
        return None
    last = period.last
    if last and (last.year, last.month or 12) < (period.first.year, period.first.month):
        return GUESS
    if not period.is_range or period.is_vague:
        return LIKELY
    if period.is_current:
        return SURE if text[period.end - 1].isalnum() else LIKELY
    return SURE if last and bool(last.month) == bool(period.first.month) else LIKELY


def of_bullet(text: str, found: Range) -> Certainty:
    """By the mark before it; a sentence of prose is one only where nothing is marked."""
    begin = text.rfind("\n", 0, found[0]) + 1
    return SURE if text[begin : found[0]].strip() else LIKELY


def of_metric(found: FoundMetric) -> Certainty:
    """By its unit: a bare number may count anything, and a noun may be another one's."""
    if found.unit == "count":
        return GUESS if found.direction is None else LIKELY
    is_plain = found.unit in _PLAIN_UNITS or found.direction is not None
    return SURE if is_plain else LIKELY


def of_schooling(text: str, found: FoundEntry, *, is_announced: bool = True) -> Sureness:
    """A degree by its word, a school by a word of one; a school alone may lack its degree.

    What was studied and no degree may be a course, and its school no school of theirs.
    """
    said, school = text[slice(*found.title)], text[slice(*(found.detail or found.title))]
    title = SURE if degree(said) and not school_weight(said) else LIKELY
    is_whole = found.detail is None or degree(said) is not None
    where = SURE if school_weight(school) and is_whole else LIKELY
    dates = _of_end(text, found.period)
    if is_announced:
        return Sureness(title, where, dates)
    return Sureness(lowered(title), lowered(where), dates and least([dates, lowered(title)]))


def of_certificate(text: str, found: FoundEntry, *, is_announced: bool = True) -> Sureness:
    is_whole = found.detail or found.period
    sure = Sureness(SURE if is_whole else LIKELY, LIKELY, _of_end(text, found.period))
    if is_announced:
        return sure
    return Sureness(GUESS, GUESS, sure.dates and least([sure.dates, LIKELY]))


def of_project(text: str, found: FoundEntry) -> Sureness:
    title = SURE if found.period else LIKELY
    return Sureness(title, LIKELY, _of_end(text, found.period))


def of_volunteering(text: str, found: FoundEntry) -> Sureness:
    """As a role under its heading."""
    title = _BY_WEIGHT[title_weight(text[slice(*found.title)])]
    is_named = found.detail and employer_weight(text[slice(*found.detail)])
    return Sureness(title, SURE if is_named else LIKELY, of_dates(text, found.period))


def of_language(text: str, found: FoundEntry) -> Sureness:
    """A language is always a known word; its level may stand in the next column only."""
    level = text[slice(*found.detail)] if found.detail else ""
    return Sureness(SURE, SURE if is_level(level) else LIKELY, None)


def _of_end(text: str, period: Period | None) -> Certainty | None:
    """One date alone is what such entries often have."""
    return SURE if period and not period.is_range else of_dates(text, period)


def _is_labelled(text: str, found: Range) -> bool:
    begin = text.rfind("\n", 0, found[0]) + 1
    return _LABEL.search(text[begin : found[0]]) is not None
