"""Whether everything that a report quotes stands where it says, in the transcript beside it."""

import re
from collections.abc import Iterator
from itertools import combinations

from contracts.claims import Claim
from contracts.evidence import DocumentKind, Span
from contracts.feedback import FeedbackReport, QuestionFeedback
from contracts.interview import Question, Speaker, Turn, TurnKind

_BLANK = re.compile(r"\s*(?:\[add: [^\]]*\]|…)\s*")
"""What stands in a stronger version for words to be added, or for words that were taken back."""


def quote_faults(report: FeedbackReport) -> Iterator[str]:
    """In plain words, one for each thing that is wrong."""
    yield from _transcript_faults(report)
    beside = report.alone.cells if report.alone else ()
    for cell in (*report.scorecard.cells, *beside):
        where = f"question {cell.question_id}, {cell.competency}"
        for one in cell.evidence:
            yield from _span_faults(report, one.span, cell.question_id, where)
    for question in report.questions:
        where = f"question {question.question_id}, what landed"
        for landed in question.what_landed:
            yield from _span_faults(report, landed.evidence.span, question.question_id, where)
        if question.one_fix and question.one_fix.about:
            about = question.one_fix.about
            yield from _span_faults(report, about, question.question_id, f"{where}, one fix")
        for claim in question.claims:
            yield from _claim_faults(report, claim, question.question_id)
        yield from _answer_faults(question, answers_to(report, question.question_id))
    yield from _question_faults(report)


def answers_to(report: FeedbackReport, question_id: str) -> list[Turn]:
    """What the candidate answered to one question, in order."""
    return [
        turn
        for turn in report.transcript.turns
        if turn.question_id == question_id
        and turn.speaker is Speaker.CANDIDATE
        and turn.kind is TurnKind.ANSWER
    ]


def _transcript_faults(report: FeedbackReport) -> Iterator[str]:
    said = report.transcript
    if said.interview_id != report.interview_id or said.plan.interview_id != report.interview_id:
        yield "transcript: it is of another interview than the report"
    if said.title != report.title or said.finished_at != report.finished_at:
        yield "transcript: its title or its end is not that of the report"
    if [turn.number for turn in said.turns] != list(range(len(said.turns))):
        yield "transcript: its turns are not numbered from 0 without gaps"
    for span in said.recited:
        turn = next((t for t in said.turns if t.turn_id == span.document_id), None)
        asked = turn.question_id if turn and turn.question_id else ""
        yield from _span_faults(report, span, asked, "transcript, said of the résumé")


def _span_faults(report: FeedbackReport, span: Span, asked: str, where: str) -> Iterator[str]:
    turn = next((t for t in report.transcript.turns if t.turn_id == span.document_id), None)
    if span.document is not DocumentKind.TRANSCRIPT or turn is None:
        yield f"{where}: a quote names a place that is not in this transcript"
    elif turn not in answers_to(report, asked):
        yield f"{where}: a quote is not from the candidate's answer to this question"
    elif not span.quote or turn.text[span.start : span.end] != span.quote:
        yield f"{where}: a quote does not stand at its place in turn {turn.number}"


def _claim_faults(report: FeedbackReport, claim: Claim, asked: str) -> Iterator[str]:
    """What was said is of this question; it may have been corrected at any later one."""
    where = f"question {asked}, claims"
    yield from _span_faults(report, claim.said, asked, where)
    if claim.text not in claim.said.quote:
        yield f"{where}: what is claimed does not stand in its quote"
    if claim.corrected is not None:
        at = claim.corrected.document_id
        turn = next((turn for turn in report.transcript.turns if turn.turn_id == at), None)
        corrected_at = turn.question_id if turn and turn.question_id else asked
        yield from _span_faults(report, claim.corrected, corrected_at, where)


def _answer_faults(question: QuestionFeedback, turns: list[Turn]) -> Iterator[str]:
    where = f"question {question.question_id}"
    kept = len(turns) - question.turns_left_out
    if kept < 0:
        yield f"{where}: more replies are left out than there are"
        return
    told = {"\n\n".join(turn.text for turn in some) or None for some in combinations(turns, kept)}
    if question.answer not in told:
        yield f"{where}: the answer shown is not what the transcript says"
    for part in _BLANK.split(question.stronger_version or ""):
        if not _is_said(part, turns):
            yield f"{where}: the stronger version has words that the candidate did not say"


def _is_said(part: str, turns: list[Turn]) -> bool:
    """Whether `part` is made of whole stretches of the turns, joined by spaces."""
    rest = part
    while rest:
        taken = max((_common(rest, turn.text) for turn in turns), default=0)
        if taken == 0:
            return False
        rest = rest[taken:].lstrip(" .\n")
    return True


def _common(rest: str, text: str) -> int:
    """How much of the beginning of `rest` stands in `text`: at least two words, or all."""
    ends = [*(found.start() for found in list(re.finditer(r"\s", rest))[1:]), len(rest)]
    return max((end for end in ends if rest[:end] in text), default=0)


def _question_faults(report: FeedbackReport) -> Iterator[str]:
    planned = report.transcript.plan.questions
    shown = report.questions
    if [one.question_id for one in shown] != [one.id for one in planned]:
        yield "questions: they are not those of the plan, in its order"
        return
    for one, question in zip(shown, planned, strict=True):
        if (one.question, one.because) != (question.text, question.because):
            yield f"question {question.id}: its words are not those of the plan"
        yield from _asked_faults(report, question)


def _asked_faults(report: FeedbackReport, question: Question) -> Iterator[str]:
    for turn in report.transcript.turns:
        is_it = turn.question_id == question.id and turn.kind is TurnKind.QUESTION
        if is_it and turn.text != question.text:
            yield f"question {question.id}: it was asked in other words than planned"
