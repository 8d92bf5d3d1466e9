"""What an advertisement wishes for without asking it of everybody."""

import pytest

from contracts.analysis import Strength
from tests.documents.build import a_job

LISTED = "Cook\n\nWhat we're after\nExperience of baking bread.\n{}\n"
POINTS = "Cook\n\nRequirements\n- Experience of baking bread\n- {}\n"
TOLD = "Cook\n\nWe are a small firm. You need experience of baking bread. {} You will like it.\n"


def strengths(layout: str, said: str) -> set[Strength]:
    text = layout.format(said)
    found = a_job(text).requirements
    begin = text.index(said)
    return {each.strength for each in found if begin <= each.span.start < begin + len(said)}


@pytest.mark.parametrize("layout", [LISTED, POINTS, TOLD])
@pytest.mark.parametrize(
    "said",
    [
        "You would ideally have worked for a housing association before.",
        "You'd ideally bring some experience of stock control.",
        "You will ideally hold a forklift certificate.",
        "In an ideal world you have experience of running a kitchen.",
        "You may have experience of Sage already.",
        "You might also have experience of Sage.",
        "Perhaps you have experience of working in a school.",
    ],
)
def test_a_wish_in_the_midst_of_its_sentence_is_nice_to_have(layout: str, said: str) -> None:
    assert strengths(layout, said) == {Strength.NICE}


@pytest.mark.parametrize("layout", [LISTED, POINTS])
@pytest.mark.parametrize(
    "said",
    [
        "Know SOE/Exact; not a deal breaker if not, we'll teach you",
        "Experience of Sage; but not essential",
        "Experience of Sage, which can be learnt on the job",
    ],
)
def test_what_is_taken_back_in_the_same_breath_is_no_must(layout: str, said: str) -> None:
    assert Strength.MUST not in strengths(layout, said)


@pytest.mark.parametrize(
    "said",
    [
        "Three years of bookkeeping, ideally in practice",
        "You will be ideally suited and have experience of Sage",
        "You may have to lift 25 kg and must have experience of Sage",
        "Experience of Sage; an HGV licence is not essential",
        "Ideally placed or not, you must have experience of Sage",
    ],
)
def test_what_is_only_refined_by_a_wish_stays_a_must(said: str) -> None:
    assert Strength.MUST in strengths(POINTS, said)


YARD = "Forklift Driver\n\nOur yard needs a driver. You will be loading lorries. {}\n"


@pytest.mark.parametrize(
    "said", ["You'll be good with customers.", "You will be good at working alone."]
)
def test_how_somebody_will_be_is_asked_and_no_work_to_be_done(said: str) -> None:
    job = a_job(YARD.format(said))

    assert said.rstrip(".") in [each.span.quote for each in job.requirements]
    assert [duty.span.quote for duty in job.duties] == ["You will be loading lorries"]


@pytest.mark.parametrize(
    "said",
    [
        "You'll be happy to hear that we pay weekly.",
        "You will be working with customers.",
        "You'll be good to go after two weeks.",
    ],
)
def test_what_will_befall_somebody_is_not_asked_of_them(said: str) -> None:
    asked = [each.span.quote for each in a_job(YARD.format(said)).requirements]

    assert said.rstrip(".") not in asked
