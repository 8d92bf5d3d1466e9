"""Whether a piece of text is a place: a town, an address, a region, by lists and by its shape."""

import re
from functools import cache

from services.documents.rules.lexicon import plain, words
from services.documents.rules.wording import employer_weight, title_weight

MAX_PLACE_WORDS = 4
MAX_DISTRICT_WORDS = 2
"""What stands before a town and has more words is an employer: "Elm Discovery Village, Lagos"."""
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
_TOLD_APART = re.compile(
    r"(?P<town>[a-z -]{3,40})"
    r" (?:\([a-z0-9 ]{2,15}\)|(?:am|an der|im|in der|bei|upon|on|sur|sous) [a-z]+)"
)
"""A town with what tells it from others: "Halle (Saale)", "Freiburg im Breisgau"."""
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


def is_place(piece: str) -> bool:
    """Whether it is an address line or a place: "Austin, TX", "Seoul, S.Korea", "Remote"."""
    if len(piece) > 60 or _NO_PLACE.search(piece) or not piece.strip():
        return False
    if _AROUND.fullmatch(plain(piece)) or _is_part_of_town(plain(piece)):
        return True
    pieces = _parts_of_place(piece)
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


def _parts_of_place(piece: str) -> list[str]:
    """What commas part, plain, without postcodes and without what tells a town from others."""
    said = piece.strip("( ")
    parts = _AMONG.split(plain(said if "(" in said else said.strip(") ")))
    pieces = [part for said in parts if (part := _POSTCODE.sub("", said).strip())]
    if pieces and (told := _TOLD_APART.fullmatch(pieces[-1])) and told["town"] in words("cities"):
        pieces[-1] = told["town"]
    return pieces


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


def _names_work(piece: str) -> bool:
    if _CITY.fullmatch(piece):
        return False
    is_school = piece.rpartition(" ")[2] in words("schools") and " " in piece
    return is_school or title_weight(piece) == 2 or employer_weight(piece) == 2
