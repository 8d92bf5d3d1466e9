"""Numbers with a sign, and shares of what went up or down."""

import pytest

from services.documents.rules.resume.roles.metrics import metrics_in


def found(line: str) -> list[tuple[float, str, str | None, str]]:
    return [
        (metric.value, metric.unit, metric.direction, line[metric.start : metric.end])
        for metric in metrics_in(line, 0, len(line))
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Redesigned the checkout, +18% conversion.", (18, "%", "up", "+18%")),
        ("Loyalty scheme: churn -4%", (4, "%", "down", "-4%")),
        ("Wrote the newsletter (\u22124%)", (4, "%", "down", "\u22124%")),
        ("Ran the fan page, +1,200 followers", (1200, "followers", "up", "+1,200 followers")),
        ("Ran the fan page, +1,200", (1200, "count", "up", "+1,200")),
        ("A new basket: +18 % de conversion", (18, "%", "up", "+18 %")),
        ("Built the help centre, a ~10% CSAT lift", (10, "%", "up", "~10%")),
        ("Led the move, with a 20% cost reduction", (20, "%", "down", "20%")),
    ],
)
def test_a_sign_or_the_word_behind_says_the_direction(
    line: str, said: tuple[float, str, str, str]
) -> None:
    assert found(line) == [said]


def test_a_lift_behind_a_number_is_not_turned_by_a_cut_before_it() -> None:
    assert [metric[2] for metric in found("Cut costs by 20% and a 10% CSAT lift")] == ["down", "up"]


@pytest.mark.parametrize(
    "line",
    [
        "Stored samples at -80 degrees",
        "Cleaned a -20 C freezer",
        "Call +44 20 7946 0018",
        "Wrote C++17 and A+1 forms",
    ],
)
def test_a_sign_alone_makes_no_metric(line: str) -> None:
    assert found(line) == []
