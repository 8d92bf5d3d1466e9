"""Whose a figure of an answer is: the teller’s own, somebody else’s, or that of all around them.

"My boss managed 30 people" says nothing of the teller. "I was part of a team of eight" and "the
firm turns over 12,000 euros" may stand in a résumé or not; nobody needs a line of them.
"""

from pathlib import Path

from chassis.hearing.lexicon import sign_lists
from chassis.hearing.text import Piece, clauses
from services.feedback.rules.figures import Figure

LISTS = str(Path(__file__).parent / "whose.toml")


def is_of_somebody(figure: Figure, sentence: Piece) -> bool:
    """Whether somebody else has or did so many."""
    before, behind = _around(figure, sentence)
    is_theirs = sign_lists(LISTS)["of_somebody"].search(before) or sign_lists(LISTS)[
        "under_somebody"
    ].search(behind)
    return bool(is_theirs)


def is_of_all(figure: Figure, sentence: Piece) -> bool:
    """Whether so big is the firm or the team that the teller was only in."""
    before, behind = _around(figure, sentence)
    if sign_lists(LISTS)["led"].search(before):
        return False
    is_sum = (
        sign_lists(LISTS)["of_sum_of_firm"].search(behind) and " i " not in f" {before.lower()}"
    )
    return bool(
        is_sum
        or sign_lists(LISTS)["of_firm"].search(before)
        or sign_lists(LISTS)["of_team"].search(before)
    )


def _around(figure: Figure, sentence: Piece) -> tuple[str, str]:
    """What stands before and behind a figure in its clause."""
    at = sentence.start + figure.start
    own = next((one for one in clauses(sentence) if one.start <= at < one.end), sentence)
    start = own.start - sentence.start
    return own.text[: figure.start - start], own.text[figure.end - start :]
