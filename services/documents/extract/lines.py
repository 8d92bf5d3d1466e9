"""Pieces of all pages into the lines of one text, in the order in which a person reads."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from services.documents.extract.columns import Block, blocks
from services.documents.extract.glyphs import HYPHEN_AT_LINE_END
from services.documents.extract.margin import rows_beside_margin
from services.documents.extract.pieces import Piece, rows

PAGE_DROP = 100_000.0
"""How far each page lies below the one before; more than the 14,400 points a page may be high."""

_SAME_GUTTER = 15.0
_SAME_EDGE = 3.0
_NOTE_CHARACTERS = 32
_PARAGRAPH_GAP = 1.75
_BULLET = re.compile(r"[•◦▪‣●○■□–*·-](?:\s|$)|\d{1,2}[.)]\s")
_ITEM = 2
"""Pieces of such a line: the bullet and its text."""
_OPEN_RANGE = re.compile(r"(?:19|20)\d\d\s?[-–—]$")
_RANGE_END = re.compile(r"[^\W\d_]{0,12}\.?\s?(?:\d{1,2}[./-])?(?:(?:19|20)\d\d)?", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_LAST_WORD = re.compile(r"[^\W_]{1,40}\Z")
_FIRST_WORD = re.compile(r"[^\W_]{1,40}")
_IN_ADDRESS = re.compile(r"(?:@|\w/|\bwww\.)\S{0,80}\Z")
"""A link or a mail address, in which a hyphen is a hyphen."""
_COMPOUND = re.compile(r"[^\W_]{1,40}-[^\W_]{1,40}")
_BEGINS_COMPOUNDS = {
    "all", "award", "back", "best", "client", "cloud", "co", "cost", "cross", "cutting", "data",
    "day", "double", "e", "end", "event", "fast", "first", "front", "full", "half", "hands", "high",
    "human", "large", "long", "low", "machine", "model", "multi", "non", "object", "off", "on",
    "one", "open", "peer", "real", "rule", "second", "self", "semi", "server", "short", "single",
    "small", "state", "test", "third", "three", "time", "two", "type", "user", "well", "world",
    "year", "zero",
}  # fmt: skip


def text_of(pages: Sequence[Sequence[Piece]]) -> tuple[str, int]:
    """The text, and the largest number of columns beside each other.

    Each page's pieces lie `PAGE_DROP` lower than its own coordinates say, times its number.
    What stands at the edge of several pages (headers, footers) comes once, after a form feed.
    """
    bodies, furniture = _parted(pages)
    flow = _flow([blocks(body) for body in bodies])
    lines = [line for block in flow for column in _ordered(block) for line in _lines(column)]
    text = _unbroken("\n".join(lines))
    width = max((len(block.columns) for block in flow), default=1)
    return ("\n\f".join((text, *furniture)) if furniture else text), width


def _parted(pages: Sequence[Sequence[Piece]]) -> tuple[list[list[Piece]], list[str]]:
    """Pages without the first and last rows that most of them share, and these, once."""
    edges = [[*lines[:1], *lines[-1:]] for lines in map(rows, pages)]
    seen = Counter(text for edge in edges for text in {_pattern(row) for row in edge})
    enough = max(2, len(pages) * 0.6)
    repeated = {text for text, count in seen.items() if count >= enough}
    bodies, furniture = [], {}
    for page, edge in zip(pages, edges, strict=True):
        dropped = [row for row in edge if _pattern(row) in repeated]
        furniture.update({_pattern(row): _line(row) for row in dropped})
        levels = {row[0].y for row in dropped}
        bodies.append([piece for row in rows(page) if row[0].y not in levels for piece in row])
    return bodies, ["\n".join(furniture.values())] if furniture else []


def _pattern(row: Sequence[Piece]) -> str:
    """The text of a row, numbers aside."""
    return _NUMBER.sub("0", _line(row))


def _line(row: Sequence[Piece]) -> str:
    return "\t".join(piece.text for piece in row)


def _flow(pages: Iterable[list[Block]]) -> list[Block]:
    """Columns that go on at the top of the next page are one column."""
    flow: list[Block] = []
    for page in pages:
        rest = page
        if flow and flow[-1].gutters and page:
            rest = page[1:] if _continues(flow[-1], page[0]) else page
        flow.extend(rest)
    return flow


def _continues(before: Block, after: Block) -> bool:
    """Append `after` to the columns of `before` where it has the same ones, or fits into one."""
    if len(after.gutters) == len(before.gutters):
        pairs = zip(before.gutters, after.gutters, strict=True)
        if any(abs(one - other) > _SAME_GUTTER for one, other in pairs):
            return False
        for column, more in zip(before.columns, after.columns, strict=True):
            column.extend(more)
        return True
    if after.gutters:
        return False
    (only,) = after.columns
    left, right = min(p.x0 for p in only), max(p.x1 for p in only)
    edges = [float("-inf"), *before.gutters, float("inf")]
    for column, start, end in zip(before.columns, edges, edges[1:], strict=True):
        if start <= left and right <= end:
            column.extend(only)
            return True
    return False


def _ordered(block: Block) -> list[list[list[Piece]]]:
    """The rows of each column, in the order in which columns and rows are read."""
    columns = _in_order(block)
    return [rows_beside_margin(columns[0])] if len(columns) == 1 else [*map(rows, columns)]


def _in_order(block: Block) -> list[list[Piece]]:
    """From left to right, but the column with the largest print first: it names the person."""
    if len(block.columns) == 1:
        return block.columns
    sizes = [max(piece.size for piece in column) for column in block.columns]
    first = sizes.index(max(sizes))
    return [block.columns[first], *block.columns[:first], *block.columns[first + 1 :]]


def _lines(column: Sequence[list[Piece]]) -> Iterator[str]:
    """One string per line, an empty one between paragraphs."""
    above: list[Piece] | None = None
    for row in _with_notes_at_their_head(_with_whole_dates(column)):
        if above and _is_paragraph_gap(above[0], row[0]):
            yield ""
        yield _line(row)
        above = row
    yield ""


def _with_whole_dates(lines: Sequence[list[Piece]]) -> list[list[Piece]]:
    """A range that is broken after its dash, in a narrow column of dates, is one piece again."""
    whole: list[list[Piece]] = []
    for row in lines:
        first = row[0]
        above = next((r for r in reversed(whole[-2:]) if _ends_in_dash(r[0], first)), None)
        if above is None:
            whole.append(row)
            continue
        above[0] = replace(above[0], text=f"{above[0].text} {first.text}")
        if row[1:]:
            whole.append(row[1:])
    return whole


def _ends_in_dash(above: Piece, below: Piece) -> bool:
    is_under = abs(above.x0 - below.x0) <= _SAME_EDGE and _OPEN_RANGE.search(above.text) is not None
    return is_under and len(above.text) < 20 and _RANGE_END.fullmatch(below.text) is not None


def _is_paragraph_gap(above: Piece, below: Piece) -> bool:
    """A page's end parts nothing: a sentence may go on behind it."""
    return _PARAGRAPH_GAP * max(above.size, below.size) < above.y - below.y < PAGE_DROP / 2


