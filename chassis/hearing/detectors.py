"""Finds evidence in an answer: which words show which type, and whether it really happened.

Seven types (situation, own action, result, measure, reasoning, trade-off, reflection) after the
STAR scheme that structured interviews ask for. A sign is a claim only; it does not count where
its clause says that it was not so, was wanted, or would be ("I would"). "We did" is no own
action. What stands in a question of the candidate's is no evidence, nor is how they feel while
they speak.
"""

from collections.abc import Iterator, Sequence

from chassis.hearing.across import signs_across, told_across
from chassis.hearing.asides import without_asides
from chassis.hearing.comparisons import compared_across
from chassis.hearing.distress import is_distress
from chassis.hearing.figures import is_compared, may_be_measured, of_story, says_the_same
from chassis.hearing.found import Found, deeds_among, has_deed, told_apart, without_papers
from chassis.hearing.joints import parts
from chassis.hearing.lexicon import signs
from chassis.hearing.outcomes import Telling, explanations, habits, in_vain, outcomes
from chassis.hearing.plain import (
    in_plain_words,
    in_plain_words_of_custom,
    in_plain_words_of_practice,
)
from chassis.hearing.remarks import is_end, is_remark
from chassis.hearing.scenes import setting
from chassis.hearing.shadows import Shadow, said_again
from chassis.hearing.substance import measures_something
from chassis.hearing.tense import in_past
from chassis.hearing.text import Piece, content, readable
from chassis.hearing.unreal import is_unreal
from chassis.hearing.within import found_within, holds
from contracts.evidence import EvidenceType

_COME_OF_IT = {EvidenceType.RESULT, EvidenceType.MEASURE}
FEWEST_IN_PRESENT = 2
"""Deeds that make a telling in the present tense one of an occasion, beside a person in it."""


def detect(sentences: Sequence[Piece], *, of_custom: bool = False) -> list[Found]:
    """All evidence in these sentences of one answer, in the order in which it was said: what is
    told of an occasion in the present tense is heard in the past too.

    `of_custom`: they answer a question for what one does again and again; see customs.py.
    """
    told = [s for s in sentences if " " in s.text and not (is_remark(s) or is_end(s))]
    past = in_past(told)
    sentences = told if past else without_asides(told)  # a present tense is no sign of being beside
    found = _heard_in(in_plain_words(sentences)) + _heard_in(past)
    if of_custom:
        found += _heard_in(in_plain_words_of_custom(sentences))
    else:
        found += _practice(sentences, found)
    return without_papers(list(dict.fromkeys(found)))


def _practice(sentences: Sequence[Piece], found: Sequence[Found]) -> list[Found]:
    """What one does step by step or never does; beside a story it is a deed and ends nothing."""
    heard = _heard_in(in_plain_words_of_practice(sentences))
    known = {one.words for one in found}
    if has_deed(found):
        return [one for one in heard if one.is_deed and one.words not in known]
    return heard


def _heard_in(shadows: Sequence[Shadow]) -> list[Found]:
    return said_again(_detected([one.piece for one in shadows]), shadows)


def _detected(sentences: Sequence[Piece]) -> list[Found]:
    found: list[Found] = []
    before: Piece | None = None
    now, in_present = False, _is_in_present(sentences)
    for sentence in sentences:
        is_reply = before is not None and before.turn_id != sentence.turn_id
        before = sentence
        if content(sentence.text):
            now = _tells_now(sentence, carried=in_present or (now and not is_reply))
        if sentence.text.endswith("?"):
            continue
        acted = has_deed(found)
        new = _in_sentence(sentence, acted=acted, is_reply=is_reply, now=now)
        if new and not is_distress(sentence.text):
            found += _without_scenes(new, found) if acted else new
    across = signs_across(sentences)
    found = told_across(across, of_story(sentences, found))
    telling = Telling(sentences)
    told = [*setting(sentences, found), *found, *explanations(telling, found)]
    told += [*outcomes(telling, found), *habits(telling, found)]
    told += _compared(sentences, found, told)
    vain = in_vain(sentences)
    told = [one for one in told if not (one.type in _COME_OF_IT and one.words in vain)]
    return told_apart(told_across(across, of_story(sentences, told)))


def _compared(
    sentences: Sequence[Piece], found: Sequence[Found], told: Sequence[Found]
) -> list[Found]:
    """States of after that are told against one of before; behind a deed they are what came of it,
    where nothing is heard yet as that in the same words.
    """
    words = compared_across(sentences)
    results = [one.words for one in told if one.type is EvidenceType.RESULT]
    deeds = deeds_among(found)
    ends = [
        one
        for one in words
        if any(deed.turn_id != one.turn_id or deed.end <= one.start for deed in deeds)
        and not any(_overlap(one, other) for other in results)
    ]
    return [
        *(Found(EvidenceType.RESULT, one) for one in ends),
        *(Found(EvidenceType.MEASURE, one) for one in words),
    ]


