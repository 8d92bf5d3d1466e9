"""Cuts a job description into clauses: which words belong together, under which heading.

Nothing is dropped and nothing is copied: a clause is a span of the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from services.documents.rules.job.announced import ASKING, Section, announced
from services.documents.rules.job.blocks import Block, blocks
from services.documents.rules.job.tables import Row, tables

_ONE_LINE = (Section.FACTS, Section.ASIDE)
"""What a label on the line itself announces ("Pay: from $27") ends with its block."""


@dataclass(frozen=True)
class Clause:
    """`text[start:end]` says one thing. `is_item` where it is a line of a list.

    `within` is the sentence, or the whole item, that it is a part of; `paragraph` is all that
    stands around it.
    """

    start: int
    end: int
    section: Section
    is_item: bool
    within: tuple[int, int]
    paragraph: tuple[int, int]


_SHORTENED = (
    *("e.g", "i.e", "etc", "vs", "sr", "jr", "st", "min", "max", "esp", "incl", "approx", "exp"),
    *("dr", "mr", "mrs", "ms", "prof", "dept", "no", "nr", "ca", "resp", "yrs", "z.b", "inkl"),
    *("mind", "ggf", "bzw", "evtl", "bspw", "abgeschl", "inc", "ltd"),
)
_NO_END = "".join(rf"(?<!(?i:\b{re.escape(word)}))" for word in _SHORTENED)
_SENTENCE = re.compile(rf"(?<![.\s][A-Za-z]){_NO_END}[.!?][)\"”*_]*\s+(?=[\"“(*_]*[A-Z0-9])")
_SEMICOLON = re.compile(r";\s+")
_TURN = re.compile(
    r",\s+and\s+(?=(?:you|we|(?:some |good |basic )?(?:knowledge|experience|familiarity))\b)"
)


_SEMICOLON_OR_TURN = re.compile(f"{_SEMICOLON.pattern}|{_TURN.pattern}")


def clauses(text: str) -> Iterator[Clause]:
    """The clauses of `text` in order, to its very end; headings themselves are not among them."""
    section = Section.OPEN
    depth = 0
    rows = list(tables(text))
    lines: list[Block | Row] = [*blocks(_without(text, rows)), *rows]
    for block in sorted(lines, key=lambda line: line.start):
        if isinstance(block, Row):
            yield from _of_row(text, block)
            continue
        before = section, depth
        if block.heading is not None:
            section, depth = _entered(block, text, section, depth)
        within = Section.ASIDE if block.is_refused else section
        yield from _parts(text, replace(block, heading=None), within)
        if section in _ONE_LINE and block.start < block.end:
            section, depth = before


def _without(text: str, rows: Sequence[Row]) -> str:
    """With blanks where the rows of tables stand."""
    pieces, at = [], 0
    for row in rows:
        pieces += [text[at : row.start], " " * (row.end - row.start)]
        at = row.end
    return "".join([*pieces, text[at:]])


def _of_row(text: str, row: Row) -> Iterator[Clause]:
    for cell in row.cells:
        yield from _parts(text, Block(cell.start, cell.end, is_item=True), cell.section)


def _entered(block: Block, text: str, section: Section, depth: int) -> tuple[Section, int]:
    """The section and depth after a heading. One that we do not know stays below its parent."""
    start, end = block.heading or (0, 0)
    heading = text[start:end].strip().strip("*_#: ")
    known = announced(heading)
    if known is not None:
        if (
            section in (Section.NICE, Section.BONUS)
            and known is Section.REQUIREMENTS
            and block.depth > depth
        ):
            return section, depth
        return known, block.depth
    if block.depth > depth or section in (*ASKING, Section.DUTIES):
        return section, depth
    return Section.OPEN, block.depth


def _parts(text: str, block: Block, section: Section) -> Iterator[Clause]:
    """The sentences of a block, parted where they turn to "and you will"; where things are asked

    for, semicolons part them too.
    """
    sentences = list(_between(block.start, block.end, _SENTENCE.finditer(text, *_span(block))))
    is_asked = section in ASKING
    is_item = block.is_item or (block.is_line and is_asked and len(sentences) == 1)
    cut = _SEMICOLON if is_asked or is_item else _TURN
    if is_asked and not is_item:
        cut = _SEMICOLON_OR_TURN
    for start, end in sentences:
        for part in _between(start, end, cut.finditer(text, start, end)):
            left, right = _trimmed(text, *part)
            if right - left > 1 or (is_item and text[left:right].isalnum()):
                within = _span(block) if is_item else (start, end)
                yield Clause(left, right, section, is_item, within, _span(block))


def _span(block: Block) -> tuple[int, int]:
    return block.start, block.end


def _between(start: int, end: int, cuts: Iterator[re.Match[str]]) -> Iterator[tuple[int, int]]:
    for cut in cuts:
        yield start, cut.start() + 1
        start = cut.end()
    yield start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the space and the lone marks around it; a pair of stars that it holds is kept."""
    while start < end and text[start].isspace():
        start += 1
    if text.startswith("**", start, end) and text.count("**", start, end) % 2:
        start += 2
    while end > start and (text[end - 1].isspace() or text[end - 1] in ";.,"):
        end -= 1
    if text.endswith("**", start, end) and text.count("**", start, end) % 2:
        end -= 2
    return start, end
