"""What a piece of an entry's head looks like: a title, an employer, a place, a degree."""

import re
from functools import cache

from services.documents.rules.degreewords import DEGREE, SUBJECT
from services.documents.rules.lexicon import plain, words

_WORD = re.compile(r"[^\W_]+(?:[-+#][^\W_]+)*")
_HEAD = re.compile(
    r"\s+(?:of|for|to|in|on|at|with|und|fur|en|de|des|du|di|della|da|do|and|&)\s+|[,(/|:–—]| - "
)
_PLURAL = re.compile(r"(?<=[a-z]{3})s$")
_GENDER = re.compile(r"[*:/_](?:in|innen|r|e|frau|mann)\b", re.IGNORECASE)
_ELLIPSIS = re.compile(r"(?<!\w)\w{1,60}-\s+(?:und|oder|u)\s+")
"""As in "Gesundheits- und Krankenpflegerin"."""
_UNIT = r"(?:years?|yrs?|y|months?|mos?|m|weeks?|jahre?|monate?|ans|mois)"
_DURATION = re.compile(rf"\(?\s*(?:\d{{1,2}}\+?\s*{_UNIT}\b[,\s]*){{1,2}}\)?", re.IGNORECASE)
_STATE = re.compile(r"(?:MA|MD|MS)(?=\s*(?:$|[,;|()\n\t]|\d))")
"""Letters of a degree that are those of a state too."""

_EMPLOYER_COMPOUNDS = (
    "krankenhaus", "klinik", "klinikum", "schule", "werke", "verlag", "gesellschaft", "stiftung",
    "zentrum", "sparkasse", "apotheke", "backerei", "brauerei", "kanzlei", "verein", "institut",
)  # fmt: skip
"""Employers that German writes as the end of one long word."""

_SCHOOLS = (
    "schule", "schulen", "gymnasium", "akademie", "universitat", "hogeschool", "universiteit",
    "skole", "skolen", "skola", "skolan", "universitet", "universitetet", "yliopisto",
    "uniwersytet",
)  # fmt: skip
"""Schools that other languages write as the end of one long word: "Krankenpflegeschule"."""


_BEHIND_TITLE = {
    "commanding", "designate", "elect", "emerita", "emeritus", "general", "in-charge", "incharge",
    "laureate", "patron", "resident",
}  # fmt: skip
"""Words that stand behind the noun of a job: "Officer Commanding", "Director General"."""

_MAKERS = ("seller", "keeper", "maker", "worker")
"""English too writes some jobs as the end of a longer word: "Bookseller"."""


def title_weight(piece: str) -> int:
    """2 where its head noun is that of a job, 1 where another of its words is, else 0.

    Other languages put the noun first ("Gerente de tienda", "Sachbearbeiterin Einkauf"). Nobody is
    "Engineers": in the plural it is a word of firms.
    """
    said = _ELLIPSIS.sub("", plain(_GENDER.sub("", piece)))
    found = _words_of(said)
    if not found:
        return 0
    first = _HEAD.split(said, maxsplit=1)[0]
    head = _words_of(first)
    if len(head) > 1 and head[-1] in _BEHIND_TITLE and _is_title(head[-2]):
        return 2
    if head and _is_title(head[-1]) and not _is_plural(first):
        return 2
    if len(head) > 1 and head[-1] in words("grades") and _is_title(head[0]):
        return 2
    if found[0] in words("foreign_titles") or found[0].endswith(_foreign_compounds()):
        return 2
    return int(any(_is_title(word) or word in words("grades") for word in found))


