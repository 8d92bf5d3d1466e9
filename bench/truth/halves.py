"""Which people and which layouts may be looked at while rules are written, and which may not."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from bench.truth.layouts import LAYOUTS, Layout
from bench.truth.people import people

Item = TypeVar("Item")

SEED = 20261126
"""Fixed before the first file was read; another one would need another set of people."""

ROUNDS = 2
"""How many people each layout shows."""


class Half(StrEnum):
    TUNING = "tuning"
    HELD_OUT = "held_out"

    @property
    def folder(self) -> Path:
        return Path(__file__).parent / self.value


@dataclass(frozen=True)
class Sample:
    """One file: this person in this layout."""

    half: Half
    person: str
    layout: Layout

    @property
    def path(self) -> Path:
        return self.half.folder / f"{self.person}-{self.layout.name}.{self.layout.suffix}"


def samples(half: Half) -> list[Sample]:
    """Every layout of the half with two of its people; no person or layout is in both halves."""
    drawn = random.Random(SEED)
    who = _drawn(drawn, people(), lambda name: people()[name].language)[half]
    layouts = _drawn(drawn, LAYOUTS, lambda layout: layout.producer)[half]
    return [
        Sample(half, who[(ROUNDS * number + turn) % len(who)], layout)
        for number, layout in enumerate(layouts)
        for turn in range(ROUNDS)
    ]


def _drawn(
    drawn: random.Random, items: Iterable[Item], kind_of: Callable[[Item], str]
) -> dict[Half, list[Item]]:
    """Half of each kind for each half, shuffled."""
    halves: dict[Half, list[Item]] = {half: [] for half in Half}
    kinds: dict[str, list[Item]] = {}
    for item in items:
        kinds.setdefault(kind_of(item), []).append(item)
    for same in kinds.values():
        drawn.shuffle(same)
        halves[Half.TUNING] += same[: len(same) // 2]
        halves[Half.HELD_OUT] += same[len(same) // 2 :]
    for half in Half:
        drawn.shuffle(halves[half])
    return halves
