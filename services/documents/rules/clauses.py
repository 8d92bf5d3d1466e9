"""Cuts a job description into clauses: which words belong together, under which heading.

Nothing is dropped and nothing is copied: a clause is a span of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from services.documents.rules.phrases import any_of, phrases, read


class Section(StrEnum):
    """What a heading announces. `OPEN` is text before any heading that we know."""

    OPEN = "open"
    REQUIREMENTS = "requirements"
    NICE = "nice"
    BONUS = "bonus"
    DUTIES = "duties"
    STACK = "stack"
    FACTS = "facts"
    ABOUT = "about"
    ASIDE = "aside"


_ONE_LINE = (Section.FACTS, Section.ASIDE)
"""What a label on the line itself announces ("Pay: from $27") ends with its block."""

ASKING = (Section.REQUIREMENTS, Section.NICE, Section.BONUS, Section.STACK)
_QUALIFIERS = (Section.FACTS, Section.BONUS, Section.NICE, Section.ASIDE)


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


_MAX_HEADING = 60
_MARK = re.compile(r"\s*(?:(#{1,6})\s*|([-*•▪◦●‣·–+o→➢➤▸»✓✔✅]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+)?")
_BOLD = re.compile(r"(?:\*\*|__)(.+?)(?:\*\*|__)\s*:?\s*$")
_LABEL = re.compile(r"(?:\*\*|__)?([A-Z][^:.;\n]{2,40}?)(?:\*\*|__)?:(?:\*\*|__)?(?:\s+|$)")
_RUN_IN = re.compile(r"(?:\*\*|__)?([A-Z][^:.;\n]{5,40})[.?](?:\*\*|__)?\s+(?=[A-Z])")
"""A heading that ends in a full stop and goes on in the same line: "What we ask. You have ..."."""

_SENTENCE = re.compile(
    r"(?<![.\s][A-Za-z])(?<!\be\.g)(?<!\bi\.e)(?<!\betc)(?<!\bvs)(?<!\bSr)(?<!\bJr)(?<!\bSt)"
    r"[.!?][)\"”*_]*\s+(?=[\"“(*_]*[A-Z0-9])"
)
_SEMICOLON = re.compile(r";\s+")
_TURN = re.compile(
    r",\s+and\s+(?=(?:you|we|(?:some |good |basic )?(?:knowledge|experience|familiarity))\b)"
)


_SEMICOLON_OR_TURN = re.compile(f"{_SEMICOLON.pattern}|{_TURN.pattern}")


def clauses(text: str) -> Iterator[Clause]:
    """The clauses of `text` in order, to its very end; headings themselves are not among them."""
    section = Section.OPEN
    depth = 0
    for block in _blocks(text):
        before = section, depth
        if block.heading is not None:
            section, depth = _entered(block, text, section, depth)
        yield from _parts(text, replace(block, heading=None), section)
        if section in _ONE_LINE and block.start < block.end:
            section, depth = before


@dataclass(frozen=True)
class _Block:
    """Lines that belong together. `heading` is the span of a heading that they begin with."""

    start: int
    end: int
    is_item: bool
    depth: int = 0
    heading: tuple[int, int] | None = None


def _blocks(text: str) -> Iterator[_Block]:
    """Items and paragraphs; a line that continues the one before is joined to it."""
    open_: _Block | None = None
    for line in re.finditer(r"[^\n]+", text):
        block = _of_line(text, line.start(), line.end())
        if block is not None and _introduces_list(text, block):
            block = _Block(block.end, block.end, is_item=False, depth=7, heading=line.span())
        if open_ is not None and _continues(text, open_, block, line.start()):
            open_ = replace(open_, end=line.end())
            continue
        if open_ is not None:
            yield open_
        open_ = block
    if open_ is not None:
        yield open_


def _of_line(text: str, start: int, end: int) -> _Block | None:
    if not text[start:end].strip():
        return None
    mark = _MARK.match(text, start, end)
    body = mark.end() if mark else start
    depth = len(mark[1]) if mark and mark[1] else 0
    is_item = bool(mark and mark[2])
    if depth or (not is_item and _is_heading(text[body:end])):
        return _Block(end, end, is_item=False, depth=depth or 7, heading=(body, end))
    label = _LABEL.match(text, body, end) or _RUN_IN.match(text, body, end)
    if label and not is_item and _is_known(label[1]):
        return _Block(label.end(), end, is_item=False, depth=7, heading=label.span(1))
    return _Block(body, end, is_item)


def _is_heading(line: str) -> bool:
    """A line that is bold as a whole, or ends in a colon, or is nothing but known words."""
    line = line.strip()
    if len(line) > 120:
        return False
    if _BOLD.match(line) or (line.endswith(":") and len(line.split()) <= 12):
        return True
    is_free = len(line) <= _MAX_HEADING and not line.endswith(".")
    return is_free and (_is_known(line) or line.isupper())


def _introduces_list(text: str, block: _Block) -> bool:
    """Whether a short line that is no sentence stands right above a list."""
    said = text[block.start : block.end].strip()
    if block.is_item or block.heading or len(said) > _MAX_HEADING or said[-1:] in ".!?;,":
        return False
    below = _MARK.match(text, block.end + 1)
    return bool(below and below[2])


def _is_known(heading: str) -> bool:
    """Whether it is nothing but words that announce a section."""
    return any(words.fullmatch(heading) for words in _announcements().values())


def _announced(heading: str) -> Section | None:
    """The section of a heading: by all of it, or by some of its words.

    What qualifies comes first ("preferred skills"); else the last word that we know is the noun
    ("essential duties").
    """
    whole = (section for section, words in _announcements().items() if words.fullmatch(heading))
    if section := next(whole, None):
        return section
    part = {
        Section(name): [found.end() for found in words.finditer(heading)]
        for name, words in phrases("headings").items()
    }
    qualified = next((section for section in _QUALIFIERS if part[section]), None)
    noun = max(part, key=lambda section: max(part[section], default=0))
    return qualified or (noun if part[noun] else None)


@cache
def _announcements() -> dict[Section, re.Pattern[str]]:
    return {
        Section(name): re.compile(rf"\W*{any_of(words)}\W*", re.IGNORECASE)
        for name, words in read("headings").items()
    }


def _continues(text: str, open_: _Block, block: _Block | None, start: int) -> bool:
    """Whether a line goes on where the one before it stopped: wrapped, not begun anew."""
    if block is None or block.is_item or block.heading is not None:
        return False
    if text.count("\n", open_.end, start) > 1 or (open_.heading and open_.start == open_.end):
        return False
    if open_.is_item:
        return text[start].isspace() or text[block.start].islower()
    return not re.search(r"  $|:\*\*.*$", text[max(open_.end - 80, open_.start) : open_.end])


def _entered(block: _Block, text: str, section: Section, depth: int) -> tuple[Section, int]:
    """The section and depth after a heading. One that we do not know stays below its parent."""
    start, end = block.heading or (0, 0)
    heading = text[start:end].strip().strip("*_#: ")
    known = _announced(heading)
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


def _parts(text: str, block: _Block, section: Section) -> Iterator[Clause]:
    """The sentences of a block, parted where they turn to "and you will"; where things are asked

    for, semicolons part them too.
    """
    cuts = _SENTENCE.finditer(text, block.start, block.end)
    for start, end in _between(block.start, block.end, cuts):
        is_asked = section in ASKING
        cut = _SEMICOLON if is_asked or block.is_item else _TURN
        if is_asked and not block.is_item:
            cut = _SEMICOLON_OR_TURN
        for part in _between(start, end, cut.finditer(text, start, end)):
            left, right = _trimmed(text, *part)
            if right - left > 1 or (block.is_item and text[left:right].isalnum()):
                within = (block.start, block.end) if block.is_item else (start, end)
                whole = block.start, block.end
                yield Clause(left, right, section, block.is_item, within, whole)


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
