"""Puts the lines of a job description together: points, paragraphs, and the headings above them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from services.documents.rules.job.announced import is_known, is_label, says_how_much
from services.documents.rules.job.reader import asks_in_question
from services.documents.rules.job.unmarked import Wrapping, ends_openly, is_whole
from services.documents.rules.lines import LINE, LONGEST


@dataclass(frozen=True)
class Block:
    """Lines that belong together. `heading` is the span of a heading that they begin with.

    `is_item` where a mark says that it is a point of a list, `is_line` where it stands on lines of
    its own as a point does; `is_refused` where its mark says that it is not wanted.
    """

    start: int
    end: int
    is_item: bool
    depth: int = 0
    heading: tuple[int, int] | None = None
    is_line: bool = False
    is_refused: bool = False


_MAX_HEADING = 60
PICTURE = r"[←-⇿⌀-➿⬀-⯿\U0001F300-\U0001FAFF]\uFE0F?"
_LONGEST_INITIALS = 5
"""Letters of what is rather a name, such as "PASMA", than a heading."""

_MARK = re.compile(
    rf"\s*(?:(#{{1,6}})\s*|([-*•▪◦●‣·–+o»>~]|{PICTURE}|\(?\d{{1,2}}[.)]|\(?[a-z][.)])\s+)?"
)
_REFUSES = "❌✖✗✘🚫⛔"
"""Marks of what is not wanted."""

_BOLD = re.compile(r"(?:\*\*|__)(.+?)(?:\*\*|__)\s*:?\s*$")
LABEL = re.compile(r"(?:\*\*|__)?([A-Z][^:.;\n]{2,60}?)(?:\*\*|__)?:(?:\*\*|__)?(?:\s+|$)")
_RUN_IN = re.compile(r"(?:\*\*|__)?([A-Z][^:.;\n]{5,40})[.?](?:\*\*|__)?\s+(?=[A-Z])")
"""A heading that ends in a full stop and goes on in the same line: "What we ask. You have ..."."""


_WH = re.compile(r"(?:why|what|who|how|where|when)\b[^.!?]*\?$", re.IGNORECASE)


def blocks(text: str) -> Iterator[Block]:
    """Items and paragraphs; a line that continues the one before is joined to it."""
    lines = list(_lines(text))
    anew = _begun_anew(text, lines)
    open_: Block | None = None
    for line in lines:
        if open_ is not None and line.start not in anew and _continues(text, open_, line):
            open_ = replace(open_, end=line.end, is_line=open_.is_line and line.is_line)
            continue
        if open_ is not None:
            yield open_
        open_ = line
    if open_ is not None:
        yield open_


def _lines(text: str) -> Iterator[Block]:
    """Each line that says something, as a block of its own."""
    is_loud = _is_loud(text)
    below: Block | None = None
    found: list[Block] = []
    said = [line for line in LINE.finditer(text) if line[0].strip()]
    signs = Counter(_sign(text, line.start()) for line in said)
    for line in reversed(said):
        block = _of_line(text, line.start(), line.end(), is_loud=is_loud)
        if below is not None and _is_above(text, block, below, signs):
            block = Block(block.end, block.end, is_item=False, depth=7, heading=line.span())
        found.append(block)
        below = block
    yield from reversed(found)


def _is_loud(text: str) -> bool:
    """Whether most of it is capitals, so that they mark no heading."""
    letters = [letter.isupper() for letter in text if letter.isalpha()]
    return 2 * sum(letters) > len(letters)


def _of_line(text: str, start: int, end: int, *, is_loud: bool) -> Block:
    mark = _MARK.match(text, start, end)
    body = mark.end() if mark else start
    depth = len(mark[1]) if mark and mark[1] else 0
    sign = (mark[2] or "") if mark else ""
    said = text[body:end]
    may_head = not sign
    if re.match(PICTURE, sign):
        is_loud_head = said.isupper() and " " in said.strip()
        may_head = is_loud_head or said.rstrip().endswith(("?", ":")) or is_known(said.strip())
    label = LABEL.match(text, body, end) or _RUN_IN.match(text, body, end)
    is_labelled = label is not None and not sign and is_known(label[1])
    rest = text[label.end() : end].strip(" *_") if label else ""
    goes_on = bool(rest) and not says_how_much(rest)
    is_head = _is_heading(said, is_loud=is_loud) or (is_labelled and bool(rest))
    if depth or (may_head and not (is_labelled and goes_on) and is_head):
        return Block(end, end, is_item=False, depth=depth or 7, heading=(body, end))
    if label is not None and is_labelled:
        head = label.span(1)
        return Block(label.end(), end, is_item=False, depth=7, heading=head, is_line=True)
    is_refused = bool(sign) and sign[0] in _REFUSES
    return Block(body, end, is_item=bool(sign), is_refused=is_refused)


def _is_heading(line: str, *, is_loud: bool) -> bool:
    """A line that is bold as a whole, or ends in a colon, or is nothing but known words."""
    line = line.strip()
    if len(line) > 120:
        return False
    if _BOLD.match(line) or (line.endswith(":") and len(line.split()) <= 12):
        return True
    is_free = len(line) <= _MAX_HEADING and not line.endswith(".")
    is_name = len(line) <= _LONGEST_INITIALS and " " not in line
    return is_free and (
        is_known(line) or is_label(line) or (line.isupper() and not is_loud and not is_name)
    )


def _is_above(text: str, block: Block, below: Block, signs: Counter[str]) -> bool:
    """Whether a short line that is no sentence heads what is below it.

    It stands above a list, or is a number with a name right above a heading.
    """
    said = text[block.start : block.end].strip()
    if _is_question_above(text, block, below):
        return True
    is_open = said.endswith(("...", "…"))
    if block.heading or len(said) > _MAX_HEADING or (said[-1:] in ".!?;," and not is_open):
        return False
    if not block.is_item:
        return below.is_item
    if _is_picture_above(text, block, below, signs):
        return True
    is_right_above = below.heading and text.count("\n", block.end, below.heading[0]) == 1
    return bool(is_right_above) and _is_numbered(text, block) and not _follows(text, block)


def _is_question_above(text: str, block: Block, below: Block) -> bool:
    """Whether it is a question such as "What will you do?", alone on the line above its answer."""
    said = text[block.start : block.end].strip()
    if block.is_item or block.heading or below.heading or _follows(text, block):
        return False
    if below.is_item and said.endswith("?") and len(said) <= _MAX_HEADING:
        return not asks_in_question(said)
    is_asked = _WH.match(said) is not None and len(said) <= _MAX_HEADING
    return is_asked and text.count("\n", block.end, below.start) == 1


def _is_picture_above(text: str, block: Block, below: Block, signs: Counter[str]) -> bool:
    """Whether its picture stands nowhere else, above a list that has one mark, or above prose."""
    sign, other = (_sign(text, _line_of(text, one)) for one in (block, below))
    if not re.match(PICTURE, sign) or signs[sign] > 1 or below.heading:
        return False
    if below.is_item:
        return signs[other] > 1
    return text.count("\n", block.end, below.start) == 1 and not text[below.start].islower()


def _is_numbered(text: str, block: Block) -> bool:
    return any(map(str.isalnum, _sign(text, _line_of(text, block))))


def _sign(text: str, begin: int) -> str:
    """The mark of the line that begins there, empty where it has none."""
    mark = _MARK.match(text, begin)
    return (mark[2] or "") if mark else ""


def _follows(text: str, block: Block) -> bool:
    """Whether the line above it says something too."""
    begin = _line_of(text, block)
    return bool(text[text.rfind("\n", 0, max(begin - 1, 0)) + 1 : begin].strip())


def _line_of(text: str, block: Block) -> int:
    return text.rfind("\n", 0, block.start) + 1


def _begun_anew(text: str, lines: list[Block]) -> frozenset[int]:
    """Where lines without a mark begin something new; in `lines` those become points."""
    runs = list(_runs(text, lines))
    said = [[text[lines[at].start : lines[at].end].strip() for at in run] for run in runs]
    wrapping = Wrapping(said)
    found, points = set[int](), set[int]()
    for run, words in zip(runs, said, strict=True):
        begins = wrapping.begins(words)
        found.update(lines[at].start for at, is_new in zip(run[1:], begins, strict=True) if is_new)
        if 2 * sum(begins) > len(begins):
            points.update(run)
    points.update(_spaced(runs, said))
    points.update(_values(text, lines))
    for at in points:
        lines[at] = replace(lines[at], is_line=True)
    return frozenset(found)


def _spaced(runs: Sequence[Sequence[int]], said: Sequence[Sequence[str]]) -> Iterator[int]:
    """Points with an empty line between them: lines that are no sentence, one after the other."""
    alone = {
        run[0]
        for run, words in zip(runs, said, strict=True)
        if len(run) == 1 and not is_whole(words[0])
    }
    yield from (at for at in alone if alone & {at - 1, at + 1})


def _values(text: str, lines: Sequence[Block]) -> Iterator[int]:
    """Lines that stand alone between two headings, as a value below its label does."""
    for at, line in enumerate(lines):
        is_below = at > 0 and _is_bare_heading(lines[at - 1])
        is_last = at + 1 == len(lines) or lines[at + 1].heading is not None
        said = text[line.start : line.end].strip()
        is_value = len(said) <= _MAX_HEADING and not is_whole(said)
        if is_below and is_last and is_value and line.heading is None:
            yield at


def _is_bare_heading(line: Block) -> bool:
    return line.heading is not None and line.start == line.end


def _runs(text: str, lines: Sequence[Block]) -> Iterator[list[int]]:
    """Lines without mark or heading that follow right on each other, by their numbers.

    What is set in below a point belongs to it.
    """
    run: list[int] = []
    is_within = False
    for at, line in enumerate(lines):
        is_within = line.is_item or (is_within and _is_set_in(text, line))
        is_plain = not is_within and line.start < line.end
        is_next = bool(run) and text.count("\n", lines[run[-1]].end, line.start) == 1
        if run and not (is_plain and is_next and line.heading is None):
            yield run
            run = []
        if is_plain:
            run.append(at)
    if run:
        yield run


def _continues(text: str, open_: Block, line: Block) -> bool:
    """Whether a line goes on where the one before it stopped: wrapped, not begun anew."""
    if line.is_item or line.heading is not None or line.end - open_.start > LONGEST:
        return False
    is_apart = text.count("\n", open_.end, line.start) > 1
    if is_apart or (open_.heading and open_.start == open_.end):
        return False
    if open_.is_item:
        is_open = ends_openly(text[max(open_.end - 80, open_.start) : open_.end].rstrip())
        return _is_set_in(text, line) or text[line.start].islower() or is_open
    return not re.search(r"  $|:\*\*.*$", text[max(open_.end - 80, open_.start) : open_.end])


def _is_set_in(text: str, line: Block) -> bool:
    return text[_line_of(text, line)].isspace()
