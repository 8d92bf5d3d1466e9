"""Whether a sentence speaks of the interview in place of what happened.

Of the question, of the answer and its length, of the one who tells it, of the story once it is
over: "I hope that it answers what you wanted to know". People say such things out of politeness or
to gain time. They have the form of reasons and lessons, and are evidence of none.
"""

from collections.abc import Sequence

from chassis.hearing.lexicon import sign_lists
from chassis.hearing.text import Piece, clauses, content


def is_remark(sentence: Piece) -> bool:
    """Whether it does so, and no clause of it goes on to tell of the past or to name a figure."""
    said = [clause.text for clause in clauses(sentence) if content(clause.text)]
    return _says_nothing_but("remarks.toml", said)


def is_end(sentence: Piece) -> bool:
    """Whether it says that there is no more to tell or that it is not told, and tells nothing."""
    return _says_nothing_but("endings.toml", [clause.text for clause in clauses(sentence)])


def _says_nothing_but(file: str, said: Sequence[str]) -> bool:
    """What the lists of `file` are signs of, in some of these clauses."""
    signs = sign_lists(file).values()
    rest = [text for text in said if not any(sign.search(text) for sign in signs)]
    return len(rest) < len(said) and not any(map(_tells, rest))


def _tells(clause: str) -> bool:
    is_past = sign_lists("outcomes.toml")["past"].search(clause)
    return bool(is_past) or any(letter.isdigit() for letter in clause)
