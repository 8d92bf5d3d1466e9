"""From block to block through a job: which section each of them stands in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from services.documents.rules.job.announced import ASKING, Section, announced, is_label
from services.documents.rules.job.below import announced_by, asks_without_heading, tells_of_work
from services.documents.rules.job.blocks import LABEL, Block

_ONE_LINE = (Section.FACTS, Section.ASIDE)
"""What a label on the line itself announces ("Pay: from $27") ends with its block."""

LIST_IN_LINE = re.compile(r"[A-Z][^:;.\n]{2,60}:\s[^;.]+;\s")
"""Points in one sentence behind the words that hold for them all: "Ability to: read maps; dig"."""

_LEADS_IN = re.compile(r"\b(?:of|to|with|in|for|as|and)$", re.IGNORECASE)
"""Ends what goes on behind its colon, and is no label: "Knowledge of: tides"."""


@dataclass
class Walk:
    """Which section each block stands in, from the first to the last."""

    text: str
    lines: Sequence[Block]
    at: int = 0
    section: Section = Section.OPEN
    depth: int = 0
    outer: tuple[Section, int] | None = None
    """What holds again behind a paragraph that began with its own heading."""

    above: Block | None = None

    def section_of(self, block: Block) -> Section:
        """Of the next of the `lines`, of which `at` are behind."""
        self.at += 1
        is_plain = not (block.is_item or block.is_line or block.heading)
        is_apart = is_plain and self._is_apart(block)
        if self.outer is not None and (is_apart or block.heading or self._is_labelled(block)):
            (self.section, self.depth), self.outer = self.outer, None
        before = self.section, self.depth
        if block.heading is not None:
            is_labelled = is_label(self.text[slice(*block.heading)].strip("*_#: \n"))
            told = announced_by(self.text, self.lines, self.at, self.section)
            if is_labelled and told is None and tells_of_work(self.text, self.lines, self.at):
                told = Section.DUTIES
            self.section, self.depth = _entered(block, self.text, before, told)
            is_fact = is_labelled and self.section is not Section.DUTIES
            self.outer = before if block.start < block.end or is_fact else None
            self.above = None
        elif self._begins_list(block) and asks_without_heading(self.text, self.lines, self.at - 1):
            self.section = Section.REQUIREMENTS
        found = self._found(block, is_apart=is_apart)
        if self.section in _ONE_LINE and block.start < block.end:
            self.section, self.depth = before
        return found

    def _begins_list(self, block: Block) -> bool:
        """Whether it is the first point of a list, where no heading has announced anything yet."""
        is_first = self.above is None or not self.above.is_item
        return block.is_item and is_first and self.section is Section.OPEN

    def _is_labelled(self, block: Block) -> bool:
        """Whether a label of its own ends what the label of the line above announced."""
        label = None if block.is_item else LABEL.match(self.text, block.start, block.end)
        return label is not None and _LEADS_IN.search(label[1]) is None

    def _found(self, block: Block, *, is_apart: bool) -> Section:
        """A paragraph behind a list says for itself whether it asks."""
        if block.is_refused:
            return Section.ASIDE
        above = self.above
        is_apart = is_apart and LIST_IN_LINE.match(self.text, block.start, block.end) is None
        is_listed = above is not None and (above.is_item or above.is_line)
        if is_apart and is_listed and self.section in (*ASKING, Section.DUTIES):
            return Section.OPEN
        self.above = block
        return self.section

    def _is_apart(self, block: Block) -> bool:
        above = self.above
        return above is not None and self.text.count("\n", above.end, block.start) > 1


def _entered(
    block: Block, text: str, before: tuple[Section, int], told: Section | None
) -> tuple[Section, int]:
    """The section and depth after a heading, from those `before` it.

    One that we do not know announces what its points have `told`, or stays below its parent; a
    question is below none.
    """
    section, depth = before
    start, end = block.heading or (0, 0)
    heading = text[start:end].strip().strip("*_#: ")
    known = announced(heading, told)
    if known is not None:
        if (
            section in (Section.NICE, Section.BONUS)
            and known is Section.REQUIREMENTS
            and block.depth > depth
        ):
            return section, depth
        return known, block.depth
    if told is not None:
        return told, block.depth
    is_within = section in (*ASKING, Section.DUTIES) and not heading.endswith("?")
    if block.depth > depth or is_within:
        return section, depth
    return Section.OPEN, block.depth
