"""The picture of a career: where each role stands on one line of years."""

from datetime import UTC, datetime

import pytest

from contracts.analysis import Role
from gateway.documents import examples
from gateway.documents.career import WIDTH, Career, career_of

READ_AT = datetime(2026, 6, 15, tzinfo=UTC)


def _career(*dates: tuple[str | None, str | None]) -> Career | None:
    """Of roles from when to when; an end of None goes on."""
    (made, *_) = examples.ANALYSIS.roles
    return career_of(
        (
            Role.model_validate(
                {**made.model_dump(), "start": start, "end": end, "is_current": end is None}
            )
            for start, end in dates
        ),
        READ_AT,
    )


def test_roles_that_follow_each_other_stand_side_by_side() -> None:
    career = _career(("2021-07", "2022-12"), ("2020-01", "2021-06"))

    assert career is not None
    later, earlier = career.bars
    assert (career.since, career.until, career.step) == (2020, 2022, 1)
    assert (earlier.left, earlier.width) == (0, WIDTH / 2)
    assert (later.left, later.width) == (WIDTH / 2, WIDTH / 2)
    assert career.ticks == (0, 333.3, 666.7)


def test_a_bare_year_is_the_whole_of_it_and_a_role_that_goes_on_ends_when_it_was_read() -> None:
    career = _career(("2025", "2025"), ("2026", None))

    assert career is not None
    assert [(bar.left, bar.width) for bar in career.bars] == [(0, 500), (500, 250)]


def test_a_long_career_has_few_ticks_and_a_short_role_can_be_seen() -> None:
    career = _career(("1970", "2019"), ("2020-01", "2020-01"))

    assert career is not None
    assert len(career.ticks) <= 6
    assert career.bars[1].width == 8


@pytest.mark.parametrize(
    "dates",
    [
        (),
        (("2020", "2021"),),
        (("2020", "2021"), (None, "2022")),
        (("2020", "2021"), ("2024", "2023")),
        (("2020", "2021"), ("2027", None)),
    ],
)
def test_fewer_than_two_dated_roles_make_no_picture(
    dates: tuple[tuple[str | None, str | None], ...],
) -> None:
    assert _career(*dates) is None
