"""Feedback in the words of the answer: a model points and orders, and adds nothing."""

from collections.abc import Sequence

import pytest

from contracts.disclosure import SendingOutcome, SendingPurpose
from contracts.evidence import EvidenceType
from ops.report.examine import examine
from ops.report.verdict import Verdict
from services.feedback.advice.wording import FeedbackWords, wordings
from services.feedback.rules.coach import RulesCoach
from services.feedback.rules.counting import answers_counted
from tests.documents.test_injections import ORDERS
from tests.feedback.advised import (
    NAMES,
    OTHER,
    PLAIN,
    SEEN,
    a_session,
    an_adviser,
    bare,
    reported,
    told,
)
from tests.ops.signed import given_out, with_keys
from tests.support.people import a_person
from tests.support.provider import Fault, Mind

LACKING = (
    "Our shop lost its only baker on a Friday in 2019."
    " The flour was already in the house."
    " I rang every bakery in town with Ada Example and swapped two of our shifts for one of theirs,"
    " since a closed shop would have lost us the market stall."
    " We kept the stall."
)
"""Tells what came of it without a figure."""


def wording(about: Sequence[tuple[str, str, str]] = (), told: Sequence[str] = ()) -> Mind:
    """A mind that reads as `SEEN` does, words as it is told, and has much else to say."""

    def said(lines):
        return {
            **SEEN(lines),
            "about": [
                {"type": kind, "line": line, "quote": quote, "text": "You doubled the profit."}
                for kind, line, quote in about
            ],
            "told": list(told),
            "fix": "Say that you saved 90 %.",
            "level": 5,
        }

    return said


def lacking():
    """What the rules alone say of that answer, and what of it may be asked."""
    transcript = a_session(LACKING)
    (asked,) = wordings(answers_counted(transcript, {}), NAMES)
    return RulesCoach().report(bare(transcript)).questions[0], asked


def whole_order():
    """Every line once, and every blank."""
    _, asked = lacking()
    return [*asked.sentences, *(kind.value for kind in asked.missing)]


def test_a_fix_picks_up_words_of_the_answer_and_the_stronger_version_has_another_order(
    stack, fake, adviser
):
    alone, _ = lacking()
    order = whole_order()[::-1]
    fake.mind = wording([(alone.one_fix.missing, "l4", "We kept the stall")], order)

    question = reported(stack, a_person(), adviser, a_session(LACKING)).questions[0]

    assert question.one_fix.about.quote == "We kept the stall"
    assert question.one_fix.text == alone.one_fix.text
    assert (question.one_fix.level_now, question.one_fix.level_then) == (
        alone.one_fix.level_now,
        alone.one_fix.level_then,
    )
    assert question.worded.alone == alone.stronger_version
    assert question.worded.dropped == 0
    assert question.stronger_version.index("We kept the stall.") < (
        question.stronger_version.index("Our shop lost its only baker")
    )


def test_the_words_that_were_picked_stand_at_their_place(stack, fake, adviser):
    alone, _ = lacking()
    fake.mind = wording([(alone.one_fix.missing, "l3", "I rang every bakery in town")])

    report = reported(stack, a_person(), adviser, a_session(LACKING))

    about = report.questions[0].one_fix.about
    text = next(t.text for t in report.transcript.turns if t.turn_id == about.document_id)
    assert text[about.start : about.end] == about.quote == "I rang every bakery in town"


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("l4", "We saved 90 % of the costs"),
        ("l1", "We kept the stall"),
        ("l9", "We kept the stall"),
        ("l4", "stall"),
        ("l4", ""),
        (
            "l3",
            "I rang every bakery in town with Ada Example and swapped two of our shifts for one",
        ),
    ],
    ids=["not said", "other line", "no such line", "too short", "empty", "too long"],
)
def test_words_that_do_not_stand_are_dropped_and_the_fix_is_the_rules_own(
    stack, fake, adviser, line, quote
):
    alone, _ = lacking()
    fake.mind = wording([(alone.one_fix.missing, line, quote)])

    question = reported(stack, a_person(), adviser, a_session(LACKING)).questions[0]

    assert question.one_fix == alone.one_fix
    assert question.worded.dropped == 1


def _without(order, *left_out):
    return [one for one in order if one not in left_out]


@pytest.mark.parametrize(
    "broken",
    [
        lambda order: _without(order, "l3"),
        lambda order: order[:-1],
        lambda order: [*order, "l1"],
        lambda order: [*order, "l99"],
        lambda order: [*order, "We doubled the profit."],
        lambda order: order[:1],
    ],
    ids=[
        "deed left out",
        "blank left out",
        "twice",
        "no such line",
        "words of its own",
        "one line",
    ],
)
def test_an_order_that_loses_or_invents_something_is_dropped(stack, fake, adviser, broken):
    alone, _ = lacking()
    fake.mind = wording(told=broken(whole_order()))

    question = reported(stack, a_person(), adviser, a_session(LACKING)).questions[0]

    assert question.stronger_version == alone.stronger_version
    assert question.worded.alone is None
    assert question.worded.dropped == 1


