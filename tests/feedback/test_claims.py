"""Which claims of a model stand: the words are there, happened, and can show what is said."""

import pytest

from contracts.evidence import EvidenceType
from contracts.interview import QuestionKind
from services.feedback.advice.asking import (
    MOST_CHARACTERS,
    EvidenceClaim,
    EvidenceClaims,
    questions,
)
from services.feedback.advice.claims import claimed
from services.feedback.advice.samples import is_settled, reading_of
from services.feedback.rules.answering.answers import answers_in
from tests.feedback.advised import NAMES
from tests.feedback.build import a_question, a_transcript

TOLD = (
    "The warehouse kept sending out half-empty vans, and drivers were cross about it."
    " I threw out the old rota and redid the routes on a wall map with Ada Example."
    " By spring the vans left full and the phone stayed silent."
)
DEED = "I threw out the old rota and redid the routes with care."


def about(answer, question=None):
    transcript = a_transcript(answer, questions=[question or a_question()])
    (asked,) = questions(answers_in(transcript, {}), NAMES)
    return asked


def saying(asked, *claims):
    """`claims` are pairs of type and quote, each about the line that holds its quote."""
    lines = asked.question.data.lines
    return EvidenceClaims(
        evidence=[
            EvidenceClaim(
                line=next(
                    (line.id for line in lines if quote in line.text), next(iter(asked.sentences))
                ),
                type=kind,
                quote=quote,
            )
            for kind, quote in claims
        ]
    )


def stands(answer, kind, quote, question=None):
    asked = about(f"{answer} It was due on a fixed date.", question)
    kept = claimed(asked, saying(asked, ("own_action", DEED), (kind, quote)))
    return kept is not None and any(
        one.type.value == kind and quote in one.span.quote for one in kept.stands.values()
    )


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("own_action", "I threw out the old rota"),
        ("situation", "The vans were half empty"),
        ("result", "by spring the vans left full"),
        ("measure", "we sold 40 loaves where 25 were sold before"),
        ("reasoning", "my hunch was that nobody looked"),
        ("trade_off", "a cost that we could bear"),
        ("reflection", "these days I look at a map first"),
    ],
)
def test_words_that_show_a_type_stand(kind, words):
    assert stands(f"{DEED} {words}.", kind, words)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("own_action", "I would throw out the old rota"),
        ("own_action", "They threw out the old rota"),
        ("own_action", "I did not touch the old rota"),
        ("result", "I wanted the vans to leave full by spring"),
        ("result", "I would have the vans leave full by spring"),
        ("result", "The vans are blue and the depot is large"),
        ("measure", "the vans left much fuller than before"),
        ("reflection", "the vans left full in the morning"),
        ("trade_off", "the vans left full in the morning"),
        ("reasoning", "the vans left full in the morning"),
        ("situation", "Vans are a means of transport"),
    ],
)
def test_words_that_cannot_show_a_type_fall(kind, words):
    assert not stands(f"{DEED} {words}.", kind, words)


def test_what_one_would_do_is_an_action_where_that_is_asked():
    asked = a_question(kind=QuestionKind.SITUATIONAL)
    words = "I would have rung the depot, and I rang it myself"

    assert stands(f"{DEED} {words}.", "own_action", words, asked)
    assert not stands(f"{DEED} {words}.", "own_action", "I would have rung the depot")


def test_a_quote_that_is_not_there_is_dropped_and_counted():
    asked = about(TOLD)
    answer = saying(asked, ("own_action", "I bought three new vans"), ("own_action", "I threw out"))

    kept = claimed(asked, answer)

    (one,) = kept.stands.values()
    assert one.span.quote.startswith("I threw out the old rota")
    assert (len(kept.unfound), len(kept.unproved)) == (1, 0)


