"""How many years a clause of a job description asks for, and of what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from services.documents.rules import worded
from services.documents.rules.phrases import phrases

_SMALL = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen"),
    *("sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_NUMBERS = {word: number for number, word in enumerate(_SMALL, 1)}
_NUMBERS |= {"ein": 1, "einem": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "zehn": 10}
_NUMBERS |= {"un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "dix": 10}
_NUMBERS |= {"dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "diez": 10, "couple of": 2}
_SPELLED = "|".join(word.replace(" ", r"\s") for word in _NUMBERS)
_NUMBER = rf"(?:\d{{1,2}}(?:\.\d)?|(?:{_SPELLED})(?!\w))"
_UNIT = r"(?:years?|yrs?|y\.?(?=\s+(?:of|exp\w*)\b)|yoe|pqe|jahr(?:e[ns]?)?|ans|ann[ée]es?|años?)"
_YEARS = re.compile(
    rf"""(?<![\w.$€£])(?<!level\ )(?<!band\ )(?<!grade\ )(?<!last\ )(?<!past\ )
    (?<!previous\ )(?<!within\ )(?P<low>{_NUMBER})\s*
    (?:\(\d{{1,2}}\)\s*)?(?:\+|-?plus\b|or\ more\b)?\s*
    (?:(?:-|–|to|or|bis|à|a)\s*{_NUMBER}\s*(?:\(\d{{1,2}}\)\s*)?\+?\s*)?(?:(?:full|good|solid|clear)\s+)?{_UNIT}(?!\w)
    (?!\s+(?:old|of\ (?:age|residen\w+)|(?:of\ )?(?:full[- ]time\ )?education|term|ahead|away
    |later|into|time|plan))""",
    re.IGNORECASE | re.VERBOSE,
)
_MONTHS = re.compile(
    rf"(?<![\w.])(?<!within )(?P<low>{_NUMBER})\+?\s+(?:or\s+more\s+)?months?['’]?"
    r"(?=\s+or (?:more|longer|over)\b|\s+(?:(?:\w+\s+){0,4}experience"
    r"|(?:work|practice|employment|service|training|post-\w+)\b"
    r"|(?:or more )?(?:in|on|as|with|behind|at|working|doing)\b"
    r"|of\b(?!\s(?:hir|appoint|start|join|employ|the start))|(?:is|are|will|would)\b))",
    re.IGNORECASE,
)
_WEEKS = re.compile(
    r"(?<![\w.])(?P<low>\d{2,3})\+?\s+weeks?['’]?\s+(?:of\s+)?(?:[\w-]+\s+){0,4}?experience\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    rf"\b(?:held|had|owned|registered|qualified|licen[cs]ed)\s+(?:it\s+)?for\s+(?:at\s+least|over|more\s+than"
    rf"|a\s+minimum\s+of)\s+(?P<low>{_NUMBER})\+?\s+months?(?!\w)",
    re.IGNORECASE,
)
"""How long something has been had: "licence held for at least 12 months"."""

_LABELLED = re.compile(
    rf"\b{_UNIT}(?:\s+of)?(?:\s+\w+)?\)?\s*[:=]\s*(?:min\w*\.?\s+|at\s+least\s+)?(?P<low>{_NUMBER})(?!\w)",
    re.IGNORECASE,
)
"""A label before its number: "Years of experience: 3"."""

_BETWEEN = re.compile(rf"\bbetween\s+(?P<low>{_NUMBER})\s+(?:{_UNIT}\s+)?and\s+$", re.IGNORECASE)
_ENOUGH = re.compile(
    rf"(?<![\w.])(?P<low>{_NUMBER})\s+(?:{_UNIT}\s+)?(?:(?:would|will|can|may|might)\s+(?:also\s+)?"
    r"(?:do|suffice|be\s+(?:enough|fine|ok(?:ay)?))|(?:is|are)\s+(?:enough|fine|ok(?:ay)?|the\s+least))\b",
    re.IGNORECASE,
)
"""A smaller number that is taken as well: "three years of Rust, though two would do"."""

_NO_FEWER = re.compile(
    r"\b(?:nobody|no[- ]one|no (?:candidate|applicant)s?)\b[^.;]{0,20}?\b(?:less|fewer|under)\b"
    r"|\b(?:less|fewer|under)\b[^.;]{0,80}?"
    r"\b(?:won['’]t|will not|isn['’]t|is not|not be|need not|cannot)\b",
    re.IGNORECASE,
)
"""Too few years are turned away, so that their number is a floor."""
_MUCH = rf"(?<![\w.$€£]){_NUMBER}(?:\+|\ plus\b|\ or\ more\b)?"
_OF_EXPERIENCE = r"(?:\s?(?:years?|yrs?)\b['’]?)?(?:\sof\sexperience|\sexperience)?"
_REQUIRED = re.compile(
    rf"""(?<![\w.$€£])(?P<low>{_NUMBER})(?:\+|\ plus\b|\ or\ more\b)?\s
    (?:is\ |are\ |as\ an?\ )?(?:required|minimum|essential|mandatory|needed)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""A number of years that says so beside another: "5 years preferred, 3 required"."""

_BETTER = re.compile(
    rf"""[\s,;(/–-]{{0,4}}(?:(?:ideally|preferably)[\s,:]{{1,2}}{_MUCH}{_OF_EXPERIENCE}(?=[),;.]|\W*$)
    |{_MUCH}{_OF_EXPERIENCE}\s(?:(?:is|are|would\ be)\s)?(?:(?:strongly|highly)\ )?
    (?:preferred|ideal(?:ly)?|desir(?:ed|able)|an?\ (?:plus|bonus|advantage|asset))\b)\)?""",
    re.IGNORECASE | re.VERBOSE,
)
"""More years than those that are asked for, which would be better still."""

_AT_MOST = re.compile(
    r"""(?:\b(?:(?:no|not)\ (?:more|longer|greater)\ than|not\ exceeding|up\ to|at\ (?:the\ )?most
    |max(?:imum|\.)?(?:\ of)?|(?<!no\ )(?<!not\ )(?:less|fewer)\ than|under)|<)\s*(?:about\ )?$""",
    re.IGNORECASE | re.VERBOSE,
)
_OR_LESS = re.compile(
    r"\s*(?:of experience\s*)?\(?(?:or (?:less|fewer|under)|max(?:imum)?|at (?:the )?most|tops)\b",
    re.IGNORECASE,
)
"""Around a number of years that is no floor but a ceiling."""

_ANY_WORK = re.compile(
    rf"""\b{_UNIT}(?:['’]|\(s\))?(?:\s+(?:of|de|d['’]))?
    (?:\s*(?:professional|relevant|related|prior|previous|full[- ]time|paid|hands[- ]on|industry
    |overall|total|progressive|work(?:ing)?|relevante|einschlägige|praktische)\b)*
    (?:\s*(?:experience|employment|work|berufserfahrung|erfahrung|expérience|experiencia))?
    (?:\s+(?:professionnelle|similaire|profesional|previa|minimum|mínima))?
    \s*(?:is\ |are\ )?(?:required|preferred|needed|exigée|erforderlich|requerida)?\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_OF = re.compile(
    r"""^(?:['’]|\(s\))?\s*(?:(?:of|in|as|an?|the|with|on|at|doing|work(?:ing|ed)?|experience[d]?
    |berufserfahrung|erfahrung|im|als|bei|d['’]expérience|d['’]ancienneté|de|en|dans|comme|experiencia|como|professional
    |relevant|practical|proven|solid|recent|clinical|hands[- ]on|paid|full[- ]time|post[- ]?\w+
    |being|acting|serving|practi[sc]ing|employed|successful|direct|prior|previous)\b[\s,]*)*""",
    re.IGNORECASE | re.VERBOSE,
)
_LEAST = r"(?:at\sleast\s|not?\s(?:less|fewer)\sthan\s|(?:a\s)?minimum\s(?:of\s)?|min\.?\s)?"
_THOSE = r"of\s(?:which|these|those|them)\b"
_WITHIN = re.compile(
    rf"""(?<!up\ to\ )(?<!at\ most\ )(?:with\s|including\s)?
    (?:{_THOSE}\s{_LEAST}(?P<after>{_NUMBER})\+?(?:\s(?:years?|yrs?)\b)?
    |{_LEAST}(?P<before>{_NUMBER})\+?\s(?:(?:years?|yrs?)\s)?{_THOSE})
    |(?:(?<=,\s)|^)at\sleast\s(?P<more>{_NUMBER})\+?\s(?=as\san?\s)
    |including\s{_LEAST}(?P<including>{_NUMBER})\+?\s(?:years?|yrs?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""A share of the years before it: "5 years of nursing, at least 2 of which in critical care"."""


_NEXT = re.compile(
    r"\)|,\s(?=(?:and\s)?(?:an?|strong|proven|excellent|good|solid|fluent|you|plus)\b)",
    re.IGNORECASE,
)
_TO_BEGIN = re.compile(
    r"""\W*(?:(?:work\ )?experience\W*)?(?:(?:at\ least|from|min(?:imum)?\.?|over|a|of|mindestens
    |ab|au\ moins|al\ menos|mínimo|mehr\ als|plus\ de|más\ de|more\ than)\W*)*""",
    re.IGNORECASE | re.VERBOSE,
)
_BEFORE = 32
"""Characters before a number that say whether it is a ceiling."""


@dataclass(frozen=True)
class _Years:
    """A number of years, and what is said behind it."""

    number: float
    after: str


def years_asked(clause: str) -> float | None:
    """The most years that the clause asks for; of a range its lower end, of a ceiling none."""
    if phrases("cues")["not_asked_years"].search(clause):
        return None
    return max((years.number for years in _floors(clause)), default=None)


def years_of(clause: str) -> str:
    """What the years are asked of: what follows them, without "of experience in" or the like."""
    found = max(_floors(clause), key=lambda years: years.number, default=None)
    return _OF.sub("", found.after) if found else ""


def begins_with_years(clause: str) -> bool:
    """As in "From 1 year(s) in a café": it tells how long, and what it tells it of is left out.

    Or it is a share of the years before it.
    """
    if _WITHIN.match(clause):
        return True
    found = _YEARS.search(clause) or next(worded.lengths_in(clause), None)
    if found is None:
        return False
    start = found.start if isinstance(found, worded.Length) else found.start()
    return _TO_BEGIN.fullmatch(clause[:start]) is not None


def is_any_work(clause: str) -> bool:
    """Whether the years are asked of work in all, not of something in particular."""
    return _ANY_WORK.search(clause) is not None


def is_ceiling(clause: str) -> bool:
    """Whether it only says how many years of work are too many, which nothing can show."""
    has_years = _YEARS.search(clause) is not None and not list(_floors(clause))
    return has_years and is_any_work(_OR_LESS.sub(" ", clause))


def without_better(clause: str) -> str:
    """Without the years that would be better still, where others are asked for beside them."""
    better = _BETTER.search(clause) if _YEARS.search(clause) else None
    if better is None:
        return clause
    before, kept = clause[: better.start()], f"{clause[: better.start()]} {clause[better.end() :]}"
    return kept if _YEARS.search(before) or _REQUIRED.search(kept) else clause


def share_of(clause: str) -> tuple[int, int] | None:
    """Where a share of the years that stand before it is asked for, up to what is said next."""
    whole = _YEARS.search(clause)
    share = _WITHIN.search(clause, whole.end()) if whole else None
    if share is None:
        return None
    after = _NEXT.search(clause, share.end())
    return share.start(), after.start() if after else len(clause)


def _floors(clause: str) -> Iterator[_Years]:
    said = without_better(clause)
    told = list(_YEARS.finditer(said))
    if told and (enough := _ENOUGH.search(said, told[0].end())):
        yield _Years(_number(enough["low"]), said[told[0].end() : enough.start()])
        return
    yield from _told(said, told)
    if said != clause and (required := _REQUIRED.search(said)):
        yield _Years(_number(required["low"]), said[required.end() :])
    if share := _WITHIN.match(said):
        yield _Years(_number(share[share.lastgroup or 0]), said[share.end() :])


def _told(said: str, told: Sequence[re.Match[str]]) -> Iterator[_Years]:
    """In years, behind a label, in months, and in words that hold no number of years."""
    for match in told:
        if not _is_ceiling_at(said, match):
            before = said[max(0, match.start() - _BEFORE) : match.start()]
            low = _BETWEEN.search(before) or match
            yield _Years(_number(low["low"]), said[match.end() :])
    for match in _LABELLED.finditer(said):
        yield _Years(_number(match["low"]), said[match.end() :])
    for match in _MONTHS.finditer(said):
        yield _Years(round(_number(match["low"]) / 12, 2), said[match.end() :])
    for match in _HELD.finditer(said):
        yield _Years(round(_number(match["low"]) / 12, 2), said[match.end() :])
    for match in _WEEKS.finditer(said):
        yield _Years(round(_number(match["low"]) / 52, 2), said[match.end() :])
    for length in worded.lengths_in(said):
        yield _Years(length.years, said[length.end :])


def _is_ceiling_at(said: str, match: re.Match[str]) -> bool:
    """Whether the years of the match are the most that are wanted, and not the fewest."""
    before = said[max(0, match.start() - _BEFORE) : match.start()]
    is_most = _AT_MOST.search(before) or _OR_LESS.match(said, match.end())
    return bool(is_most) and _NO_FEWER.search(said) is None


def _number(word: str) -> float:
    word = " ".join(word.lower().split())
    return float(_NUMBERS[word]) if word in _NUMBERS else float(word)
