"""Whether a question puts a case: then what somebody would do answers it."""

from chassis.hearing.lexicon import even, sign_lists


def puts_case(question: str) -> bool:
    """By the words of the question alone, whoever wrote it."""
    lists = sign_lists("cases.toml")
    return bool(lists["puts"].search(even(question)))