def employer_weight(piece: str) -> int:
    """2 where it ends, or begins, with a word of employers' names; 1 where it has one, else 0."""
    found = _words_of(piece)
    if not found:
        return 0
    begun = re.split(r"[,(–—|]| - | of | for ", plain(piece), maxsplit=1)[0]
    first = _words_of(begun)
    if first and len(first) > 1 and _is_plural(begun):
        return 2
    if (first and first[-1] in words("employers")) or found[-1] in words("employers"):
        return 2
    if found[-1].endswith(_EMPLOYER_COMPOUNDS) or (
        first and first[-1].endswith(_EMPLOYER_COMPOUNDS)
    ):
        return 2
    if len(found) > 1 and found[0] in words("leading_employers"):
        return 2
    return int(any(word in words("employers") for word in found))


def _is_title(word: str) -> bool:
    if word.rpartition("-")[2] in _titles() or word.endswith((*_compounds(), "ologist")):
        return True
    return word.endswith("in") and word[:-2] in words("foreign_titles")


def _is_plural(said: str) -> bool:
    """Such as the engineers in "Qanat Consulting Engineers"."""
    last = _WORD.findall(said)[-1]
    return last not in _titles() and _PLURAL.sub("", last) in _titles()


@cache
def _titles() -> frozenset[str]:
    return words("titles") | words("foreign_titles")


@cache
def _compounds() -> tuple[str, ...]:
    """Titles that other languages write as the end of one long word: Vertriebsleiter."""
    return (*sorted(word for word in _titles() if len(word) >= 7), *_MAKERS)


@cache
def _foreign_compounds() -> tuple[str, ...]:
    return tuple(sorted(word for word in words("foreign_titles") if len(word) >= 7))


def is_term(piece: str) -> bool:
    """Whether it says how somebody was employed, or for how long."""
    return plain(piece.strip("() ")) in words("terms") or bool(_DURATION.fullmatch(piece.strip()))


_FAMILIES = {"berber", "chinese", "creole", "gaelic", "kurdish", "pidgin"}
"""Languages before which the name of one says which: "Mandarin Chinese", not "Polish German"."""


def is_language(said: str) -> bool:
    """Whether it is the name of a spoken one, with which of its kinds: "Brazilian Portuguese"."""
    name = plain(said)
    known, kinds = words("languages"), words("kinds_of_languages")
    if name in known:
        return True
    first, _, last = name.rpartition(" ")
    is_kind = first in kinds or (first in known and last in _FAMILIES)
    return (last in known and is_kind) or (first in known and last in kinds)


def degree(piece: str) -> re.Match[str] | None:
    """The first degree named in it; case matters, for "MA" and "Ma" are two things."""
    for found in DEGREE.finditer(piece):
        before = piece[: found.start()].rstrip()
        if not (before.endswith(",") and is_state(before[:-1], piece[found.start() :])):
            return found
    return None


def begins_with_degree(piece: str) -> bool:
    return DEGREE.match(piece) is not None


def is_state(before: str, behind: str) -> bool:
    """Whether letters behind a comma are those of a state and not of a degree: "Amherst, MA".

    Then a name stands before them, and not what one may study, nor who gave it.
    """
    if not _STATE.match(behind):
        return False
    named = re.split(r"[,;|\n\t]", before)[-1].strip()
    is_learned = is_subject(named) or school_weight(named) or DEGREE.search(named)
    return named[:1].isupper() and not is_learned


def is_subject(said: str) -> bool:
    """Whether it is what one may study."""
    return SUBJECT.search(said) is not None or is_language(said)


def school_weight(piece: str) -> int:
    """How much it looks like a school: 1 where it has a word of one."""
    parts = [part for word in _words_of(piece) for part in word.split("-")]
    return int(any(part in words("schools") or part.endswith(_SCHOOLS) for part in parts))


def _words_of(piece: str) -> tuple[str, ...]:
    """Plain words, plural forgotten where only the singular is known."""
    return tuple(_singular(word) for word in _WORD.findall(plain(piece)))


def _singular(word: str) -> str:
    single = _PLURAL.sub("", word)
    return single if not _is_known(word) and _is_known(single) else word


def _is_known(word: str) -> bool:
    return word in _titles() or word in words("employers")
