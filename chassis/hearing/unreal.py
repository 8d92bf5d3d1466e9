"""Whether a clause tells what would be, and not what was."""

from chassis.hearing.lexicon import signs
from chassis.hearing.text import Piece

_NEW_SUBJECT = (
    "so ",
    "i ",
    "we ",
    "they ",
    "he ",
    "she ",
    "it ",
    "this ",
    "that ",
    "the ",
    "in the end",
)


def is_unreal(clause: Piece, *, carried: bool) -> bool:
    """Whether a clause tells what would be. "I would call them, explain it" is unreal to its end;
    a new subject begins anew.
    """
    if signs().modal["unreal"].search(clause.text):
        return True
    return carried and not clause.text.lower().startswith(_NEW_SUBJECT)
