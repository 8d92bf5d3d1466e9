"""Certificates and licences of an answer, beside those of the résumé."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from chassis.hearing.lexicon import even
from contracts.claims import ClaimKind, ClaimStatus
from contracts.evidence import Span
from services.feedback.rules.claimed.papers import Laid, Written, lists, roots_of

_PAPER = r"certificates?|certifications?|licen[cs]es?|qualifications?|accreditation"
_CARD = r"ticket|card|exam|badge|permit|registration|diploma"
_NAME = r"[\w’+&/-]+(?:\s+[\w’+&/-]+){0,4}?"
_GOT = (
    r"\bi(?:’ve)?\s+(?:(?:also|already|then|only|later)\s+)?(?:have\s+)?(?:have|hold|held|got|gained"
    r"|passed|earned|took|taken|completed|did|done|obtained|achieved|received)\s+"
    r"(?:(?:an?|my|the|both|also)\s+){0,2}"
)
_AM = r"\bi(?:’m|\s+am|\s+have\s+been|’ve\s+been|\s+became|\s+got)\s+(?:(?:an?|fully|now)\s+){0,2}"
_IN_NAME = r"(?!(?:since|in|and|by|for)\b)[\w’+&/-]+"
_IN_JEST = (
    r"(?:[\w’-]+\s+){0,2}(?:addict|bookworm|clown|disaster|fan|fool|freak|genius|geek|idiot|junkie|legend"
    r"|lover|lunatic|maniac|mess|nerd|nut|pedant|perfectionist|snob|workaholic)s?\b"
)
_CAPITALS = r"(?-i:[A-Z][A-Z0-9]{2,})(?:\s+(?-i:[A-Z])[\w-]+){0,3}"
_FORMS = tuple(
    re.compile(each, re.IGNORECASE)
    for each in (
        rf"(?:{_GOT}|\bmy\s+)(?P<name>{_NAME})\s+(?P<paper>{_PAPER}|{_CARD})\b",
        rf"{_AM}(?P<name>(?!(?:an?|now|fully)\b){_NAME})[\s-]certified\b",
        rf"{_AM}certified\s+(?:(?:as|in|an?)\s+){{0,2}}(?!{_IN_JEST})(?P<name>{_IN_NAME}(?:\s+{_IN_NAME}){{0,3}})",
        rf"{_GOT}(?P<name>{_CAPITALS})",
    )
)
_IS_STRONG = re.compile(rf"(?:{_PAPER})\Z", re.IGNORECASE)
_NOT_HELD = re.compile(
    r"\b(?:not|never|without|want\w*|plan\w*|hop(?:e|ed|ing)|would|will|need\w*|almost|nearly|fail\w*|lost"
    r"|he|she|they|who|his|her|their|if|renew\w*|updat\w*|expired?)\b|n’t\b",
    re.IGNORECASE,
)
_YEAR_BEHIND = re.compile(
    r"[^.;:!?]{0,40}?\b(?:since|in)\s+(?:(?:early|late|[a-z]{3,9})\s+)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TO_COME = re.compile(r"\b(?:valid|expir\w*|until|renew\w*|due)\b", re.IGNORECASE)
_STEM = 4
_EMPTY = (
    "certified",
    "certificate",
    "certification",
    "licence",
    "license",
    "course",
    "level",
    "own",
)


def certificates_in(clause: str, written: Written) -> Iterator[Laid]:
    """Each with the year since when it is held, where that is said too."""
    text = even(clause)
    for form in _FORMS:
        for said in form.finditer(text):
            if not _NOT_HELD.search(text):
                yield from _laid(said, text, written)
                return


def _laid(said: re.Match[str], text: str, written: Written) -> Iterator[Laid]:
    name = said["name"]
    main = roots_of(_grade().sub(" ", name), _EMPTY)
    lines = [line for line in written.papers if main and main <= roots_of(line.quote)]
    paper = said.groupdict().get("paper")
    is_paper = paper is None or _IS_STRONG.match(paper)
    if not lines:
        is_acronym = _is_bare(said)
        if main and is_paper and not is_acronym and not _is_near(main, written.roots):
            yield Laid(ClaimKind.TITLE, said.span("name"), ClaimStatus.UNSUPPORTED)
        return
    found = _by_grade(_grades(name), lines)
    if found is None:
        return
    yield Laid(ClaimKind.TITLE, said.span("name"), *found)
    same = [line for line in lines if _grades(line.quote) == _grades(found[1].quote)]
    if found[0] is ClaimStatus.SUPPORTED:
        yield from _of_year(_YEAR_BEHIND.match(text, said.end()), same)


def _is_near(main: Iterable[str], written: Iterable[str]) -> bool:
    """Whether a line may speak of the same in another form: a nurse of nursing."""
    known = {root[:_STEM] for root in written}
    return any(root[:_STEM] in known for root in main)


def _is_bare(said: re.Match[str]) -> bool:
    """Whether only capitals speak for a certificate."""
    return said.re is _FORMS[-1]


def _by_grade(said: set[int], lines: Sequence[Span]) -> tuple[ClaimStatus, Span] | None:
    """Only a higher one than all that are written reads differently: a lower one came before."""
    if not said:
        return ClaimStatus.SUPPORTED, lines[0]
    same = [line for line in lines if said & _grades(line.quote)]
    if same:
        return ClaimStatus.SUPPORTED, same[0]
    graded = [line for line in lines if _grades(line.quote)]
    higher = max((max(_grades(line.quote)) for line in graded), default=None)
    is_more = higher is not None and max(said) > higher
    return (ClaimStatus.CONFLICT, graded[0]) if is_more else None


def _of_year(year: re.Match[str] | None, lines: Sequence[Span]) -> Iterator[Laid]:
    """Of a single paper that is dated, and not by when it ends."""
    dated = [line for line in lines if _YEAR.search(line.quote) and not _TO_COME.search(line.quote)]
    if year is None or not dated:
        return
    same = [line for line in dated if year["year"] in _YEAR.findall(line.quote)]
    if same:
        yield Laid(ClaimKind.DATE, year.span("year"), ClaimStatus.SUPPORTED, same[0])
    elif len(dated) == 1:
        yield Laid(ClaimKind.DATE, year.span("year"), ClaimStatus.CONFLICT, dated[0])


def _grades(text: str) -> set[int]:
    found = {each.lower() for each in _grade().findall(text)}
    forms = list(lists().grades.values())
    return {at for at, form in enumerate(forms) if any(re.fullmatch(form, one) for one in found)}


@cache
def _grade() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lists().grades.values())})\b", re.IGNORECASE)
