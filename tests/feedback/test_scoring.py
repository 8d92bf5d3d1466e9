"""Levels against the calibration set, and what may never move one."""

import pytest

from bench.agreement import agreement, kappa
from bench.raters import by_rules, report
from bench.scoring import GOAL_EXACT, GOAL_KAPPA, pairs, refused
from bench.swaps import differ, introduced, padded, swapped
from bench.truth.answers import Half, Sample, half, samples
from chassis.hearing.text import sentences
from contracts.evidence import Competency
from contracts.evidence import EvidenceType as E
from contracts.interview import Speaker, TurnKind
from services.feedback.rules.answering.junk import readable_sentences
from tests.feedback.build import heard
from tests.interview.build import a_turn

FEW = half(Half.OPEN)[::6]
"""Enough to see a moved level; bench.scoring reads all of them."""

COPIED = [one for one in samples() if one.id == "none-copied"]
"""So little is in it that what somebody says of themselves could make it an answer."""


def test_every_competency_has_two_answers_to_each_level_one_in_each_half() -> None:
    for which in Half:
        levels = [(one.competency, one.level) for one in half(which) if one.level]
        assert sorted(levels) == sorted((one, n) for one in Competency for n in range(1, 6))
    assert not {one.id for one in half(Half.OPEN)} & {one.id for one in half(Half.HELD_OUT)}
    assert len({one.id for one in samples()}) == len(samples())


@pytest.mark.parametrize("which", list(Half))
def test_levels_agree_with_the_anchors_in_both_halves(which: Half) -> None:
    found = agreement(pairs(by_rules, half(which)))

    assert found.kappa >= GOAL_KAPPA
    assert found.exact >= GOAL_EXACT


def test_what_is_no_answer_gets_no_level() -> None:
    right, count = refused(by_rules, half(Half.HELD_OUT))

    assert right == count


def test_kappa_is_one_for_the_same_levels_and_none_for_a_constant() -> None:
    assert kappa([(1, 1), (5, 5)]) == 1
    assert kappa([(1, 3), (5, 3)]) == 0
    assert kappa([(1, 5), (5, 1)]) == -1


@pytest.mark.parametrize("sample", FEW, ids=lambda sample: sample.id)
def test_filler_moves_no_level(sample: Sample) -> None:
    levels = [by_rules(sample.model_copy(update={"text": text})) for text in padded(sample.text)]

    assert set(levels) == {by_rules(sample)}


@pytest.mark.parametrize("sample", [*FEW, *COPIED], ids=lambda sample: sample.id)
def test_another_person_with_the_same_answer_has_the_same_level(sample: Sample) -> None:
    for texts in (*introduced(sample.text), *swapped(sample.text)):
        assert not differ([by_rules(sample.model_copy(update={"text": t})) for t in texts])


def test_a_report_is_the_same_to_the_bit_each_time() -> None:
    assert len({report(FEW[1]).model_dump_json() for _ in range(20)}) == 1


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (E.SITUATION, "Before Christmas the depot was full."),
        (E.OWN_ACTION, "I rang the regional office."),
        (E.OWN_ACTION, "I have chosen the machine from Italy."),
        (E.OWN_ACTION, "I had the signature moved to the last page."),
        (E.RESULT, "I moved the form. By Friday all of them were in their new rooms."),
        (E.RESULT, "I moved the form. They could take calls again."),
        (E.MEASURE, "I moved the tools. A change takes 25 minutes, it used to be 55."),
        (E.MEASURE, "We brought in 46 tons against 39 the year before."),
        (E.MEASURE, "Complaints, I saw, were down to 3 calls, down from 15."),
        (E.REASONING, "I did that since they watch all of us."),
        (E.REASONING, "I left it proud, as the old spruce was going to sink."),
        (E.TRADE_OFF, "I left the new layout out entirely."),
        (E.TRADE_OFF, "The alternative was to wait for a week."),
        (E.TRADE_OFF, "I postponed the index."),
        (E.REFLECTION, "These days I count on the first day."),
        (E.REFLECTION, "What I'd plan otherwise today is the lamps."),
    ],
)
def test_it_is_heard_in_other_ways_of_telling_it(kind: E, text: str) -> None:
    assert kind in heard(text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (E.OWN_ACTION, "I have not chosen the machine."),
        (E.OWN_ACTION, "We rang the regional office."),
        (E.OWN_ACTION, "I would have had the signature moved."),
        (E.RESULT, "By Friday all of them were in their new rooms."),
        (E.RESULT, "I left the office and I signed the form."),
        (E.MEASURE, "It would take 25 minutes, it used to be 55."),
        (E.MEASURE, "We were 12 people in 2019."),
        (E.TRADE_OFF, "Nobody left the office."),
        (E.REFLECTION, "I am a teacher these days."),
    ],
)
def test_it_is_not_heard_where_it_was_not_so(kind: E, text: str) -> None:
    assert kind not in heard(text)


def test_what_was_told_before_the_deed_sets_the_scene() -> None:
    told = "A widow of eighty came to my counter and asked for a third card, with tears. "

    assert E.SITUATION in heard(f"{told} I switched on the spoken menu.")
    assert E.SITUATION not in heard("The boiler kept failing. I switched on the pump.")


def test_a_deed_that_is_its_own_object_is_read_as_nothing() -> None:
    turn = a_turn(
        0, Speaker.CANDIDATE, TurnKind.ANSWER, "I owned ownership. I led leadership.", "k1"
    )

    assert readable_sentences(sentences(turn), "") == []
