"""What is told over several clauses of a sentence, where each clause alone says something else.

"Now, whenever a machine stops, I first look at the belt": the first words say since when, the next
ones on what occasion, the last ones what the teller does; only all of them say that something was
learnt. What stands in such words is no deed and no outcome besides.
"""

import re
from collections.abc import Iterator, Sequence

from chassis.hearing.found import Found, deeds_among
from chassis.hearing.lexicon import sign_lists
from chassis.hearing.text import Piece, content
from contracts.evidence import EvidenceType

_NOT_BESIDES = {
    "reflection": {EvidenceType.OWN_ACTION, EvidenceType.RESULT, EvidenceType.REASONING},
    "trade_off": {EvidenceType.RESULT, EvidenceType.REASONING},
    "weighed": {EvidenceType.RESULT},
    "regret": {EvidenceType.RESULT},
}
"""What the words of each list are not, beside what they are."""


Hit = tuple[Piece, str, re.Match[str]]
"""A sentence, the list whose sign was found in it, and where."""


def signs_across(sentences: Sequence[Piece]) -> list[Hit]:
    """All that may be told over several clauses, in order."""
    return [(sentence, name, hit) for sentence in sentences for name, hit in _hits(sentence)]


def told_across(hits: Sequence[Hit], found: Sequence[Found]) -> list[Found]:
    """`found`, with what whole sentences tell behind the first deed, and without what only a part
    of their words would tell. Safe to repeat.
    """
    kept = list(found)
    for sentence, name, hit in hits:
        if name == "regret" or _is_behind_deed(sentence, found):
            kept = [one for one in kept if not _is_part(one, name, hit, sentence)]
            kept += _shown(name, hit, sentence)
    return list(dict.fromkeys(kept))


def _shown(name: str, hit: re.Match[str], sentence: Piece) -> list[Found]:
    """What the words of a list show: another way that was weighed is one, and what spoke against
    it is a ground.
    """
    if name == "regret":
        return []
    if name != "weighed":
        return [Found(EvidenceType(name), sentence)]
    behind = hit[0].rfind(" but ") + len(" but ")
    ground = sentence.part(hit.start() + behind, len(sentence.text))
    return [Found(EvidenceType.TRADE_OFF, sentence), Found(EvidenceType.REASONING, ground)]


def _hits(sentence: Piece) -> Iterator[tuple[str, re.Match[str]]]:
    if sentence.text.endswith("?") or not content(sentence.text):
        return
    for name in _NOT_BESIDES:
        hit = sign_lists("across.toml")[name].search(sentence.text)
        if hit:
            yield name, hit


def _is_behind_deed(sentence: Piece, found: Sequence[Found]) -> bool:
    """Whether the first deed stands in it or before it: a wish before it looks back on none."""
    turns = list(dict.fromkeys(one.turn_id for one in deeds_among(found)))
    here = [
        one.start < sentence.end for one in deeds_among(found) if one.turn_id == sentence.turn_id
    ]
    return any(here) or (bool(turns) and sentence.turn_id not in turns)


def _is_part(one: Found, name: str, hit: re.Match[str], sentence: Piece) -> bool:
    start, end = sentence.start + hit.start(), sentence.start + hit.end()
    is_here = one.words.turn_id == sentence.turn_id and start <= one.words.start < end
    return is_here and one.type in _NOT_BESIDES[name]
