"""What a job description asks for in its shortest and its kindest words."""

import pytest

from contracts.analysis import FitStatus, GapKind, RequirementKind, ScopeLevel, Strength, WorkScope
from tests.documents.build import Job, Written, a_fit, a_job


def asked(text: str) -> list[tuple[str, str]]:
    return [(r.strength.value, r.span.quote) for r in a_job(text).requirements]


@pytest.mark.parametrize("mark", ["- ", "• ", "* ", "→ ", "1. "])
@pytest.mark.parametrize(("letter", "skill"), [("R", "r"), ("C", "c")])
def test_a_point_of_one_letter_that_is_a_skill_asks_for_it(
    mark: str, letter: str, skill: str
) -> None:
    found = a_job(f"Requirements\n{mark}Python\n{mark}{letter}\n{mark}Kafka\n").requirements

    assert [r.any_of for r in found] == [("python",), (skill,), ("kafka",)]
    assert found[1].span.quote == letter


@pytest.mark.parametrize("said", ["x", "Z", "7", "-"])
def test_a_point_of_one_letter_that_is_no_skill_asks_for_nothing(said: str) -> None:
    found = a_job(f"Requirements\n- Python\n- {said}\n").requirements

    assert [r.any_of for r in found] == [("python",)]


@pytest.mark.parametrize(
    ("point", "groups"),
    [
        ("R, C", (("r",), ("c",))),
        ("Go / Rust", (("go", "rust"),)),
        ("R or SAS", (("r", "sas"),)),
        ("Word, Excel and Access", (("word",), ("excel",), ("access",))),
    ],
)
def test_a_point_that_only_lists_skills_asks_for_them(
    point: str, groups: tuple[tuple[str, ...], ...]
) -> None:
    (found,) = a_job(f"Requirements\n- {point}\n").requirements

    named = found.all_of or (found.any_of,)
    assert [len(group) for group in named] == [len(group) for group in groups]
    assert found.kind is RequirementKind.SKILL


@pytest.mark.parametrize(
    "wish",
    [
        "We'd love it if you also know Tableau",
        "We would be delighted if you knew Tableau",
        "It helps if you know Tableau",
        "Even better if you have used Tableau",
        "We would love to see experience with Tableau",
        "Knowing Tableau would be a welcome extra",
    ],
)
def test_a_kind_wish_is_nice_to_have(wish: str) -> None:
    text = f"Requirements\n- Experience with Kafka\n\n{wish}.\n"

    assert asked(text) == [("must", "Experience with Kafka"), ("nice", wish)]


def test_a_bonus_is_one_in_a_sentence_too() -> None:
    text = "Requirements\n- Experience with Kafka\n\nBonus if you know Tableau.\n"

    assert asked(text)[1] == ("nice", "Bonus if you know Tableau")


@pytest.mark.parametrize(
    ("line", "place", "pay"),
    [
        ("Location: Leeds, hybrid. Salary: £45,000 to £55,000", "Leeds", "£45,000 to £55,000"),
        ("Salary: £45,000. Location: Leeds. Hours: 37.5", "Leeds", "£45,000"),
        ("Location: Leeds, UK, on-site; Salary: £45,000", "Leeds, UK", "£45,000"),
        ("Location: St. Ives, Cornwall. Pay: £30,000", "St. Ives, Cornwall", "£30,000"),
        ("Location: Leeds, remote two days. We are friendly.", "Leeds", None),
        ("Location: Leeds Start date: 1 May", "Leeds", None),
    ],
)
def test_several_terms_may_share_a_line(line: str, place: str, pay: str | None) -> None:
    terms = a_job(f"Baker\n\nWe bake bread in the morning.\n\n{line}\n").terms

    assert terms.place is not None
    assert terms.place.quote == place
    assert (terms.pay and terms.pay.quote) == pay


GRADED = """Product Manager
GS-14 or GS-15

Qualifications

To qualify at the GS-15 level you must have one year of experience at the GS-14 level in:

- Owning a product roadmap

To qualify at the GS-14 level you must have one year of experience at the GS-13 level in:

- Developing a product roadmap

Other requirements

- Experience with Kafka
"""


