"""What its owner corrects in a document: whether that can be used, and to what it belongs. Pure.

A correction knows the words that were read (`was`), so that it finds its role or entry again when
another engine has read the same file and counts differently.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

from chassis.errors import Conflict, Invalid
from contracts.analysis import (
    Entry,
    JobAnalysis,
    Month,
    Requirement,
    ResumeAnalysis,
    Role,
    Text,
)
from contracts.corrections import (
    Corrections,
    EntryCorrection,
    JobCorrections,
    OwnEntry,
    OwnRequirement,
    OwnRole,
    RequirementCorrection,
    RoleCorrection,
)
from services.documents.domain import cleaned_title as cleaned
from services.documents.quoting import place_of
from services.documents.sizes import checked_sizes

ENTRIES = ("education", "projects", "certifications", "languages", "volunteering")
VALUES = ("name", "email", "phone", "location", "headline")
FACTS = ("title", "employer", "place", "pay")
"""Those of a job that are words of its text."""
NOT_THERE = "This does not stand in the text. Copy it from there, word by word."
ALIKE = 80.0
"""Of 100: two readings of the same role differ in a comma, two roles in their employer."""

_SAME_WORDS = 50.0
"""Of 100: half of a requirement, cut or joined otherwise by another engine, is still the same."""

_OTHER_SIDE = 10.0
"""Less alike is a condition to what is to be shown in the same words."""

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_MONTH = re.compile(r"[12]\d{3}(-(0[1-9]|1[0-2]))?")

Item = TypeVar("Item", RoleCorrection, EntryCorrection, RequirementCorrection)
Alike = Callable[[str, str], float]


def checked(given: Corrections) -> Corrections:
    """Cleaned of what no line has. Raises Invalid with the field that cannot be used."""
    if given.email and not _ADDRESS.fullmatch(given.email.strip()):
        raise _invalid("This is no e-mail address.", "email")
    values = {name: _said(getattr(given, name)) for name in VALUES}
    links = None if given.links is None else tuple(_lines(given.links))
    entries = {name: tuple(_entries(name, getattr(given, name))) for name in ENTRIES}
    added = tuple(dict.fromkeys(_lines(given.skills_added)))
    roles = tuple(_roles(given.roles))
    update = {**values, **entries, "links": links, "skills_added": added, "roles": roles}
    return given.model_copy(update={**update, "scope": checked_sizes(given.scope)})


def anchored(given: Corrections, read: ResumeAnalysis) -> Corrections:
    """With the words that each one replaces, or confirms where it says the same.

    Raises Invalid for what was never read.
    """
    update: dict[str, object] = {
        name: tuple(_anchored(name, getattr(given, name), entries_read(read, name)))
        for name in ENTRIES
    }
    update["roles"] = tuple(_anchored("roles", given.roles, roles_read(read)))
    return given.model_copy(update=update)


def found_again(kept: Corrections, read: ResumeAnalysis) -> Corrections:
    """The same corrections for another reading of the file.

    One whose words are not there any more stays: as something added by its owner, or, where it
    took something out, without effect until those words are read again.
    """
    update: dict[str, object] = {
        name: tuple(_found_again(getattr(kept, name), entries_read(read, name))) for name in ENTRIES
    }
    update["roles"] = tuple(_found_again(kept.roles, roles_read(read)))
    return kept.model_copy(update=update)


def checked_job(given: JobCorrections, text: str) -> JobCorrections:
    """As for a résumé. What is asked for must stand in `text`."""
    ones = []
    for place, each in enumerate(given.requirements):
        now = each.now and _requirement(each.now, f"requirements.{place}.now", text)
        ones.append(each.model_copy(update={"now": now}))
    facts = {name: _fact(getattr(given.facts, name), name, text) for name in FACTS}
    own = given.facts.model_copy(update=facts)
    return given.model_copy(update={"requirements": tuple(ones), "facts": own})


def anchored_job(given: JobCorrections, read: JobAnalysis) -> JobCorrections:
    """As for a résumé."""
    ones = _anchored("requirements", given.requirements, requirements_read(read))
    return given.model_copy(update={"requirements": tuple(ones)})


def found_again_job(kept: JobCorrections, read: JobAnalysis) -> JobCorrections:
    """As for a résumé; but the text is the same, so that only the same words are meant."""
    words = requirements_read(read)
    ones = _found_again(kept.requirements, words, _in_the_same_words, _SAME_WORDS)
    return kept.model_copy(update={"requirements": tuple(ones)})


def check_version(asked: int | None, there: int) -> None:
    """Raises Conflict unless the change was made from what is there."""
    if asked is None:
        raise Conflict(
            "Say which version you have changed, so that nothing of a newer one is lost.",
            code="version-needed",
        )
    if asked != there:
        raise changed_meanwhile()


def changed_meanwhile() -> Conflict:
    return Conflict(
        "This was changed since you opened it, so nothing was saved. "
        "Look at what it says now, and save again if you still want to.",
        code="changed-meanwhile",
    )


def roles_read(read: ResumeAnalysis) -> dict[str, str]:
    """The words of each role that was read, by its id."""
    return {role.id: _words_of_role(role) for role in read.roles}


def entries_read(read: ResumeAnalysis, name: str) -> dict[str, str]:
    """The words of each entry of one kind that was read, by its place."""
    entries: tuple[Entry, ...] = getattr(read, name)
    return {f"e{place}": _words_of_entry(entry) for place, entry in enumerate(entries, 1)}


def requirements_read(read: JobAnalysis) -> dict[str, str]:
    """The words of each requirement that was read, by its id."""
    return {each.id: _words_of_requirement(each) for each in read.requirements}


def _words_of_requirement(requirement: Requirement) -> str:
    side = "condition" if requirement.is_gate else "asked"
    return _joined(side, " ".join(requirement.span.quote.split()))


def _in_the_same_words(one: str, other: str) -> float:
    """How much of the longer the shorter one is, of 100; nothing where it is no part of it."""
    (side, _, words), (other_side, _, others) = one.partition(" | "), other.partition(" | ")
    shorter, longer = sorted((words, others), key=len)
    if not shorter or shorter not in longer:
        return 0.0
    return 100.0 * len(shorter) / len(longer) - (0.0 if side == other_side else _OTHER_SIDE)


def _words_of_role(role: Role) -> str:
    dates = " ".join(role.dates.quote.split()) if role.dates else ""
    return _joined(_value(role.title), _value(role.employer), dates)


def _words_of_entry(entry: Entry) -> str:
    return _joined(_value(entry.title), _value(entry.detail), entry.start or "", entry.end or "")


def _joined(*parts: str) -> str:
    return " | ".join(parts)[:1000]


def _value(text: Text | None) -> str:
    return text.value if text else ""


def _said(value: str | None) -> str | None:
    return None if value is None else cleaned(value)


def _lines(values: Iterable[str]) -> Iterator[str]:
    yield from (line for value in values if (line := cleaned(value)))


def _roles(given: Sequence[RoleCorrection]) -> Iterator[RoleCorrection]:
    for place, each in enumerate(given):
        yield each.model_copy(update={"now": each.now and _role(each.now, f"roles.{place}.now")})


def _role(now: OwnRole, field: str) -> OwnRole:
    title = _title(now.title, field)
    _check_dates(now.start, now.end, field)
    if now.start and not now.end and not now.is_current:
        raise _invalid("Give its end, or say that it still goes on.", f"{field}.end")
    if now.is_current and now.end:
        raise _invalid("It has an end or it still goes on, not both.", f"{field}.end")
    lines = tuple(_lines(now.bullets))
    update = {"title": title, "employer": cleaned(now.employer), "bullets": lines}
    return now.model_copy(update=update)


def _entries(name: str, given: Sequence[EntryCorrection]) -> Iterator[EntryCorrection]:
    for place, each in enumerate(given):
        now = each.now and _entry(each.now, f"{name}.{place}.now")
        yield each.model_copy(update={"now": now})


def _entry(now: OwnEntry, field: str) -> OwnEntry:
    title = _title(now.title, field)
    _check_dates(now.start, now.end, field, may_lack_start=True)
    return now.model_copy(update={"title": title, "detail": cleaned(now.detail)})


def _requirement(now: OwnRequirement, field: str, text: str) -> OwnRequirement:
    quote = " ".join(now.quote.split())
    if place_of(quote, text) is None:
        raise _invalid(NOT_THERE, f"{field}.quote")
    named = None if now.looked_for is None else tuple(_lines(now.looked_for))
    return now.model_copy(update={"quote": quote, "looked_for": named})


def _fact(said: str | None, name: str, text: str) -> str | None:
    words = None if said is None else " ".join(said.split())
    if words and place_of(words, text) is None:
        raise _invalid(NOT_THERE, f"facts.{name}")
    return words


def _title(title: str, field: str) -> str:
    if not (said := cleaned(title)):
        raise _invalid("This needs a name.", f"{field}.title")
    return said


def _check_dates(
    start: Month | None, end: Month | None, field: str, *, may_lack_start: bool = False
) -> None:
    for name, month in (("start", start), ("end", end)):
        if month and not _MONTH.fullmatch(month):
            raise _invalid("Write a month as 2021-03, or a year as 2021.", f"{field}.{name}")
    if end and not start and not may_lack_start:
        raise _invalid("Give its start as well.", f"{field}.start")
    if start and end and (end if "-" in end else f"{end}-12") < start:
        raise _invalid("The end is before the start.", f"{field}.end")


def _anchored(field: str, given: Sequence[Item], read: dict[str, str]) -> Iterator[Item]:
    asked = [each.of for each in given if each.of]
    for place, each in enumerate(given):
        if each.of is None:
            yield each
        elif each.of not in read or asked.count(each.of) > 1:
            raise _invalid("This is not among what was read, or is named twice.",
                           f"{field}.{place}.of")  # fmt: skip
        else:
            yield each.model_copy(update={"was": read[each.of]})


def _found_again(
    kept: Sequence[Item], read: dict[str, str], alike: Alike = fuzz.ratio, least: float = ALIKE
) -> list[Item]:
    """Whatever is most alike belongs together, each to one; of what is the same, the first."""
    pairs = sorted(
        (-alike(each.was, words), place, order, of)
        for place, each in enumerate(kept)
        for order, (of, words) in enumerate(read.items())
        if each.was
    )
    found: dict[int, str] = {}
    for unlike, place, _, of in pairs:
        if -unlike >= least and place not in found and of not in found.values():
            found[place] = of
    return [each.model_copy(update={"of": found.get(place)}) for place, each in enumerate(kept)]


def _invalid(message: str, field: str) -> Invalid:
    return Invalid(message, code="correction-invalid", field=field)