def _with_notes_at_their_head(lines: Sequence[list[Piece]]) -> list[list[Piece]]:
    """Notes at the right margin that run on beside a bullet move up to the line they began on.

    A place, a date and a duration under each other beside a title and its bullets all belong to
    the title; left where they stand they would cut sentences in two.
    """
    kept: list[list[Piece]] = []
    head: list[Piece] | None = None
    last_note: Piece | None = None
    for row in lines:
        note = row[-1]
        if _is_item(row):
            head = last_note = None
            kept.append(row)
            continue
        if head and last_note and _runs_on(last_note, row, head[0]):
            head.append(note)
            last_note = note
            kept.extend([row[:-1]] if row[:-1] else [])
        elif len(row) > 1:
            head, last_note = list(row), note
            kept.append(head)
        else:
            kept.append(row)
    return kept


def _is_item(row: Sequence[Piece]) -> bool:
    """Whether it is a bullet, and far behind it what it marks."""
    return len(row) == _ITEM and _BULLET.fullmatch(row[0].text) is not None


def _runs_on(above: Piece, row: Sequence[Piece], head: Piece) -> bool:
    """Whether the row ends in a note right under the one above, and is no heading itself."""
    if len(row) > 1 and not (_BULLET.match(row[0].text) or row[0].x0 > head.x0 + _SAME_EDGE):
        return False
    below = row[-1]
    same_edge = min(abs(above.x1 - below.x1), abs(above.x0 - below.x0)) <= _SAME_EDGE
    is_aside = below.x0 > (head.x0 + above.x0) / 2 and len(below.text) <= _NOTE_CHARACTERS
    return same_edge and is_aside and 0 < above.y - below.y < 2 * max(above.size, below.size)


def _unbroken(text: str) -> str:
    """Words that a line end cut in two are whole again, compounds keep their hyphen."""
    if HYPHEN_AT_LINE_END not in text:
        return text
    known = frozenset(_COMPOUND.findall(text.lower()))
    pieces = text.split(HYPHEN_AT_LINE_END)
    whole = pieces[0]
    for piece in pieces[1:]:
        tail = piece.removeprefix("\n")
        before, after = _LAST_WORD.search(whole), _FIRST_WORD.match(tail)
        is_compound = before and after and _is_compound(before.group(), after.group(), known)
        is_kept = is_compound or not (before and after) or _IN_ADDRESS.search(whole)
        whole += ("-" if is_kept else "") + tail
    return whole


def _is_compound(before: str, after: str, known: frozenset[str]) -> bool:
    """Written with a hyphen elsewhere, or begun by a word that compounds begin with."""
    if f"{before}-{after}".lower() in known:
        return True
    return before.lower() in _BEGINS_COMPOUNDS or not after[0].islower()