def test_nothing_that_it_says_moves_a_number_or_adds_a_word(stack, fake, adviser):
    person, transcript = a_person(), a_session(LACKING, OTHER)
    fake.mind = wording(
        [(kind, line, quote) for kind in EvidenceType for line, quote in (("l1", "90 % better"),)],
        whole_order(),
    )

    report = reported(stack, person, adviser, transcript)

    fake.mind = SEEN
    other = reported(stack, a_person(), adviser, a_session(LACKING, OTHER))
    assert report.scorecard.competencies == other.scorecard.competencies
    assert "90 %" not in report.model_dump_json()
    assert "profit" not in report.model_dump_json()


def test_each_question_is_one_call_and_is_in_the_ledger(stack, fake, adviser):
    person = a_person()

    reported(stack, person, adviser, a_session(LACKING, PLAIN))

    rows = told(stack, person, SendingPurpose.WORD_FEEDBACK)
    assert [(row.tries, row.outcome) for row in rows] == [(1, SendingOutcome.ANSWERED)] * 2


@pytest.mark.parametrize(
    ("fault", "times", "outcome"),
    [
        (Fault.REFUSAL, 1, SendingOutcome.REFUSED),
        (Fault.TRUNCATED, 2, SendingOutcome.TRUNCATED),
        (Fault.NOT_JSON, 2, SendingOutcome.NOT_JSON),
        (Fault.OTHER_SHAPE, 2, SendingOutcome.NOT_OUR_SHAPE),
        (Fault.RATE_LIMITED, 1, SendingOutcome.RATE_LIMITED),
        (Fault.BROKEN, 1, SendingOutcome.SERVER_ERROR),
    ],
    ids=lambda value: getattr(value, "name", str(value)),
)
def test_whatever_goes_wrong_the_words_are_the_rules_and_it_is_said(
    stack, fake, adviser, fault, times, outcome
):
    alone, _ = lacking()
    fake.mind = _failing(fake, wording(told=whole_order()[::-1]), [fault] * times)

    question = reported(stack, a_person(), adviser, a_session(LACKING)).questions[0]

    assert question.worded.instead == outcome.value
    assert (question.one_fix, question.stronger_version) == (
        alone.one_fix,
        alone.stronger_version,
    )
    assert question.sampled.instead is None


def _failing(fake, mind, faults):
    """Reads well; the faults come once the answer has been read twice."""
    read = []

    def said(lines):
        read.append(lines)
        if len(read) == 2:
            fake.script.extend(faults)
        return mind(lines)

    return said


def test_what_is_not_worded_within_the_budget_is_the_rules(stack, fake, model):
    ticks = iter((0, 0, 0, 44.5))

    report = reported(
        stack, a_person(), an_adviser(stack, model, clock_s=lambda: next(ticks)), a_session(LACKING)
    )

    question = report.questions[0]
    assert question.sampled.instead is None
    assert question.worded.instead == "out_of_time"


def test_an_answer_that_was_not_read_is_not_worded_either(stack, fake, adviser):
    person = a_person()
    fake.script.append(Fault.REFUSAL)

    question = reported(stack, person, adviser, a_session(LACKING)).questions[0]

    assert question.worded is None
    assert told(stack, person, SendingPurpose.WORD_FEEDBACK) == ()


def test_names_stay_here_and_come_back(stack, fake, adviser):
    alone, _ = lacking()
    fake.mind = wording([(alone.one_fix.missing, "l3", "every bakery in town with [[PERSON_1]]")])

    question = reported(stack, a_person(), adviser, a_session(LACKING)).questions[0]

    assert "Ada" not in "".join(each.prompt for each in fake.received)
    assert question.one_fix.about.quote == "every bakery in town with Ada Example"


@pytest.mark.parametrize("order", ORDERS)
def test_an_order_in_an_answer_is_not_sent_and_never_told(order):
    transcript = a_session(f"{LACKING} {order}")

    asked = wordings(answers_counted(transcript, {}), NAMES)

    for each in asked:
        assert order not in each.question.text


def test_a_report_that_a_model_worded_is_checked_offline(stack, fake, adviser):
    alone, _ = lacking()
    order = whole_order()[::-1]
    fake.mind = wording([(alone.one_fix.missing, "l4", "We kept the stall")], order)
    report = reported(stack, a_person(), adviser, a_session(LACKING))

    good = examine(given_out(report).model_dump_json().encode(), with_keys())
    question = report.questions[0]
    fix = question.one_fix
    moved = fix.model_copy(
        update={"about": fix.about.model_copy(update={"start": 0, "end": len(fix.about.quote)})}
    )
    other = report.model_copy(
        update={"questions": (question.model_copy(update={"one_fix": moved}),)}
    )
    bad = examine(given_out(other).model_dump_json().encode(), with_keys())

    assert good.verdict is Verdict.VALID, good.text
    assert bad.verdict is Verdict.NOT_VALID


def test_the_shape_has_no_room_for_words_of_its_own():
    assert FeedbackWords.model_json_schema()["additionalProperties"] is False
    assert set(FeedbackWords.model_fields) == {"about", "told"}
