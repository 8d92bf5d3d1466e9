"""The heads of roles among the lines of a section, found by their dates.

How many lines stand above the dates is learned from the first role of the section and checked at
each: résumés are consistent with themselves, but for those that are not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from services.documents.rules.resume.dates.periods import Period
from services.documents.rules.resume.layout.lines import Line, cells
from services.documents.rules.resume.roles.heads import Piece, is_deed, is_dotted, period_of, pieces
from services.documents.rules.resume.roles.naming import is_department, is_name, may_be_unit, names
from services.documents.rules.towns import is_place
from services.documents.rules.wording import title_weight

MAX_HEAD_CHARACTERS = 120
MAX_HEAD_WORDS = 16
MAX_DATED_CHARACTERS = 200
MAX_LINES_ABOVE = 3
MAX_LINES_BELOW = 2

_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Co|St|hf))(?<!\b(?:Inc|Ltd|ehf|Pty|Pvt))(?<!\b(?:Corp|Bros|Dept))[.;:]$"
)
_SPOKEN = re.compile(r"(?:I|We|My|Our|Ich|Wir|Je|Nous|Yo)\b")
_MAIL = re.compile(r"\S@\S")
_ADDRESS = re.compile(r"\S@\S|\bhttps?:|\bwww\.|\blinkedin\.|\bgithub\.", re.IGNORECASE)
_FULL_LINE = 0.8


@dataclass(frozen=True)
class Head:
    """Lines `first` to `last` (inclusive) of the section, and what they say."""

    first: int
    last: int
    period: Period | None
    pieces: tuple[Piece, ...]


class HeadFinder:
    """Finds the heads among the lines of one section."""

    def __init__(self, text: str, lines: Sequence[Line], width: int) -> None:
        self._text = text
        self._lines = lines
        self._width = width
        self._wraps = any(_is_wrapped(above, below) for above, below in pairwise(lines))
        self._runs_on = self._continuations()
        self._said: dict[int, tuple[Piece, ...]] = {}
        self._dated = self._dated_lines()
        self._below = 0

    def heads(self) -> list[Head]:
        if not self._dated:
            return list(self._undated_heads())
        above = self._lines_above_first()
        found: list[Head] = []
        floor = 0
        for index in sorted(self._dated):
            if index < floor:
                continue
            head = self._head(index, floor, above)
            self._below = self._below if found else head.last - index
            found.append(head)
            floor = head.last + 1
        return found

    def _head(self, index: int, floor: int, above: int) -> Head:
        """Up from the dates as far as the first role went, then down for what is missing."""
        first = last = index
        while first > floor and index - first < above and not self._is_named(first, last):
            if not self._may_name(first - 1):
                break
            first -= 1
            above += not self._pieces_of_line(first)  # A line such as "3 years" takes no place.
        first = self._with_title_above(first, index, floor)
        if first > floor and self._is_a_place(first - 1):
            first -= 1
        last = self._with_place(last)
        while last + 1 < len(self._lines) and last - index < self._most_below(first, last):
            if self._is_named(first, last) or not self._adds_name(first, index, last):
                break
            last = self._with_place(last + 1)
        return Head(first, last, self._dated[index], self._pieces(first, last))

    def _most_below(self, first: int, last: int) -> int:
        """One line more where one of them is a department."""
        found = self._pieces(first, last)
        return MAX_LINES_BELOW + any(is_department(piece.said) for piece in found)

    def _with_title_above(self, first: int, index: int, floor: int) -> int:
        """Further up than the first role went, where a title stands there and none below."""
        if self._has_title(first, index):
            return first
        up = first
        while up > floor and first - up < MAX_LINES_BELOW and self._may_name(up - 1):
            if self._lines[up].follows_gap:
                break
            up -= 1
        below = self._lines_below(index)
        is_above = self._has_title(up, first - 1) and not (below and self._has_title(index, below))
        return up if is_above or (not below and not self._pieces(first, index)) else first

    def _lines_below(self, index: int) -> int:
        """The last line below the dates that could name the role; 0 where none could."""
        last = index
        while last - index < MAX_LINES_BELOW and self._may_name(last + 1):
            last += 1
        return last if last > index else 0

    def _has_title(self, first: int, last: int) -> bool:
        return any(piece.title == 2 for piece in self._pieces(first, last))

    def _with_place(self, last: int) -> int:
        """One line further where the next one says only where that was."""
        return last + self._is_a_place(last + 1)

    def _is_a_place(self, index: int) -> bool:
        line = self._lines[index] if index < len(self._lines) else None
        return line is not None and not line.is_bullet and is_place(line.text)

    def _undated_heads(self) -> Iterator[Head]:
        """Without any date, a title in a short line above bullets or prose begins a role."""
        index = 0
        while index < len(self._lines):
            last = index
            while last - index < MAX_LINES_BELOW and self._may_name(last + 1):
                last += 1
            found = self._pieces(index, last) if self._may_name(index) else ()
            if any(piece.title == 2 for piece in found):
                yield Head(index, last, None, found)
                index = last
            index += 1

    def _pieces(self, first: int, last: int) -> tuple[Piece, ...]:
        return tuple(
            piece for index in range(first, last + 1) for piece in self._pieces_of_line(index)
        )

    def _pieces_of_line(self, index: int) -> tuple[Piece, ...]:
        """What a line says besides dates and places; asked often, so worked out once."""
        if index not in self._said:
            self._said[index] = tuple(pieces(self._text, self._lines[index], index))
        return self._said[index]

    def _is_named(self, first: int, last: int) -> bool:
        """Whether these lines already say who and where."""
        found = self._pieces(first, last)
        named = names(found, may_split=True)
        if named.title is None or named.employer is None or is_department(named.employer.said):
            return False
        is_unit = may_be_unit(found, named) and self._is_employer(first - 1)
        return named.title.title > 0 and not is_unit

    def _is_employer(self, index: int) -> bool:
        """Whether a line begins an entry with a name and no title, as employers stand there."""
        found = self._pieces_of_line(index) if self._may_name(index) else ()
        is_first = index == 0 or self._lines[index].follows_gap
        return is_first and len(found) == 1 and not found[0].title and is_name(found[0].said)

    def _adds_name(self, first: int, index: int, last: int) -> bool:
        """Whether the next line says what these lines do not."""
        if not self._may_name(last + 1) or self._is_of_next(last + 1):
            return False
        mine, more = self._pieces(first, last), self._pieces(last + 1, last + 1)
        has_title = any(0 < piece.title >= piece.employer for piece in mine)
        if not mine or not has_title:
            return bool(more)
        is_usual = last - index < self._below
        is_other = any(piece.title < 2 for piece in more)
        after = last + 2 + all(is_department(piece.said) for piece in more)
        return is_other and (is_usual or self._begins_work(after) or self._begins_next(after))

    def _begins_next(self, index: int) -> bool:
        """Whether a title stands there, right above its dates, as in the first role of all."""
        is_above = index + 1 in self._dated and self._has_title(index, index)
        return is_above and self._lines_above_first() == 1

    def _is_of_next(self, index: int) -> bool:
        """Whether a line, after a gap, stands right above dates of its own."""
        return self._lines[index].follows_gap and index + 1 in self._dated

    def _begins_work(self, index: int) -> bool:
        """Whether a bullet or a full line of prose stands there."""
        if index >= len(self._lines):
            return True
        line = self._lines[index]
        return line.is_bullet or not self._may_name(index)

    def _lines_above_first(self) -> int:
        first = min(self._dated)
        above = 0
        while above < min(first, MAX_LINES_ABOVE) and self._may_name(first - above - 1):
            above += 1
        return above

    def _may_name(self, index: int) -> bool:
        """Whether a line could be part of a head: short, no sentence, not the end of a bullet."""
        if not 0 <= index < len(self._lines) or index in self._dated:
            return False
        line = self._lines[index]
        parts = (
            [line.text]
            if _MAIL.search(line.text)
            else [self._text[slice(*cell)] for cell in cells(line)]
        )
        is_address = all(map(_ADDRESS.search, parts))
        is_free = not line.is_bullet and not self._runs_on[index] and not is_address
        return is_free and _is_short(line.text) and not is_deed(line.text)

    def _continuations(self) -> list[bool]:
        """Per line whether it goes on with the bullet above it."""
        found: list[bool] = []
        for index, line in enumerate(self._lines):
            above = self._lines[index - 1] if index else None
            is_below_bullet = above is not None and (above.is_bullet or found[index - 1])
            found.append(
                above is not None
                and is_below_bullet
                and not (line.is_bullet or line.follows_gap)
                and self._goes_on(above, line)
            )
        return found

    def _goes_on(self, above: Line, line: Line) -> bool:
        period = period_of(self._text, line) if _is_short(line.text.rstrip(".")) else None
        if period and period.is_range:
            is_aside = period.start == line.start or period.end >= line.end - 1
            if is_aside or len(list(cells(line))) > 1:
                return False
        if not line.text[:1].isupper():
            return True
        if len(list(cells(line))) > 1 or title_weight(line.text) == 2:
            return False
        is_full = self._wraps and len(above.text) >= _FULL_LINE * self._width
        return is_full or not _is_short(line.text)

    def _dated_lines(self) -> dict[int, Period]:
        found = {}
        for index, line in enumerate(self._lines):
            period = None if line.is_bullet else self._period(index)
            if period:
                found[index] = period
        return found or self._dated_bullets()

    def _dated_bullets(self) -> dict[int, Period]:
        """Some write each role as one bullet."""
        return {
            index: period
            for index, line in enumerate(self._lines)
            if line.is_bullet
            and len(line.text) <= MAX_DATED_CHARACTERS
            and (period := period_of(self._text, line))
            and period.is_range
            and _has_title(tuple(pieces(self._text, line, 0)))
        }

    def _period(self, index: int) -> Period | None:
        """The dates of a line, unless they stand in a sentence."""
        line = self._lines[index]
        if self._runs_on[index] or len(line.text) > MAX_DATED_CHARACTERS:
            return None
        period = period_of(self._text, line)
        if period is None:
            return None
        rest = f"{line.text[: period.start - line.start]} {line.text[period.end - line.start :]}"
        is_beside = line.text[period.end - line.start :].startswith("\t")
        is_head = period.is_range and not _SPOKEN.match(rest.strip())
        if period.start == line.start and (is_head or is_beside):
            rest = rest.rstrip(".")  # A line of facts beside its dates may end in a stop.
        if is_dotted(line):
            rest = rest.rstrip(" .")
        if not _is_short(rest.strip(": ")) or rest.strip()[:1].islower():
            return None
        is_aside = period.start == line.body or period.end >= line.end - 1
        return period if period.is_range or is_aside or "\t" in line.text else None


def _is_wrapped(above: Line, below: Line) -> bool:
    """Whether a bullet visibly runs on: then lines that begin with a capital may do so too."""
    is_next = above.is_bullet and not (below.is_bullet or below.follows_gap)
    return is_next and below.text[:1].islower()


def _has_title(found: Sequence[Piece]) -> bool:
    title = names(found, may_split=True).title
    return title is not None and title.title == 2


def _is_short(text: str) -> bool:
    return (
        len(text) <= MAX_HEAD_CHARACTERS
        and len(text.split()) <= MAX_HEAD_WORDS
        and not _SENTENCE_END.search(text)
    )
