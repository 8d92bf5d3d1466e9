"""Where one clause ends and what came of it begins, though only "and" stands between."""

import re

from chassis.hearing.lexicon import sign_lists
from chassis.hearing.text import Piece, clauses

_AND = re.compile(r"\sand\s")


def parts(sentence: Piece) -> list[Piece]:
    """The clauses of a sentence, with what somebody or something else did behind a deed of one’s
    own apart from it: "I rang round and by morning we knew".
    """
    return [part for clause in clauses(sentence) for part in _parted(clause)]


def _parted(clause: Piece) -> list[Piece]:
    lists = sign_lists("joints.toml")
    for joint in _AND.finditer(clause.text):
        is_deed = lists["deed"].search(clause.text[: joint.start()])
        if is_deed and lists["of_others"].match(clause.text, joint.end()):
            front = clause.part(0, joint.start())
            return [front, *_parted(clause.part(joint.end(), len(clause.text)))]
    return [clause]
