"""Tables that lost their shape: rows again, in a text of the same length.

A cell per line, with the names of the columns above; forms with each label above its value; first
and last dates in columns of their own; and heads that run on into the prose below them. Only what
parts the cells is written anew, so that whatever is read stands where it stood.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile

from services.documents.rules.lexicon import date_words, plain, words
from services.documents.rules.resume.dates.periods import periods
from services.documents.rules.resume.layout.lines import Line, Range, cells, lines_of
from services.documents.rules.resume.sections.headings import section_of_line
from services.documents.rules.towns import is_place
from services.documents.rules.wording import degree, title_weight

MOST_COLUMNS = 7
_FEWEST_COLUMNS = _FEWEST_ROWS = 2
_MAX_CELL, _MAX_NAME, _MAX_DATE, _MAX_HEAD = 80, 24, 20, 120
"""Characters of a cell, of the name of a column, of a date, and of a head with what follows."""
_STOP = re.compile(r"\)?(?P<gap>\.(?:\s(?=[A-ZÀ-Þ])|$)|,\s(?=(?:[a-z]{2,}ing|where)\s))")
_BEGUN = re.compile(r"[^,.]{2,60}?(?=,|\.\s|\s(?:at|with|for|from)\s|\s[–—-]\s|\s\()")
_ME = re.compile(r"(?:i|i['’]m|my|we|our|as|ich|je|yo)\s", re.IGNORECASE)
_PARTED = re.compile(r"[\t|]|   ")
_NAME = re.compile(r"[^\W\d_][^\d@,.:]*")
_WORD = re.compile(r"[^\W_]+")
_BOTH = [True, True]
_DASH = "–"


def in_rows(text: str) -> str:
    """The same text with its tables in rows; as it was where it has none."""
    lines = lines_of(text)
    written = list(text)
    for gap, mark in (*_written(text, lines), *_ranges(lines), *_ends_of_heads(lines)):
        written[slice(*gap)] = mark.ljust(gap[1] - gap[0])
    return "".join(written)


def _written(text: str, lines: Sequence[Line]) -> Iterator[tuple[Range, str]]:
    index = 0
    while index < len(lines):
        line = lines[index]
        columns = _columns(lines, index)
        table = _Table.below(lines, index, columns) if len(columns) > 1 else None
        if table:
            yield from table.written(text)
            index = table.end
            continue
        if _is_row_of_names(text, line):
            below = (lines[at] for at in range(index + 1, len(lines)))
            rows = takewhile(lambda line: not _is_row_of_names(text, line), below)
            yield from _cut_at(text, _starts(text, line), rows)
            yield (line.start, line.end), ""
        elif line.text.endswith(":") and _is_column(line.text) and _is_value(lines, index + 1):
            yield (line.end, lines[index + 1].start), " "
        index += 1


def _ranges(lines: Sequence[Line]) -> Iterator[tuple[Range, str]]:
    """Two lines of one date each: the ends of a range, where no third is beside them."""
    are_dates = [False, *(_is_only_a_date(line.text) for line in lines), False]
    found = [
        (one, other)
        for at, (one, other) in enumerate(pairwise(lines), 1)
        if are_dates[at : at + 2] == _BOTH and not (are_dates[at - 1] or are_dates[at + 2])
    ]
    is_told = len(found) > 1 or any(plain(other.text) in _now() for _, other in found)
    for one, other in found if is_told else ():
        if plain(one.text) not in _now() and _is_later(one.text, other.text):
            yield (one.end, other.start), _DASH


def _ends_of_heads(lines: Sequence[Line]) -> Iterator[tuple[Range, str]]:
    """Where a title with its dates ends: "Cook, Mill, 2016 to 2018. Cooked", "..., cooking"."""
    for line in lines:
        said = line.text[:_MAX_HEAD]
        begun = _BEGUN.match(said)
        if line.is_bullet or not begun or _ME.match(said) or title_weight(begun[0]) != 2:
            continue
        dated = next((period for period in periods(said) if period.is_range), None)
        stop = _STOP.match(said, dated.end) if dated else None
        if stop and stop.start() <= _MAX_CELL:
            start, end = (line.start + at for at in stop.span("gap"))
            yield (start, end), " \n"[: end - start]


def _is_only_a_date(said: str) -> bool:
    if len(said) > _MAX_DATE:
        return False
    found = next(periods(said), None)
    is_whole = found is not None and (found.start, found.end) == (0, len(said))
    return plain(said) in _now() or (is_whole and found is not None and not found.is_range)


def _is_later(one: str, other: str) -> bool:
    if plain(other) in _now():
        return True
    return next(periods(one)).first < next(periods(other)).first


@dataclass(frozen=True)
class _Table:
    """`rows` are the cells, each a line; `names` those of their columns."""

    names: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    end: int

    @classmethod
    def below(cls, lines: Sequence[Line], first: int, names: Sequence[Line]) -> "_Table | None":
        """The rows under names of columns: dates in columns of dates, else as many as can be."""
        width, at = len(names), first + len(names)
        are_dates = [_is_of(name, "columns_of_dates") for name in names]
        rows: list[tuple[Line, ...]] = []
        while at + width <= len(lines):
            row = tuple(lines[at : at + width])
            if not all(map(_may_be_cell, row)) or not _fits(row, are_dates):
                break
            rows.append(row)
            at += width
            while at < len(lines) and lines[at].is_bullet:
                at += 1
        is_told = any(are_dates) or len(rows) >= _FEWEST_ROWS
        return cls(tuple(names), tuple(rows), at) if rows and is_told else None

    def written(self, text: str) -> Iterator[tuple[Range, str]]:
        for name in self.names:
            yield (name.start, name.end), ""
        for row in self.rows:
            for number, (cell, after) in enumerate(pairwise(row)):
                is_range = _is_of(self.names[number], "columns_from") and _is_of(
                    self.names[number + 1], "columns_to"
                )
                yield (cell.end, after.start), _DASH if is_range else "\t"


def _columns(lines: Sequence[Line], first: int) -> list[Line]:
    """The lines from `first` on of which each names a column."""
    found: list[Line] = []
    for line in lines[first : first + MOST_COLUMNS]:
        if not _is_column(line.text) or line.text.endswith(":"):
            break
        found.append(line)
    return found


def _is_column(said: str) -> bool:
    return len(said) <= _MAX_NAME and plain(said.rstrip(": ")) in _names_of_columns()


def _is_of(line: Line, kind: str) -> bool:
    return plain(line.text) in words(kind)


def _is_row_of_names(text: str, line: Line) -> bool:
    """As in "Degree | School | Year"."""
    if len(line.text) > MOST_COLUMNS * _MAX_NAME or not _PARTED.search(line.text):
        return False
    said = [text[slice(*cell)] for cell in cells(line)]
    unknown = [name for name in said if not (_is_column(name) or _is_of_columns(name))]
    is_told = len(said) - len(unknown) >= _FEWEST_COLUMNS and len(unknown) <= 1
    return is_told and all(map(_may_be_column, unknown))


def _is_of_columns(said: str) -> bool:
    """Made of names of columns: "Board/University", "Name of Institution", "Passing Year"."""
    parts = _WORD.findall(plain(said)) if len(said) <= _MAX_NAME else []
    known = _names_of_columns()
    is_named = any(part in known for part in parts)
    return is_named and all(part in known or part in words("columns_beside") for part in parts)


def _may_be_column(said: str) -> bool:
    """A column that no list has, beside two that one has."""
    is_plain = len(said) <= _MAX_NAME and _NAME.fullmatch(said) is not None
    return is_plain and not (degree(said) or is_place(said))


def _starts(text: str, line: Line) -> list[int]:
    """How far from the beginning of its line each cell but the first begins."""
    return [start - _begin(text, line) for start, _ in cells(line)][1:]


def _cut_at(text: str, starts: Sequence[int], lines: Iterable[Line]) -> Iterator[tuple[Range, str]]:
    """Cells that only two spaces part, below the names of their columns."""
    for line in takewhile(lambda line: not line.follows_gap, lines):
        for at in (_begin(text, line) + start for start in starts):
            if line.start < at < line.end and text[at - 2 : at] == "  ":
                yield (at - 1, at), "\t"


def _begin(text: str, line: Line) -> int:
    return text.rfind("\n", 0, line.start) + 1


def _is_value(lines: Sequence[Line], index: int) -> bool:
    if index >= len(lines):
        return False
    is_label = lines[index].text.endswith(":")
    return not is_label and _may_be_cell(lines[index]) and not lines[index].follows_gap


def _may_be_cell(line: Line) -> bool:
    is_short = len(line.text) <= _MAX_CELL and not line.text.endswith((".", ";"))
    return is_short and not line.is_bullet and section_of_line(line) is None


def _fits(row: Sequence[Line], are_dates: Sequence[bool]) -> bool:
    return all(_is_date(line.text) for line, is_of in zip(row, are_dates, strict=True) if is_of)


def _is_date(said: str) -> bool:
    return plain(said) in _now() or next(periods(said), None) is not None


@cache
def _names_of_columns() -> frozenset[str]:
    return words("columns") | words("columns_of_dates")


@cache
def _now() -> frozenset[str]:
    return frozenset(map(plain, date_words()["now"]))
