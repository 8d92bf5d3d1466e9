"""What a heading of a job description announces."""

import re
from enum import StrEnum
from functools import cache

from services.documents.rules import cues
from services.documents.rules.phrases import any_of, phrases, read


class Section(StrEnum):
    """What a heading announces. `OPEN` is text before any heading that we know."""

    OPEN = "open"
    REQUIREMENTS = "requirements"
    NICE = "nice"
    BONUS = "bonus"
    DUTIES = "duties"
    STACK = "stack"
    FACTS = "facts"
    ABOUT = "about"
    ASIDE = "aside"


ASKING = (Section.REQUIREMENTS, Section.NICE, Section.BONUS, Section.STACK)
_QUALIFIERS = (Section.FACTS, Section.BONUS, Section.NICE, Section.ASIDE)

_JOINED = re.compile(r"\s*(?:/|&|,|\band\b)\s*", re.IGNORECASE)
_HOW_MUCH = re.compile(
    r"^\W*(?:the|our|your|essential|required|minimum|mandatory|necessary|desirable|desired|preferred)\s+",
    re.IGNORECASE,
)
"""What may stand before the words that announce a section."""

_IS_WANTED = re.compile(r"\s+(?:required|needed|wanted|expected|sought)\W*$", re.IGNORECASE)
"""What may stand behind them."""


_ALONE = re.compile(
    r"\W*(?:essential|desirable|required|preferred|mandatory|necessary|needed|optional|minimum)"
    r"(?: (?:criteria|requirements|skills|attributes|qualities))?\W*",
    re.IGNORECASE,
)
_WILL = re.compile(r"\W*(?:the )?(?:\w+ )?\w+ (?:will|should|would)(?: also)?\W*", re.IGNORECASE)
"""Goes on with what somebody will be or do, as its points tell: "The right person will"."""

_OF_ALL = re.compile(r"(?:(?:job|role|position) )?(?:description|summary|spec)", re.IGNORECASE)
"""What heads a job as a whole, and not only its duties."""


def is_known(heading: str) -> bool:
    """Whether it is nothing but words that announce a section."""
    bare = _IS_WANTED.sub("", _HOW_MUCH.sub("", heading))
    return _is_whole(heading) or all(map(_is_whole, _JOINED.split(bare)))


def _is_whole(heading: str) -> bool:
    return any(words.fullmatch(heading) for words in _announcements().values())


def says_how_much(words: str) -> bool:
    """Whether it is nothing but how much is wanted: behind "Person specification:" it is a part of

    the heading.
    """
    return _ALONE.fullmatch(words) is not None


def is_label(heading: str) -> bool:
    """Whether it is the label of one fact, such as "Location", and announces no more than that."""
    return _labels().fullmatch(heading) is not None


def announced(heading: str, told: Section | None = None) -> Section | None:
    """The section of a heading: by all of it, or by some of its words.

    What qualifies comes first ("preferred skills"); else the last word that we know is the noun
    ("essential duties"). What heads the whole of a job announces what its points have `told`, and
    so does a label with no value behind it ("Role") and what ends in "will".
    """
    if told in ASKING and _OF_ALL.fullmatch(heading):
        return told
    if told is Section.DUTIES and (_WILL.fullmatch(heading) or is_label(heading)):
        return told
    whole = (section for section, words in _announcements().items() if words.fullmatch(heading))
    if section := next(whole, None):
        return section
    if is_label(heading):
        return Section.ASIDE
    part = {
        Section(name): [found.end() for found in words.finditer(heading)]
        for name, words in phrases("headings").items()
    }
    qualified = next((section for section in _QUALIFIERS if part[section]), None)
    noun = max(part, key=lambda section: max(part[section], default=0))
    if qualified or part[noun]:
        return qualified or noun
    return Section.NICE if cues.wishes(heading) else None


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"\W*{any_of(read('terms')['labels'])}\W*", re.IGNORECASE)


@cache
def _announcements() -> dict[Section, re.Pattern[str]]:
    return {
        Section(name): re.compile(rf"\W*{any_of(words)}\W*", re.IGNORECASE)
        for name, words in read("headings").items()
    }
