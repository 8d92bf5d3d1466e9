"""What tells who somebody is by its form alone: addresses, numbers, dates, people named beside us.

Every pattern begins at a fixed place and is bounded, so that a text of any length is read once.
"""

import re
from collections.abc import Callable, Iterator

from chassis.llm.ways import FoundName, NameKind
from chassis.namelists.words import words

IsTerm = Callable[[str], bool]
"""Whether words are of the trade, such as a skill's name: then they are nobody's."""

_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]{1,63}"
    r"(?:(?:\.|\s?(?:\(dot\)|\[dot\])\s?)[\w-]{1,63}){1,5}",
    re.IGNORECASE,
)
_LINK = re.compile(r"\b(?:https?://|www\.)\S{1,2000}(?<![.,;:!?)\]])", re.IGNORECASE)
_DOMAIN = re.compile(
    r"(?<![\w.@-])(?:[\w-]{1,63}\.){1,4}"
    r"(?:com|org|net|io|dev|me|info|biz|edu|gov|eu|de|at|ch|fr|es|it|nl|pt|pl|se|no|dk|ie|uk|us|ca"
    r"|in|au|nz|app|ai|tech|page|site|online|xyz|blog)\b(?:/\S{0,2000}(?<![.,;:!?)\]]))?",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@./-])@\w[\w.]{1,38}\w")
_PHONES = (
    re.compile(r"(?<![\w.])(?:\+|00)\d[\d\s()./-]{6,30}\d(?!\w)"),
    re.compile(r"(?<![\w.,/-])\(?0\d{1,5}\)?[\s./-]{0,3}\d[\d\s/.-]{4,20}\d(?![\w%])"),
    re.compile(r"(?<![\w.,/-])\(?\d{3}\)?[\s.-]{1,2}\d{3}[\s.-]\d{4}(?!\w)"),
)
_LONG = re.compile(
    r"(?<![\w.,/+-])(?=(?:[\s./-]?\d){9,16}(?![\d.,/-]?\d))"
    r"(?!(?:19|20)\d{2}[./-]\d{2}\s?-)(?!\d{1,3}(?:[\s.,]\d{3}){2,}\s[^\W\d_])"
    r"\d+(?:[\s./-]\d+){1,8}(?!\w)"
)
"""Nine digits and more in groups: a phone, a card or a number of some office, and no figure."""
_CITY = r"(?:,?\s{1,2}(?:[A-Z]-)?\d{4,5}\s[A-ZÀ-Þ][\w-]{1,30})?"
_STREETS = (
    re.compile(
        r"(?<![\w.])\d{1,5}[A-Za-z]?,?\s(?:[A-ZÀ-Þ][\w'’.-]{1,30}\s){1,4}"
        r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Way|Court|Ct|Square|Sq|Terrace|Close"
        r"|Boulevard|Blvd|Place|Crescent|Row|Gardens|Grove|Hill|Mews|Park|Quay|Walk)\b" + _CITY
    ),
    re.compile(
        r"(?<!\w)(?:[A-ZÄÖÜ][\wäöüß.-]{1,30}\s){0,2}(?:[A-ZÄÖÜ][\wäöüß-]{0,30})?"
        r"(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|Straße|Strasse|Allee|Platz)"
        r"\s\d{1,4}\s?[a-z]?\b" + _CITY
    ),
    re.compile(
        r"(?<!\w)(?:\d{1,4},?\s)?(?:[Rr]ue|[Aa]venue|[Cc]alle|[Vv]ia|[Pp]laza|[Pp]iazza)\s"
        r"(?:d[eui]l?\s|de la\s)?[A-ZÀ-Þ][\w'’-]{1,30}(?:\s[A-ZÀ-Þ][\w'’-]{1,30})?(?:,?\s\d{1,4})?"
    ),
    re.compile(r"\bP\.?\s?O\.?\sBox\s\d{1,6}\b"),
    re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b"),
)
_MONTH = (
    r"(?:jan|feb|f[ée]v|mar|m[äa]r|apr|avr|abr|ma[iy]|jun|jui|jul|aug|ao[uû]|ago|sep|o[ck]t|nov|de[cz]"
    r"|d[ée]c|dic|ene)[a-zà-ÿ]{0,7}\.?"
)
_DATES = (
    re.compile(r"(?<![\w.])\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}(?!\w)"),
    re.compile(r"(?<![\w-])(?:19|20)\d{2}-\d{2}-\d{2}(?!\w)"),
    re.compile(
        rf"(?<!\w)\d{{1,2}}(?:st|nd|rd|th|\.)?\s(?:of\s|de\s)?{_MONTH},?\s(?:de\s)?(?:19|20)\d{{2}}",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d{{2}}\b", re.IGNORECASE),
    re.compile(
        r"\b(?:born|geboren|geb\.|née?|nacid[oa]|date of birth|birth\s?date|birthday|d\.?o\.?b"
        r"|geburts(?:datum|tag)|date de naissance|fecha de nacimiento)\b[^.;|\n]{0,40}?"
        r"\d{2,4}(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:aged?|alter)\b\W{0,2}\d{2}\b|\b\d{2}\s(?:years?\sold|jahre\salt)\b", re.IGNORECASE
    ),
)
_ID = r"(?=[\w/-]{0,20}\d[\w/-]{0,20}\d)(?!(?:19|20)\d{2}\b)[\w/-]{4,24}"
_NUMBERS = (
    re.compile(
        r"\b(?:student|matric\w{0,10}|matrikel\w{0,8}|licen[cs]e|registration|member(?:ship)?"
        r"|passport|insurance|security|tax|employee|staff|personnel|credential|certificate|badge"
        r"|candidate|visa|permit|account|nmc|gmc|pin|ssn|id|reg)\b"
        r"(?:\W{0,2}\b(?:no|number|nr|nummer|id|pin|card|code|key)\b)?[.:#\s]{1,3}" + _ID,
        re.IGNORECASE,
    ),
    re.compile(r"(?<![\w.,])\d{7,40}(?![\w.,]\d)(?!\w)"),
    re.compile(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])"),
    re.compile(r"(?<!\w)[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-Z](?!\w)"),
    re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?!\w)"),
)
_CODE = re.compile(r"(?<![\w-])(?=[A-Z\d-]{0,20}[A-Z])(?:[A-Z-]{0,20}\d){5}[A-Z\d-]{0,20}(?![\w-])")

