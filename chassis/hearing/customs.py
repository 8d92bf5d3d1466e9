"""Whether a question asks for what somebody does again and again, and not for one occasion.

Then "I check the pumps at six and at ten" answers it with a deed; elsewhere that is none.
"""

from chassis.hearing.lexicon import sign_lists


def asks_for_custom(question: str) -> bool:
    """By the words of the question alone, whoever wrote it."""
    lists = sign_lists("customs.toml")
    return bool(lists["asked"].search(question)) and not lists["of_occasion"].search(question)
