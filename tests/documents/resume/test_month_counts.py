"""How long somebody worked where a page gives years only: the middle of what it may mean."""

import pytest

from services.documents.rules.months import months_between
from tests.documents.reading import a_resume

NOW = 2026 * 12


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2019-01", "2019-12", 12),
        ("2019", "2022", 36),
        ("2019", "2020", 12),
        ("2019", "2019", 6),
        ("2019-03", "2022", 40),
        ("2019", "2022-06", 36),
        ("2019", "2019-03", 2),
        ("2019-10", "2019", 2),
        ("2025", None, 7),
        ("2026", None, 1),
    ],
)
def test_a_bare_year_counts_from_its_middle(start: str, end: str | None, months: int) -> None:
    assert len(months_between(start, end, now=NOW)) == months


def test_what_is_not_known_is_no_time() -> None:
    assert not months_between(None, "2020", now=NOW)
    assert not months_between("2020", None, now=None)


def test_two_roles_that_meet_in_a_year_leave_no_gap_and_count_once() -> None:
    read = a_resume(
        "Ada Fernweh\n\nEXPERIENCE\n\nHead Baker, Corner Mill, 2018 - 2022\n- Baked.\n\n"
        "Baker, Harbour Mill, 2015 - 2018\n- Baked.\n"
    )

    assert read.years_total == 7.0
