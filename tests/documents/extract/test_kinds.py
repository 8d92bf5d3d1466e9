"""Two hundred kinds of file that nobody should send: each ends in its state, and in time."""

from collections.abc import Iterator

import psutil
import pytest

from chassis.bus.child import OneShots
from contracts.extraction import ExtractionState
from services.documents.extract.child import COMMAND, WALL_S, understood
from tests.documents.files import kinds_docx, kinds_pdf, kinds_text
from tests.documents.files.hostile import FILLER, Kinds, a_pdf

KINDS: Kinds = {**kinds_pdf.KINDS, **kinds_docx.KINDS, **kinds_text.KINDS}
EVERY = 10
"""One kind in so many is tried in an ordinary run, all of them in a full one."""

MOST_CPU_S = 10.5
"""What the kernel grants a child, and what it takes to end one."""


def sampled() -> list[object]:
    """All kinds by name; those that only a full run tries are marked."""
    return [
        pytest.param(name, marks=[] if number % EVERY == 0 else [pytest.mark.full])
        for number, name in enumerate(KINDS)
    ]


@pytest.fixture(scope="module")
def children() -> Iterator[OneShots]:
    shots = OneShots(COMMAND)
    yield shots
    shots.close()


def spent_s() -> float:
    """Seconds of processor time that children took which have ended."""
    forking = [each.cpu_times() for each in psutil.Process().children()]
    return sum(used.children_user + used.children_system for used in forking)


def test_there_are_far_more_than_a_hundred_kinds() -> None:
    assert len(KINDS) > 200
    assert {state for _, state in KINDS.values()} == set(ExtractionState)


@pytest.mark.parametrize("name", sampled())
def test_each_kind_ends_in_its_state_and_in_time(name: str, children: OneShots) -> None:
    make, state = KINDS[name]
    data, before = make(), spent_s()

    ended = children.ask(data, within_s=WALL_S)

    extracted = understood(ended.output, ended.exit_code)
    assert extracted.report.state is state
    assert bool(extracted.text) is (state is ExtractionState.OK)
    assert "SECRET" not in extracted.text
    assert spent_s() - before < MOST_CPU_S


def test_a_child_that_dies_leaves_the_next_file_unharmed(children: OneShots) -> None:
    make, _ = KINDS["pdf forms that draw two each, thirty deep"]
    assert children.ask(make(), within_s=WALL_S).exit_code != 0
    assert spent_s() > 0

    after = children.ask(a_pdf(), within_s=WALL_S)

    assert FILLER.strip() in understood(after.output, after.exit_code).text
