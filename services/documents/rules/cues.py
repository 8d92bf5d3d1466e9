"""How much a clause of a job description wants something, and what kind of thing it is."""

import re
from collections.abc import Iterator
from functools import cache

from contracts.analysis import RequirementKind, Seniority, Strength
from services.documents.rules.phrases import any_of, phrases, read, table

_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen"),
)
_NUMBER = rf"(?:\d{{1,2}}(?:\.\d)?|{'|'.join(_NUMBERS)})"
_YEARS = re.compile(
    rf"""(?<![\w.$€£])(?<!last\ )(?<!past\ )(?<!previous\ )(?P<low>{_NUMBER})\s*
    (?:\(\d{{1,2}}\)\s*)?(?:\+|plus\b|or\ more\b)?\s*
    (?:(?:-|–|to|or)\s*{_NUMBER}\s*\+?\s*)?(?:full\s+)?(?:years?|yrs?|jahren?)\b
    (?!\s+(?:old|of\ age|term))""",
    re.IGNORECASE | re.VERBOSE,
)
_MONTHS = re.compile(
    rf"(?<![\w.])(?P<low>{_NUMBER})\s+months?['’]?(?=\s+(?:of\s+)?(?:\w+\s+){{0,3}}experience)",
    re.IGNORECASE,
)
_ANY_WORK = re.compile(
    r"""\byears?['’]?(?:\s+of)?(?:\s+(?:professional|relevant|related|prior|previous|full[- ]time
    |paid|hands[- ]on|industry|overall|total|progressive|work(?:ing)?))*
    (?:\s+(?:experience|employment|work))?\s*(?:is\ |are\ )?(?:required|preferred|needed)?\W*$""",
    re.IGNORECASE | re.VERBOSE,
)


_OF = re.compile(
    r"""^['’]?\s*(?:(?:of|in|as|an?|the|with|on|at|doing|work(?:ing|ed)?|experience[d]?|professional
    |relevant|practical|proven|solid|recent|clinical|hands[- ]on|paid|full[- ]time|post[- ]?\w+
    |being|acting|serving|practi[sc]ing|employed|successful|direct|prior|previous)\b[\s,]*)*""",
    re.IGNORECASE | re.VERBOSE,
)

_ITEM = r"[^\s,;:/|]+(?: [^\s,;:/|]+)?"
_LIST = re.compile(rf"{_ITEM}(?:\s*(?:[,;/|]|,?\s(?:and|or|&)\s)\s*{_ITEM})*", re.IGNORECASE)

_GATES = {
    "degree": RequirementKind.EDUCATION,
    "logistics": RequirementKind.LOGISTICS,
    "licence": RequirementKind.CERTIFICATION,
}


def years_asked(clause: str) -> float | None:
    """The most years that the clause asks for; of a range its lower end."""
    if phrases("cues")["not_asked_years"].search(clause):
        return None
    years = [_number(match["low"]) for match in _YEARS.finditer(clause)]
    years += [round(_number(match["low"]) / 12, 2) for match in _MONTHS.finditer(clause)]
    return max(years, default=None)


def years_of(clause: str) -> str:
    """What the years are asked of: what follows them, without "of experience in" or the like."""
    found = max(_YEARS.finditer(clause), key=lambda m: _number(m["low"]), default=None)
    found = found or _MONTHS.search(clause)
    return _OF.sub("", clause[found.end() :]) if found else ""


def is_any_work(clause: str) -> bool:
    """Whether the years are asked of work in all, not of something in particular."""
    return _ANY_WORK.search(clause) is not None


def strength_of(clause: str, fallback: Strength) -> Strength:
    """What the clause itself says; where it says nothing, or both, what its heading says.

    "Familiarity with" asks for less than experience, so it is nice to have, not a must.
    """
    said = phrases("cues")
    is_nice = bool(said["nice"].search(clause))
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
    return phrases("cues")["nice"].search(clause) is not None


def needs(clause: str) -> bool:
    """Whether it puts a gate before the reader where no heading does."""
    return insists(clause) or phrases("cues")["needs"].search(clause) is not None


def demands(clause: str) -> bool:
    """Whether it asks it of the reader, and does not tell of somebody else."""
    return phrases("cues")["demands"].search(clause) is not None


def insists(clause: str) -> bool:
    """Whether it leaves no choice, whatever heading it stands under."""
    return phrases("cues")["insists"].search(clause) is not None


def names_quality(clause: str) -> bool:
    """Whether a clause among requirements names something to be, where it names no skill."""
    return phrases("cues")["qualities"].search(clause) is not None


def is_about_stack(clause: str) -> bool:
    return phrases("cues")["stack"].search(clause) is not None


def is_certification(clause: str) -> bool:
    return phrases("cues")["certified"].search(clause) is not None


def gates_of(clause: str) -> tuple[RequirementKind, ...]:
    """The kinds of gate that the clause puts: shown with their status and never scored."""
    if asks_nothing(clause):
        return ()
    said = phrases("cues")
    return tuple(kind for name, kind in _GATES.items() if said[name].search(clause))


def degree_phrases(clause: str) -> Iterator[tuple[int, int]]:
    """Where the clause speaks of degrees and their subjects, which are no skills to be shown."""
    for match in _degree_phrase().finditer(clause):
        yield match.span()


def languages_of(clause: str) -> tuple[str, ...]:
    """The spoken languages that the clause asks for, in lower case; none where it asks for none."""
    if not _language().search(clause):
        return ()
    return tuple(dict.fromkeys(found[0].lower() for found in language_names(clause)))


def language_names(said: str) -> Iterator[re.Match[str]]:
    """Where it names a spoken language."""
    return re.finditer(rf"\b{any_of(read('languages')['names'])}\b", said, re.IGNORECASE)


def is_list(clause: str) -> bool:
    """Whether it is nothing but one thing, or several, of a word or two each."""
    return _LIST.fullmatch(clause) is not None


def is_either(clause: str) -> bool:
    return re.search(r"\bor\b|/", clause) is not None


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
def _language() -> re.Pattern[str]:
    known = {name: any_of(words) for name, words in read("languages").items()}
    names = known["names"]
    ways = (
        rf"\b{known['before']}\b.{{0,40}}\b(?P<first>{names})\b",
        rf"\b(?P<second>{names})\b.{{0,20}}\b{known['after']}\b",
        rf"^\W*(?P<third>{names})\W*$",
    )
    return re.compile("|".join(ways), re.IGNORECASE | re.DOTALL)


def _number(word: str) -> float:
    word = word.lower()
    return float(_NUMBERS.index(word) + 1) if word in _NUMBERS else float(word)
