"""Whether a sentence speaks of the interview in place of what happened.

Of the question, of the answer and its length, of the one who tells it, of the story once it is
over: "I hope that it answers what you wanted to know". People say such things out of politeness or
to gain time. They have the form of reasons and lessons, and are evidence of none.
"""

from chassis.hearing.lexicon import sign_lists
from chassis.hearing.text import Piece, clauses, content


def is_remark(sentence: Piece) -> bool:
    """Whether it does so, and no clause of it goes on to tell of the past or to name a figure."""
    cut = [clause.text for clause in clauses(sentence) if content(clause.text)]
    rest = [text for text in cut if not _remarks(text)]
    return len(rest) < len(cut) and not any(map(_tells, rest))


def _remarks(clause: str) -> bool:
    return any(sign.search(clause) for sign in sign_lists("remarks.toml").values())


def _tells(clause: str) -> bool:
    is_past = sign_lists("outcomes.toml")["past"].search(clause)
    return bool(is_past) or any(letter.isdigit() for letter in clause)
