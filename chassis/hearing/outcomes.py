"""What came of a deed, by the grammar of the telling and not by the verbs of any trade.

Behind a deed, what others did or how things stand is its outcome where a word says that it is how
it went from then on ("since", "any more", "the month after"), whatever the verb. Behind the last
deed it is so without such a word. An explanation stands behind a deed too, in the present tense of
what is always so ("oak moves with the weather").
"""

from collections.abc import Iterator, Sequence

from chassis.hearing.found import Found, deeds_in
from chassis.hearing.lexicon import sign_lists, signs, words
from chassis.hearing.text import Piece, clauses, content, readable
from contracts.evidence import EvidenceType

FEWEST_IN_ENDING = 2
"""Words with content; "the boss agreed" has two."""

FEWEST_IN_EXPLANATION = 2
"""Words that not every story of work has."""


def outcomes(sentences: Sequence[Piece], found: Sequence[Found]) -> Iterator[Found]:
    """What is said to have been so from a deed on; else what is told of others behind the last."""
    marked = [said for clause, said in _behind(sentences, found, first=True) if _is_marked(clause)]
    yield from (Found(EvidenceType.RESULT, one) for one in marked)
    if not marked and not any(one.type is EvidenceType.RESULT for one in found):
        told = (said for clause, said in _behind(sentences, found, first=False) if _ends(clause))
        yield from (Found(EvidenceType.RESULT, one) for one in [next(told, None)] if one)


def explanations(sentences: Sequence[Piece], found: Sequence[Found]) -> Iterator[Found]:
    """What is always so, told behind or beside a deed of the past in the same turn."""
    turns = {deed.turn_id for deed in deeds_in(found)}
    for clause, said in _behind(sentences, found, first=True):
        if clause.turn_id in turns and _is_always_so(clause):
            yield Found(EvidenceType.REASONING, said)


def _behind(
    sentences: Sequence[Piece], found: Sequence[Found], *, first: bool
) -> Iterator[tuple[Piece, Piece]]:
    """The clauses behind the first or the last deed, each with its readable words."""
    deeds = deeds_in(found)
    if not deeds:
        return
    order = {turn: place for place, turn in enumerate(dict.fromkeys(s.turn_id for s in sentences))}
    deed = (min if first else max)(deeds, key=lambda one: (order.get(one.turn_id, 0), one.start))
    for sentence in sentences:
        if _is_no_telling(sentence):
            continue
        cut = clauses(sentence)
        for place, clause in enumerate(cut):
            here = (order[clause.turn_id], clause.start)
            if here > (order.get(deed.turn_id, 0), deed.start):
                yield clause, readable(place, cut, sentence)


def _is_no_telling(sentence: Piece) -> bool:
    modal = signs().modal
    is_unreal = modal["unreal"].search(sentence.text) or modal["habitual"].search(sentence.text)
    return sentence.text.endswith("?") or bool(is_unreal)


def _is_marked(clause: Piece) -> bool:
    lists, text = sign_lists("outcomes.toml"), clause.text
    mark = lists["mark"].search(text)
    return bool(
        mark
        and lists["finite"].search(text)
        and not _sets_out(clause)
        and not lists["own"].search(text)
        and not lists["vain"].search(text)
        and not signs().modal["intended"].search(text)
        and content(text)
    )


def _ends(clause: Piece) -> bool:
    lists, text = sign_lists("outcomes.toml"), clause.text
    return bool(
        lists["past"].search(text)
        and not _sets_out(clause)
        and not lists["own"].search(text)
        and not lists["aside"].search(text)
        and not signs().modal["judged"].search(text)
        and len(content(text)) >= FEWEST_IN_ENDING
    )


def _sets_out(clause: Piece) -> bool:
    is_reason = sign_lists("outcomes.toml")["reason"].match(clause.text)
    return bool(signs().begins["subordinate"].match(clause.text) or is_reason)


def _is_always_so(clause: Piece) -> bool:
    lists, text = sign_lists("outcomes.toml"), clause.text
    return bool(
        lists["always_so"].match(text)
        and not lists["past"].search(text)
        and not lists["mark"].search(text)
        and not lists["own"].search(text)
        and not lists["praise"].search(text)
        and len(_particular(text)) >= FEWEST_IN_EXPLANATION
    )


def _particular(text: str) -> list[str]:
    return [word for word in content(text) if not words().is_general(word)]
