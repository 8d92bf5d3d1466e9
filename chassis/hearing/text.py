"""Sentences and clauses of an answer, each with its place in the turn that it was said in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chassis.hearing.lexicon import even, words
from chassis.hearing.persons import NAMED, is_name, without_names
from chassis.hearing.speech import without_speakers
from contracts.interview import Turn
from contracts.message import TurnId

_END = re.compile(
    r"(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\bMr)(?<!\bDr)(?<!\bMs)(?<!\bMrs)(?<!\bSt)"
    r"[.!?]+[”\"]?(?=\s|$)|\n+"
)
_JOINT = re.compile(
    r"[;:,]\s|\s[–—-]\s"
    r"|\s(?=(?:but|so|and (?:i|we|it|they|the|this|that)|which|because|although)\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_TIE = re.compile(r"(?:and|but)\s+(?!that\b)", re.IGNORECASE)
_FEWEST_WORDS = 5
LONGEST_SENTENCE = 600
"""Characters: twice what the longest sentences of spoken English have."""


@dataclass(frozen=True)
class Piece:
    """A stretch of one turn: `text` is that turn's text from `start` to `end`, made even."""

    turn_id: TurnId
    start: int
    end: int
    text: str

    def part(self, start: int, end: int) -> "Piece":
        """A stretch of this one, without space around it; offsets are within this one."""
        inner = self.text[start:end]
        start += len(inner) - len(inner.lstrip())
        inner = inner.strip()
        at = self.start + start
        return Piece(self.turn_id, at, at + len(inner), inner)


def sentences(turn: Turn) -> list[Piece]:
    return sentences_of(turn.turn_id, turn.text)


def sentences_of(turn_id: TurnId, text: str) -> list[Piece]:
    """The sentences of a turn, in order. A line break ends one as a full stop does.

    Speech without full stops is cut between words, so that no piece is longer than
    `LONGEST_SENTENCE`: the work grows with the length of an answer, not with its square.
    """
    whole = Piece(turn_id, 0, len(text), without_speakers(without_names(even(text))))
    cut = (piece for piece in _cut(whole, _END, keep=True) if _WORD.search(piece.text))
    return [short for sentence in cut for short in _shortened(sentence)]


def clauses(sentence: Piece) -> list[Piece]:
    """The clauses of a sentence, without the word that ties one to the last."""
    cut = (piece.part(_tie(piece), len(piece.text)) for piece in _cut(sentence, _JOINT))
    return [clause for clause in cut if clause.text]


def _tie(clause: Piece) -> int:
    tie = _TIE.match(clause.text)
    return tie.end() if tie else 0


def content(text: str) -> list[str]:
    """The words that carry something: neither function words nor fillers, in lower case."""
    lists = words()
    spoken = (word.lower() for word in _WORD.findall(even(text)))
    own = (word for word in spoken if word not in lists.function and word not in lists.filler)
    return [NAMED if is_name(word) else word for word in own]


def all_words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(even(text))]


def readable(place: int, cut: Sequence[Piece], sentence: Piece) -> Piece:
    """The clause at `place` of a sentence's clauses, with as much of what follows as makes a
    quote that can be understood.
    """
    end, words_in = cut[place].end, 0
    for clause in cut[place:]:
        words_in += len(all_words(clause.text))
        end = clause.end
        if words_in >= _FEWEST_WORDS:
            break
    return sentence.part(cut[place].start - sentence.start, end - sentence.start)


def _shortened(sentence: Piece) -> Iterator[Piece]:
    rest = sentence
    while len(rest.text) > LONGEST_SENTENCE:
        space = rest.text.rfind(" ", 1, LONGEST_SENTENCE)
        at = space if space > 0 else LONGEST_SENTENCE
        yield rest.part(0, at)
        rest = rest.part(at, len(rest.text))
    yield rest


def _cut(whole: Piece, joint: re.Pattern[str], *, keep: bool = False) -> Iterator[Piece]:
    """`whole` in parts; what joins them is left out, or kept at the end of the first."""
    start = 0
    for found in joint.finditer(whole.text):
        yield whole.part(start, found.end() if keep else found.start())
        start = found.end()
    yield whole.part(start, len(whole.text))
