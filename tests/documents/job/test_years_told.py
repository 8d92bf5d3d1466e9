"""Years of work are read however an advertisement tells them: in figures, words or a turn."""

import pytest

from tests.documents.build import a_job


def years(line: str) -> float | None:
    (found,) = a_job(f"Requirements\n- {line}\n").requirements
    return found.min_years


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("A decade of audit", 10),
        ("Half a decade in haulage", 5),
        ("Two decades of ships", 20),
        ("A couple of years working in a bakery", 2),
        ("At least a couple of years behind you", 2),
        ("Half a year in a shop", 0.5),
        ("A year and a half with horses", 1.5),
        ("One and a half years of audit", 1.5),
        ("Eighteen months in a nursery", 1.5),
        ("6+ months on a farm", 0.5),
        ("Between three and five years in audit", 3),
        ("Two to four years of audit", 2),
        ("Three-plus years in audit", 3),
        ("Twenty years in the trade", 20),
        ("Years of experience: 3-5", 3),
        ("Experience (years): 4", 4),
        ("4+ PQE", 4),
        ("Three years of audit, though two would do", 2),
        ("Nobody with less than three years of audit need apply", 3),
        ("Less than two years of audit will not be enough", 2),
        ("52 weeks of specialized experience in audit", 1),
        ("Four (4) to seven (7) years of audit", 4),
    ],
)
def test_years_are_read_in_words_and_turns(line: str, number: float) -> None:
    assert years(line) == number


@pytest.mark.parametrize(
    "line",
    [
        "Audit twice a year in the north",
        "Plan two years ahead",
        "Up to five years of audit",
        "Manage a fixed term of 12 months in audit",
        "Know what the last decade in audit has brought",
    ],
)
def test_how_often_or_when_is_no_length_of_work(line: str) -> None:
    found = a_job(f"Requirements\n- {line}\n").requirements

    assert all(each.min_years is None for each in found)


@pytest.mark.parametrize(
    "said",
    [
        "We have been baking for thirty years",
        "Our founder spent a decade in banking",
        "The lease is for ten years",
        "In the last ten years we have built 300 homes",
        "More than five years isn't needed",
    ],
)
def test_the_years_of_the_firm_are_asked_of_nobody(said: str) -> None:
    found = a_job(f"Baker\n\nThe oven is warm. {said}. You bake.\n").requirements

    assert all(each.min_years is None for each in found)
