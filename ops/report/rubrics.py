"""Every rubric that reports were made with: what an answer has to show for each level."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from contracts.evidence import Competency, EvidenceType, Level

LEVELS: tuple[Level, ...] = get_args(Level)
_FILE = Path(__file__).with_name("rubrics.toml")

Types = frozenset[EvidenceType]


@dataclass(frozen=True)
class Scale:
    """`shown_by` is what the anchors of a competency ask for, in order; `asked_for` how many of
    those the anchor of a level asks for.
    """

    shown_by: Mapping[Competency, tuple[EvidenceType, ...]]
    asked_for: tuple[int, ...]

    def required(self, competency: Competency, level: Level) -> tuple[EvidenceType, ...]:
        return self.shown_by[competency][: self.asked_for[level - 1]]

    def level(self, competency: Competency, shown: Types) -> Level:
        """The highest level of which everything is shown."""
        return max(level for level in LEVELS if shown.issuperset(self.required(competency, level)))

    def next_needed(self, competency: Competency, shown: Types) -> list[EvidenceType]:
        """What the next level asks for and is not shown; nothing at the top."""
        above = LEVELS[self.level(competency, shown) :]
        wanted = self.required(competency, above[0]) if above else ()
        return [kind for kind in wanted if kind not in shown]


def find_scale(name: str) -> Scale | None:
    """By its name and version, as reports write it; None where it is not known here."""
    return _scales().get(name)


@cache
def _scales() -> Mapping[str, Scale]:
    written = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {
        name: Scale(
            shown_by={
                Competency(one): tuple(EvidenceType(kind) for kind in kinds)
                for one, kinds in scale["shown_by"].items()
            },
            asked_for=tuple(scale["asked_for"]),
        )
        for name, scale in written.items()
    }
