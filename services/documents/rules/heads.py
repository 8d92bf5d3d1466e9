"""The head of an entry: its title, its employer and its dates, in whatever order they stand."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from services.documents.rules.dates import Period, periods
from services.documents.rules.lexicon import plain, words
from services.documents.rules.pages import Line, Range, cells, trimmed
from services.documents.rules.wording import (
    employer_weight,
    is_place,
    is_term,
    is_town,
    title_weight,
)

_LABEL = re.compile(
    r"(?:(?P<title>(?:job |position )?title|position(?: held)?|role|designation"
    r"|occupation[^:\t]{0,30})"
    r"|(?P<employer>company(?: name)?|employer|organi[sz]ation|client|name[^:\t]{0,20}employer)"
    r"|(?P<other>dates?|duration|period|location|place|city|from))[ ]{0,2}(?::[ \t]*|\t[ \t]*)",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s+")
_BEFORE_PLACE = re.compile(r",\s+|\s+[-–—]\s+")
_BRACKET = re.compile(r"\s*\(([^()]{2,40})\)$")
_AT = re.compile(r"\s+(?:at|bei|chez|en|presso|bij)\s+|\s*@\s*", re.IGNORECASE)
_DASH = re.compile(r"\s+[-–—/]\s+|\s*[–—]\s*|:\s+")
_STOP = re.compile(r"(?<=[^\W\d_]{3})\.\s+|(?<=\d)\.\s+(?=[^\W\d_])")
_MAX_PART_WORDS = 7
_FEWEST_FACTS, _MOST_FACTS = 2, 4
_GRADE = re.compile(r"(?:i{1,3}|iv|v|[lc]?\d)$")


@dataclass(frozen=True)
class Piece:
    """One thing that the head says. `line` counts from the head's first line."""

    at: Range
    said: str
    line: int
    title: int
    employer: int


@dataclass(frozen=True)
class Usage:
    """How the heads of one section are written, as far as their own words tell.

    `is_title_first` is the order of their pieces. `between` parts a title from an employer within
    one piece, in the order of `begins_with_title`.
    """

    is_title_first: bool | None = None
    between: str | None = None
    begins_with_title: bool = True


UNKNOWN = Usage()


@dataclass(frozen=True)
class Names:
    """Who one was and where; either may be unknown."""

    title: Piece | None
    employer: Piece | None


def pieces(text: str, line: Line, number: int) -> Iterator[Piece]:
    """What a line of a head says besides dates, places and terms of employment."""
    label = _LABEL.match(text, line.body, line.end)
    for start, end in _cells(text, line):
        if label and end <= label.end():
            continue
        begin = max(start, label.end()) if label else start
        for rest in _without_dates(text, line, begin, end):
            at = _without_place(text, line, rest)
            said = text[at[0] : at[1]]
            if at[0] < at[1] and any(map(str.isalnum, said)) and not is_term(said):
                yield _named(_piece(at, said, number), label)


def label_of(text: str, found: Range) -> str | None:
    """What a label before it on its line says that it is: "title", "employer" or "other"."""
    begin = text.rfind("\n", 0, found[0]) + 1
    label = _LABEL.search(text, begin, found[0])
    return label.lastgroup if label and label.end() == found[0] else None


def _named(piece: Piece, label: re.Match[str] | None) -> Piece:
    """What a label before it says outweighs its words."""
    if label is None or label["other"]:
        return piece
    if label["title"]:
        return replace(piece, title=2, employer=0)
    return replace(piece, title=0, employer=2)


def period_of(text: str, line: Line) -> Period | None:
    """The range of a line, or where it has none its first date."""
    found = list(periods(text, line.body, line.end))
    return next((period for period in found if period.is_range), found[0] if found else None)


def usage_of(heads: Sequence[Sequence[Piece]]) -> Usage:
    """Learned from the heads whose words say which is which."""
    order = 0
    cuts: Counter[tuple[str, bool]] = Counter()
    for found in heads:
        titles = [piece.at for piece in found if piece.title > piece.employer]
        others = [piece.at for piece in found if not piece.title]
        if titles and others:
            order += 1 if titles[0] < others[0] else -1
        if len(found) == 1 and (split := _split(found[0])):
            cuts[_between(found[0], split)] += 1
    is_title_first = None if order == 0 else order > 0
    if not cuts:
        return Usage(is_title_first)
    ((between, begins_with_title), _), *_ = cuts.most_common(1)
    return Usage(is_title_first, between, begins_with_title)


def names(found: Sequence[Piece], usage: Usage = UNKNOWN, *, may_split: bool) -> Names:
    """Which piece is the title and which the employer; `usage` is that of the other heads.

    `may_split` where one piece may hold both ("Engineer at Acme"); one that ends in a word of
    employers does so anyway, and one that is cut as the others are.
    """
    if not found:
        return Names(None, None)
    title = max(found, key=lambda piece: (2 * piece.title - piece.employer, -piece.line))
    if title.title == 0 or (title.title == 1 and title.employer == 2):
        return _by_order(found, usage)
    others = [piece for piece in found if piece is not title]
    if others:
        return Names(title, max(others, key=lambda p: (2 * p.employer - p.title, -p.at[0])))
    split = _split(title)
    is_split = split and (may_split or (split.employer and split.employer.employer == 2))
    return split if split and is_split else _split_as(title, usage) or Names(title, None)


def _by_order(found: Sequence[Piece], usage: Usage) -> Names:
    """No word says which is the title: a word of employers does, or the order of the others."""
    if len(found) == 1:
        (only,) = found
        split = _split(only) or _split_as(only, usage)
        if split:
            return split
        return Names(None, only) if only.employer else Names(only, None)
    first, second = found[0], found[1]
    if second.employer != first.employer:
        employer_first = first.employer > second.employer
    else:
        employer_first = usage.is_title_first is False
    return Names(second, first) if employer_first else Names(first, second)