def _overlap(one: Piece, other: Piece) -> bool:
    return one.turn_id == other.turn_id and one.start < other.end and other.start < one.end


def compares(sentence: Piece) -> bool:
    """Whether a figure in the sentence says what it is to be compared with."""
    return is_compared(sentence.text)


def says_we(sentences: Sequence[Piece]) -> bool:
    """Whether what was done is told as done by "we"."""
    return any(signs().modal["we_did"].search(sentence.text) for sentence in sentences)


def says_would(sentences: Sequence[Piece]) -> bool:
    """Whether what is told is what would be done."""
    return any(signs().modal["would_do"].search(sentence.text) for sentence in sentences)


def _without_scenes(found: Sequence[Found], before: Sequence[Found]) -> Iterator[Found]:
    """`found` in a sentence after the first deed, without times that set no scene: it is set
    already, or the time is only that of another deed.
    """
    if all(one.type is not EvidenceType.SITUATION for one in found):
        yield from found
        return
    is_set = any(one.type is EvidenceType.SITUATION for one in before)
    deeds = deeds_among(found)
    for one in found:
        if one.type is not EvidenceType.SITUATION or not (is_set or one.words in deeds):
            yield one


def _in_sentence(sentence: Piece, *, acted: bool, is_reply: bool, now: bool) -> list[Found]:
    """`is_reply`: it answers a follow-up, so that "by a third" needs no subject of its own."""
    cut = parts(sentence)
    habit = bool(signs().modal["habitual"].search(sentence.text))
    found = found_within(sentence, cut, acted=acted, habit=habit, now=now)
    measures = [] if habit else _measures(sentence, cut, acted=acted or has_deed(found))
    for place, words in measures:
        is_behind = any(deed.start < words.start for deed in deeds_among(found))
        is_difference = (acted or is_behind) and compares(words)
        if is_reply or measures_something(cut, place, words, is_difference=is_difference):
            found += [Found(EvidenceType.RESULT, words)] if is_difference else []
            found.append(Found(EvidenceType.MEASURE, words))
    return list(_without_times_of_steps(found))


def _without_times_of_steps(found: Sequence[Found]) -> Iterator[Found]:
    """`found` in one sentence without times that only say when a later step of it was taken."""
    deeds = deeds_among(found)
    for one in found:
        is_of_step = one.words in deeds and any(deed.start < one.words.start for deed in deeds)
        if one.type is not EvidenceType.SITUATION or not is_of_step:
            yield one


def _is_in_present(sentences: Sequence[Piece]) -> bool:
    """Whether all deeds are told in the present tense, and of somebody: "I bring him a chair"."""
    deed, modal = signs().now[EvidenceType.OWN_ACTION], signs().modal
    past = signs().clause[EvidenceType.OWN_ACTION]
    if any(past.search(sentence.text) for sentence in sentences):
        return False
    told = [c.text for c in sentences if content(c.text) and not modal["by_habit"].search(c.text)]
    deeds = sum(1 for text in told for _ in deed.finditer(text))
    return deeds >= FEWEST_IN_PRESENT and any(modal["somebody"].search(text) for text in told)


def _tells_now(sentence: Piece, *, carried: bool) -> bool:
    """Whether the present tense tells of one occasion: "then I call the supplier and we find …".

    `carried`: the sentence before told so; a deed in this one then goes on with it.
    """
    modal, deed = signs().modal, signs().now[EvidenceType.OWN_ACTION]
    if modal["in_general"].search(sentence.text):
        return False
    told = bool(modal["on_one_occasion"].search(sentence.text))
    return told or sum(1 for _ in deed.finditer(sentence.text)) > (0 if carried else 1)


def _measures(sentence: Piece, cut: Sequence[Piece], *, acted: bool) -> Iterator[tuple[int, Piece]]:
    """Numbers with unit and direction: the place of their clause, and the words.

    They may reach over a comma: "from 6 hours, to 2". The words end where a clause does.
    """
    kind = EvidenceType.MEASURE
    if not may_be_measured(sentence.text):
        return
    table = [signs().sentence[kind]] + ([signs().sentence_late[kind]] if acted else [])
    for sign in table:
        hit = sign.search(sentence.text)
        if hit is None or says_the_same(hit[0]):
            continue
        place = next(i for i, c in enumerate(cut) if c.end - sentence.start > hit.start())
        clause = cut[place]
        if holds(kind, sign, clause, unreal=is_unreal(clause, carried=False), searched=True):
            words = readable(place, cut, sentence)
            reach = max(words.end, sentence.start + hit.end())
            end = next((c.end for c in cut if c.end >= reach), reach)
            part = sentence.part(words.start - sentence.start, end - sentence.start)
            yield place, part
            return
