"""Where in a transcript the words stand that a report quotes, so that a click leads to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from contracts.evidence import Span
from contracts.feedback import FeedbackReport
from contracts.interview import Speaker, Turn

Stretch = tuple[int, int]


@dataclass(frozen=True)
class Part:
    """Some words of a turn; with an `anchor` where they are quoted."""

    text: str
    anchor: str | None = None


@dataclass(frozen=True)
class SaidTurn:
    turn: Turn
    stretches: tuple[Stretch, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """Its whole text, in order."""
        return tuple(part for part in self._cut() if part.text)

    def anchor_of(self, start: int) -> str | None:
        """Of the stretch that `start` is in."""
        inside = (each for each in self.stretches if each[0] <= start < each[1])
        return next((self._anchor(each) for each in inside), None)

    def _cut(self) -> Iterator[Part]:
        at, text = 0, self.turn.text
        for stretch in self.stretches:
            yield Part(text[at : stretch[0]])
            yield Part(text[slice(*stretch)], self._anchor(stretch))
            at = stretch[1]
        yield Part(text[at:])

    def _anchor(self, stretch: Stretch) -> str:
        return f"said-{self.turn.number}-{stretch[0]}"


@dataclass(frozen=True)
class Places:
    """A transcript with every quote marked in it."""

    turns: tuple[SaidTurn, ...]

    def href(self, span: Span) -> str | None:
        """A link to where `span` stands; None where it stands nowhere."""
        for said in self.turns:
            start = _start(said.turn, span)
            if start is not None and (anchor := said.anchor_of(start)):
                return f"#{anchor}"
        return None


def places_in(report: FeedbackReport, more: Sequence[Span] = ()) -> Places:
    """With all that the report quotes of the candidate, and `more`."""
    spans = [*_quoted(report), *more]
    return Places(tuple(_marked(turn, spans) for turn in report.transcript.turns))


def _quoted(report: FeedbackReport) -> Iterator[Span]:
    of_cells = (cell.evidence for cell in report.scorecard.cells)
    for one in chain.from_iterable(of_cells):
        yield one.span
    for question in report.questions:
        for landed in question.what_landed:
            yield landed.evidence.span


def _marked(turn: Turn, spans: Sequence[Span]) -> SaidTurn:
    found = ((_start(turn, span), len(span.quote)) for span in spans)
    stretches = sorted((start, start + size) for start, size in found if start is not None)
    return SaidTurn(turn, tuple(_merged(stretches)))


def _merged(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Those that overlap as one."""
    merged: list[Stretch] = []
    for start, end in stretches:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _start(turn: Turn, span: Span) -> int | None:
    is_there = turn.speaker is Speaker.CANDIDATE and turn.turn_id == span.document_id
    return span.start if is_there and turn.text[span.start : span.end] == span.quote else None
