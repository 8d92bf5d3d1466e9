"""What came of a deed, by the grammar of the telling and not by the verbs of any trade.

Behind a deed, what others did or how things stand is its outcome where a word says that it is how
it went from then on ("since", "any more", "the month after"), whatever the verb. Behind the last
deed it is so without such a word. An explanation stands behind a deed too, in the present tense of
what is always so ("oak moves with the weather").
"""

import re
from collections.abc import Iterator, Sequence

from chassis.hearing.found import Found, deeds_in
from chassis.hearing.joints import parts
from chassis.hearing.lexicon import sign_lists, signs, words
from chassis.hearing.text import Piece, content, readable
from contracts.evidence import EvidenceType

_SPANS = re.compile(r"\b(?:hour|day|night|week|month|season|year|time)s\b", re.IGNORECASE)
"""They end as verbs do."""

FEWEST_IN_ENDING = 2
"""Words with content; "the boss agreed" has two."""

FEWEST_IN_EXPLANATION = 2
"""Words that not every story of work has."""

FEWEST_BEFORE_DEED = 3
"""Of these, where the explanation comes first."""


def outcomes(sentences: Sequence[Piece], found: Sequence[Found]) -> Iterator[Found]:
    """What is said to have been so from a deed on; else what is told of others behind the last."""
    marked = [said for clause, said in _behind(sentences, found, first=True) if _is_marked(clause)]
    yield from (Found(EvidenceType.RESULT, one) for one in marked)
    if not marked and not any(one.type is EvidenceType.RESULT for one in found):
        told = (said for clause, said in _behind(sentences, found, first=False) if _ends(clause))
        yield from (Found(EvidenceType.RESULT, one) for one in [next(told, None)] if one)


def explanations(sentences: Sequence[Piece], found: Sequence[Found]) -> Iterator[Found]:
    """What is always so, told beside a deed of the past in the same turn, what had been so before
    it, and which ways were open.
    """
    turns = {deed.turn_id for deed in deeds_in(found)}
    beside = [sentence for sentence in sentences if sentence.turn_id in turns]
    behind = {(one.turn_id, one.start) for one, _ in _behind(sentences, found, first=True)}
    for sentence in beside:
        yield from _rules_and_options(sentence)
    for clause, said in _cut(beside):
        is_behind = (clause.turn_id, clause.start) in behind
        if _explains_behind(clause) if is_behind else _explains_before(clause):
            yield Found(EvidenceType.REASONING, said)


def _rules_and_options(sentence: Piece) -> Iterator[Found]:
    if _is_no_telling(sentence):
        return
    if _is_rule(sentence):
        yield Found(EvidenceType.REASONING, sentence)
    if sign_lists("outcomes.toml")["options"].search(sentence.text):
        yield Found(EvidenceType.TRADE_OFF, sentence)


def _explains_behind(clause: Piece) -> bool:
    is_said_of_it = _is_anterior(clause) or _is_generic(clause)
    return is_said_of_it or _is_always_so(clause, FEWEST_IN_EXPLANATION)


def _explains_before(clause: Piece) -> bool:
    return _is_always_so(clause, FEWEST_BEFORE_DEED) and not _is_of_somebody(clause)


def habits(sentences: Sequence[Piece], found: Sequence[Found]) -> Iterator[Found]:
    """What somebody does in the present, told behind the last deed of a story of the past."""
    deeds = deeds_in(found)
    past = signs().clause[EvidenceType.OWN_ACTION]
    if not all(past.search(deed.text) for deed in deeds):
        return
    for clause, said in _behind(sentences, found, first=False):
        is_habit = sign_lists("outcomes.toml")["habit"].match(clause.text)
        if is_habit and len(_particular(clause.text)) >= FEWEST_IN_EXPLANATION:
            yield Found(EvidenceType.REFLECTION, said)


class Vain:
    """Stretches of an answer in which it is said that nothing came of it."""

    def __init__(self, stretches: Sequence[Piece]) -> None:
        self._stretches = stretches

    def __contains__(self, words: Piece) -> bool:
        return any(
            one.turn_id == words.turn_id and one.start <= words.start < one.end
            for one in self._stretches
        )