def test_of_several_grades_the_lowest_is_asked_and_the_higher_ones_are_no_second_must() -> None:
    said = {quote: strength for strength, quote in asked(GRADED)}

    assert said["Owning a product roadmap"] == "nice"
    assert said["Developing a product roadmap"] == "must"
    assert said["Experience with Kafka"] == "must"
    years = [r.strength for r in a_job(GRADED).requirements if r.min_years]
    assert years == [Strength.NICE, Strength.MUST]


def test_a_point_that_only_names_the_grades_asks_for_nothing_to_be_shown() -> None:
    text = "Requirements\n- Experience with Kafka\n- GS-14 or GS-15\n"

    assert asked(text) == [("must", "Experience with Kafka")]


LEADS = (
    "Engineering Manager\n\nRequirements\n- Experience leading a team of {} engineers\n- Kafka\n"
)


def test_a_size_that_is_asked_is_compared_once_and_told_the_same_everywhere() -> None:
    resume = Written([Job("Engineering Manager", ["Led 6 engineers"])], scope=WorkScope(people=6))

    report = a_fit(resume, LEADS.format(10))

    item = report.items[1]
    assert item.reason == "10 people are asked, 6 are shown."
    assert item.status is FitStatus.PARTIAL
    (gap,) = [gap for gap in report.gaps if gap.kind is GapKind.SCOPE]
    assert gap.requirement_id == item.requirement.id
    assert [row.is_met for row in report.scope if row.dimension == "people"] == [False]


def test_a_size_that_is_reached_is_met() -> None:
    resume = Written([Job("Engineering Manager", ["Led 12 engineers"])], scope=WorkScope(people=12))

    report = a_fit(resume, LEADS.format(10))

    assert report.items[1].status is FitStatus.MET
    assert not [gap for gap in report.gaps if gap.kind is GapKind.SCOPE]


def test_and_or_goes_on_to_a_word_that_is_a_skill_only_in_a_list() -> None:
    job = a_job("Engineer\n\nRequirements\n- Experience with Python and/or Rust\n")

    assert any({"python", "rust"} == set(each.any_of) for each in job.requirements)


@pytest.mark.parametrize("named", ["Active Secret clearance", "Must hold a Top Secret clearance"])
def test_a_clearance_of_any_grade_is_a_gate(named: str) -> None:
    job = a_job(f"Engineer\n\nRequirements\n- {named}\n- Good humour\n")

    (clearance,) = (each for each in job.requirements if "clearance" in each.span.quote)
    assert clearance.is_gate


@pytest.mark.parametrize("named", ["Report to the VP of Product", "Reports directly to our CEO"])
def test_the_level_of_who_is_reported_to_is_not_asked(named: str) -> None:
    assert a_job(f"Analyst\n\nDuties\n- {named}\n").scope.level is ScopeLevel.UNKNOWN


def test_the_size_of_the_employer_is_no_team_to_lead() -> None:
    job = a_job(
        "Manager\n\nAbout us\nWe are a team of 300 people.\n\nDuties\n- Lead a team of 8 people\n"
    )

    assert job.scope.people == 8


@pytest.mark.parametrize(
    "said",
    [
        "Java, but we do not use Spring",
        "Java. Not required: Spring.",
        "Java; there is no need for Spring",
    ],
)
def test_what_is_denied_is_not_asked(said: str) -> None:
    job = a_job(f"Engineer\n\nRequirements\n- {said}\n- Good humour\n")

    named = {skill for r in job.requirements for group in (r.any_of, *r.all_of) for skill in group}
    assert named == {"java"}


def test_a_wish_behind_another_in_one_line_is_read_too() -> None:
    said = "You should know Python. Spanish is a plus. CCRN preferred."

    found = asked(f"Requirements\n{said}\n")

    assert found[1:] == [("nice", "Spanish is a plus"), ("nice", "CCRN preferred")]
