"""What a list of skills names beyond our own is read as its owner wrote it."""

from uuid import UUID

import pytest

from contracts.analysis import FitItem, FitStatus
from contracts.corrections import Corrections
from contracts.message import FitId, JobDescriptionId
from services.documents.domain import Amendment, FitSource, JobSource
from services.documents.rules.engine import RulesAnalyst
from services.documents.rules.resume.corrected.editor import RulesEditor
from tests.documents.reading import ON, a_resume

HEAD = "Quince Ferrand\nquince@example.org\n\n"
JOB = "Keeper\n\nRequirements\n- Experience with falcon husbandry\n- A calm manner\n"


def listed(skills: str) -> list[str]:
    return [item.value for item in a_resume(f"{HEAD}Skills\n{skills}\n").listed]


def fit_item(skills: str) -> FitItem:
    """How the first wish of JOB after its title is met."""
    text, engine = f"{HEAD}Skills\n{skills}\n", RulesAnalyst()
    job = engine.read_job(JobSource(JobDescriptionId(UUID(int=2)), JOB))
    source = FitSource(FitId(UUID(int=3)), ON, a_resume(text), text, job, JOB)
    items = engine.judge_fit(source).items
    return next(item for item in items if "falcon" in item.requirement.span.quote)


@pytest.mark.parametrize(
    "skills",
    [
        "Gestión de equipos, Falcon husbandry",
        "Gestión de equipos; Falcon husbandry",
        "Gestión de equipos • Falcon husbandry",
        "Gestión de equipos · Falcon husbandry",
        "Gestión de equipos | Falcon husbandry",
        "Gestión de equipos / Falcon husbandry",
        "Gestión de equipos\nFalcon husbandry",
        "- Gestión de equipos\n- Falcon husbandry",
        "* Gestión de equipos\n* Falcon husbandry",
        "Work: Gestión de equipos\nAnimals: Falcon husbandry",
        "Gestión de equipos (advanced), Falcon husbandry – basic",
        "Gestión de equipos, Falcon\nhusbandry",
    ],
)
def test_items_are_read_however_the_list_is_written(skills: str) -> None:
    found = listed(skills)

    assert found == ["Gestión de equipos", "Falcon husbandry"]


def test_an_item_is_quoted_where_it_stands() -> None:
    text = f"{HEAD}Skills\nPython, Falcon\nhusbandry, Excel\n"

    (item,) = a_resume(text).listed

    assert item.value == "Falcon husbandry"
    assert text[item.span.start : item.span.end] == item.span.quote == "Falcon\nhusbandry"


@pytest.mark.parametrize(
    "skills",
    [
        "Python, advanced Excel, SAP",
        "Languages: German, Yoruba (native)",
        "Interests: Falconry, Gardening",
        "advanced, Grundkenntnisse, expert level",
        "2019 – 2021, March 2020",
        "I keep the calm when others lose it.",
        "Keeping every one of the many promises made to customers",
        "www.example.org, https://example.org/falcons, quince@example.org",
        "7, 85 %, •",
    ],
)
def test_what_is_known_or_no_skill_is_not_listed_beside(skills: str) -> None:
    found = listed(skills)

    assert found == []


def test_the_same_item_twice_is_listed_once() -> None:
    found = listed("Falcon husbandry, falcon husbandry\n\nTOOLS\nFalcon Husbandry")

    assert found == ["Falcon husbandry"]


def test_what_stands_outside_of_lists_is_not_listed() -> None:
    text = f"{HEAD}Experience\nKeeper, Mill Ltd, 2019 – 2021\n- Falcon husbandry, training\n"

    assert a_resume(text).listed == ()


def test_typed_bullets_make_whole_items_of_ambiguous_names() -> None:
    found = a_resume(f"{HEAD}Skills\n- R\n- Go\n\nTools\n* Excel\n* Access – basic\n")

    assert {skill.label for skill in found.skills} >= {"R", "Go", "Access"}


def test_a_wish_in_the_same_words_is_told_apart_and_scores_nothing() -> None:
    item, other = fit_item("Falcon husbandry"), fit_item("Knitting")

    assert (item.status, item.tier) == (FitStatus.UNKNOWN, 0) == (other.status, other.tier)
    assert item.reason == "Falcon husbandry: listed, but no role shows it."
    assert [span.quote for span in item.evidence] == ["Falcon husbandry"]
    assert other.evidence == ()


def test_what_its_owner_adds_in_the_same_words_is_listed_once() -> None:
    text = f"{HEAD}Skills\nFalcon husbandry, Knitting\n"
    given = Corrections(skills_added=("Falcon husbandry",))

    after = RulesEditor().amend(Amendment(a_resume(text), text, given, ON))

    assert [skill.label for skill in after.analysis.skills] == ["Falcon husbandry"]
    assert [item.value for item in after.analysis.listed] == ["Knitting"]
