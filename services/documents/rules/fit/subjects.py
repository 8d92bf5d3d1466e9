"""What a degree was in, and whether that is what a job asks for."""

import re
from collections.abc import Iterator
from functools import cache

from contracts.analysis import Entry
from services.documents.rules.degreewords import SUBJECT
from services.documents.rules.lexicon import plain
from services.documents.rules.phrases import read

Subject = frozenset[str]
"""The stems of its words."""

_IN = re.compile(
    r"\b(?:in|of|der|en|de|bsc|msc|ba|ma|beng|meng|bachelor|master)\b\s*(?P<what>.+)",
    re.IGNORECASE | re.DOTALL,
)
_ENDS = re.compile(
    r"\b(?:with|from|by|plus|and \d|or \d|at least|or equivalent experience"
    r"|(?:recogni[sz]|accredit|approv|award)ed)\b|[.;(]",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?P<what>[^.;:()]*?(?:{SUBJECT.pattern}))\s+degree\b", re.IGNORECASE)
_LEADS = re.compile(r".*\b(?:an?|the|your|our|with|in|of|have|hold)\b", re.IGNORECASE | re.DOTALL)
"""What stands before the subjects of "a law or politics degree"."""

_PARTED = re.compile(r"[,/;&+]|\b(?:and|or|und|oder|et|ou|y|o)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b[dl][’']", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 6
_LONGEST = 60
"""Characters between a degree and its school that may name the subject."""

_LEVEL = re.compile(
    r"\b(?:bachelors?|masters?|diploma?|degree|honours|doctor\w*|licenciatura|licen[cs]e|laurea"
    r"|magistrale|magister|maitrise|bsc|msc|phd|dphil|mphil|mres)\b"
)


def subjects_asked(said: str) -> tuple[Subject, ...]:
    """The subjects of which a requirement takes any one; none where it names none."""
    return tuple(filter(None, map(_stems, _PARTED.split(_subjects_in(said)))))


def subject_listed(entry: Entry, text: str) -> Subject:
    """What a degree of a résumé is called, without its level.

    Between its title and its school the subject may stand by itself.
    """
    title, detail = entry.title.span, entry.detail.span if entry.detail else None
    behind = text[title.end : detail.start] if detail and detail.start > title.end else ""
    beside = behind if len(behind) <= _LONGEST and "\n" not in behind else ""
    return _stems(_LEVEL.sub(" ", _plain(f"{entry.title.value} {beside}")))


def is_one(asked: Subject, listed: Subject) -> bool:
    """Whether all that is asked is listed, each word as itself or in another name of the same."""
    return all(word in listed or word in _renamed(asked, listed) for word in asked)


def _subjects_in(said: str) -> str:
    """What stands before "degree" where that is a subject, else behind the "in" of the degree."""
    if before := _BEFORE.search(said):
        return _LEADS.sub("", before["what"])
    found = _IN.search(said)
    return _ENDS.split(found["what"], maxsplit=1)[0] if found else ""


def _renamed(asked: Subject, listed: Subject) -> Subject:
    """The words of what is asked that are a name of the same subject as one that is listed."""
    found: set[str] = set()
    for names in _same_subjects():
        if any(name <= listed for name in names):
            found.update(*(name for name in names if name <= asked))
    return frozenset(found)


def _stems(said: str) -> Subject:
    nothing = {*read("common")["subjects"], *read("subject")["nothing"]}
    words = (word for word in _WORD.findall(_plain(said)) if word not in nothing)
    return frozenset(word[:_STEM] for word in words)


def _plain(said: str) -> str:
    return plain(_ARTICLE.sub(" ", said))


@cache
def _same_subjects() -> tuple[tuple[Subject, ...], ...]:
    return tuple(tuple(_names(names)) for names in read("common")["same_subjects"])


def _names(names: list[str]) -> Iterator[Subject]:
    yield from (frozenset(w[:_STEM] for w in _WORD.findall(plain(name))) for name in names)
