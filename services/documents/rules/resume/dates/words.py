"""Words of dates in many languages, as patterns: months, "until", "since" and "today"."""

import re
import unicodedata
from collections.abc import Iterable

from services.documents.rules.lexicon import date_words, plain

DASH = r"[-~→–—―〜\uff5e至\u2010-\u2012\u2212]"
_ARTICLE = r"(?:(?:the|la|el|l['’]|le|o|os|der|zum|dem|am)[ ]?)?"


def month_named(word: str) -> int | None:
    """1 to 12; None for a word that is no month, season or quarter that we know."""
    return _NUMBER_OF.get(plain(word))


def is_season(word: str) -> bool:
    """Whether it is the name of one: in which of its months is not said."""
    return plain(word) in _SEASONS


def any_of(kind: str) -> str:
    """One list of `dates.toml` as a pattern, longest first, with and without accents."""
    listed: Iterable[str] = date_words()[kind]
    every = {form for said in listed for form in (said, _bare(said))}
    return "|".join(_spelled(form) for form in sorted(every, key=lambda form: (-len(form), form)))


def _bare(said: str) -> str:
    parts = unicodedata.normalize("NFKD", said)
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def _spelled(said: str) -> str:
    return re.escape(said).replace(r"\ ", r"[ \n]").replace("'", "['’]")


_NUMBER_OF = {
    plain(name): number
    for kind in ("months", "seasons")
    for number, names in enumerate(date_words()[kind], 1)
    for name in names.split()
}
_SEASONS = {
    name for names in date_words()["seasons"] for name in names.split() if not name[-1].isdigit()
}

TO = rf"[ \t\n]*(?:{DASH}{{1,3}}>?|\b(?:{any_of('until')})\b)[ \t\n]*"
NOW = rf"(?:{DASH}{{1,3}}[ ]?)?(?:(?:to|bis|hasta|à|a)[ ])?{_ARTICLE}(?:{any_of('now')})(?!\w)"
SINCE = rf"\b(?:{any_of('since')})[ ]+"
FROM = rf"(?<!\w)(?:{any_of('from')})(?:[ ]+|(?<=['’]))"
MARK = rf"(?:[ ]?(?:{any_of('marks')})(?!\w))?"

_NOW_ALONE = re.compile(NOW, re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


def says_when_only(said: str) -> bool:
    """Whether nothing but words of dates is said, though no year: "Present", "Sep – Feb"."""
    parts = _WORD.findall(said)
    are_months = len(parts) > 1 and all(
        part.isdigit() or month_named(part) or _NOW_ALONE.fullmatch(part) for part in parts
    )
    return are_months or _NOW_ALONE.fullmatch(said.strip(" \t-–—,.")) is not None
