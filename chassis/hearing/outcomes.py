"""What came of a deed, by the grammar of the telling and not by the verbs of any trade.

Behind a deed, what others did or how things stand is its outcome where a word says that it is how
it went from then on ("since", "any more", "the month after"), whatever the verb. Behind the last
deed it is so without such a word. An explanation stands behind a deed too, in the present tense of
what is always so ("oak moves with the weather").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chassis.hearing.figures import is_compared
from chassis.hearing.found import Found, deeds_among
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


@dataclass(frozen=True)
class Clause:
    """The clause at `place` of those of a sentence."""

    place: int
    cut: Sequence[Piece]
    sentence: Piece

    @property
    def words(self) -> Piece:
        return self.cut[self.place]

    @property
    def said(self) -> Piece:
        """With as much of what follows as can be understood."""
        return readable(self.place, self.cut, self.sentence)


class Telling:
    """The sentences of an answer, and of those that tell what was or is so the clauses."""

    def __init__(self, sentences: Sequence[Piece]) -> None:
        self.sentences = [one for one in sentences if not _is_no_telling(one)]
        cuts = [(sentence, parts(sentence)) for sentence in self.sentences]
        self.clauses = [
            Clause(place, cut, sentence) for sentence, cut in cuts for place in range(len(cut))
        ]
        turns = dict.fromkeys(one.turn_id for one in sentences)
        self._order = {turn: place for place, turn in enumerate(turns)}

    def behind(self, found: Sequence[Found], *, first: bool) -> Iterator[Clause]:
        """The clauses behind the first or the last deed."""
        deeds = [self._place(deed) for deed in deeds_among(found)]
        if deeds:
            deed = min(deeds) if first else max(deeds)
            yield from (one for one in self.clauses if self._place(one.words) > deed)

    def _place(self, words: Piece) -> tuple[int, int]:
        return self._order.get(words.turn_id, 0), words.start


def outcomes(telling: Telling, found: Sequence[Found]) -> Iterator[Found]:
    """What is said to have been so from a deed on; else what is told of others behind the last."""
    marked = [one.said for one in telling.behind(found, first=True) if _is_marked(one.words)]
    yield from (Found(EvidenceType.RESULT, one) for one in marked)
    if not marked and not any(one.type is EvidenceType.RESULT for one in found):
        told = (one.said for one in telling.behind(found, first=False) if _ends(one.words))
        yield from (Found(EvidenceType.RESULT, one) for one in [next(told, None)] if one)


def explanations(telling: Telling, found: Sequence[Found]) -> Iterator[Found]:
    """What is always so, told beside a deed of the past in the same turn, what had been so before
    it, and which ways were open.
    """
    turns = {deed.turn_id for deed in deeds_among(found)}
    behind = {(one.words.turn_id, one.words.start) for one in telling.behind(found, first=True)}
    for sentence in telling.sentences:
        if sentence.turn_id in turns:
            yield from _rules_and_options(sentence)
    for clause in telling.clauses:
        words = clause.words
        if words.turn_id not in turns:
            continue
        is_behind = (words.turn_id, words.start) in behind
        if _explains_behind(words) if is_behind else _explains_before(words):
            yield Found(EvidenceType.REASONING, clause.said)


def _rules_and_options(sentence: Piece) -> Iterator[Found]:
    if _is_rule(sentence):
        yield Found(EvidenceType.REASONING, sentence)
    if sign_lists("outcomes.toml")["options"].search(sentence.text):
        yield Found(EvidenceType.TRADE_OFF, sentence)


def _explains_behind(clause: Piece) -> bool:
    is_said_of_it = _is_anterior(clause) or _is_generic(clause)
    return is_said_of_it or _is_always_so(clause, FEWEST_IN_EXPLANATION)


def _explains_before(clause: Piece) -> bool:
    return _is_always_so(clause, FEWEST_BEFORE_DEED) and not _is_of_somebody(clause)


def habits(telling: Telling, found: Sequence[Found]) -> Iterator[Found]:
    """What somebody does in the present, told behind the last deed of a story of the past."""
    deeds = deeds_among(found)
    past = signs().clause[EvidenceType.OWN_ACTION]
    if not all(past.search(deed.text) for deed in deeds):
        return
    for clause in telling.behind(found, first=False):
        text = clause.words.text
        is_habit = sign_lists("outcomes.toml")["habit"].match(text)
        if is_habit and len(_particular(text)) >= FEWEST_IN_EXPLANATION:
            yield Found(EvidenceType.REFLECTION, clause.said)


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
    is_figure = is_compared(clause.text)
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
        and not is_compared(text)
        and len(_particular(text)) >= fewest
    )


def _particular(text: str) -> list[str]:
    return [word for word in content(text) if not words().is_general(word)]
