"""Words that show a type of evidence."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from chassis.hearing.lexicon import sign_lists
from chassis.hearing.text import Piece
from chassis.hearing.turns import is_for_worse
from contracts.evidence import EvidenceType

_ONCE = {EvidenceType.RESULT, EvidenceType.TRADE_OFF, EvidenceType.REASONING}
_COME_OF_IT = {EvidenceType.RESULT, EvidenceType.MEASURE}


@dataclass(frozen=True)
class Found:
    """`is_unreal`: what the person would do, which is no deed."""

    type: EvidenceType
    words: Piece
    is_unreal: bool = False

    @property
    def is_for_worse(self) -> bool:
        """Whether they tell of a bad end, which is no result where one is asked for."""
        return self.type in _COME_OF_IT and is_for_worse(self.words.text)

    @property
    def is_deed(self) -> bool:
        return self.type is EvidenceType.OWN_ACTION and not self.is_unreal

    def is_in(self, sentence: Piece) -> bool:
        is_between = sentence.start <= self.words.start < sentence.end
        return is_between and self.words.turn_id == sentence.turn_id


def has_deed(found: Sequence[Found]) -> bool:
    return any(one.is_deed for one in found)


def deeds_among(found: Sequence[Found]) -> list[Piece]:
    return [one.words for one in found if one.is_deed]


def told_apart(found: Sequence[Found]) -> list[Found]:
    """`found` without words that show two types where other words show one of them: a quote
    reads best under one label. A figure stands beside its result.
    """
    types = Counter(one.type for one in found)
    labels = Counter(one.words for one in found)
    kept = []
    for one in found:
        if one.type in _ONCE and labels[one.words] > 1 and types[one.type] > 1:
            labels[one.words] -= 1
            types[one.type] -= 1
        else:
            kept.append(one)
    return kept


def without_papers(found: Sequence[Found]) -> list[Found]:
    """`found` without lessons that only say what one has on paper, or how long one has done
    something: "I hold a licence since 2020" was learned from nothing that is told.
    """
    return [one for one in found if one.type is not EvidenceType.REFLECTION or _is_lesson(one)]


def _is_lesson(one: Found) -> bool:
    lists, text = sign_lists("papers.toml"), one.words.text
    is_state = lists["holds"].search(text) or lists["since_date"].search(text)
    return not is_state or bool(lists["lesson"].search(text))
