"""Spoken languages that are asked for by their kin, or by no name at all."""

import pytest

from contracts.analysis import FitItem, FitStatus, RequirementKind
from tests.documents.build import Job, Written, a_fit

ASKED = "Team Member\n\nRequirements\n- {}\n"


def item_of(languages: list[str], asked: str) -> FitItem:
    resume = Written([Job("Team Member", ["Kept the rota"])], languages=languages)
    return a_fit(resume, ASKED.format(asked)).items[-1]


@pytest.mark.parametrize(
    ("languages", "asked"),
    [
        (["Swedish, mother tongue"], "Danish or another Scandinavian language"),
        (["Finnish: native"], "Swedish or another Nordic language"),
        (["Ukrainian, fluent"], "Fluent Polish or another Slavic language"),
        (["Catalan C2"], "Spanish or any other Romance language"),
        (["English: native", "Dutch B2"], "English and another European language"),
        (["Korean: native"], "An Asian language is required"),
        (["English: native", "Thai: fluent"], "Fluency in a second language"),
        (["German: mother tongue", "English C1"], "At least one foreign language"),
        (["French: native", "English: fluent"], "You speak an additional language"),
        (["Norwegian: native"], "Fluent in a Scandinavian language"),
        (["English C1", "Hindi: native"], "Knowledge of one South Asian language"),
        (["Danish"], "Danish"),
    ],
)
def test_a_language_is_met_by_one_of_its_kin_or_by_any_where_none_is_named(
    languages: list[str], asked: str
) -> None:
    item = item_of(languages, asked)

    assert item.requirement.kind is RequirementKind.LANGUAGE
    assert item.status is FitStatus.MET
    assert item.evidence


@pytest.mark.parametrize(
    ("languages", "asked"),
    [
        (["Finnish: native"], "Danish or another Scandinavian language"),
        (["German: native"], "Polish or another Slavic language"),
        (["Turkish: native"], "Spanish or any other Romance language"),
        (["English: native"], "English and another European language"),
        (["English: native"], "Fluency in a second language"),
        (["Swedish: basic"], "Fluent Danish or another Scandinavian language"),
        (["Spanish: native"], "An Asian language is required"),
    ],
)
def test_a_language_of_another_kind_or_too_little_of_it_does_not_meet_it(
    languages: list[str], asked: str
) -> None:
    assert item_of(languages, asked).status is not FitStatus.MET


@pytest.mark.parametrize(
    "asked",
    [
        "Experience with another programming language",
        "Python or another scripting language",
        "Body language awareness",
        "Interest in the European market",
        "Another European site to visit each month",
        "Natural language processing",
        "A second monitor",
        "Knowledge of sign language interpreting services",
    ],
)
def test_what_is_no_spoken_language_is_asked_for_as_none(asked: str) -> None:
    assert item_of(["Swedish"], asked).requirement.kind is not RequirementKind.LANGUAGE


@pytest.mark.parametrize(
    ("languages", "tier"),
    [
        (["English C2", "Dutch B2"], 3),
        (["English C2", "French B2"], 3),
        (["English C2"], 2),
        (["French: native", "Dutch: native"], 2),
    ],
)
def test_a_choice_beside_another_language_asks_for_both(languages: list[str], tier: int) -> None:
    item = item_of(languages, "You write reports in English and either French or Dutch")

    assert item.tier == tier
    assert item.requirement.looked_for == ("English", "French", "Dutch")
