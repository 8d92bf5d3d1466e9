"""Whether the words around a number deny it: "not 12", "the 25 was wrong"."""

import re
from collections.abc import Sequence

from chassis.hearing.text import Piece
from services.feedback.rules.figures import Figure
from services.feedback.rules.retracted.slips import NO, SCRAP

_NOT_IT = re.compile(
    r"\b(?:not|instead of|rather than)\s+(?:a team of\s+|about\s+|all\s+|the\s+|to\s+|from\s+)?$"
    r"|\bdid i (?:\w+ )?say $"
    r"|\b(?:wrong|mistaken|said|told you) about (?:the |that |those |my )?$"
    rf"|{NO}(?:please )?(?:{SCRAP}|take out|leave out|drop) (?:the|that|those|my) $"
    r"|\b(?:do not|don’t|did not|didn’t|have not|haven’t|never|was not|wasn’t|were not|weren’t)\s+"
    r"(?:\w+\s+){0,6}$",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(r"\btake back (?:the |that |my )[£$€]?$", re.IGNORECASE)
_BARE = re.compile(r"\s?%?(?:\W*$|[,.;:!–—])")
"""Behind a number that stands by itself: parcels are taken back, too."""
_DENIES = re.compile(
    r"\b(?:but|actually|really|in fact|back|wrong|untrue|a lie|made (?:it|that|this) up|made up"
    r"|invented|correct(?:ion|ed)?|exaggerated|overstated|(?:it|that|there|they|we) (?:was|were)"
    r"|(?:is|was|are|were)(?: not|n’t) (?:true|right|so))\b",
    re.IGNORECASE,
)
_TOLD_BEFORE = re.compile(
    r"(?<!\bas )\bi (?:said|told you|mentioned|claimed)\b(?:(?!\bbut\b)[^.;!?])*$", re.IGNORECASE
)
_OWNS_UP = re.compile(
    r"\b(?:not|n’t) true\b|\buntrue\b|\bwrong about\b|\bwhat i (?:just )?said\b", re.IGNORECASE
)
_UNTRUE = re.compile(
    r"^[^.;:!?,]{0,40}?(?:\b|(?=’))(?:(?:is|are|was|were)(?: not|n’t) (?:true|right|correct)"
    r"|(?:is|are|was|were) (?:wrong|untrue|made up|invented)"
    r"|(?:is|are|’s) (?:\w+ )?(?:wrong|incorrect|not (?:\w+ )?(?:right|true|correct|accurate)"
    r"|(?:a bit of )?an? (?:exaggeration|overstatement|slip|mistake|lie)|what i said"
    r"|too (?:many|much|high|low)|generous|pushing it|optimistic|a guess))\b",
    re.IGNORECASE,
)


def is_mention(before: str) -> bool:
    """Whether what stands before a figure only names it again: "I told you that I led …"."""
    return bool(_TOLD_BEFORE.search(before))


def is_not(before: str) -> bool:
    """Whether what stands before a number says that it was not so many."""
    return bool(_NOT_IT.search(before))


def owns_up(text: str) -> bool:
    """Whether somebody says that what they said is not so."""
    return bool(_OWNS_UP.search(text))


def is_denied(sentence: Piece, number: Figure, following: Sequence[Piece]) -> bool:
    """Whether it or the words behind it say that a number named in it is not so."""
    if is_called_wrong(sentence, number):
        return True
    denies = any(_DENIES.search(one.text) for one in (sentence, *following))
    return denies and is_mention(sentence.text[: number.start])


def is_called_wrong(sentence: Piece, number: Figure) -> bool:
    """Whether the words right beside a number say so."""
    before, behind = sentence.text[: number.start], sentence.text[number.number_end :]
    is_taken = _TAKES_BACK.search(before) and _BARE.match(behind)
    return is_not(before) or bool(_UNTRUE.search(behind) or is_taken)
