"""Whether a question puts a case: then what somebody would do answers it."""

from chassis.hearing.lexicon import even, sign_lists
from chassis.hearing.motives import is_motive
from contracts.interview import QuestionKind


def is_case(kind: QuestionKind | None, question: str) -> bool:
    """By its kind, or by its words where somebody wrote it themselves and asks for no wish."""
    is_own = kind is QuestionKind.OWN and puts_case(question) and not is_motive(kind, question)
    return kind is QuestionKind.SITUATIONAL or is_own


def puts_case(question: str) -> bool:
    """By the words of the question alone, whoever wrote it."""
    lists = sign_lists("cases.toml")
    return bool(lists["puts"].search(even(question)))
