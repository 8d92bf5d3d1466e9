"""Of a list that goes on to "or similar" one is enough; what is done with a tool stands apart."""

import pytest

from services.documents.rules.durations import years_asked
from tests.documents.job.test_job import only


@pytest.mark.parametrize(
    ("line", "groups"),
    [
        ("Python, Java, or a similar language", [("python", "java")]),
        ("Experience with Python, Java or similar", [("python", "java")]),
        ("AWS, Azure or other cloud provider", [("aws", "azure")]),
        ("Jira, Trello, Asana or similar tools", [("jira", "trello", "asana")]),
        ("PostgreSQL, MySQL (or similar)", [("postgresql", "mysql")]),
        ("At least two of Python, Java, Go", [("python", "java", "go")]),
        ("Tableau, Looker - one of these is enough", [("tableau", "looker")]),
        ("Python, Java and Go or similar", [("python",), ("java",), ("go",)]),
        ("Python, Java, to be learned or not", [("python",), ("java",)]),
        (
            "Financial reporting using Excel or Power BI",
            [("financial-reporting",), ("excel", "power-bi")],
        ),
    ],
)
def test_one_is_enough_where_the_list_goes_on(line: str, groups: list[tuple[str, ...]]) -> None:
    found = only(line)

    assert groups in ([*found.all_of], [found.any_of])


@pytest.mark.parametrize(
    ("line", "looked_for"),
    [
        ("Owning, and telling of, the product roadmap at GS-14", ("Product roadmaps",)),
        ("Developing or owning the product roadmap", ("Product roadmaps",)),
        ("Either a CPA or 5 years of audit experience", ("CPA", "5 years of audit experience")),
        ("AT LAST: knowledge of PostgreSQL", ("PostgreSQL",)),
        ("Be a U.S. sailor", ()),
        ("Rowing a canoe is required, or a raft", ("Rowing a canoe", "raft")),
        ("P.Eng. or eligibility for it", ("P.Eng", "eligibility")),
    ],
)
def test_what_is_looked_for_has_no_leftovers(line: str, looked_for: tuple[str, ...]) -> None:
    assert only(line).looked_for == looked_for


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("Either a CPA or 5 years of audit experience", None),
        ("5 years of Python or Java", 5),
    ],
)
def test_years_that_are_one_of_the_alternatives_are_not_asked_of_the_other(
    line: str, years: float | None
) -> None:
    assert only(line).min_years == years


def test_how_long_a_paper_is_held_is_a_length_of_work() -> None:
    assert years_asked("Class 1 licence held for at least 12 months") == 1
