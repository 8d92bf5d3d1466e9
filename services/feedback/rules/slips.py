"""The words by which somebody mends a slip: "in 2018, no, 2019", "I said 12, make that nine"."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from chassis.hearing.lexicon import sign_lists
from chassis.hearing.text import Piece, all_words
from services.feedback.rules.figures import number_words

HERE = Path(__file__).parent

NO = r"^\W*(?:(?:well|no|oh|or|and|but|sorry|wait|actually|honestly|hm+)\b\W*){0,3}"
"""How a sentence begins that takes something back."""

FEW = 6
"""Words of a cue that says nothing itself: "That is wrong. It was 4." """

PLAIN = re.compile(
    r"^\W*(?:(?:well|no|oh|or|and|but)\b\W*)*"
    r"(?:(?:actually|really|in fact|in truth|to be (?:exact|precise|honest)|strictly(?: speaking)?)"
    r"\b\W*(?:it|that|this|there|they|we|he|she|i)\s+(?:was|were)\b"
    r"|(?:it|that|there|they|we)\s+(?:was|were)\b[^.?!]*?\b(?:actually|really|in fact|in truth)\b)",
    re.IGNORECASE,
)
"""Says how it was, against what was said before; it corrects only what it names."""

I_SAID = re.compile(
    r"(?<!\bas )\bi (?:just )?(?:said|told you|mentioned)\W+(?:\w+ ){0,5}?$", re.IGNORECASE
)
"""Stands before the number that somebody says to have said."""

_SUPPOSED = re.compile(
    r"\b(?:thought|think|expect\w*|plan(?:ned|s)?|estimat\w*|guess\w*|promis\w+|target|goal|aim\w*"
    r"|suppos\w+|should|would|could|might|hop(?:ed|ing)|fear\w*|looked|looks|seem\w*|said|told"
    r"|ask\w*|want\w*|order\w*|need\w*|wrong\w*|believ\w+|agreed|book\w*|offer\w*|wrote|listed"
    r"|counted|budget\w*|quot\w+|on paper|according)\b",
    re.IGNORECASE,
)

_THAT = r"(?:that|this|it|(?:that|the|this) (?:last )?(?:figure|number|year|date|percentage|one))"
_SCRAP = r"(?:scrap|scratch|strike|delete|forget|ignore|disregard|cancel|cross out)"
_BREAK = r"[\s,.…–—-]{1,4}"
_HESITATES = (
    r"(?:(?:hm+|er+m*|u[mh]+|oh|ah|well|okay|and|or|but|actually|sorry|hang on|hold on|wait|no"
    r"|nope)"
    rf"\b{_BREAK}){{0,3}}"
)
_STOP = r"(?:no|nope|wait|hang on|hold on|sorry)(?: (?:a (?:minute|moment|second|sec)|sorry|wait))?"
_THEN = r"(?:(?:it|that|there|they|we) (?:was|were) |it’s |i mean |about |only |just |rather ){0,2}"
_IN = r"(?:(?:in|to|by|from|of) )?(?:only |just |about )?[£$€]?"
_ENDS = r"(?:\s?(?:%|[^\W\d_]+)){0,2}\s?(?=\W*$|[.,;:!–—]|\s(?:and|but|because|so|in|on|for|at)\b)"
_NO_NEWS = r"(?!\S*\s(?:was|were|is|are|had|has|came|went|did)\b)"

_IT_WAS = rf"{NO}(?:it|that|there|they|we|i)\b[^.?!]{{0,30}}?\b(?:\d|NUMBER\b)"
_AMID = (
    r"\b(?:sorry|correction|i mean|i meant|i misspoke|i should say|let me correct"
    r"|i tell a lie|i stand corrected|i misremember(?:ed)?|slip of the tongue|what am i saying"
    r"|to correct myself|no, actually|actually, no|wait, no|rather"
    r"|make (?:that|it)(?= (?:about |only |just )?(?:\d|NUMBER\b)))\b"
    r"|\bmy (?:mistake|bad)\b(?=\s?[,.;:!–—])"
    rf"|(?:{NO}|[,;:–—-] ){_SCRAP} {_THAT}(?=\W|$)"
    rf"|(?:{NO}|[,;:–—-] ){_THAT}(?: is|’s) (?:wrong|incorrect|false|untrue"
    r"|not (?:true|right|correct))(?=\W*$|[,.;:!–—])"
    rf"|{NO}i (?:just )?(?:got|had|have|mixed|told|made) {_THAT} (?:wrong|up)(?=\W*$|[,.;:!–—])"
    rf"|^\W*{_HESITATES}{_STOP}\W*$"
    rf"|(?:^\W*|[,;:–—-] ){_HESITATES}{_STOP}(?={_BREAK}{_THEN}{_IN}(?:\d|NUMBER\b){_NO_NEWS}"
    rf"[\d.,]*{_ENDS})"
    r"|\b(?:if i(?:’m| am) (?:being |\w+ )?honest|to be (?:honest|exact|precise|fair)|in truth"
    r"|more like)(?=\W*$)"
)
_NEWS = rf"^\W*{_HESITATES}(?:more like )?{_THEN}{_IN}(?:\d|NUMBER\b)"
_I_SAID_BUT = re.compile(rf"{NO}i (?:just |only )?(?:said|told you|mentioned)\b", re.IGNORECASE)
_MORE_LIKE = re.compile(
    r"\bbut (?:(?:i think|really|actually|in truth|to be honest),? ){0,2}(?:it|there|that|they|we)"
    r" (?:was|were) (?:(?:really|actually|only|rather|probably) ){0,2}"
    r"(?:more like|closer to|nearer to|really|actually|only)\b",
    re.IGNORECASE,
)


def cue_in(text: str) -> re.Match[str] | None:
    """Corrects what stands before it, in its sentence too: "I led 12, sorry, 5 people"."""
    found = _compiled(_AMID).search(text)
    return found or (_MORE_LIKE.search(text) if _I_SAID_BUT.search(text) else None)


def is_right_before(text: str, end: int) -> bool:
    """Whether a cue that ends at `end` stands behind what is right: "er, 2012, sorry"."""
    is_last = not re.search(r"\w", text[end:])
    return is_last and len(all_words(text)) <= FEW + 1 and bool(_compiled(_NEWS).search(text))


def is_asserted(text: str) -> bool:
    """Whether it says how things were, and not how they were supposed to be: "it was 30" behind

    that corrects no slip.
    """
    return not _SUPPOSED.search(text)


def behind_taking_back(text: str) -> str | None:
    """What stands behind the words that take back a deed or a story, None where none do: "forget

    that, an agency built it" gives no order, and "it was the crew" is no aside.
    """
    lists = sign_lists(str(HERE / "disowned.toml"))
    hits = (lists[name].search(text) for name in ("made_up", "not_mine", "of_it"))
    return next((text[hit.end() :] for hit in hits if hit), None)


def correcting(cue: Piece, following: Sequence[Piece]) -> Piece:
    """The sentence that says what is right: the next one, where the cue is all of its own."""
    is_bare = len(all_words(cue.text)) <= FEW and not re.search(r"\d", cue.text)
    it_was = _compiled(_IT_WAS)
    return next((one for one in following if is_bare and it_was.search(one.text)), cue)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("NUMBER", f"(?:{'|'.join(number_words())})"), re.IGNORECASE)