_NAME = r"[A-ZÀ-Þ][\w'’-]{1,30}"
_JOINED = r"\s(?:(?:de|del|della|da|di|van|von|der|den|ter|el|al|bin|ibn|la|le)\s){0,2}"
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Professor|Sir|Dame|Herrn?|Frau|Mme|Sr|Sra)\b\.?\s"
    rf"(?P<who>{_NAME}(?:{_JOINED}{_NAME}){{0,2}})"
)
_BESIDE = re.compile(
    r"\b(?i:report(?:s|ed|ing)?\s(?:directly\s)?to|mentor(?:s|ed|ing)|coach(?:es|ed|ing)"
    r"|(?:managed|supervised|led|mentored|coached|advised|guided|hired|taught|trained|promoted)\sby"
    r"|line\smanager|supervisor|referees?|references?|succeeded|deputis?z?ed\sfor|assistant\sto"
    r"|supervised|supervising|tutored|thanks\sto|under)\b[:,]?\s"
    rf"(?P<who>{_NAME}(?:{_JOINED}{_NAME}){{0,2}})"
)
_WITH = re.compile(
    r"\b(?i:with|alongside|for|by|from|and|between|contact)\s"
    rf"(?P<who>{_NAME}(?:{_JOINED}{_NAME}){{1,2}})"
)


def traces(text: str, is_term: IsTerm) -> Iterator[FoundName]:
    """Everything of that kind in `text`; they may overlap."""
    yield from _all(text, NameKind.CONTACT, (_MAIL, _LINK, _HANDLE, *_PHONES))
    yield from _all(text, NameKind.ADDRESS, _STREETS)
    yield from _all(text, NameKind.DATE, _DATES)
    yield from _all(text, NameKind.NUMBER, (*_NUMBERS, _LONG))
    for kind, pattern in ((NameKind.CONTACT, _DOMAIN), (NameKind.NUMBER, _CODE)):
        yield from (each for each in _all(text, kind, (pattern,)) if not _is(is_term, text, each))


def people_beside(text: str, is_term: IsTerm) -> Iterator[str]:
    """Names of others as `text` says them: what a title or "reported to" leads to.

    After a word as common as "with" only two words with capitals are taken for a name, and
    nowhere words of the trade, or such as say what somebody is.
    """
    for pattern in (_TITLED, _BESIDE, _WITH):
        for found in pattern.finditer(text):
            if not _is_of_trade(found["who"], is_term):
                yield found["who"]


def _is_of_trade(said: str, is_term: IsTerm) -> bool:
    parts = said.split()
    if any(part.lower() in words("roles") for part in parts):
        return True
    ends = range(1, len(parts) + 1)
    return any(is_term(" ".join(parts[start:end])) for end in ends for start in range(end))


def _all(text: str, kind: NameKind, patterns: tuple[re.Pattern[str], ...]) -> Iterator[FoundName]:
    for pattern in patterns:
        yield from (FoundName(found.start(), found.end(), kind) for found in pattern.finditer(text))


def _is(is_term: IsTerm, text: str, found: FoundName) -> bool:
    return is_term(text[found.start : found.end])
