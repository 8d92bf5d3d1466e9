"""What may be told of an error to another process."""

import pytest

from chassis.errors import (
    Conflict,
    Gone,
    Invalid,
    MiraError,
    NotAllowed,
    NotFound,
    TooMany,
    Unavailable,
    as_error,
    as_failure,
)
from contracts.message import ErrorKind, Failure

OURS = [
    NotFound("No such résumé."),
    Invalid("At most 5 MB.", code="too-large", field="data"),
    Conflict("Somebody was faster."),
    NotAllowed("Please sign in."),
    TooMany("Slow down.", retry_after_s=30),
    Unavailable(),
]


@pytest.mark.parametrize("error", OURS, ids=lambda error: type(error).__name__)
def test_an_error_of_ours_is_the_same_on_the_other_side(error: MiraError) -> None:
    arrived = as_error(as_failure(error))

    assert type(arrived) is type(error)
    assert vars(arrived) == vars(error)


def test_gone_and_never_there_are_told_alike() -> None:
    assert as_failure(Gone("x")).kind == as_failure(NotFound("x")).kind


@pytest.mark.parametrize("error", [ValueError("Ada Lovelace"), MiraError("Ada Lovelace")])
def test_a_bug_tells_nothing_of_itself(error: Exception) -> None:
    failure = as_failure(error)

    assert failure.kind is ErrorKind.BUG
    assert "Ada" not in failure.model_dump_json()


def test_every_kind_has_its_error() -> None:
    for kind in ErrorKind:
        failure = Failure(kind=kind, code="c", message="m")

        assert as_error(failure).kind is kind


def test_an_error_without_a_code_is_named_by_its_kind() -> None:
    assert NotFound("x").code == "not-found"
