"""Each wall between what a model says of an answer and what counts, by itself."""

import pytest

from contracts.evidence import EvidenceType
from services.feedback.advice.asking import Asked, EvidenceClaim, EvidenceClaims
from services.feedback.advice.claims import Claimed, claimed
from services.feedback.advice.samples import reading_of
from services.feedback.adviser import answer_questions
from tests.feedback.advised import NAMES, PLAIN
from tests.feedback.build import a_transcript


def asked() -> Asked:
    (one,) = answer_questions(a_transcript(PLAIN), NAMES)
    return one


def line_with(words: str) -> str:
    return next(line.id for line in asked().question.data.lines if words in line.text)


def said(line: str, kind: str, quote: str) -> Claimed | None:
    claim = EvidenceClaim(line=line, type=kind, quote=quote)
    return claimed(asked(), EvidenceClaims(evidence=[claim]))


def test_what_stands_counts() -> None:
    sample = said(line_with("My hunch"), "reasoning", "My hunch was that nobody knew")

    assert sample is not None
    assert {kind for _, kind in sample.stands} == {EvidenceType.REASONING}


@pytest.mark.parametrize(
    ("words", "kind", "quote"),
    [
        ("My hunch", "reasoning", "because the profit would double"),
        ("My hunch", "reasoning", "My move was to throw out the old rota"),
        ("My hunch", "brilliance", "My hunch was that nobody knew"),
        ("By spring", "trade_off", "By spring the vans left full"),
        ("By spring", "reflection", "By spring the vans left full"),
    ],
    ids=["not said", "of another line", "no type of ours", "no sign of it", "no sign of that"],
)
def test_what_does_not_stand_is_dropped_and_counted(words: str, kind: str, quote: str) -> None:
    sample = said(line_with(words), kind, quote)

    assert sample is not None
    assert (sample.stands, len(sample.unfound | sample.unproved)) == ({}, 1)


def test_a_sample_that_claims_a_line_of_ours_is_thrown_away() -> None:
    one = asked()
    (ours, *_) = {line.id for line in one.question.data.lines} - one.sentences.keys()
    text = next(line.text for line in one.question.data.lines if line.id == ours)

    assert said(ours, "result", text) is None


def test_what_fewer_than_a_majority_shows_does_not_count() -> None:
    one = said(line_with("My hunch"), "reasoning", "My hunch was that nobody knew")
    assert one is not None
    none = Claimed({})

    assert reading_of([one, none, none], 3).evidence == ()
    assert reading_of([one, none, none], 3).agreement == 0.3333
    assert len(reading_of([one, one, none], 3).evidence) == 1


def test_a_line_that_is_claimed_for_everything_shows_nothing() -> None:
    line, quote = line_with("By spring"), "By spring the vans left full"
    kinds = ("situation", "result", "measure")
    all_of_them = [EvidenceClaim(line=line, type=kind, quote=quote) for kind in kinds]

    sample = claimed(asked(), EvidenceClaims(evidence=all_of_them))

    assert sample is not None
    assert sample.stands == {}
