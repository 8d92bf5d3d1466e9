"""Which claims of a sample stand: the words are there, happened, and can show what is said.

Levels follow from types, so a claim has to be proved by the words themselves. A model that says
yes to everything, because somebody told it to, claims lines of ours as well; then the whole sample
is thrown away.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from chassis.hearing.lexicon import signs
from chassis.hearing.substance import says_something
from chassis.hearing.text import Piece, all_words, clauses
from chassis.quotecheck import find_quote
from contracts.evidence import DocumentKind, Evidence, EvidenceType, Span
from contracts.interview import QuestionKind
from services.feedback.advice.asking import Asked, EvidenceClaim, EvidenceClaims
from services.feedback.advice.checks import model_checks

MOST_CLAIMS = 200
"""Of one sample. An answer of twenty sentences has about thirty."""

MOST_TYPES = 2
"""Of one line. Who sees more in it says yes to everything, and shows nothing of that line."""

FEWEST_WORDS = 3

_EVEN_UNREAL = {EvidenceType.REASONING, EvidenceType.TRADE_OFF, EvidenceType.REFLECTION}
_EVEN_INTENDED = _EVEN_UNREAL | {EvidenceType.OWN_ACTION, EvidenceType.SITUATION}
_EVEN_NEGATED = {*_EVEN_UNREAL, EvidenceType.SITUATION}
_AFTER_A_DEED = {EvidenceType.RESULT, EvidenceType.MEASURE}
"""Before anything was done, "sales fell by a third" is the situation."""


Pointed = tuple[str, str, str]
"""What was pointed at: the id of a line, a type, and words."""


@dataclass(frozen=True)
class Claimed:
    """One sample of one answer: what stands of it, by line and type, and what does not.

    `unfound` are words that stand in no such line, `unproved` those that do and are not enough to
    show what they are said to show; each once, by line and words.
    """

    stands: dict[tuple[str, EvidenceType], Evidence]
    unfound: frozenset[Pointed] = frozenset()
    unproved: frozenset[Pointed] = frozenset()


def claimed(asked: Asked, answer: EvidenceClaims) -> Claimed | None:
    """What is left of a sample; None where it says that lines of ours show something."""
    lines = {line.id for line in asked.question.data.lines}
    if any(each.line in lines - asked.sentences.keys() for each in answer.evidence):
        return None
    stands: dict[tuple[str, EvidenceType], Evidence] = {}
    for claim in answer.evidence[:MOST_CLAIMS]:
        found = _evidence(asked, claim)
        if found is not None:
            stands.setdefault((claim.line, found.type), found)
    kept = _after_a_deed(asked, _told_apart(answer, stands))
    read = answer.evidence[:MOST_CLAIMS]
    unfound = frozenset(_pointed(one) for one in read if _place_of(asked, one) is None)
    fell = (one for one in answer.evidence if (one.line, _TYPES.get(one.type)) not in kept)
    return Claimed(kept, unfound, frozenset(map(_pointed, fell)) - unfound)


def _pointed(claim: EvidenceClaim) -> Pointed:
    return claim.line, claim.type, " ".join(claim.quote.split())


def _place_of(asked: Asked, claim: EvidenceClaim) -> tuple[int, int] | None:
    """Where its words stand in its line; None where they do not, or where there is no such line."""
    sentence = asked.sentences.get(claim.line)
    if sentence is None:
        return None
    return find_quote(asked.question.data.restored(claim.quote), asked.answer.verbatim(sentence))


def _evidence(asked: Asked, claim: EvidenceClaim) -> Evidence | None:
    sentence = asked.sentences.get(claim.line)
    kind, found = _TYPES.get(claim.type), _place_of(asked, claim)
    if sentence is None or kind is None or found is None or sentence.text.endswith("?"):
        return None
    words_in = _clauses_at(sentence, *found)
    if words_in is None or not _shows(kind, words_in, asked.answer.question.kind):
        return None
    return Evidence(
        type=kind,
        span=Span(
            document=DocumentKind.TRANSCRIPT,
            document_id=sentence.turn_id,
            start=words_in.start,
            end=words_in.end,
            quote=asked.answer.verbatim(words_in),
        ),
    )


_TYPES = {kind.value: kind for kind in EvidenceType}


def _clauses_at(sentence: Piece, start: int, end: int) -> Piece | None:
    """The clauses of a sentence that hold its words from `start` to `end`, whole."""
    at = [
        (clause.start - sentence.start, clause.end - sentence.start) for clause in clauses(sentence)
    ]
    touched = [(begin, stop) for begin, stop in at if begin < end and start < stop]
    return sentence.part(touched[0][0], touched[-1][1]) if touched else None


def _shows(kind: EvidenceType, said: Piece, question: QuestionKind) -> bool:
    """Whether these words can show `kind`, and tell of what happened."""
    told = said.text
    if len(all_words(told)) < FEWEST_WORDS or not model_checks().holds[kind].search(told):
        return False
    may_be_unreal = kind in _EVEN_UNREAL or question is QuestionKind.SITUATIONAL
    return says_something(kind, told) and not (
        (_is(told, "unreal", "habitual") and not may_be_unreal)
        or (_is(told, "intended") and kind not in _EVEN_INTENDED)
        or (_is(told, "negated") and kind not in _EVEN_NEGATED)
    )


def _is(text: str, *modes: str) -> bool:
    return any(signs().modal[mode].search(text) for mode in modes)


def _told_apart(
    answer: EvidenceClaims, stands: dict[tuple[str, EvidenceType], Evidence]
) -> dict[tuple[str, EvidenceType], Evidence]:
    """Without the lines that are claimed to show more types than one line does."""
    types = Counter(line for line, _ in {(one.line, one.type) for one in answer.evidence})
    return {key: one for key, one in stands.items() if types[key[0]] <= MOST_TYPES}


def _after_a_deed(
    asked: Asked, stands: dict[tuple[str, EvidenceType], Evidence]
) -> dict[tuple[str, EvidenceType], Evidence]:
    """Without results and figures that were told before anything was done."""
    deeds = [
        one
        for one in (*asked.answer.evidence, *stands.values())
        if one.type is EvidenceType.OWN_ACTION
    ]
    turns = [turn.turn_id for turn in asked.answer.said]
    first = min((_place(turns, one) for one in deeds), default=None)
    return {
        key: one
        for key, one in stands.items()
        if one.type not in _AFTER_A_DEED or (first is not None and first <= _place(turns, one))
    }


def _place(turns: Sequence[object], one: Evidence) -> tuple[int, int]:
    return turns.index(one.span.document_id), one.span.start
