"""Characters of a page into pieces: runs of text on one baseline without a wide gap."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from statistics import median

from services.documents.extract.glyphs import HYPHEN_AT_LINE_END, LINE_BREAK, Box, Glyph
from services.documents.extract.reading import Reading
from services.documents.extract.spacing import WORD_GAP, needless

TINY_POINTS = 3.0
"""Smaller than any legible print; captions go down to 5."""

WIDE_GAP = 1.2
"""In font heights: what stands further apart are two things on one line, such as title and date."""

MAX_BULLET_GAP = 2.0
"""In font heights, between a drawn bullet and its text."""

_SAME_BASELINE = 0.35
_RAISED = 0.6
_BULLETS = "\uf0b7\uf0a7\uf0a8\uf0d8\uf0fc\uf076\uf06c\uf02d\uf0de\uf0be\u0095\u2022"
"""Where Symbol and Wingdings keep the bullets of word processors."""

_FEWEST_BULLETS = 3
_SENTENCE = 4
"""Spaces in what stands behind a bullet; fewer are in an address, a place or a date."""

_FIRST_ICON = "\ud800"


@dataclass(frozen=True, slots=True)
class Piece:
    """`icon` stands right before it, and parts it from what stands before that on the line."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    icon: str = ""


@dataclass(frozen=True)
class Frame:
    """Where a page ends, and where to note what is not shown of it."""

    number: int
    box: Box
    reading: Reading

    def hide(self, reason: str, text: str) -> None:
        self.reading.hide(reason, text, self.number)


def pieces(glyphs: Iterable[Glyph], hidden: Mapping[int, str], page: Frame) -> list[Piece]:
    """Visible text in content order; what is hidden is noted in the page's reading."""
    found: list[Piece] = []
    run = _Run()
    for glyph in _visible(glyphs, hidden, page):
        if not run.takes(glyph):
            found.extend(run.piece())
            run = _Run(icon=run.last_icon)
            run.takes(glyph)
    return _with_bullets([*found, *run.piece()])


def _with_bullets(found: list[Piece]) -> list[Piece]:
    """An icon that stands before several sentences is a bullet; one before an address is none."""
    said = Counter(piece.icon for piece in found if piece.text.count(" ") >= _SENTENCE)
    bullets = {icon for icon, count in said.items() if icon and count >= _FEWEST_BULLETS}
    return [replace(p, text=f"• {p.text}", icon="") if p.icon in bullets else p for p in found]


def marked(found: list[Piece], marks: Iterable[Box]) -> list[Piece]:
    """Pieces with a bullet in their text where a mark is drawn right before them."""
    begun = {}
    for mark in marks:
        level = (mark.bottom + mark.top) / 2
        beside = [p for p in found if 0 <= level - p.y <= p.size and p.x0 - mark.right >= 0]
        nearest = min(beside, key=lambda p: p.x0, default=None)
        if nearest and nearest.x0 - mark.right <= MAX_BULLET_GAP * nearest.size:
            begun[id(nearest)] = mark.left
    return [replace(p, text=f"• {p.text}", x0=begun[id(p)]) if id(p) in begun else p for p in found]


