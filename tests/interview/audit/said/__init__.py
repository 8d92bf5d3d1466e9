"""Lines that people say beside answers, and answers with the same words, in two halves.

The rules may be mended by the open half; the half kept aside only tells how well they carry over.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from services.interview.rules.room.intents import intent_of, is_distressed
from services.interview.rules.room.signs import Intent

HERE = Path(__file__).parent
WORK = "work"
CARE = {Intent.DANGER, Intent.DISTRESS}
ANSWERS = {Intent.ANSWER, Intent.UNKNOWN}


class Half(StrEnum):
    OPEN = "open"
    ASIDE = "aside"


@dataclass(frozen=True)
class Line:
    """`means` is what who wrote it means by it; work is an answer."""

    text: str
    means: Intent


@dataclass(frozen=True)
class Heard:
    line: Line
    intent: Intent
    is_cared_for: bool

    @property
    def is_missed(self) -> bool:
        """Taken for an answer without a word of care, where it is something else."""
        return self.intent in ANSWERS and not self.is_cared_for

    @property
    def is_right(self) -> bool:
        if self.line.means is Intent.ANSWER:
            return self.is_missed
        if self.line.means is Intent.DISTRESS:
            return self.is_cared_for
        return self.intent is self.line.means


def lines(name: str, half: Half) -> list[Line]:
    """Of `care` or of `asked`."""
    read = tomllib.loads((HERE / f"{name}_{half}.toml").read_text(encoding="utf-8"))
    return [
        Line(text, Intent.ANSWER if means == WORK else Intent(means))
        for means, texts in read.items()
        for text in texts
    ]


def heard(said: Iterable[Line]) -> Iterator[Heard]:
    for line in said:
        intent = intent_of(line.text)
        yield Heard(line, intent, intent in CARE or is_distressed(line.text))


def table(name: str, half: Half) -> str:
    """How many of each kind are heard rightly, taken for an answer, or for something else."""
    found = list(heard(lines(name, half)))
    of = Counter(one.line.means for one in found)
    right = Counter(one.line.means for one in found if one.is_right)
    missed = Counter(one.line.means for one in found if one.is_missed and not one.is_right)
    rows = [
        f"{name:<6} {half:<6} {means:<10} {of[means]:>4} {right[means]:>6} {missed[means]:>7}"
        f" {of[means] - right[means] - missed[means]:>10}"
        for means in of
    ]
    asked = sum(count for means, count in of.items() if means is not Intent.ANSWER)
    lost = sum(missed.values())
    wrong = of[Intent.ANSWER] - right[Intent.ANSWER]
    rows.append(
        f"{name:<6} {half:<6} missed {lost} of {asked} ({lost / asked:.1%}),"
        f" false alarms {wrong} of {of[Intent.ANSWER]} ({wrong / of[Intent.ANSWER]:.1%})"
    )
    return "\n".join(rows)
