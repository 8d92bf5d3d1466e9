"""How much of the truth was found, and how much was found that is not true, field by field."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from bench.truth.facts import Facts, RoleFacts

FIELDS = (
    "name", "email", "phone", "place", "headline", "links", "title", "company", "start", "end",
    "bullets", "degree", "school", "years", "certifications", "languages", "skills",
    "known skills", "metrics",
)  # fmt: skip

GOAL = 0.95

_EDGES = re.compile(r"^\W+|[\s.,;]+$")


@dataclass
class Count:
    """Facts that were found and true, found and not true, true and not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


@dataclass
class Scores:
    """Adds up over files. `knows_skill` says whether the catalogue has a skill of this name."""

    knows_skill: Callable[[str], bool]
    counts: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in FIELDS})
    misses: list[str] = field(default_factory=list)
    """What went wrong, for the half on which rules are tuned."""

    def add(self, true: Facts, found: Facts) -> None:
        for name, said in true.single.items():
            theirs = found.single.get(name)
            same = is_same_number if name == "phone" else None
            self._lists(name, [said], [theirs] if theirs else [], same)
        self._lists("links", true.links, found.links)
        for mine, other in paired(true.roles, found.roles):
            self._role(mine, other)
        self._education(true, found)
        self._lists("certifications", true.certifications, found.certifications)
        self._lists("languages", true.languages, found.languages)
        self._lists("metrics", true.metrics, found.metrics, same=_overlaps)
        self._skills(true, found)

    def _role(self, mine: RoleFacts | None, other: RoleFacts | None) -> None:
        for name in ("title", "company", "start", "end"):
            said = getattr(mine, name) if mine else ""
            if said is None:
                continue
            theirs = getattr(other, name) if other else ""
            self._lists(name, [said] if said else [], [theirs] if theirs else [])
        bullets = mine.bullets if mine else ()
        self._lists("bullets", bullets, other.bullets if other else ())

    def _education(self, true: Facts, found: Facts) -> None:
        if true.education is None:
            return
        rest = list(found.education or ())
        for study in true.education:
            near = max(rest, key=lambda s: (is_same(s.degree, study.degree)
                + is_same(s.school, study.school)), default=None)  # fmt: skip
            if near:
                rest.remove(near)
            for name in ("degree", "school", "years"):
                said = getattr(study, name)
                theirs = (getattr(near, name) if near else "").strip()
                if said is not None:
                    self._lists(name, [said], [theirs] if theirs else [])
        for study in rest:
            self._lists("degree", [], [study.degree])

    def _skills(self, true: Facts, found: Facts) -> None:
        """Two names of one skill count once; a skill beyond the truth in prose is not judged."""
        if true.skills is None:
            return
        wanted = sorted({name for names in true.skills for name in names})
        seen = list(found.skills or ())
        got = [name for name in wanted if any(names_one(name, names) for names in seen)]
        wrong = [
            min(names)
            for names in seen
            if not any(names_one(name, names) for name in wanted)
            and not any(stands_in(name, true.prose) for name in names)
        ]
        known = [name for name in wanted if self.knows_skill(name)]
        self._note("skills", got, wrong, [name for name in wanted if name not in got])
        found_known = [name for name in got if name in known]
        missed = [name for name in known if name not in got]
        self._note("known skills", found_known, wrong, missed)

    def _lists(
        self,
        name: str,
        true: Sequence[str] | None,
        found: Sequence[str] | None,
        same: Callable[[str, str], bool] | None = None,
    ) -> None:
        if true is None:
            return
        rest, right, missed = list(found or ()), [], []
        for said in true:
            hit = next((other for other in rest if (same or is_same)(said, other)), None)
            if hit is None:
                missed.append(said)
            else:
                rest.remove(hit)
                right.append(said)
        self._note(name, right, rest, missed)

    def _note(
        self, name: str, right: Sequence[str], wrong: Sequence[str], missed: Sequence[str]
    ) -> None:
        count = self.counts[name]
        count.right += len(right)
        count.wrong += len(wrong)
        count.missed += len(missed)
        if wrong or missed:
            self.misses.append(f"{name}: missed {list(missed)}, found {list(wrong)}")


def paired(
    true: Sequence[RoleFacts], found: Sequence[RoleFacts]
) -> Iterable[tuple[RoleFacts | None, RoleFacts | None]]:
    """Each role with the unused one that shares most with it; then those that nobody shares."""
    rest = list(found)
    for role in true:
        near = max(rest, key=lambda other: _shared(role, other), default=None)
        if near is not None and _shared(role, near):
            rest.remove(near)
            yield role, near
        else:
            yield role, None
    yield from ((None, role) for role in rest)


def _shared(one: RoleFacts, other: RoleFacts) -> int:
    shared = sum(is_same(mine, its) for mine in one.bullets or () for its in other.bullets or ())
    for name in ("title", "company", "start"):
        said = getattr(one, name)
        shared += 2 * bool(said and is_same(said, getattr(other, name)))
    return shared


def is_same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def is_same_number(one: str, other: str) -> bool:
    """Its last nine digits: some readers add the country or drop a zero."""
    mine, theirs = (re.sub(r"\D", "", said)[-9:] for said in (one, other))
    return mine == theirs


def _overlaps(one: str, other: str) -> bool:
    mine, theirs = _plain(one), _plain(other)
    return mine in theirs or theirs in mine


def names_one(wanted: str, names: Iterable[str]) -> bool:
    """One of the names, or a part of it in whole words: Primavera for Primavera P6."""
    mine = f" {_plain(wanted)} "
    return any(f" {said} " in mine or mine in f" {said} " for said in map(_plain, names) if said)


def stands_in(name: str, prose: str | None) -> bool:
    return prose is None or _plain(name) in _plain(prose)


def _plain(text: str) -> str:
    """Without case, marks at its ends and double spaces; accents stay."""
    joined = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    return _EDGES.sub("", joined) if len(joined) > 1 else joined