def rows(some: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces that share a baseline, rows from top to bottom, each from left to right."""
    grouped: list[list[Piece]] = []
    for piece in sorted(some, key=lambda p: (-p.y, p.x0)):
        row = grouped[-1] if grouped else None
        if row and abs(row[0].y - piece.y) <= _SAME_BASELINE * min(row[0].size, piece.size):
            row.append(piece)
        else:
            grouped.append([piece])
    return [_joined(sorted(row, key=attrgetter("x0"))) for row in grouped]


def _joined(row: list[Piece]) -> list[Piece]:
    """Neighbours without a wide gap become one piece again."""
    joined = [row[0]]
    for piece in row[1:]:
        last = joined[-1]
        gap, height = piece.x0 - last.x1, max(last.size, piece.size)
        if gap > WIDE_GAP * height or piece.icon:
            joined.append(piece)
        else:
            space = " " if gap > WORD_GAP * height else ""
            text = f"{last.text}{space}{piece.text}"
            joined[-1] = replace(last, text=text, x1=max(last.x1, piece.x1))
    return joined


def _visible(glyphs: Iterable[Glyph], hidden: Mapping[int, str], page: Frame) -> Iterator[Glyph]:
    """Hidden glyphs go to the report, in runs of one reason."""
    reason: str | None = None
    held: list[str] = []
    for glyph in glyphs:
        text, _, _, _, _, paint, _ = glyph
        if not paint or text == HYPHEN_AT_LINE_END:
            held.append(" ")
            yield glyph
            continue
        why = hidden.get(paint) or _out_of_sight(glyph, page.box)
        if why != reason:
            if reason:
                page.hide(reason, "".join(held))
            held, reason = [], why
        if why:
            held.append(text)
        else:
            yield glyph
    if reason:
        page.hide(reason, "".join(held))


def _out_of_sight(glyph: Glyph, page: Box) -> str | None:
    _, left, right, y, size, _, _ = glyph
    if 0 < size < TINY_POINTS:
        return "tiny"
    x = (left + right) / 2
    is_on_page = page[0] <= x <= page[2] and page[1] <= y <= page[3]
    return None if is_on_page else "offpage"


class _Run:
    """A piece in the making; the first character is always of it."""

    def __init__(self, *, icon: str = "") -> None:
        self._glyphs: list[Glyph] = []
        self._text: list[str] = []
        self._guessed: list[tuple[int, int]] = []
        self._icon = icon
        self._is_over = False
        self.last_icon = ""

    def takes(self, glyph: Glyph) -> bool:
        """Whether it belongs to the piece, which has it then."""
        text = glyph[0]
        if text.isspace():
            self._part(text, is_guessed=not glyph[5])
            return True
        if self._glyphs and not self._goes_on(glyph):
            return False
        if text >= _FIRST_ICON and _is_icon(text) and (self._glyphs or text not in _BULLETS):
            self._is_over, self.last_icon = True, text
            return True
        self._icon = self._icon or ("" if self._glyphs else self.last_icon)
        self._is_over, self.last_icon = False, ""
        self._glyphs.append(glyph)
        self._text.append(text if text.isascii() else _shown(glyph))
        return True

    def _part(self, space: str, *, is_guessed: bool) -> None:
        if space == LINE_BREAK:
            self._is_over = True
            return
        if is_guessed:
            self._guessed.append((len(self._text), len(self._glyphs)))
        self._text.append(" ")

    def _goes_on(self, glyph: Glyph) -> bool:
        text, left, right, y, size, _, is_turned = glyph
        _, _, _, level, _, _, is_first_turned = self._glyphs[0]
        _, last_left, last_right, _, last_size, _, is_last_turned = self._glyphs[-1]
        if is_first_turned or is_last_turned:
            return is_turned or not text.isalnum()
        if self._is_over or is_turned:
            return False
        height = size if size == last_size else max(last_size, size)
        gap, back = left - last_right, last_left - right
        gap = back if back > gap else gap  # noqa: FURB136 - a call of max per letter is dear
        allowed = _RAISED if gap < WORD_GAP * height else _SAME_BASELINE
        return gap <= WIDE_GAP * height and abs(y - level) <= allowed * height

    def piece(self) -> Iterator[Piece]:
        """The piece, or nothing where only spaces and icons came."""
        if self._guessed:
            self._close_up()
        text = " ".join("".join(self._text).split())
        if text:
            _, lefts, rights, levels, sizes, _, _ = zip(*self._glyphs, strict=True)
            yield Piece(text, min(lefts), max(rights), levels[0], median(sizes), self._icon)

    def _close_up(self) -> None:
        closed = needless(self._glyphs, [place for _, place in self._guessed])
        for index, place in self._guessed:
            if place in closed:
                self._text[index] = ""


def _shown(glyph: Glyph) -> str:
    text, left, right, *_ = glyph
    if text in _BULLETS:
        return "•"
    return "-" if text == "\u00ad" and right > left else text


def _is_icon(text: str) -> bool:
    """Private use characters and lone halves of pairs draw icons; they mean nothing as text."""
    return "\ue000" <= text <= "\uf8ff" or "\ud800" <= text <= "\udfff" or text == "\uffff"
