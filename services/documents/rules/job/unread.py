"""What of a job description fed nothing: told to its owner sentence by sentence, never lost."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contracts.analysis import JobAnalysis
from services.documents.rules import cues
from services.documents.rules.job import asides
from services.documents.rules.job.announced import ASKING, Section, announced
from services.documents.rules.job.blocks import blocks
from services.documents.rules.job.clauses import Clause
from services.documents.rules.job.gates import gates_of
from services.documents.rules.lines import LINE
from services.documents.rules.places import MAX_OTHERS, Places, Range, places_in
from services.documents.rules.skills.matching import SkillMatcher

_WORD = re.compile(r"\w")
_EDGE = " \t\r*_#|-–—•·:"
_MAX_LABEL = 60
_MAX_BESIDE_A_FACT = 4
"""Words beside a place, a pay or the like, which make no sentence of their own."""


@dataclass(frozen=True)
class Unread:
    """Which sentences, and which lines outside of any, nothing was read from."""

    text: str
    parts: Sequence[Clause]
    analysis: JobAnalysis
    matcher: SkillMatcher

    def told(self) -> tuple[list[Range], int]:
        """The places in their order, and how many more there are.

        What looks like a requirement is all told.
        """
        places = list(self._sentences())
        asking = [place for place, is_asking in places if is_asking]
        others = [*(place for place, is_asking in places if not is_asking), *self._lines()]
        return sorted([*asking, *others[:MAX_OTHERS]]), len(others[MAX_OTHERS:])

    def _sentences(self) -> Iterator[tuple[Range, bool]]:
        read = self.analysis
        asked = Places.of(places_in((read.title, read.requirements, read.duties)))
        facts = Places.of(places_in((read.company, read.scope, read.terms)))
        known = {_words(self.text[start:end]) for start, end in asked.places}
        for part in self.parts:
            said = self.text[part.start : part.end]
            place = part.start, part.end
            if asked.touches(*place) or _words(said) in known or not _WORD.search(said):
                continue
            rest = " ".join(self.text[slice(*free)] for free in facts.free_in(*place))
            is_fact = rest != said and len(rest.split()) <= _MAX_BESIDE_A_FACT
            is_asking = not asides.is_aside(said) and self._is_like_asking(part, rest)
            if not is_fact and (is_asking or rest == said):
                yield place, is_asking

    def _is_like_asking(self, part: Clause, said: str) -> bool:
        if part.section is Section.ASIDE:
            return False
        return (
            part.section in ASKING
            or cues.asks(said)
            or bool(gates_of(said))
            or bool(self.matcher.find(said))
        )

    def _lines(self) -> Iterator[Range]:
        """Lines that are in no sentence: headings that announce nothing we know."""
        taken = Places.of(
            [
                *((part.start, part.end) for part in self.parts),
                *places_in(self.analysis),
                *self._known_headings(),
            ]
        )
        for line in LINE.finditer(self.text):
            start = line.start() + len(line[0]) - len(line[0].lstrip(_EDGE))
            end = start + len(line[0].strip(_EDGE))
            is_label = line[0].rstrip().endswith(":") and len(line[0]) < _MAX_LABEL
            if _WORD.search(line[0]) and not is_label and not taken.touches(start, end):
                yield start, end

    def _known_headings(self) -> Iterator[Range]:
        for block in blocks(self.text):
            if block.heading and announced(self.text[slice(*block.heading)].strip("*_#: \n")):
                yield block.heading


def _words(said: str) -> str:
    return " ".join(said.lower().split())
