"""A stronger version of an answer, out of the person's own sentences and nothing else.

The sentences that show something stand as they were told, each with the one before it where it
points back at that or that opens the story; where only replies to follow-ups show something, what
was told first stands before them. A scene that comes late stands first, and what came of it behind
what was done. What is missing is a blank that names it. No word is added, so nothing can be
invented; where words were taken back, a mark stands in their place. What nobody understands without
them is left out, and what it alone shows is missing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from chassis.hearing.lexicon import sign_lists
from chassis.hearing.text import Piece, content
from contracts.evidence import EvidenceType
from services.feedback.rules.answering.answers import Answer
from services.feedback.rules.answering.deeds import is_motive
from services.feedback.rules.answering.places import holding
from services.feedback.rules.figures import bare_numbers_in
from services.feedback.rules.phrases import phrases
from services.feedback.rules.retracted.slips import cue_in
from services.feedback.rules.rubric import missing_for

TOLD_IN_ORDER = (
    EvidenceType.SITUATION,
    EvidenceType.OWN_ACTION,
    EvidenceType.REASONING,
    EvidenceType.TRADE_OFF,
    EvidenceType.RESULT,
    EvidenceType.MEASURE,
    EvidenceType.REFLECTION,
)


_SCENE, _DEED, _RESULT, _LAST = (
    TOLD_IN_ORDER.index(kind)
    for kind in (
        EvidenceType.SITUATION,
        EvidenceType.OWN_ACTION,
        EvidenceType.RESULT,
        EvidenceType.REFLECTION,
    )
)

_POINTS_BACK = re.compile(
    r"^\W*(?:(?:and|but|so|then|well|now|later|after|because)\W+){0,3}"
    r"(?:(?:i|we)(?:’\w+)? (?:\w+ly )?(?:[\w’-]+ ){1,2}?)?"
    r"(?:he|she|they|it|him|her|them|this|these|those|that|both|neither|one of them)\b",
    re.IGNORECASE,
)
"""Names who or what it is about by a word alone, that stands for what was told before."""

_COUNTS_FROM = re.compile(
    r"\b(?:that|the same|the next|the following) (?:very )?"
    r"(?:night|evening|morning|noon|afternoon|day|shift|week|month|spring|summer|autumn|winter"
    r"|season|year)\b",
    re.IGNORECASE,
)
"""A time that is named by what was told before."""

_SUBJECT = re.compile(
    r"\W*(?:(?:and|but|so|then|because|since|as|when|that|which|or|while|if)\W+){0,2}"
    r"(?:i|we|you|he|she|it|they|there|this|that|these|those|the|an?|my|our|your|his|her|their|its"
    r"|one|some|all|both|each|every|no|most|many|nobody|everybody|everyone|somebody|none|half"
    r"|(?-i:[A-Z])[\w’-]+|\d+)\b",
    re.IGNORECASE,
)
"""How a clause begins that says who or what it is about."""

_OF_IT = re.compile(r"\W*(?:it|that|this|there|they)\b", re.IGNORECASE)

MOST_BEFORE_REPLIES = 3
"""Sentences that tell what the replies are about; more would be the answer once more."""

Ranked = tuple[int, Piece]


def stronger_version(answer: Answer) -> str | None:
    """None where nothing is missing, and where there is nothing to build on."""
    competency = answer.question.competencies[0]
    missing = to_add(answer)
    if not answer.is_about(competency) or not answer.evidence or not missing:
        return None
    whole = _without_torn(answer)
    missing = to_add(whole)
    kept = _in_order(_ranked(whole))
    told = [(rank, answer.quoted(sentence)) for rank, sentence in kept]
    for kind in sorted(missing, key=TOLD_IN_ORDER.index):
        rank = TOLD_IN_ORDER.index(kind)
        before = (at for at, (each, _) in enumerate(told, start=1) if each <= rank)
        told.insert(max(before, default=0), (rank, blank_for(answer, kind)))
    return " ".join(text for _, text in told).replace("… …", "…") if kept else None


def to_add(answer: Answer) -> tuple[EvidenceType, ...]:
    """What the question's first competency asks for and the answer does not show; a wish is asked
    for its reason and what it rests on, and not for an end or its number.
    """
    missing = missing_for(answer.question.competencies[0], answer.shown)
    if not is_motive(answer.question):
        return missing
    return tuple(kind for kind in missing if kind in phrases().blank_motive)


def _without_torn(answer: Answer) -> Answer:
    """`answer` without the sentences that nobody understands by now, and without what they show."""
    torn = tuple(_torn_in(answer))
    shown = tuple(one for one in answer.evidence if not holding(torn, [one]))
    return replace(answer, evidence=shown, apart=(*answer.apart, *torn))


def _torn_in(answer: Answer) -> Iterator[Piece]:
    """Those whose beginning was taken out, and with it who or what they are about; and a number
    alone ("It was 28 %.") where nothing stands before it that says what it counts: neither a whole
    sentence nor what is left of the one that it puts right.
    """
    before: Piece | None = None
    for sentence in answer.told:
        is_cut = answer.quoted(sentence).startswith("… ")
        if before is None or before.turn_id != sentence.turn_id:
            is_behind_whole = goes_on = False
        else:
            goes_on = answer.quoted(before).endswith(" …")
            is_rest = goes_on or answer.quoted(before).startswith("… ")
            is_behind_whole = not is_cut or (is_rest and bool(_OF_IT.match(sentence.text)))
        is_headless = is_cut and not goes_on and not _SUBJECT.match(sentence.text)
        if is_headless or (_is_bare(sentence) and not is_behind_whole):
            yield sentence
        elif content(sentence.text) and not cue_in(sentence.text):
            before = sentence


def _is_bare(sentence: Piece) -> bool:
    """Whether it has a number that is not of anything, and nothing beside it."""
    numbers = bare_numbers_in(sentence.text)
    rest, at = "", 0
    for one in numbers:
        rest, at = f"{rest} {sentence.text[at : one.start]}", one.end
    return bool(numbers) and not content(rest + sentence.text[at:])


def _ranked(answer: Answer) -> list[Ranked]:
    """The sentences that are kept, as they were told, each with its place in a telling: that of the
    first type that it shows, or the last, where it says what one took from it.
    """
    ranks: dict[Piece, list[int]] = {}
    for rank, kind in enumerate(TOLD_IN_ORDER):
        for sentence in answer.showing(kind):
            ranks.setdefault(sentence, []).append(rank)
    kept: list[Ranked] = []
    opening = next((at for at, one in enumerate(answer.told) if one in ranks), 0) - 1
    first_told = _told_before_replies(answer.told, opening)
    for at, sentence in reversed(list(enumerate(answer.told))):
        own = ranks.get(sentence)
        if own:
            kept.append((_rank_of(own, sentence), sentence))
        elif kept and (
            _follows(kept[-1][1], sentence)
            or sentence in first_told
            or (at == opening and _opens(kept[-1], sentence))
        ):
            kept.append((kept[-1][0], sentence))
    return kept[::-1]


def _rank_of(own: Sequence[int], sentence: Piece) -> int:
    """An end that says when it came after the deed is an end: "The alarms stopped that night"."""
    if _LAST in own:
        return _LAST
    is_end = _SCENE in own and _RESULT in own and _DEED not in own
    return _RESULT if is_end and _COUNTS_FROM.search(sentence.text) else own[0]


def _told_before_replies(told: Sequence[Piece], opening: int) -> Sequence[Piece]:
    """How the first reply sets out what happened, where it shows nothing and a later one does."""
    if opening < 0 or told[opening + 1].turn_id == told[0].turn_id:
        return ()
    first = [one for one in told if one.turn_id == told[0].turn_id]
    past = sign_lists("outcomes.toml")["past"]
    return [one for one in first if past.search(one.text)][:MOST_BEFORE_REPLIES]


def _opens(first: Ranked, before: Piece) -> bool:
    """Whether what shows something first is no scene, and the words before it set one in their way:
    "The queue stood at 140".
    """
    return first[0] != _SCENE and bool(sign_lists("outcomes.toml")["past"].search(before.text))


def _follows(sentence: Piece, before: Piece) -> bool:
    """What only mends a slip, as "No, wait.", tells nobody what the next one points at."""
    is_same = sentence.turn_id == before.turn_id and not cue_in(before.text)
    return is_same and points_back(sentence)


def points_back(sentence: Piece) -> bool:
    """Whether it cannot be understood without the one before it: "I showed him my log"."""
    return bool(_POINTS_BACK.search(sentence.text))


def _in_order(kept: Sequence[Ranked]) -> list[Ranked]:
    """As told, but for a late scene and an early result that nothing ties to where they stand."""
    deeds = [at for at, (rank, _) in enumerate(kept) if rank == _DEED]
    first, last = (deeds[0], deeds[-1]) if deeds else (len(kept), -1)
    late, early, rest = [], [], []
    for at, one in enumerate(kept):
        is_tied = any(points_back(each) for _, each in kept[at : at + 2])
        if one[0] == _SCENE and at > first and not is_tied:
            late.append(one)
        elif _RESULT <= one[0] < _LAST and at < first and last >= 0 and not is_tied:
            early.append(one)
        else:
            rest.append(one)
    behind = max((at for at, (rank, _) in enumerate(rest, 1) if rank == _DEED), default=0)
    return [*late, *rest[:behind], *early, *rest[behind:]]


def blank_for(answer: Answer, missing: EvidenceType) -> str:
    """What stands in the place of what is to be added."""
    said = phrases()
    if is_motive(answer.question) and missing in said.blank_motive:
        return said.blank_motive[missing]
    if answer.has_bare_figure and missing in said.blank_figure:
        return said.blank_figure[missing]
    return said.blank[missing]
