"""What a heading that says nothing we know announces: by the points that stand below it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from services.documents.rules import durations
from services.documents.rules.job.announced import ASKING, Section
from services.documents.rules.job.blocks import Block
from services.documents.rules.job.gates import begins_with_gate
from services.documents.rules.job.reader import names_what_is_wanted
from services.documents.rules.job.sentences import SENTENCE
from services.documents.rules.lexicon import words
from services.documents.rules.phrases import read

_REQUIRED = (Section.REQUIREMENTS,)
_MAY_BEGIN = dict.fromkeys(ASKING, ()) | dict.fromkeys(
    (Section.OPEN, Section.ABOUT), (Section.REQUIREMENTS, Section.DUTIES)
)
"""What may begin below an unknown heading, by the section that it stands in."""

_DOING = re.compile(r"[A-Z]?[a-z]{2,}ing")
_FEWEST = 2


def announced_by(text: str, lines: Sequence[Block], at: int, within: Section) -> Section | None:
    """By most of the points from `lines[at]` on: what a person has, or what is to be done.

    None where they are neither, where no points stand there, or where what they tell begins
    nothing `within` the section of the heading.
    """
    said = [text[point.start : point.end].strip() for point in _points(lines, at)]
    told = Counter(map(_of_point, said)).most_common(1)
    section, times = told[0] if told else (None, 0)
    is_told = section in _MAY_BEGIN.get(within, _REQUIRED)
    return section if is_told and times >= _FEWEST and 2 * times > len(said) else None


def tells_of_work(text: str, lines: Sequence[Block], at: int) -> bool:
    """Whether the paragraph from `lines[at]` on tells in most of its sentences what is done."""
    block = lines[at] if at < len(lines) else None
    if block is None or block.heading is not None:
        return False
    ends = [found.end() for found in SENTENCE.finditer(text, block.start, block.end)]
    starts = [block.start, *ends]
    told = [
        _is_of_work(text[start:end].strip())
        for start, end in zip(starts, [*ends, block.end], strict=True)
    ]
    return sum(told) >= _FEWEST and 2 * sum(told) > len(told)


def asks_without_heading(text: str, lines: Sequence[Block], at: int) -> bool:
    """Whether the points from `lines[at]` on, below no heading, say what a person has: one plainly
    does, and none what is to be done.
    """
    points = [point for point in _points(lines, at) if point.is_item]
    told = {_of_point(text[point.start : point.end].strip()) for point in points}
    return len(points) >= _FEWEST and Section.REQUIREMENTS in told and Section.DUTIES not in told


def _points(lines: Sequence[Block], at: int) -> Iterator[Block]:
    for number in range(at, len(lines)):
        block = lines[number]
        if block.heading is not None or not (block.is_item or block.is_line):
            return
        yield block


def _of_point(said: str) -> Section | None:
    if _is_of_person(said):
        return Section.REQUIREMENTS
    return Section.DUTIES if _is_of_work(said) else None


def _is_of_work(said: str) -> bool:
    """Whether it begins with what is done: "Answer calls", "Leading a team"."""
    first, _, rest = said.removeprefix("To ").partition(" ")
    is_deed = first.lower() in {*words("verbs"), *words("shared_verbs"), *read("reader")["works"]}
    return bool(rest) and (is_deed or _DOING.fullmatch(first) is not None)


def _is_of_person(said: str) -> bool:
    """Whether it names a skill, a length of work or a paper: "Good knowledge of customs law"."""
    is_named = names_what_is_wanted(said) or durations.begins_with_years(said)
    return is_named or begins_with_gate(said)
