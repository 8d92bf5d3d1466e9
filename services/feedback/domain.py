"""Decisions about feedback: which quotes stand, what numbers follow, what quotes a document. Pure.

An engine says which words show what; here it is checked and counted.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from contracts.evidence import Evidence, Span, Status
from contracts.feedback import Cell, CompetencyScore, FeedbackReport, Overall, Rubric
from contracts.interview import Speaker, Transcript, TurnKind
from contracts.message import TurnId

FEWEST_SCORED = 3
"""With fewer scored answers there is no overall level."""

DELETED = "[deleted]"


class Coach(Protocol):
    """Reads a finished transcript and says what it shows."""

    def report(self, transcript: Transcript) -> FeedbackReport: ...

    def rubric(self) -> Rubric: ...


def verified(evidence: Sequence[Evidence], transcript: Transcript) -> tuple[Evidence, ...]:
    """The evidence whose words stand where it says, in a turn that the candidate spoke."""
    spoken = {
        turn.turn_id: turn.text
        for turn in transcript.turns
        if turn.speaker is Speaker.CANDIDATE and turn.kind is TurnKind.ANSWER
    }
    return tuple(
        one
        for one in evidence
        if one.span.quote
        and spoken.get(TurnId(one.span.document_id), "")[one.span.start : one.span.end]
        == one.span.quote
    )


def competency_scores(cells: Sequence[Cell]) -> tuple[CompetencyScore, ...]:
    """One score for each competency that was asked about, in the order of the questions."""
    asked = dict.fromkeys(cell.competency for cell in cells)
    return tuple(_score([cell for cell in cells if cell.competency is one]) for one in asked)


def overall(cells: Sequence[Cell], scores: Sequence[CompetencyScore], asked: int) -> Overall:
    """The mean over scored competencies, unless too few answers could be scored."""
    scored = len({cell.question_id for cell in cells if cell.level.status is Status.SCORED})
    values = [score.value for score in scores if score.value is not None]
    is_enough = scored >= FEWEST_SCORED
    return Overall(
        status=Status.SCORED if is_enough else Status.INSUFFICIENT,
        value=mean(values) if is_enough else None,
        answers_scored=scored,
        answers_asked=asked,
    )


def mean(values: Sequence[float]) -> float:
    """With one decimal, halves up: computed in decimals, so that anybody gets the same."""
    exact = sum((Decimal(str(value)) for value in values), Decimal(0)) / len(values)
    return float(exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))


def _score(cells: Sequence[Cell]) -> CompetencyScore:
    levels = [cell.level.value for cell in cells if cell.level.value is not None]
    statuses = {cell.level.status for cell in cells}
    if levels:
        status = Status.SCORED
    elif Status.INSUFFICIENT in statuses:
        status = Status.INSUFFICIENT
    else:
        status = Status.NOT_ELICITED
    return CompetencyScore(
        competency=cells[0].competency,
        status=status,
        value=mean(levels) if levels else None,
        cells=len(levels),
    )


def hollow(text: str, quotes: Sequence[Span]) -> str:
    """`text` with every quote of `quotes` taken out and a numbered mark left in its place."""
    for number, span in sorted(enumerate(quotes), key=lambda pair: -len(pair[1].quote)):
        if text == span.quote:
            return _mark(number)
        text = text.replace(f"“{span.quote}”", f"“{_mark(number)}”")
    return text


def filled(text: str, quotes: Mapping[int, Span]) -> str:
    """The reverse of `hollow`. A quote that does not stand any more reads [deleted]."""

    def words(mark: re.Match[str]) -> str:
        span = quotes.get(int(mark[1]))
        return span.quote if span else DELETED

    return _MARK.sub(words, text)


def hollow_transcript(transcript: Transcript) -> Transcript:
    """What is left of a transcript when both documents are erased: the candidate's own words
    stay as they were said, even where they repeat a quote.
    """
    quotes = transcript.plan.quotes
    return _reworded(transcript, lambda text: hollow(text, quotes), quotes=())


def filled_transcript(transcript: Transcript, quotes: Mapping[int, Span]) -> Transcript:
    """A hollow transcript as it reads today, with the quotes that still stand."""
    standing = tuple(quotes[number] for number in sorted(quotes))
    return _reworded(transcript, lambda text: filled(text, quotes), quotes=standing)


def hollow_report(report: FeedbackReport) -> FeedbackReport:
    quotes = report.transcript.plan.quotes
    bare = hollow_transcript(report.transcript)
    return _reported(report, bare, lambda text: hollow(text, quotes))


def filled_report(report: FeedbackReport, quotes: Mapping[int, Span]) -> FeedbackReport:
    whole = filled_transcript(report.transcript, quotes)
    return _reported(report, whole, lambda text: filled(text, quotes))


_MARK = re.compile("\ue000(\\d+)\ue001")  # private use: nothing that we write contains it


def _mark(number: int) -> str:
    return f"\ue000{number}\ue001"


def _reported(
    report: FeedbackReport, transcript: Transcript, word: Callable[[str], str]
) -> FeedbackReport:
    questions = tuple(
        one.model_copy(update={"question": word(one.question), "because": word(one.because)})
        for one in report.questions
    )
    words = {"title": transcript.title, "questions": questions, "transcript": transcript}
    return report.model_copy(update=words)


def _reworded(
    transcript: Transcript, word: Callable[[str], str], *, quotes: tuple[Span, ...]
) -> Transcript:
    questions = tuple(
        one.model_copy(update={"text": word(one.text), "because": word(one.because)})
        for one in transcript.plan.questions
    )
    turns = tuple(
        turn
        if turn.speaker is Speaker.CANDIDATE
        else turn.model_copy(update={"text": word(turn.text)})
        for turn in transcript.turns
    )
    plan = transcript.plan.model_copy(update={"questions": questions, "quotes": quotes})
    words = {"title": word(transcript.title), "plan": plan, "turns": turns}
    return transcript.model_copy(update=words)
