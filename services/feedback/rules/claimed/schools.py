"""Universities and colleges of an answer, and when one left them, beside those of the résumé.

A summer school, a term abroad, a course or a second degree is no other school; where the résumé
names several, only those of the same degree or subject can read differently.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from chassis.hearing.lexicon import even
from contracts.claims import ClaimKind, ClaimStatus
from contracts.evidence import Span
from services.feedback.rules.claimed.degrees import NOT_YET, level_in
from services.feedback.rules.claimed.papers import Laid, Written, lists, roots_of

FEWEST_YEARS = 2
"""Years apart that differ: the day of a degree is often in the year after the last exam."""

_NAME = r"(?-i:(?:The )?[A-Z][\w’&-]+(?: (?:of |and )?[A-Z][\w’&-]+){0,4})"
_ABOUT = r"(?: (?!(?:the|an?|how|what|all|every|each|their|his|her|our|it|this|that)\b)[\w’&-]+)"
_SOMETIME = r"(?: (?:early|late|the (?:spring|summer|autumn|fall) of|[a-z]{3,9}))?"
_YEAR = r" (?P<year>(?:19|20)\d\d)\b"
_TAKEN = (
    r"\bi(?:’ve)? (?:(?:also|then|later|have|only) ){0,2}(?:have|got|did|took|finished|completed"
    r"|earned|received|obtained|gained|passed) (?:my|an?|the) (?P<paper>PAPER)"
)
_STUDIED = (
    rf"\bi (?:then |both )?(?:studied|read|graduated)(?P<about>(?: in)?{_ABOUT}{{0,4}}?)"
    rf" (?:at|from) (?:the )?(?P<name>{_NAME})"
)
_TOOK_AT = rf"{_TAKEN}(?: in{_ABOUT}{{1,3}}?)? (?:at|from) (?:the )?(?P<name>{_NAME})"
_WENT_TO = (
    r"\bi (?:trained|qualified|went to|attended|was at)(?: at)?(?P<about>) (?:the )?"
    rf"(?P<name>{_NAME})"
)
_WENT_IN = (
    r"\bi (?:went to|was at) (?:college|university|uni)(?P<about>) (?P<town>in|at)"
    rf" (?P<name>{_NAME})"
)
_AT = (_STUDIED, _TOOK_AT, _WENT_TO, _WENT_IN)
_BY_NAME = _AT.index(_WENT_TO)
"""Which of these needs a school by its name: who trained at Norwich may have run there."""

_GRADUATED = (
    r"\bi (?:graduated|qualified)(?P<about>(?: (?:in|as|with|from|at)(?: [\w’-]+){1,6}?)?) in"
    rf"{_SOMETIME}{_YEAR}"
)
_TOOK_IN = rf"{_TAKEN}(?: (?:in|at|from){_ABOUT}{{1,4}}?)? in{_SOMETIME}{_YEAR}"
_LEFT = (_GRADUATED, _TOOK_IN)
_IN_LINE = re.compile(r"\b(?:19|20)\d\d\b")
_TO_COME = re.compile(
    r"\b(?:expected|ongoing|present|today|now|since|in progress)\b", re.IGNORECASE
)
_TOWN = re.compile(r"\bof ([A-Z][\w’-]+)")


def schools_in(clause: str, written: Written) -> Iterator[Laid]:
    """The school that is named, where the résumé names any, and the year in which one left."""
    text = even(clause)
    if _apart().search(text) or NOT_YET.search(text):
        return
    yield from _named(text, written)
    for said in _hits(text, _left()):
        lines = [line for line in _of(said, written.papers) if _IN_LINE.search(line.quote)]
        found = _by_year(int(said["year"]), lines)
        if found is not None:
            yield Laid(ClaimKind.DATE, said.span("year"), *found)
        return


def _named(text: str, written: Written) -> Iterator[Laid]:
    known = [line for line in written.papers if _school().search(line.quote)]
    for said in _hits(text, _at()):
        is_school = bool(_school().search(said["name"]))
        if said.re is _at()[_BY_NAME] and not is_school:
            continue
        name = roots_of(said["name"], lists().schools["empty"].split("|"))
        found = _beside(said, name, known, written)
        if found is not None:
            yield Laid(ClaimKind.TITLE, said.span("name"), *found)
        return


def _beside(
    said: re.Match[str], name: frozenset[str], known: Sequence[Span], written: Written
) -> tuple[ClaimStatus, Span] | None:
    """Nothing where the name stands anywhere else in the résumé, or part of it in a school’s."""
    same = [line for line in known if name and name <= roots_of(line.quote)]
    if same:
        return ClaimStatus.SUPPORTED, same[0]
    if not name or said["name"].isupper() or name & written.roots:
        return None
    of_it = [line for line in _of(said, known) if _is_comparable(said, line)]
    return (ClaimStatus.CONFLICT, of_it[0]) if len(of_it) == 1 else None


def _is_comparable(said: re.Match[str], line: Span) -> bool:
    """A town is laid only beside a school that is called by one."""
    return not said.groupdict().get("town") or bool(_TOWN.search(line.quote))


def _of(said: re.Match[str], lines: Sequence[Span]) -> list[Span]:
    """The lines of the degree or the subject that is named; all where none is."""
    groups = said.groupdict()
    told = f"{groups.get('paper') or ''} {groups.get('about') or ''}"
    level = level_in(told)
    if level is not None:
        return [line for line in lines if level_in(line.quote) == level]
    about = roots_of(told, lists().schools["empty"].split("|"))
    return [line for line in lines if not about or about & roots_of(line.quote)]


def _by_year(year: int, lines: Sequence[Span]) -> tuple[ClaimStatus, Span] | None:
    """Of one line only, by its last year; a year within its time is neither."""
    years = [[int(each) for each in _IN_LINE.findall(line.quote)] for line in lines]
    same = [line for line, own in zip(lines, years, strict=True) if max(own) == year]
    if same:
        return ClaimStatus.SUPPORTED, same[0]
    if len(lines) != 1 or _TO_COME.search(lines[0].quote):
        return None
    is_near = min(years[0]) <= year < max(years[0]) or abs(year - max(years[0])) < FEWEST_YEARS
    return None if is_near else (ClaimStatus.CONFLICT, lines[0])


def _hits(text: str, forms: Sequence[re.Pattern[str]]) -> Iterator[re.Match[str]]:
    for form in forms:
        yield from form.finditer(text)


@cache
def _at() -> tuple[re.Pattern[str], ...]:
    return _compiled(_AT)


@cache
def _left() -> tuple[re.Pattern[str], ...]:
    return _compiled(_LEFT)


def _compiled(forms: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    papers = rf"(?:[\w’-]+ ){{0,3}}?(?:{lists().schools['papers']})\b"
    return tuple(re.compile(form.replace("PAPER", papers), re.IGNORECASE) for form in forms)


@cache
def _school() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lists().schools['kinds']})\b", re.IGNORECASE)


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lists().schools['apart']})\b", re.IGNORECASE)
