"""Whether an answer speaks of what its question names: a requirement, a duty, a line of a résumé.

Such a question quotes it between “ and ”. An answer speaks of it with one of its words, with
something of the same kind (kin.toml: Rust and C++ are both languages), with words that point back
at it ("I learnt it"), or by saying what comes nearest. A question that quotes nothing, or nothing
but general words, names no subject: then any answer will do.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from pydantic import TypeAdapter

from chassis.hearing.lexicon import even, read_toml
from chassis.hearing.text import Piece, clauses, content
from contracts.interview import Question, QuestionKind

HERE = Path(__file__).parent

_QUOTED = re.compile(r"“([^”]*)”")
_TOKEN = re.compile(r"[^\W_]+(?:\+\+|#)?")
_SHORT_NAME = re.compile(r"(?:(?<=[^.!?] )|(?<=[(/]))(Go|C|R)\b(?![+#’])")
"""Languages whose names are words or letters; at the head of a sentence, Go is the word."""

_ENDINGS = re.compile(
    r"(?<=\w{3})(?:ations?|ating|ated|ates?|ings?|ments?|ers?|ors?|ions?|ied|ies|ed|es|s|ly|e|y)$"
)
_DOUBLED = re.compile(r"([^\Waeiou\d_])\1$")
_POINTS_BACK = re.compile(
    r"\b(?:nearest|closest|comes? close|came close|something (?:like|similar|close|comparable)"
    r"|similar to (?:it|that|this)|(?:of|the) (?:that|same|this) kind|comparable|in its place)\b"
    r"|\b(?:i|we)(?:’ve| have| had)? (?:\w+ ){0,2}?(?:used?|learn(?:ed|t)?|kn[eo]w|did|done|tried"
    r"|studied|taught myself|picked up|worked (?:with|in|on|at)|came to|got into|needed)"
    r" (?:it|that|this|these|those)\b",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(
    r"^(?:(?:well|so|yes|ok|okay)[, ]+)*(?:it|this|that|the (?:work|project|thing|job|task|idea))\b"
    r"|\b(?:did|do|made|reached|achieved|began|started) (?:it|that|this)\b",
    re.IGNORECASE,
)
"""How a reply to "Your résumé says ..." begins where it does not say the line again."""

_DENIES = re.compile(
    r"\b(?:i|we)(?:’ve| have| had)? (?:\w+ ){0,2}?(?:never|not|haven’t|hadn’t|didn’t|don’t)"
    r" (?:used?|done?|did|had|have|know|known|met|needed|seen|touched|tried|learn(?:ed|t)?"
    r"|work(?:ed)?|come|speak|spoken)\b"
    r"|\bi(?:’ve| have)? (?:never|haven’t|hadn’t|didn’t|don’t) \w+|\b(?:i|we) (?:have |had )?no\b",
    re.IGNORECASE,
)
"""Says that there is none of it: what follows must then be of its kind, or be said to be near."""

_OPENING = 2
"""Sentences in which words may point back at the question: later they point at the story."""


@dataclass(frozen=True)
class _Kin:
    """`general` words name no subject; words of one family stand for one another."""

    general: frozenset[str]
    families: tuple[tuple[str, ...], ...]


def names_subject(question: Question) -> bool:
    """Whether the question quotes something that an answer can speak of or pass over."""
    quoted = _quoted(question)
    return bool(subject_of(quoted) or _families(quoted))


def speaks_of_asked(question: Question, told: Sequence[Piece]) -> bool:
    """Whether these sentences speak of what the question names, where it names something."""
    if not names_subject(question) or _points_back(question, told):
        return True
    quoted, said = _quoted(question), _undenied(told)
    return bool(
        subject_of(quoted) & subject_of(said)
        or _families(quoted) & _families(said)
        or (question.kind is QuestionKind.RESUME_PROBE and _figures(quoted) & _figures(said))
    )


def _points_back(question: Question, told: Sequence[Piece]) -> bool:
    opening = _undenied(told[:_OPENING])
    takes_up = question.kind is QuestionKind.RESUME_PROBE and bool(_TAKES_UP.search(opening))
    return takes_up or bool(_POINTS_BACK.search(opening))


def _undenied(told: Sequence[Piece]) -> str:
    """What is told without the clauses that deny: "I have not used Rust" speaks of no use of it."""
    cut = [clause.text for sentence in told for clause in clauses(sentence)]
    return " ".join(text for text in cut if not _DENIES.search(text))


def _quoted(question: Question) -> str:
    return " ".join(_QUOTED.findall(question.text))


def subject_of(text: str) -> frozenset[str]:
    """The roots of the words that name something."""
    found = {_root(word) for word in content(text) if not any(c.isdigit() for c in word)}
    return frozenset(root for root in found if len(root) > 1) - _kin().general


def _families(text: str) -> frozenset[int]:
    """The families of which a name stands in `text`, of one word or of two."""
    marked = _SHORT_NAME.sub(r"\1lang", even(text))
    roots = [_root(word) for word in _TOKEN.findall(marked.lower())]
    spoken = {*roots, *(f"{one} {other}" for one, other in pairwise(roots))}
    return frozenset(
        number for number, family in enumerate(_kin().families) if not spoken.isdisjoint(family)
    )


def _figures(text: str) -> set[str]:
    return set(re.findall(r"\d{2,}", text))


def _root(word: str) -> str:
    return _DOUBLED.sub(r"\1", _ENDINGS.sub("", word))


@cache
def _kin() -> _Kin:
    read = read_toml(HERE / "kin.toml")
    general = TypeAdapter(str).validate_python(read["general"])
    families = TypeAdapter(list[str]).validate_python(read["families"])
    return _Kin(
        general=frozenset(_root(word) for word in general.split()),
        families=tuple(tuple(_phrase(name) for name in line.split(",")) for line in families),
    )


def _phrase(name: str) -> str:
    return " ".join(_root(word) for word in _TOKEN.findall(name.lower()))
