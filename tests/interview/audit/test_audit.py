"""The interviewer passes the audit, and the audit would notice if it did not."""

from dataclasses import replace

import pytest

from services.interview.domain import Interviewer
from tests.interview.audit.checks import CHECKS
from tests.interview.audit.faults import INTERVIEWERS, RECORDS
from tests.interview.audit.mutants import Spoil
from tests.interview.audit.people import PEOPLE, Person
from tests.interview.audit.sessions import Held, hold, plans
from tests.interview.audit.table import failures, held_by

BEATS = 16
"""Of a session with a wrong interviewer: some of them would never end."""

SHARP = (
    "speaks as the system, practice",
    "in distress, skips",
    "keeps the highest level",
    "asks who is there",
    "asks for everything twice",
    "looks at the clock",
    "silent from the first minute",
    "in danger",
    "wants hints and tries in live",
    "thinks aloud",
    "knows nothing",
    "hostile, practice",
    "wants to stop and thinks again",
    "non-native, practice with hints",
)
"""Those before whom most faults show come first, so that each is noticed soon."""


def _soonest(numbered: tuple[int, Person]) -> tuple[int, int]:
    number, person = numbered
    return (SHARP.index(person.name) if person.name in SHARP else len(SHARP)), number


@pytest.fixture(scope="module")
def sessions() -> list[Held]:
    return held_by()


def test_every_check_says_yes_to_every_session(sessions: list[Held]) -> None:
    assert failures(sessions) == []


def test_the_audit_is_as_large_as_it_says() -> None:
    assert len(CHECKS) >= 40
    names = {person.name for person in PEOPLE}
    assert len(names) == len(PEOPLE) >= 30
    assert names >= {*SHARP}


def test_every_check_has_a_fault_that_it_must_notice() -> None:
    assert {*INTERVIEWERS, *RECORDS} == set(CHECKS)


@pytest.mark.parametrize(("name", "wrong"), INTERVIEWERS.items(), ids=INTERVIEWERS)
def test_a_wrong_interviewer_is_noticed(name: str, wrong: Interviewer) -> None:
    held = (
        hold(replace(person, finishes_after=BEATS), plans()[number % len(plans())], wrong)
        for number, person in sorted(enumerate(PEOPLE), key=_soonest)
    )

    assert any(not CHECKS[name](session) for session in held)


@pytest.mark.parametrize(("name", "spoil"), RECORDS.items(), ids=RECORDS)
def test_a_spoilt_record_is_noticed(name: str, spoil: Spoil, sessions: list[Held]) -> None:
    assert any(not CHECKS[name](spoil(held)) for held in sessions)
