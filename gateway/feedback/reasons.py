"""Why there is no number, in words. A code without an entry is shown as words of its own."""

import re
from collections.abc import Iterable, Sequence

from contracts.evidence import Competency, Measured
from contracts.feedback import Cell, FeedbackReport, QuestionFeedback
from gateway.words import label

REPEATED = "repeated-answer"
WHY = {
    "skipped": "You skipped the question.",
    "not-answered": "You gave no answer.",
    "not-asked": "The interview ended before it was asked.",
    "answer-too-short": "The answer is too short to show anything.",
    "placeholder-text": "The answer is placeholder text.",
    "pasted-resume": "The answer is a pasted résumé.",
    "recited-resume": "The answer stands in your résumé, and adds nothing to it.",
    "pasted-text": "The answer is a text that was pasted, and tells nothing of yours.",
    "not-words": "The answer is not made of words.",
    "not-english": "The answer is not in English, which is all that the rules can read.",
    "copied-question": "The answer repeats the question.",
    "instruction-only": "The answer gives orders to the program and tells nothing.",
    "only-keywords": "The answer names kinds of evidence and gives none.",
    "off-topic": "The answer does not touch the question.",
    "not-what-was-asked": "It does not speak of what was asked",
    "deeds-of-others": "The answer tells what others did, and nothing that you did yourself.",
    "only-would": "The answer tells what you would do, and no occasion on which you did it.",
    "private-life": "The answer tells of private life, and the question asks about work.",
    "other-subject": "The answer tells nothing of {competency}.",
    REPEATED: "The same answer counts at another question: have one more occasion ready.",
}
_QUOTED = re.compile(r"“[^”]*”")


def counts_at(
    question: QuestionFeedback | None, questions: Sequence[QuestionFeedback]
) -> int | None:
    """The number, from 1, of the question where the same answer counts; None if it counts here."""
    ids = [one.question_id for one in questions]
    at = question.counts_at if question else None
    return ids.index(at) + 1 if at in ids else None


def is_recited(question_id: str, report: FeedbackReport) -> bool:
    """Whether of an answer that has a level sentences were left out that stand in the résumé."""
    recited = {span.document_id for span in report.transcript.recited}
    levelled = {cell.question_id for cell in report.scorecard.cells if cell.level.value is not None}
    return question_id in levelled and any(
        turn.question_id == question_id and turn.turn_id in recited
        for turn in report.transcript.turns
    )


def reason(
    cell: Cell, question: QuestionFeedback | None, counts_at: int | None = None
) -> str | None:
    """Why `cell` has no number; None where it has one. `counts_at` is where the same one counts."""
    said = unscored(cell.level, cell.competency, question.question if question else "")
    if said and cell.level.why == REPEATED and counts_at is not None:
        return said.replace("another question", f"question {counts_at}")
    return said


def unscored(level: Measured, competency: Competency, question: str) -> str | None:
    """Why there is no number for what was said to `question`; None where there is one."""
    why = level.why
    if why is None or level.value is not None:
        return None
    said = WHY.get(why, f"{label(why).capitalize()}.").format(competency=f"“{label(competency)}”")
    return f"{said}{_asked(question)}." if why == "not-what-was-asked" else said


UNANSWERED = {
    "skipped": "You skipped this one, so it stays unscored.",
    "not-asked": "The interview ended before this one was asked, so it stays unscored.",
}


def unanswered(cells: Sequence[Cell]) -> str:
    """What is said of a question without an answer."""
    codes = (cell.level.why for cell in cells)
    return next(
        (UNANSWERED[code] for code in codes if code in UNANSWERED),
        "You did not answer this one, so it stays unscored.",
    )


def reasons(cells: Iterable[Cell], questions: Sequence[QuestionFeedback]) -> tuple[str, ...]:
    """All that kept `cells` from a number, each once; where that differs, at which questions."""
    places: dict[str, list[int]] = {}
    by_id = {question.question_id: (at, question) for at, question in enumerate(questions, 1)}
    for cell in cells:
        at, question = by_id.get(cell.question_id, (0, None))
        if said := reason(cell, question, counts_at(question, questions)):
            places.setdefault(said, []).append(at)
    if len(places) < 2:
        return tuple(places)
    return tuple(f"{_numbered(at)}: {said[:1].lower()}{said[1:]}" for said, at in places.items())


def _numbered(at: Sequence[int]) -> str:
    return f"Question{'s' if len(at) > 1 else ''} {', '.join(map(str, at))}"


def _asked(question: str) -> str:
    """The words that the question quotes of a document, as they read today."""
    quoted = _QUOTED.search(question)
    return f": {quoted[0]}" if quoted else ""
