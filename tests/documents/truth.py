"""Invented job descriptions with what a reader found in them by hand, and how far we agree.

A requirement is written `strength | quote | skill; one/of/these | years`, a gate `kind | quote`.
Some of the jobs were set aside before anything was tuned: their single mistakes are not looked at,
only their totals. One whose mistakes were seen after all is tuned on from then on.
"""

import tomllib
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from contracts.analysis import JobAnalysis, Requirement
from contracts.evidence import Span

FOLDER = Path(__file__).parent / "jobs"
Place = tuple[int, int]


@dataclass(frozen=True)
class Asked:
    """A requirement by hand: where it stands, how much it is wanted, and what is looked for."""

    place: Place
    strength: str
    groups: frozenset[frozenset[str]]
    years: float | None


@dataclass(frozen=True)
class TrueJob:
    name: str
    text: str
    is_held_out: bool
    requirements: tuple[Asked, ...]
    gates: tuple[tuple[str, Place], ...]
    duties: tuple[Place, ...]
    facts: dict[str, str]


@dataclass
class Tally:
    """How much was found, how much of what we say is right, and how much is right of a choice."""

    right: int = 0
    said: int = 0
    true: int = 0

    def add(self, right: int, said: int, true: int) -> None:
        self.right += right
        self.said += said
        self.true += true

    @property
    def precision(self) -> float:
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        both = self.said + self.true
        return 2 * self.right / both if both else 1.0


@dataclass
class Agreement:
    """One tally for each thing that is read; `mistakes` says where we disagree."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    mistakes: list[str] = field(default_factory=list, repr=False)

    def compare(self, job: TrueJob, said: JobAnalysis) -> None:
        self._requirements(job, said)
        gates = [(r.kind.value, r.span) for r in said.requirements if r.is_gate]
        self._places("gates", job, [place for _, place in job.gates], [span for _, span in gates])
        self._places("duties", job, list(job.duties), [duty.span for duty in said.duties])
        for name, true in job.facts.items():
            found = FACTS[name](said)
            self._choice(name, job, true, found, is_right=_agree(true, found))

    def tally(self, name: str) -> Tally:
        return self.tallies.setdefault(name, Tally())

    def _requirements(self, job: TrueJob, said: JobAnalysis) -> None:
        found = [r for r in said.requirements if not r.is_gate and not _is_title(r, said)]
        pairs = self._places(
            "requirements", job, [a.place for a in job.requirements], [r.span for r in found]
        )
        for mine, theirs in pairs:
            asked, read = job.requirements[mine], found[theirs]
            is_right = asked.strength == read.strength.value
            self._choice("strength", job, asked.strength, read.strength.value, is_right=is_right)
            is_right = asked.years == read.min_years
            self._choice("years", job, asked.years, read.min_years, is_right=is_right)
        groups = [group for asked in job.requirements for group in asked.groups]
        read_groups = [group for requirement in found for group in groups_of(requirement)]
        self._bags("groups", job, groups, read_groups)
        self._bags("skills", job, set().union(*groups), set().union(*read_groups))

    def _places(
        self, name: str, job: TrueJob, true: Sequence[Place], said: Sequence[Span]
    ) -> list[tuple[int, int]]:
        """Pairs of places that overlap, each used once; what is left over is a mistake."""
        free = dict(enumerate(said))
        pairs = []
        for mine, (start, end) in enumerate(true):
            hit = next((at for at, s in free.items() if s.start < end and start < s.end), None)
            if hit is None:
                self.mistakes.append(f"{job.name}: {name}: missed {job.text[start:end]!r}")
            else:
                pairs.append((mine, hit))
                del free[hit]
        self.mistakes += [f"{job.name}: {name}: too much {span.quote!r}" for span in free.values()]
        self.tally(name).add(len(pairs), len(said), len(true))
        return pairs

    def _bags(
        self, name: str, job: TrueJob, true: Iterable[Hashable], said: Iterable[Hashable]
    ) -> None:
        here, there = Counter(true), Counter(said)
        self.tally(name).add((here & there).total(), there.total(), here.total())
        for kind, left in (("missed", here - there), ("too much", there - here)):
            self.mistakes += [f"{job.name}: {name}: {kind} {_plain(each)}" for each in left]

    def _choice(
        self, name: str, job: TrueJob, true: object, said: object, *, is_right: bool
    ) -> None:
        self.tally(name).add(int(is_right), 1, 1)
        if not is_right:
            self.mistakes.append(f"{job.name}: {name}: {said!r} for {true!r}")


def true_jobs() -> Iterator[TrueJob]:
    """Every job of the folder, by name. Raises ValueError for a quote that it does not have."""
    for file in sorted(FOLDER.glob("*.toml")):
        yield _job(file.stem, tomllib.loads(file.read_text(encoding="utf-8")))


def groups_of(requirement: Requirement) -> list[frozenset[str]]:
    groups = requirement.all_of or ((requirement.any_of,) if requirement.any_of else ())
    return [frozenset(group) for group in groups]


def _job(name: str, told: dict[str, Any]) -> TrueJob:
    text: str = told["text"]

    def place(quote: str) -> Place:
        start = text.find(quote)
        if start < 0:
            raise ValueError(f"{name} does not say: {quote}")
        return start, start + len(quote)

    gates = (line.split(" | ") for line in told["gates"])
    scope = told["scope"]
    return TrueJob(
        name=name,
        text=text,
        is_held_out=told["is_held_out"],
        requirements=tuple(_asked(line, place) for line in told["requirements"]),
        gates=tuple((kind, place(quote)) for kind, quote in gates),
        duties=tuple(map(place, told["duties"])),
        facts={
            **{name: str(scope.get(name, "")) for name in ("people", "users", "money")},
            **{name: told[name] for name in FACTS if name not in ("people", "users", "money")},
        },
    )


def _asked(line: str, place: Callable[[str], Place]) -> Asked:
    strength, quote, groups, years = (part.strip() for part in line.split("|"))
    return Asked(
        place=place(quote),
        strength=strength,
        groups=frozenset(frozenset(g.strip().split("/")) for g in groups.split(";") if g.strip()),
        years=float(years) if years else None,
    )


FACTS: dict[str, Callable[[JobAnalysis], str]] = {
    "title": lambda job: job.title.value if job.title else "",
    "company": lambda job: job.company.value if job.company else "",
    "seniority": lambda job: job.seniority.value,
    "people": lambda job: str(job.scope.people or ""),
    "users": lambda job: str(job.scope.users or ""),
    "money": lambda job: str(job.scope.money or ""),
    "place": lambda job: job.terms.place.quote if job.terms.place else "",
    "remote": lambda job: job.terms.remote.value,
    "pay": lambda job: job.terms.pay.quote if job.terms.pay else "",
    "hours": lambda job: job.terms.hours.quote if job.terms.hours else "",
}


def _agree(true: str, said: str) -> bool:
    """Whether they say the same; one of two longer ones may say more."""
    one, other = true.lower(), said.lower()
    return one == other or bool(one and other and (one in other or other in one))


def _is_title(requirement: Requirement, said: JobAnalysis) -> bool:
    return said.title is not None and requirement.span == said.title.span


def _plain(each: Hashable) -> str:
    return "/".join(sorted(each)) if isinstance(each, frozenset) else str(each)