def _split(piece: Piece) -> Names | None:
    """Title and employer out of one piece, where a separator stands between such a pair."""
    for separator in (_AT, _DASH, _COMMA):
        for cut in separator.finditer(piece.said):
            left = _part(piece, 0, cut.start())
            right = _part(piece, cut.end(), len(piece.said))
            pair = _pair(left, right, is_at=separator is _AT)
            if pair:
                return pair
    return None


def _between(piece: Piece, split: Names) -> tuple[str, bool]:
    """What stands between the two, and whether the title stands before it."""
    title, employer = (each.at if each else piece.at for each in (split.title, split.employer))
    first, second = sorted((title, employer))
    return piece.said[first[1] - piece.at[0] : second[0] - piece.at[0]], title < employer


def _split_as(piece: Piece, usage: Usage) -> Names | None:
    """Cut where the others are, though no word says what its parts are."""
    if usage.between is None or piece.said.count(usage.between) != 1:
        return None
    at = piece.said.index(usage.between)
    left = _part(piece, 0, at)
    right = _part(piece, at + len(usage.between), len(piece.said))
    title, employer = (left, right) if usage.begins_with_title else (right, left)
    is_named = employer.said[:1].isupper() and not _is_department(employer.said)
    return Names(title, employer) if is_named and employer.title < 2 else None


def _pair(left: Piece, right: Piece, *, is_at: bool) -> Names | None:
    if not left.said or not right.said or (is_at and right.said[0].islower()):
        return None
    if left.title == 2 and right.title < 2 and not _is_department(right.said):
        return Names(left, right)
    if is_at:
        return Names(left, right) if left.title and not right.title else None
    if right.title == 2 and left.title < 2 and not _is_department(left.said):
        return Names(right, left)
    if left.title or right.title or left.employer + right.employer != 2:
        return None
    return Names(left, right) if right.employer else Names(right, left)


def _is_department(said: str) -> bool:
    """Whether it says which part of a company, or which grade, not which company."""
    parts = [part for part in re.split(r"[\s&]+", plain(said)) if part != "and"]
    known = words("departments")
    return all(part in known or _GRADE.match(part) for part in parts)


def _part(piece: Piece, start: int, end: int) -> Piece:
    said = piece.said[start:end]
    return _piece((piece.at[0] + start, piece.at[0] + end), said, piece.line)


def _piece(at: Range, said: str, line: int) -> Piece:
    return Piece(at, said, line, title_weight(said), employer_weight(said))


def _cells(text: str, line: Line) -> Iterator[Range]:
    """What stands apart on the line, and what full stops part in one that is made of facts."""
    if not is_dotted(line):
        yield from cells(line)
        return
    for start, end in cells(line):
        at = start
        for stop in _STOP.finditer(text, start, end):
            yield at, stop.start()
            at = stop.end()
        yield at, start + len(text[start:end].rstrip(" ."))


def is_dotted(line: Line) -> bool:
    """Whether a line with dates at an end parts its facts with full stops: "Nurse. Ward. 2019"."""
    found = list(periods(line.content)) if ". " in line.text else []
    if not found:
        return False
    rest = f"{line.content[: found[0].start]}. {line.content[found[-1].end :]}"
    parts = [part for said in _STOP.split(rest) if (part := said.strip(" .,:–-"))]
    are_names = all(part[0].isupper() and len(part.split()) <= _MAX_PART_WORDS for part in parts)
    is_titled = any(title_weight(part) == 2 for part in parts)
    return _FEWEST_FACTS <= len(parts) <= _MOST_FACTS and are_names and is_titled


def _without_dates(text: str, line: Line, start: int, end: int) -> Iterator[Range]:
    at = start
    for period in periods(text, start, end):
        yield trimmed(line, at, period.start)
        at = period.end
    yield trimmed(line, at, end)


def _without_place(text: str, line: Line, found: Range) -> Range:
    """Without the place that ends it; nothing where it is a place altogether."""
    start, end = found
    bracket = _BRACKET.search(text, start, end)
    if bracket and bracket.end() == end and (is_place(bracket[1]) or is_term(bracket[1])):
        return _without_place(text, line, trimmed(line, start, bracket.start()))
    cuts = list(_BEFORE_PLACE.finditer(text, start, end))
    for cut in reversed(cuts):
        rest = text[cut.end() : end]
        may_be_unknown = cut.group().startswith(",")
        if is_town(rest) or (may_be_unknown and _is_town_of(text[start : cut.start()], rest)):
            return trimmed(line, start, cut.start())
    if is_place(text[start:end]):
        return start, start
    places = [cut for cut in cuts if is_place(text[cut.end() : end])]
    return trimmed(line, start, places[0].start()) if places else found


def _is_town_of(employer: str, rest: str) -> bool:
    """A town that no list has, behind a name that is complete: "Birchwood Home, York"."""
    return (
        rest.isalpha()
        and rest.istitle()
        and employer_weight(employer.rpartition(", ")[2]) == 2
        and not employer_weight(rest)
        and not title_weight(rest)
    )


def shortened(piece: Piece) -> Piece:
    """An employer alone: without its town, and without the division behind a dash."""
    end = len(piece.said)
    for cut in _BEFORE_PLACE.finditer(piece.said):
        rest = piece.said[cut.end() :]
        is_division = "," not in cut.group() and cut.start() >= 2
        if is_division or is_town(rest) or is_place(rest):
            end = cut.start()
            break
    return replace(piece, at=(piece.at[0], piece.at[0] + end), said=piece.said[:end])
