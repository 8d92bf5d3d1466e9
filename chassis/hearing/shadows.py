"""Sentences put into other words for the search alone; what is found is told as it was said."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from chassis.hearing.found import Found
from chassis.hearing.text import Piece
from contracts.message import TurnId


@dataclass(frozen=True)
class Change:
    """Other `words` for what stands at `start` to `end` of a sentence."""

    start: int
    end: int
    words: str
    is_deed: bool = False


@dataclass(frozen=True)
class Shadow:
    """A sentence in other words, at a place of its own."""

    piece: Piece
    said: Piece
    changes: tuple[Change, ...]

    def said_of(self, words: Piece) -> Piece:
        """The words that were said, for words found in the shadow."""
        start, end = (
            self._place(at - self.piece.start, is_end=is_end)
            for at, is_end in ((words.start, False), (words.end, True))
        )
        return self.said.part(start, end)

    def _place(self, at: int, *, is_end: bool) -> int:
        grown = 0
        for one in self.changes:
            begin = one.start + grown
            if at <= begin:
                break
            if at < begin + len(one.words):
                return one.end if is_end else one.start
            grown += len(one.words) - (one.end - one.start)
        return at - grown


def shadows_of(sentences: Sequence[Piece], changes: Sequence[tuple[Change, ...]]) -> list[Shadow]:
    """One for each sentence, with its changes in order and none over another."""
    grown: Counter[TurnId] = Counter()
    made = []
    for sentence, each in zip(sentences, changes, strict=True):
        text, at = "", 0
        for one in each:
            text += sentence.text[at : one.start] + one.words
            at = one.end
        text += sentence.text[at:]
        start = sentence.start + grown[sentence.turn_id]
        grown[sentence.turn_id] += len(text) - len(sentence.text)
        piece = Piece(sentence.turn_id, start, start + len(text), text)
        made.append(Shadow(piece, sentence, each))
    return made


def said_again(found: Sequence[Found], shadows: Sequence[Shadow]) -> list[Found]:
    """`found` in shadows, by the words that were said."""
    of_turn: dict[TurnId, list[Shadow]] = defaultdict(list)
    for shadow in shadows:
        of_turn[shadow.piece.turn_id].append(shadow)
    placed = ((one, _shadow_of(one, of_turn[one.words.turn_id])) for one in found)
    return [replace(one, words=shadow.said_of(one.words)) for one, shadow in placed if shadow]


def _shadow_of(one: Found, shadows: Sequence[Shadow]) -> Shadow | None:
    """In which of `shadows`, all of one turn and in order, it was found."""
    place = bisect_right(shadows, one.words.start, key=lambda shadow: shadow.piece.start) - 1
    return shadows[place] if place >= 0 and one.is_in(shadows[place].piece) else None
