"""What a requirement is about, and whether a line of work speaks of that.

It is about the words that are particular to it. Those that work of every kind has ("internal",
"users", "manage") say nothing alone. Where it has no particular word it names a competency and no
more ("strong communication"), which the deed of a line shows.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from contracts.analysis import GapKind
from contracts.evidence import Competency
from services.documents.rules.carries import carries
from services.documents.rules.competencies import calls_in, shown_in
from services.documents.rules.fit.finding import Finding
from services.documents.rules.fit.named import Named
from services.documents.rules.fit.shown import MAX_EVIDENCE, Shown
from services.documents.rules.phrases import read
from services.documents.rules.words import are_alike, words_of

_FEWEST = 3
"""Parts that are enough without a particular word."""

_LONGEST = 600
"""Characters; what is longer asks for more than a line can speak of."""

_MOST = 2
"""The tier of a line of work at most: an interview shows the rest."""


Numbers = frozenset[int]
"""Of lines of work, in their order."""


@dataclass(frozen=True)
class Part:
    """Words of which one will do; `kind` where the deed of that competency does as well."""

    words: tuple[str, ...]
    is_particular: bool
    kind: Competency | None = None

    def named_in(self, lines: Named) -> Numbers:
        return _all(map(lines.naming, self.words))


@dataclass(frozen=True)
class Lines:
    """The lines of work of one résumé, asked by numbers."""

    named: Named

    def with_part(self, part: Part) -> Numbers:
        named = part.named_in(self.named)
        return named | self.doing(part.kind) if part.kind else named

    def begun_with(self, part: Part) -> Numbers:
        return _all(map(self.named.beginning, part.words))

    def doing(self, kind: Competency) -> Numbers:
        return self.named.where(kind, lambda line: _does(line, kind))


@dataclass(frozen=True)
class About:
    """The parts of a requirement, and the competencies that it speaks of."""

    parts: tuple[Part, ...]
    kinds: tuple[Competency, ...]

    @property
    def is_particular(self) -> bool:
        return any(part.is_particular for part in self.parts)

    def spoken_of(self, lines: Lines) -> Numbers:
        """Those that have half of it: most of its particular words, and a deed it calls for.

        Without any of those words a line begins with that deed.
        """
        has = {part: lines.with_part(part) for part in self.parts}
        deeds = [part for part in self.parts if part.kind]
        done = _all(has[part] for part in deeds)
        begun = _all(map(lines.begun_with, deeds))
        found = Counter(at for each in has.values() for at in each)
        named = Counter(at for part, each in has.items() if part.is_particular for at in each)
        wanted = sum(part.is_particular for part in self.parts)
        return frozenset(
            at
            for at, parts in found.items()
            if 2 * parts >= len(self.parts)
            and (at in done or not deeds)
            and (2 * named[at] > wanted if named[at] else at in begun and parts >= _FEWEST)
        )

    def wholly_in(self, lines: Lines) -> Numbers:
        return frozenset.intersection(*map(lines.with_part, self.parts))

    def told_of(self, lines: Lines) -> dict[Competency, Numbers]:
        """By competency the lines whose deed it is: their first word is one as well."""
        begun = {part.kind: lines.begun_with(part) for part in self.parts if part.kind}
        return {kind: lines.doing(kind) | begun.get(kind, frozenset()) for kind in self.kinds}


def about(said: str, kinds: Iterable[Competency], *, without: Iterable[str] = ()) -> About:
    """What `said` is about, where `kinds` are called for; `without` are alternatives left out."""
    kinds = tuple(kinds)
    if len(said) > _LONGEST:
        return About((), ())
    calls = calls_in(said, kinds)
    left_out = {word.said for each in without for word in words_of(each)} | _of("nothing")
    of_kind: dict[Competency, list[str]] = {}
    parts: list[Part] = []
    for word in words_of(said):
        if word.said in left_out:
            continue
        called = (kind for kind, start, end in calls if start < word.end and word.start < end)
        kind = next(called, None) if word.said not in _of("things") else None
        if kind:
            of_kind.setdefault(kind, []).append(word.said)
        elif not any(are_alike(word.said, known) for part in parts for known in part.words):
            parts.append(Part((word.said,), is_particular=word.said not in _of("everyday")))
    named = (Part(tuple(words), is_particular=False, kind=kind) for kind, words in of_kind.items())
    return About((*parts, *named), kinds)


def are_usual(words: Iterable[str]) -> bool:
    """Whether they are words that work of every kind has, and no others."""
    return {word.lower() for word in words} <= _of("nothing") | _of("everyday")


def are_names(words: Sequence[str]) -> bool:
    """Whether one of them is written as a name."""
    return not are_usual(words) and any(word != word.lower() for word in words)


@cache
def _of(name: str) -> frozenset[str]:
    return frozenset(read("subject")[name])


def spoken_of(wanted: About, shown: Shown) -> Finding | None:
    """What lines of work say of it, those with a measure first; None where they are silent."""
    lines = Lines(shown.named)
    if wanted.is_particular:
        return _finding(wanted.spoken_of(lines), shown)
    told = wanted.told_of(lines)
    found = [kind for kind, at in told.items() if at]
    silent = [kind for kind, at in told.items() if not at]
    reason = f"A line of work shows something of this kind: {_named(found)}."
    if silent:
        reason = f"{reason} None shows {_named(silent)}."
    places = _all(told.values())
    return _finding(places, shown, reason, _MOST - bool(silent))


def done_as_named(
    said: str, kinds: Iterable[Competency], names: Sequence[str], shown: Shown
) -> Finding | None:
    """What lines of work say of skills that are ways of working, whose `names` they tell as deeds.

    As in "negotiated with two unions", where negotiating with unions is asked for. A name alone may
    be another word: who learned to run a machine has done no machine learning.
    """
    kinds, lines = tuple(kinds), Lines(shown.named)
    core, rest = about(" ".join(names), ()), about(said, kinds, without=names)
    if not core.parts or not rest.is_particular:
        return None
    found = core.wholly_in(lines) & rest.spoken_of(lines) & about(said, kinds).spoken_of(lines)
    return _finding(found, shown)


def _finding(
    places: Numbers, shown: Shown, reason: str = "A line of work speaks of this.", tier: int = _MOST
) -> Finding | None:
    lines = [shown.lines[at] for at in sorted(places)]
    if not lines:
        return None
    first = sorted(lines, key=lambda line: not line.metrics)[:MAX_EVIDENCE]
    evidence, ask = tuple(line.span for line in first), "What came of it, in numbers?"
    return Finding(tier, reason, evidence, GapKind.UNPROVEN, high=3, ask=ask)


def _named(kinds: Sequence[Competency]) -> str:
    return " and ".join(kind.value.replace("_", " ") for kind in kinds)


def _does(line: str, kind: Competency) -> bool:
    place = shown_in(line, (kind,))
    return place is not None and carries(line, *place)


def _all(numbers: Iterable[Numbers]) -> Numbers:
    return frozenset[int]().union(*numbers)
