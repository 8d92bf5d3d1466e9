"""Where an answer counts that was given to several questions."""

import re

from contracts.feedback import FeedbackReport, QuestionFeedback

REPEATED = "repeated-answer"
ALIKE = 0.8
"""Of the different words: a word put in or left out makes no other answer."""

_WORD = re.compile(r"[^\W_]+")


def counts_at(report: FeedbackReport, question: QuestionFeedback) -> int | None:
    """The number, from 1, of the question at which the answer to `question` counts instead.

    None where it is no repeat, or where no other answer is as like.
    """
    why = {cell.question_id: cell.level.why for cell in report.scorecard.cells}
    if why.get(question.question_id) != REPEATED:
        return None
    found = [
        (_likeness(question, other), -number)
        for number, other in enumerate(report.questions, 1)
        if other.question_id != question.question_id and why.get(other.question_id) != REPEATED
    ]
    likeness, number = max(found, default=(0.0, 0))
    return -number if likeness >= ALIKE else None


def _likeness(one: QuestionFeedback, other: QuestionFeedback) -> float:
    mine, theirs = _words(one), _words(other)
    return len(mine & theirs) / max(len(mine | theirs), 1)


def _words(question: QuestionFeedback) -> set[str]:
    return set(_WORD.findall((question.answer or "").lower()))
