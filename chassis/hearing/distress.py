"""Whether a sentence says that somebody is unwell now, or what has befallen them or their own.

It is met with care, and it is evidence of nothing: neither for a level nor for a story.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from chassis.hearing.lexicon import Sign, even, sign_lists

_JOINT = re.compile(
    r"\W*[;:,.!?–—]\W*|\W+(?:and|but|so|because)\b"
    r"(?= (?:i|he|she|it|this|my|everything|nothing|all|the room)\b)",
    re.IGNORECASE,
)

_FELT = ("feeling", "plight", "woe", "struck")

KEPT = 512
"""Clauses: one is asked about more than once in a turn."""

_HASTY_I = re.compile(r"\b(i)(m|ve)\b", re.IGNORECASE)
_HASTY_NOT = re.compile(r"\b(ca|do|does|did|is|was|wo|have|has|should)nt\b", re.IGNORECASE)


_ECHO = re.compile(r"\b((?:my|our|me) (?:\w+ )?\w+),? (?:he|she|they)(?= )", re.IGNORECASE)
"""Somebody named and then spoken of: "my mother, she died"."""

_POLITE = re.compile(r"(?<=\w),? i(?:’m| am) afraid\b(?=\W*$)", re.IGNORECASE)
"""Behind what one says it is a regret: "we had no budget, I’m afraid"."""

_ASTRAY = re.compile(
    r"\bi(?:’m| am) (?:(?:a bit|a little|so|really|just|totally|completely) ){0,2}lost\b"
    r"(?=\W+(?:(?:so|sorry|but|and) )?(?:what|which|how|can|could|would|do|did)\b"
    r"[^.!]{0,80}\b(?:you|question)\b)",
    re.IGNORECASE,
)
"""Who goes on to ask what is meant has lost the thread: "I’m lost, what do you want to know?"."""


def is_distress(sentence: str) -> bool:
    """Whether it says so and nothing else: "I was anxious" and "I am anxious, so I ask" tell."""
    cut = _clauses(sentence)
    felt = [clause for clause in cut if _is_felt(clause)]
    return bool(felt) and all(clause in felt or _list("beside").match(clause) for clause in cut)


def ends_in_distress(sentence: str) -> bool:
    """Whether that is what a sentence comes to: "the room is spinning and I am panicking"."""
    cut = _clauses(sentence)
    is_case = bool(cut) and bool(_list("case").match(cut[0]))
    return is_distress(sentence) or (bool(cut) and not is_case and _is_felt(cut[-1]))


def holds_distress(sentence: str) -> bool:
    """Whether it is said anywhere in a sentence, beside what else is the matter: "my friend has
    died and I cannot talk". What happens when something is so is told, and so is what others said.
    """
    return any(map(_is_felt, _own_clauses(sentence)))


def tells_blow(sentence: str) -> bool:
    """Whether it says what has befallen oneself or somebody close lately."""
    return any(_list("struck").match(clause) for clause in _own_clauses(sentence))


def tells_what_came(text: str) -> bool:
    """Whether what became of it is told: "that is why I chose this work"."""
    return bool(_list("led_to").search(spelled(text)))


def spelled(sentence: str) -> str:
    """With the apostrophes that are left out in haste: "im", "cant", "dont"."""
    return _HASTY_NOT.sub(r"\1n’t", _HASTY_I.sub(r"\1’\2", even(sentence)))


@lru_cache(maxsize=KEPT)
def _is_felt(clause: str) -> bool:
    return any(_list(name).match(clause) for name in _FELT)


def _own_clauses(sentence: str) -> Iterator[str]:
    """Without those that somebody else said; none where the sentence tells of a case."""
    plain, at = _plain(sentence), 0
    cut = _clauses(sentence)
    if not cut or _list("case").match(cut[0]):
        return
    for clause in cut:
        at = plain.index(clause, at)
        if not _list("quoted").search(plain[:at]):
            yield clause
        at += len(clause)


def _clauses(sentence: str) -> list[str]:
    return [one for one in (part.strip() for part in _JOINT.split(_plain(sentence))) if one]


def _plain(sentence: str) -> str:
    return _ECHO.sub(r"\1", _POLITE.sub("", _ASTRAY.sub("", spelled(sentence))))


def _list(name: str) -> Sign:
    return sign_lists("distress.toml")[name]
