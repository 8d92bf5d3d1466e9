"""What is no answer and asks for nothing: a nod, a friendly word, the weather, keys pressed.

It is heard so only where nothing else is said: half of it chat and half an answer is an answer.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from chassis.hearing.lexicon import Sign, even, sign_lists
from chassis.hearing.mashed import is_surely_mashed
from services.interview.rules.room.intents import tells_of_work
from services.interview.rules.room.tongues import is_foreign

_FILE = str(Path(__file__).with_name("chatter.toml"))
_SENTENCE = re.compile(r"[^.!?\n…]+[.!?…]*")
_WORD = re.compile(r"[^\W_]+")
_OPENER = re.compile(r"\b(?:so|well|then|right|now|anyway|and)\W*$", re.IGNORECASE)
_ASKS_YOU = re.compile(
    r"\byou(?:r|rs|rself)?\b[^?]*\?\W*$|^\W*(?:do|are|have|would|can) you(?: [\w’-]+){1,8}\W*$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^\W*(?:(?:and|so|but|or) )?(?:who|whom|whose|what|which|when|where|why|how|is|are|do|does)"
    r"\b[^?]*\?\W*$|^\W*[\w’-]+ or [\w’-]+\?\W*$",
    re.IGNORECASE,
)
_COUNTED = ("01234567890", "9876543210")
_DOTS = re.compile(r"[\s.…]+")

LONGEST = 40
"""Words; who says more tells something, unless it is pasted."""

LONGEST_SENTENCE = 16
MOST_CHARACTERS = 400

FEWEST_IN_BABBLE = 2
"""Times that one word is said over, and nothing else: "blah blah blah"."""

FEWEST_COUNTED = 4
"""Figures in a row: "12345"."""

FEWEST_STEPS = 2
"""Of a recipe; one alone is a word that every trade has."""


class Chatter(StrEnum):
    """In the order in which they decide; each is met with the phrase of its name."""

    ABUSE = "abuse"
    FOREIGN = "foreign"
    SILENT = "silent"
    UNREAD = "unread"
    PRESENT = "present"
    ANNOYED = "annoyed"
    ELSEWHERE = "elsewhere"
    ASKING = "asking"
    PASTIME = "pastime"
    NEED = "need"
    CHAT = "chat"
    HARD = "hard"
    NO = "no"
    BARE = "bare"
    NOD = "nod"


_OF_SENTENCE = {
    "abuse": Chatter.ABUSE,
    "present": Chatter.PRESENT,
    "annoyed": Chatter.ANNOYED,
    "errand": Chatter.ELSEWHERE,
    "weather": Chatter.CHAT,
    "need": Chatter.NEED,
    "news": Chatter.CHAT,
    "opinion": Chatter.ELSEWHERE,
    "joke": Chatter.PASTIME,
    "sport": Chatter.PASTIME,
    "kind": Chatter.CHAT,
}
_OF_PART = {
    "hard": Chatter.HARD,
    "praise": Chatter.CHAT,
    "greeting": Chatter.PRESENT,
    "nod": Chatter.NOD,
    "no": Chatter.NO,
    "bare": Chatter.BARE,
    "dear": Chatter.NOD,
}


def chatter_in(text: str) -> Chatter | None:
    """What the whole of it is; None where anything of it may be an answer."""
    said = even(text)
    if not _WORD.search(said):
        return Chatter.SILENT if _DOTS.fullmatch(said) else Chatter.UNREAD
    if is_foreign(said):
        return Chatter.FOREIGN
    if _is_pasted(said):
        return Chatter.ELSEWHERE
    spoken = _spoken(said) if _is_short(said, LONGEST) else None
    return Chatter.UNREAD if spoken is None and _is_pressed(said) else spoken


def _is_pressed(said: str) -> bool:
    """Whether no word of it can be read. Capitals are names of things: "SQL", "HTML"."""
    said_over = _WORD.findall(said.lower())
    is_babble = len(said_over) > FEWEST_IN_BABBLE and len(set(said_over)) == 1
    figures = said.strip(" .,!?")
    is_counted = len(figures) >= FEWEST_COUNTED and any(figures in row for row in _COUNTED)
    return is_babble or is_counted or (is_surely_mashed(said) and not said.isupper())


def _is_pasted(said: str) -> bool:
    """Whether it is an advertisement or a recipe, and nobody in it speaks of himself."""
    lists = sign_lists(_FILE)
    if lists["oneself"].search(said):
        return False
    is_told = lists["anybody"].search(said) or not lists["food"].search(said)
    steps = [] if is_told else lists["recipe"].findall(said)
    return bool(lists["advert"].search(said)) or len(steps) >= FEWEST_STEPS


def is_of_kitchen(question: str) -> bool:
    """Whether a recipe may be an answer to it."""
    return bool(sign_lists(_FILE)["kitchen"].search(question))


def _spoken(said: str) -> Chatter | None:
    sentences = [one.strip() for one in _SENTENCE.findall(said) if _WORD.search(one)]
    found = [_of(sentence) for sentence in sentences]
    if _passes_time(said, found):
        return Chatter.PASTIME
    if None in found or tells_of_work(said):
        return None
    return min((one for one in found if one), key=list(Chatter).index)


def _passes_time(said: str, found: Sequence[Chatter | None]) -> bool:
    """Whether a joke or a match is talked of, and nobody speaks of himself beside it."""
    return Chatter.PASTIME in found and not sign_lists(_FILE)["anybody"].search(said)


def _of(sentence: str) -> Chatter | None:
    if not _is_short(sentence, LONGEST_SENTENCE):
        return None
    lists = sign_lists(_FILE)
    kinds = (kind for name, kind in _OF_SENTENCE.items() if lists[name].search(sentence))
    if whole := next(kinds, None):
        return whole
    parts = _parts(sentence, lists)
    if parts is not None:
        return parts
    if lists["anybody"].search(sentence):
        return None
    if _ASKS_YOU.search(sentence):
        return Chatter.ELSEWHERE
    return Chatter.ASKING if _ASKS.search(sentence) else None


def _parts(sentence: str, lists: dict[str, Sign]) -> Chatter | None:
    """What it is made of where it is made of nothing else. "Yes, so …" is about to begin."""
    left, found = sentence, set[Chatter]()
    for name, kind in _OF_PART.items():
        left, times = lists[name].subn(" ", left)
        found |= {kind} if times else set()
    if _WORD.search(left):
        return None
    if _OPENER.search(sentence):
        found -= {Chatter.BARE, Chatter.NO}
    return min(found or {Chatter.NOD}, key=list(Chatter).index)


def _is_short(said: str, words: int) -> bool:
    return len(said) <= MOST_CHARACTERS and len(_WORD.findall(said)) <= words
