"""How hard the next question is asked, from what the last one brought to light.

One step up where nearly all that was looked for was heard in an answer that is long enough to
have told it, one down where hardly any of it was;
never more than one step from the level that was planned. A question that was skipped or ran out
of time says nothing. A level that the person has chosen stays.
"""

from contracts.evidence import Level
from contracts.interview import Question, Turn, TurnKind
from services.interview.domain import Session
from services.interview.rules.room.heard import heard_in

FEWEST_WORDS = 40
"""Of all that was answered to a question. Who says less has touched on things, not told them."""

STRONG, THIN = 0.8, 0.2
"""Shares of the types of evidence looked for: from here on up, and up to here down."""


def level_of(session: Session, question: Question, *more: str) -> Level:
    """The level at which `question` is asked now; `more` was just answered to the one before."""
    if not question.texts:
        return question.level
    chosen = session.setting.difficulty.level
    if chosen is not None:
        return _within(chosen, 1, len(question.texts))
    asked = [turn for turn in session.turns if turn.kind is TurnKind.QUESTION]
    if not asked:
        return question.level
    before = asked[-1].level or question.level
    wanted = before + _step(session, asked[-1], more)
    return _within(wanted, max(1, question.level - 1), min(len(question.texts), question.level + 1))


def worded(question: Question, level: Level) -> str:
    """`question` as it is asked at `level`."""
    return question.texts[level - 1] if question.texts else question.text


def _step(session: Session, asked: Turn, more: tuple[str, ...]) -> int:
    """Up, down or neither, after the question `asked`."""
    question = next(q for q in session.plan.questions if q.id == asked.question_id)
    answers = [
        turn.text
        for turn in session.turns
        if turn.kind is TurnKind.ANSWER and turn.question_id == question.id
    ]
    answers += more
    if not answers or not question.expects:
        return 0
    heard = heard_in(*answers, question=question) & set(question.expects)
    share = len(heard) / len(question.expects)
    is_told = sum(len(answer.split()) for answer in answers) >= FEWEST_WORDS
    return (share >= STRONG and is_told) - (share <= THIN)


def _within(level: int, lowest: int, highest: int) -> Level:
    levels: tuple[Level, ...] = (1, 2, 3, 4, 5)
    return levels[min(max(level, lowest), highest) - 1]
