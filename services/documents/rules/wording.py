"""What a piece of an entry's head looks like: a title, an employer, a place, a degree."""

import re
from functools import cache

from services.documents.rules.degreewords import DEGREE, SUBJECT
from services.documents.rules.lexicon import plain, words

MAX_PLACE_WORDS = 4
MAX_DISTRICT_WORDS = 2
"""What stands before a town and has more words is an employer: "Elm Discovery Village, Lagos"."""


_WORD = re.compile(r"[^\W_]+(?:[-+#][^\W_]+)*")
_HEAD = re.compile(
    r"\s+(?:of|for|to|in|on|at|with|und|fur|en|de|des|du|di|della|da|do|and|&)\s+|[,(/|:–—]| - "
)
_PLURAL = re.compile(r"(?<=[a-z]{3})s$")
_GENDER = re.compile(r"[*:/_](?:in|innen|r|e|frau|mann)\b", re.IGNORECASE)
_ELLIPSIS = re.compile(r"(?<!\w)\w{1,60}-\s+(?:und|oder|u)\s+")
"""As in "Gesundheits- und Krankenpflegerin"."""
_AMONG = re.compile(r"\s*,\s*")
_NO_PLACE = re.compile(r"[@|:;]|\s[-–—]\s")
_REGION = re.compile(r"[a-z]+(?: [a-z]+)? (?:state|province|county|prefecture|district|canton)")
"""A region by what it is called: "Lagos State"."""
_CITY = re.compile(r"[a-z]+(?: [a-z]+){0,2} city")
"""A town that is called so, as "Quezon City" is."""
_AROUND = re.compile(
    r"(?:greater [a-z]+(?: [a-z]+){0,2}(?: area)?|[a-z]+(?: [a-z]+){0,3}"
    r" (?:metropolitan (?:area|region)|bay area|und umgebung|et peripherie|y alrededores"
    r"|e dintorni|e arredores|en omgeving))"
)
"""A town with what lies around it, as profiles say."""
_PART = re.compile(
    r"(?:metro|metropolitan|downtown|central|inner|outer|(?:north|south)? ?(?:east|west)?(?:ern)?)"
    r" (?P<of>[a-z]+(?: [a-z]+){0,2})"
    r"|(?P<around>[a-z]+(?: [a-z]+){0,2}?) (?:metro|metro area|area|region|suburbs)"
)
_TOWN_REGION = re.compile(
    r"(?P<town>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,2}) (?P<region>[A-Z]{2,3})"
    r"(?P<code> (?:\d{4,5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d))?"
)
"""As in Australia and North America: "Hobart TAS 7000"."""
_MORE_REGIONS = frozenset({"nt", "sa"})
"""Regions whose letters mean something else where no town stands before them."""
_POSTCODE = re.compile(
    r"\b\d{4,6}(?:-\d{3,4})?\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b", re.IGNORECASE
)
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


def is_place(piece: str) -> bool:
    """Whether it is an address line or a place: "Austin, TX", "Seoul, S.Korea", "Remote"."""
    if len(piece) > 60 or _NO_PLACE.search(piece) or not piece.strip():
        return False
    if _AROUND.fullmatch(plain(piece)) or _is_part_of_town(plain(piece)):
        return True
    pieces = [_POSTCODE.sub("", part).strip() for part in _AMONG.split(plain(piece.strip("() ")))]
    pieces = [part for part in pieces if part]
    if not pieces or len(pieces) > 4:
        return False
    last = pieces[-1]
    if len(pieces) == 1:
        known = last in words("cities") or last in words("countries")
        return known or _is_town_with_region(piece.strip("() "))
    most = MAX_DISTRICT_WORDS if last in _only_towns() else MAX_PLACE_WORDS
    if any(len(part.split()) > most or _names_work(part) for part in pieces[:-1]):
        return False
    if len(pieces) > 2 and not _is_address(pieces):
        return False
    return last in _places() or _REGION.fullmatch(last) is not None


def _is_town_with_region(said: str) -> bool:
    """A town that we know, or one with its postcode, before the capitals of its region."""
    found = _TOWN_REGION.fullmatch(said)
    if found is None or plain(found["region"]) not in words("regions") | _MORE_REGIONS:
        return False
    is_known = plain(found["town"]) in words("cities")
    return is_known or (found["code"] is not None and not _names_work(plain(found["town"])))


def _is_part_of_town(said: str) -> bool:
    """A side of a town that we know, or what lies around it: "Downtown Toronto"."""
    found = _PART.fullmatch(said)
    town = found and (found["of"] or found["around"])
    return town in words("cities")


@cache
def _places() -> frozenset[str]:
    return words("regions") | words("countries") | words("cities")


def is_town(piece: str) -> bool:
    """Whether it is a town by itself, or work that has none: what may stand behind an employer."""
    return plain(piece.strip("() ")) in _only_towns()


@cache
def _only_towns() -> frozenset[str]:
    return words("cities") - words("countries") - words("regions")


def _is_address(pieces: list[str]) -> bool:
    """Of three parts the first may be an employer: not a street, not a town in its region."""
    first, second = pieces[0], pieces[1]
    is_street = any(map(str.isdigit, first))
    return is_street or first in words("cities") or second in _only_regions()


@cache
def _only_regions() -> frozenset[str]:
    return words("regions") - words("cities")


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


def _names_work(piece: str) -> bool:
    if _CITY.fullmatch(piece):
        return False
    is_school = piece.rpartition(" ")[2] in words("schools") and " " in piece
    return is_school or title_weight(piece) == 2 or employer_weight(piece) == 2


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
