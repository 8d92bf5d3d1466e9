"""Cuts a job description into clauses: which words belong together, under which heading.

Nothing is dropped and nothing is copied: a clause is a span of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from services.documents.rules.job.announced import ASKING, Section, announced, is_known
from services.documents.rules.job.blocks import LABEL, Block, blocks
from services.documents.rules.job.marks import plainly
from services.documents.rules.job.sentences import SENTENCE
from services.documents.rules.job.tables import Row, tables, without
from services.documents.rules.job.walk import LIST_IN_LINE, Walk

_ASKS_IN_LINE = (Section.REQUIREMENTS, Section.NICE, Section.BONUS)


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


_TAKEN_BACK = (
    r"(?!(?:(?:but|though|although|it is|it['’]s) ){0,2}"
    r"not (?:\w+ ){0,3}?(?:essential|required|needed|deal))"
)
"""Behind a semicolon, of what stands before it: "Know Sage; not essential"."""
_SEMICOLON = re.compile(rf";\s+{_TAKEN_BACK}")
_SHARE = r"(?:some|part|most|much|half|one|two|three|a (?:good )?(?:part|deal|bit))"
_TURNS_TO = (
    r"(?:you|we(?! (?:expect|need|want|ask|require|look))|if you|to (?:be|have|know)"
    r"|(?:some |good |basic )?(?:knowledge|experience|familiarity)"
    rf"|{_SHARE} of (?:that|it|them|these|those))\b"
)
_TURN = re.compile(
    rf",\s+and\s+(?={_TURNS_TO})|\s+and\s+(?=you\b)"
    rf"|;\s+(?!(?:ours?|we|it|its|they|this|that|these)\b){_TAKEN_BACK}"
    r"|,?\s+(?:and\s+)?so\s+(?=(?:you(?! can\b)|we(?:['’]re| are) (?:after|looking)"
    r"|we (?:need|want|ask)|good|strong|an?|some|experience|knowledge)\b)"
    r"|,?\s+(?:but|though|although)\s+(?=(?:we|nobody|no one|they)\b"
    r"(?! (?:do not|don['’]t|never|would)\b|['’]d\b))"
)
"""Where a sentence goes on to say something else of the reader, or turns to what the firm does."""

_LONGEST = 800
"""Characters of a sentence that is parted."""

_SEMICOLON_OR_TURN = re.compile(f"{_SEMICOLON.pattern}|{_TURN.pattern}")

_DONE_TOO = (
    r"|\s+and\s+(?=have (?:also |already |then )?"
    r"(?:\w{2,}ed|led|run|built|kept|made|taught|sold|held|spent)\b)"
    r"|,\s+(?:and\s+)?(?=(?:will|must|should) have (?:\w{2,}ed|led|run|built|kept|made|taught)\b)"
)
_SEMICOLON_OR_DONE = re.compile(f"{_SEMICOLON_OR_TURN.pattern}{_DONE_TOO}")
_TURN_OR_DONE = re.compile(f"{_TURN.pattern}{_DONE_TOO}")
_YOU_HAVE = re.compile(
    r"[^.;]{0,80}?\b(?:you(?:['’]ve| have)"
    r"|(?:you|candidate|applicant|person|holder) (?:will|must|should))\b",
    re.IGNORECASE,
)
"""Of a sentence that may go on with what else the reader has: "you have sung and have taught"."""

_TURN_OF_WORK = re.compile(r",\s+and\s+(?=(?:you|we)\b)")
_TASKS = re.compile(
    r"(?:your|the)\s(?:\w+\s)?(?:tasks|duties|responsibilities|role|job|work)\s(?:\w+\s)?(?:is|are|be)\sto\s",
    re.IGNORECASE,
)
_NEXT_TASK = re.compile(r",\s+(?:and\s+)?(?=to\s\w)")
"""Of what is to be done, one after the other: "Your tasks are to plan, to dig and to mow"."""

_SPLICED = re.compile(
    r"(?:[^.;:\n]{1,160}:\s+)?you(?:['’]ve)?\s[^.;]*?,\s+you(?:['’]ve)?\s", re.IGNORECASE
)
_TURN_OR_SPLICE = re.compile(
    rf"{_TURN.pattern}|[,:]\s+(?=you(?:['’]ve)?\s(?!can\b|will\b|may\b))", re.IGNORECASE
)
"""Of sentences that are put together by commas: "You know roses, you hold a certificate"."""

_REASON = re.compile(
    r",\s+(?=(?:because|since (?!you\b|then\b|\d|qualif|graduat|leav|the (?:last|start|age)\b)\w+"
    r"|as (?:we|our|the|half|most|it|this|that))\b)"
)
"""Where it says why: that asks for nothing more."""


def clauses(text: str) -> Iterator[Clause]:
    """The clauses of `text` in order, to its very end; headings themselves are not among them."""
    rows = list(tables(text))
    lines = list(blocks(plainly(without(text, rows))))
    walk = Walk(text, lines)
    both: list[Block | Row] = [*lines, *rows]
    for block in sorted(both, key=lambda line: line.start):
        if isinstance(block, Row):
            yield from _of_row(text, block)
        else:
            yield from _parts(text, replace(block, heading=None), walk.section_of(block))


def _of_row(text: str, row: Row) -> Iterator[Clause]:
    for cell in row.cells:
        yield from _parts(text, Block(cell.start, cell.end, is_item=True), cell.section)


def _parts(text: str, block: Block, named: Section) -> Iterator[Clause]:
    """The sentences of a block, parted where they turn to "and you will"; where things are asked

    for, semicolons part them too.
    """
    sentences = list(_between(block.start, block.end, SENTENCE.finditer(text, *_span(block))))
    is_asked = named in ASKING
    is_point = block.is_item or (block.is_line and is_asked and len(sentences) == 1)
    for begin, end in sentences:
        is_led = block.is_line or LIST_IN_LINE.match(text, begin, end) is not None
        is_listed = is_point or (is_asked and is_led and "; " in text[begin:end])
        start, section, is_item = _labelled(text, (begin, end), named, is_item=is_listed)
        if section in (Section.OPEN, Section.ABOUT) and _TASKS.match(text, start, end):
            section = Section.DUTIES
        cut = _cut_of(text, (start, end), section, is_listed=is_item)
        for part in _between(start, end, cut.finditer(text, start, end)):
            within = _span(block) if is_item else (start, end)
            for left, right, asked in _with_reason(text, part, section):
                if _says_something(text[left:right], is_item=is_item):
                    yield Clause(left, right, asked, is_item, within, _span(block))


def _cut_of(
    text: str, sentence: tuple[int, int], named: Section, *, is_listed: bool
) -> re.Pattern[str]:
    """Where a sentence of a section is parted; a very long one is no talk of one reader."""
    if is_listed:
        return _SEMICOLON
    has_you = _YOU_HAVE.match(text, *sentence) is not None
    if named in ASKING:
        return _SEMICOLON_OR_DONE if has_you else _SEMICOLON_OR_TURN
    if _TASKS.match(text, *sentence):
        return _NEXT_TASK
    if named is Section.DUTIES or sentence[1] - sentence[0] > _LONGEST:
        return _TURN_OF_WORK
    if _SPLICED.match(text, *sentence):
        return _TURN_OR_SPLICE
    return _TURN_OR_DONE if has_you else _TURN


def _with_reason(
    text: str, part: tuple[int, int], section: Section
) -> Iterator[tuple[int, int, Section]]:
    """A part, and behind it the reason that it gives, which asks for nothing."""
    reason = _REASON.search(text, *part)
    if reason is None:
        yield (*_trimmed(text, *part), section)
        return
    yield (*_trimmed(text, part[0], reason.start()), section)
    yield (*_trimmed(text, reason.end(), part[1]), Section.ASIDE)


def _says_something(said: str, *, is_item: bool) -> bool:
    """More than a single mark, and more than how it is joined to what follows."""
    if said.lower() in ("and", "or", "and/or", "plus"):
        return False
    return len(said) > 1 or (is_item and said.isalnum())


def _labelled(
    text: str, sentence: tuple[int, int], named: Section, *, is_item: bool
) -> tuple[int, Section, bool]:
    """Where a sentence begins behind a label of its own ("Bonus: Dutch."), and its section."""
    label = LABEL.match(text, *sentence)
    section = announced(label[1]) if label and is_known(label[1]) else None
    if label is None or section not in _ASKS_IN_LINE or named is Section.ASIDE:
        return sentence[0], named, is_item
    return label.end(), section, True


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
