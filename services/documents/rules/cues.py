"""How much a clause of a job description wants something, and what kind of thing it is."""

import re
from collections.abc import Iterator
from functools import cache

from contracts.analysis import Seniority, Strength
from services.documents.rules import durations
from services.documents.rules.phrases import any_of, phrases, read, table

_ITEM = r"[^\s,;:/|]+(?: [^\s,;:/|]+)?"
_LIST = re.compile(rf"{_ITEM}(?:\s*(?:[,;/|]|,?\s(?:and|or|&)\s)\s*{_ITEM})*", re.IGNORECASE)

_AT_SCHOOL = re.compile(r"\b(?:maths?|mathematics|numeracy|gcses?)\b", re.IGNORECASE)
"""Beside it English is a subject of school."""

_IF = re.compile(r"\bif (?:you|someone|somebody|anyone)\b", re.IGNORECASE)
_AND_EITHER = re.compile(
    r"\b(?:and|as well as|plus)\s+(?:either|(?:at least )?one of)\b", re.IGNORECASE
)


def strength_of(clause: str, fallback: Strength) -> Strength:
    """What the clause itself says; where it says nothing, or both, what its heading says.

    "Familiarity with" asks for less than experience, so it is nice to have, not a must.
    """
    said = phrases("cues")
    clause = durations.without_better(clause)
    is_nice = is_wish(clause)
    if said["bonus"].search(clause):
        return Strength.BONUS
    if insists(clause) and not is_nice:
        return Strength.MUST
    if fallback is Strength.MUST and is_nice and not said["must"].search(clause):
        return Strength.NICE
    return fallback


def asks(clause: str) -> bool:
    """Whether a sentence outside any list of requirements asks for something."""
    return bool(phrases("cues")["asks"].search(clause))


def asks_nothing(clause: str) -> bool:
    """Whether it says of something that it is not asked for."""
    return phrases("cues")["asks_nothing"].search(clause) is not None


def is_wish(clause: str) -> bool:
    return phrases("cues")["nice"].search(clause) is not None or wishes(clause)


def wishes(clause: str) -> bool:
    """Whether a sentence anywhere says that something would be good to have, in whatever words."""
    known = phrases("cues")
    is_if = known["nice"].search(clause) and _IF.search(clause)
    is_said = is_if or known["wishes"].search(clause)
    return bool(is_said) and not known["no_wishes"].search(clause)


def needs(clause: str) -> bool:
    """Whether it puts a gate before the reader where no heading does."""
    is_put = insists(clause) or wants(clause) or hangs_on(clause)
    return is_put or phrases("cues")["needs"].search(clause) is not None


def demands(clause: str) -> bool:
    """Whether it asks it of the reader, and does not tell of somebody else."""
    return phrases("cues")["demands"].search(clause) is not None


def wants(clause: str) -> bool:
    """Whether it says of what it names that the reader should have it."""
    return phrases("cues")["wants"].search(clause) is not None


def insists(clause: str) -> bool:
    """Whether it leaves no choice, whatever heading it stands under."""
    return phrases("cues")["insists"].search(clause) is not None


def names_quality(clause: str) -> bool:
    """Whether a clause among requirements names something to be, where it names no skill."""
    return phrases("cues")["qualities"].search(clause) is not None


def puts_condition(clause: str) -> bool:
    """Whether it puts a condition even where it stands among what is offered."""
    return insists(clause) or hangs_on(clause)


def hangs_on(clause: str) -> bool:
    """Whether it says that the offer hangs on something, or that something will be checked."""
    return phrases("cues")["conditions"].search(clause) is not None


def is_about_stack(clause: str) -> bool:
    return phrases("cues")["stack"].search(clause) is not None


def is_certification(clause: str) -> bool:
    return phrases("cues")["certified"].search(clause) is not None


def degree_phrases(clause: str) -> Iterator[tuple[int, int]]:
    """Where the clause speaks of degrees and their subjects, which are no skills to be shown."""
    for match in _degree_phrase().finditer(clause):
        yield match.span()


def languages_of(clause: str) -> tuple[str, ...]:
    """The spoken languages that the clause asks for; none where it asks for none.

    Names are in lower case; what is asked for by no name stands as it is worded.
    """
    if _AT_SCHOOL.search(clause):
        return ()
    unnamed = tuple(found["worded"] for found in unnamed_languages(clause))
    if not unnamed and not _language().search(clause):
        return ()
    names = (language for language, _, _ in language_names(clause))
    return tuple(dict.fromkeys((*names, *unnamed)))


def unnamed_languages(said: str) -> Iterator[re.Match[str]]:
    """Languages that are asked for by their kin, in the group `kin`, or as any other one."""
    yield from _unnamed().finditer(said)


def kin_of(name: str) -> tuple[str, ...]:
    """The languages, in lower case, that are called "Nordic" or the like together."""
    return tuple(read("languages")["kin"][" ".join(re.split(r"[\s-]+", name.lower()))])


def language_names(said: str) -> Iterator[tuple[str, int, int]]:
    """Each spoken language that it names, in English and lower case, and where."""
    called = read("languages")["called"]
    for found in _names().finditer(said):
        name = found[0].lower()
        yield called.get(name, name), found.start(), found.end()


def is_list(clause: str) -> bool:
    """Whether it is nothing but one thing, or several, of a word or two each."""
    return _LIST.fullmatch(clause) is not None


def joins_choice(clause: str) -> re.Match[str] | None:
    """Where a choice is asked for beside something else: "English and either French or Dutch"."""
    return _AND_EITHER.search(clause)


def is_either(clause: str) -> bool:
    return re.search(r"\b(?:or|oder|ou)\b|/", clause) is not None


def seniority_of(title: str) -> Seniority:
    levels = table("cues", "seniority")
    found = (level for level, words in levels.items() if words.search(title))
    return Seniority(next(found, Seniority.UNKNOWN))


@cache
def _degree_phrase() -> re.Pattern[str]:
    """From the degree to where the clause goes on to something else."""
    ends = r";|\. |\band (?=\d|at least)|\bwith (?=\d|at least)|\bplus (?=\d)|$"
    degree = phrases("cues")["degree"].pattern
    return re.compile(rf"{degree}.*?(?={ends})", re.IGNORECASE | re.DOTALL)


@cache
def _names() -> re.Pattern[str]:
    known = read("languages")
    return re.compile(rf"\b{any_of([*known['called'], *known['names']])}\b", re.IGNORECASE)


@cache
def _unnamed() -> re.Pattern[str]:
    known = read("languages")
    kin = any_of(re.escape(name).replace(r"\ ", r"[\s-]+") for name in known["kin"])
    of_kin = rf"(?:(?:major|main|other) )?(?P<kin>{kin}) "
    told = rf"(?:{of_kin}|{any_of(known['unnamed'])} (?:(?P<of>{kin}) )?)"
    worded = rf"(?P<worded>{told}{any_of(known['spoken'])})"
    no_subject = r"(?<!as a )(?<!as an )(?<!teaching a )"
    return re.compile(rf"{no_subject}(?<!\w){worded}(?!\w)", re.IGNORECASE)


@cache
def _language() -> re.Pattern[str]:
    known = {name: any_of(read("languages")[name]) for name in ("before", "after")}
    names = _names().pattern
    ways = (
        rf"\b{known['before']}\b.{{0,40}}(?P<first>{names})",
        rf"(?P<second>{names}).{{0,20}}\b{known['after']}\b",
        rf"^\W*(?P<third>{names})\W*$",
    )
    return re.compile("|".join(ways), re.IGNORECASE | re.DOTALL)
