"""The curated skills: what they are called, what they imply, when a short name may count."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "data" / "skills"


@dataclass(frozen=True)
class SkillEntry:
    """One skill. `names` are its label and aliases.

    Whoever has used it has used everything in `implies` (FastAPI: Python). `siblings` are
    neighbours that do a similar job; they are shown beside a gap and never scored.

    An `ambiguous` label is also an ordinary word (Go, Access, Spark): it counts only as it is
    written here, and only in a list of skills or beside one of `needs_context`. An `exact` one
    is a word in lower case and a name in capitals (Flask, SAFe): its case is enough. Both speak
    of the label alone: aliases (golang, Microsoft Access) are never in doubt.
    """

    id: str
    label: str
    kind: str
    field: str
    aliases: tuple[str, ...] = ()
    ambiguous: bool = False
    exact: bool = False
    proper: tuple[str, ...] = ()
    not_behind: tuple[str, ...] = ()
    needs_context: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    siblings: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.label, *self.aliases)


@cache
def skills() -> dict[str, SkillEntry]:
    """Every skill by its id. Raises ValueError where the data contradict themselves."""
    found: dict[str, SkillEntry] = {}
    for entry in _read():
        if entry.id in found:
            raise ValueError(f"two skills are called {entry.id}")
        found[entry.id] = entry
    _check(found)
    return found


def implied(skill_id: str) -> frozenset[str]:
    """Every skill that `skill_id` implies, directly or through another; not itself."""
    known, seen, open_ = skills(), set[str](), [skill_id]
    while open_:
        for other in known[open_.pop()].implies:
            if other not in seen:
                seen.add(other)
                open_.append(other)
    return frozenset(seen - {skill_id})


def _read() -> Iterator[SkillEntry]:
    for file in sorted(_FOLDER.glob("*.toml")):
        for skill_id, facts in tomllib.loads(file.read_text(encoding="utf-8")).items():
            lists = {name: tuple(value) for name, value in facts.items() if isinstance(value, list)}
            yield SkillEntry(id=skill_id, field=file.stem, **{**facts, **lists})


def _check(found: dict[str, SkillEntry]) -> None:
    owner: dict[str, str] = {}
    for entry in found.values():
        if unknown := {*entry.implies, *entry.siblings} - found.keys():
            raise ValueError(f"{entry.id} speaks of unknown skills: {sorted(unknown)}")
        for name in entry.names:
            plain = name.lower().replace("-", " ")
            if owner.setdefault(plain, entry.id) != entry.id:
                raise ValueError(f"{name} names both {entry.id} and {owner[plain]}")