def test_unknown_lines_and_types_are_dropped_and_counted():
    asked = about(TOLD)
    real = saying(asked, ("own_action", "I threw out the old rota")).evidence[0]
    odd = [
        real.model_copy(update={"line": "l99"}),
        real.model_copy(update={"type": "charisma"}),
    ]

    kept = claimed(asked, EvidenceClaims(evidence=[*odd, real]))

    assert len(kept.stands) == 1
    assert (len(kept.unfound), len(kept.unproved)) == (1, 1)


def test_a_result_before_anything_was_done_is_the_situation():
    text = "By spring the vans had stopped coming back. I threw out the old rota and redid it."
    asked = about(f"{text} It was due on a fixed date.")

    kept = claimed(
        asked,
        saying(asked, ("result", "By spring the vans had stopped"), ("own_action", "I threw out")),
    )

    assert [one.type for one in kept.stands.values()] == [EvidenceType.OWN_ACTION]
    assert (len(kept.unfound), len(kept.unproved)) == (0, 1)


def test_a_sample_that_claims_lines_of_ours_is_thrown_away():
    asked = about(TOLD)
    ours = next(line for line in asked.question.data.lines if line.id not in asked.sentences)
    claim = EvidenceClaim(line=ours.id, type="situation", quote=ours.text)

    assert claimed(asked, EvidenceClaims(evidence=[claim])) is None


def test_a_name_in_a_quote_is_put_back_before_it_is_looked_for():
    asked = about(TOLD)
    quote = "redid the routes on a wall map with [[PERSON_1]]"

    kept = claimed(asked, saying(asked, ("own_action", f"I threw out the old rota and {quote}")))

    (one,) = kept.stands.values()
    assert "with Ada Example" in one.span.quote


def test_a_question_of_the_candidates_is_no_evidence():
    assert not stands(f"{DEED} By spring the vans left full?", "result", "By spring the vans left")


def test_an_answer_that_is_too_long_says_so():
    assert not about(TOLD).is_too_long
    assert about(f"{TOLD}\n" * (MOST_CHARACTERS // len(TOLD) + 5)).is_too_long


def sampled(asked, *quotes):
    return claimed(asked, saying(asked, *(("own_action", each) for each in quotes)))


def test_two_samples_that_agree_settle_three():
    asked = about(TOLD)
    one, none = sampled(asked, "I threw out the old rota"), sampled(asked)

    assert not is_settled([one], 3)
    assert is_settled([one, one], 3)
    assert not is_settled([one, none], 3)
    assert is_settled([one, none, one], 3)
    assert is_settled([one], 1)


def test_a_majority_counts_and_the_agreement_is_of_all_that_was_shown():
    asked = about(TOLD)
    one, none = sampled(asked, "I threw out the old rota"), sampled(asked)

    assert len(reading_of([one, none, one], 3).evidence) == 1
    assert reading_of([one, none, one], 3).agreement == 0.6667
    assert reading_of([one, none, none], 3).evidence == ()
    assert reading_of([none, none], 3).agreement == 1.0


WEAK = (
    ("Silence makes people angrier than bad news.", "reflection"),
    ("The ward was full that night.", "trade_off"),
    ("Everybody liked the soup.", "measure"),
    ("I would have asked the driver.", "result"),
    ("Was it the pump?", "reasoning"),
)


@pytest.mark.parametrize(("said", "kind"), WEAK)
def test_words_that_stand_and_are_not_enough_are_not_told_as_missing(said, kind):
    asked = about(f"{TOLD} {said}")
    sample = claimed(asked, saying(asked, (kind, said.rstrip(".?"))))

    how = reading_of([sample] * 2, 3)

    assert (how.dropped, how.unfound) == (1, 0)


@pytest.mark.parametrize("quote", ["I sold the vans", "nobody was there", "by 40 percent"])
def test_the_same_invented_words_in_two_samples_are_one(quote):
    asked = about(TOLD)
    sample = claimed(asked, saying(asked, ("result", quote)))

    how = reading_of([sample] * 2, 3)

    assert (how.dropped, how.unfound) == (1, 1)