def in_vain(sentences: Sequence[Piece]) -> Vain:
    """Where something was to become better and did not, and what stayed as it was for that."""
    modal = signs().modal
    stretches: list[Piece] = []
    was_vain = False
    for sentence in sentences:
        hit = modal["in_vain"].search(sentence.text)
        if hit is None:
            if was_vain and modal["as_before"].search(sentence.text):
                stretches.append(sentence)
            was_vain = False
            continue
        turn = modal["turns"].search(sentence.text, hit.end())
        start = max(sentence.text.rfind(mark, 0, hit.start()) for mark in ",;:") + 1
        stretches.append(sentence.part(start, turn.start() if turn else len(sentence.text)))
        was_vain = turn is None
    return Vain(stretches)


def _behind(
    sentences: Sequence[Piece], found: Sequence[Found], *, first: bool
) -> Iterator[tuple[Piece, Piece]]:
    """The clauses behind the first or the last deed, each with its readable words."""
    deeds = deeds_in(found)
    if not deeds:
        return
    order = {turn: place for place, turn in enumerate(dict.fromkeys(s.turn_id for s in sentences))}
    deed = (min if first else max)(deeds, key=lambda one: (order.get(one.turn_id, 0), one.start))
    for clause, said in _cut(sentences):
        here = (order[clause.turn_id], clause.start)
        if here > (order.get(deed.turn_id, 0), deed.start):
            yield clause, said


def _cut(sentences: Sequence[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """The clauses that tell what was or is so, each with its readable words."""
    for sentence in sentences:
        if not _is_no_telling(sentence):
            cut = parts(sentence)
            for place, clause in enumerate(cut):
                yield clause, readable(place, cut, sentence)


def _is_no_telling(sentence: Piece) -> bool:
    modal = signs().modal
    is_unreal = modal["unreal"].search(sentence.text) or modal["habitual"].search(sentence.text)
    return sentence.text.endswith("?") or bool(is_unreal)


def _is_marked(clause: Piece) -> bool:
    lists, text = sign_lists("outcomes.toml"), clause.text
    return bool(
        lists["mark"].search(text)
        and lists["finite"].search(_SPANS.sub(" ", text))
        and not _sets_out(clause)
        and not lists["own"].search(text)
        and not lists["vain"].search(text)
        and not signs().modal["intended"].search(text)
        and content(text)
    )


def _ends(clause: Piece) -> bool:
    lists, text = sign_lists("outcomes.toml"), clause.text
    return bool(
        (lists["past"].search(text) or lists["perfect"].match(text))
        and not _sets_out(clause)
        and not lists["own"].search(text)
        and not lists["aside"].search(text)
        and not signs().modal["judged"].search(text)
        and len(content(text)) >= FEWEST_IN_ENDING
    )


def _sets_out(clause: Piece) -> bool:
    is_reason = sign_lists("outcomes.toml")["reason"].match(clause.text)
    return bool(signs().begins["subordinate"].match(clause.text) or is_reason)


def _is_of_somebody(clause: Piece) -> bool:
    """Whether it says what one person or thing does: a scene in the present tense, no rule."""
    return bool(sign_lists("outcomes.toml")["of_somebody"].match(clause.text))


def _is_rule(sentence: Piece) -> bool:
    is_rule = sign_lists("outcomes.toml")["as_a_rule"].match(sentence.text)
    return bool(is_rule) and len(_particular(sentence.text)) >= FEWEST_IN_EXPLANATION


def _is_generic(clause: Piece) -> bool:
    """Whether it says what people do, of anything particular."""
    is_said = sign_lists("outcomes.toml")["generic"].search(clause.text)
    is_figure = signs().modal["compared"].search(clause.text)
    return bool(is_said and not is_figure and _particular(clause.text))


def _is_anterior(clause: Piece) -> bool:
    lists, text = sign_lists("outcomes.toml"), clause.text
    is_compared = sign_lists("comparisons.toml")["number"].search(text)
    return bool(
        lists["anterior"].match(text)
        and not is_compared
        and not lists["mark"].search(text)
        and len(_particular(text)) >= FEWEST_IN_EXPLANATION
    )


def _is_always_so(clause: Piece, fewest: int) -> bool:
    lists, text = sign_lists("outcomes.toml"), clause.text
    return bool(
        lists["always_so"].match(text)
        and not lists["past"].search(text)
        and not lists["mark"].search(text)
        and not lists["own"].search(text)
        and not lists["praise"].search(text)
        and not signs().modal["compared"].search(text)
        and len(_particular(text)) >= fewest
    )


def _particular(text: str) -> list[str]:
    return [word for word in content(text) if not words().is_general(word)]
