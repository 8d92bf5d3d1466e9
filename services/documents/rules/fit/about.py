"""What a requirement is about, and whether a line of work speaks of that.

It is about the words that are particular to it. Those that work of every kind has ("internal",
"users", "manage") say nothing alone. Where it has no particular word it names a competency and no
more ("strong communication"), which the deed of a line shows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from contracts.analysis import Bullet, GapKind
from contracts.evidence import Competency
from services.documents.rules.carries import carries
from services.documents.rules.competencies import calls_for, shown_in
from services.documents.rules.fit.finding import Finding
from services.documents.rules.fit.shown import MAX_EVIDENCE, Shown
from services.documents.rules.phrases import read
from services.documents.rules.words import Word, are_alike, words_of

_FEWEST = 3
"""Parts that are enough without a particular word."""

_MOST = 2
"""The tier of a line of work at most: an interview shows the rest."""


@dataclass(frozen=True)
class Part:
    """Words of which one will do; `kind` where the deed of that competency does as well."""

    words: tuple[str, ...]
    is_particular: bool
    kind: Competency | None = None

    def is_in(self, line: str, words: Sequence[Word]) -> bool:
        is_done = self.kind is not None and _does(line, self.kind)
        return is_done or self.is_named_in(line, words)

    def is_named_in(self, line: str, words: Sequence[Word]) -> bool:
        named = (w for w in words if any(are_alike(mine, w.said) for mine in self.words))
        return any(carries(line, word.start, word.end) for word in named)


@dataclass(frozen=True)
class About:
    """The parts of a requirement, and the competencies that it speaks of."""

    parts: tuple[Part, ...]
    kinds: tuple[Competency, ...]

    @property
    def is_particular(self) -> bool:
        return any(part.is_particular for part in self.parts)

    def is_spoken_of(self, line: str) -> bool:
        """Whether half of it is in the line: most of its particular words, and a deed it calls for.

        Without any of those words the line begins with that deed.
        """
        words = words_of(line)
        found = [part for part in self.parts if part.is_in(line, words)]
        deeds = [part for part in found if part.kind]
        is_undone = not deeds and any(part.kind for part in self.parts)
        if is_undone or 2 * len(found) < len(self.parts):
            return False
        if named := _particular(found):
            return 2 * named > _particular(self.parts)
        is_begun = any(part.is_named_in(line, words[:1]) for part in deeds)
        return is_begun and len(found) >= _FEWEST

    def is_wholly_in(self, line: str) -> bool:
        words = words_of(line)
        return all(part.is_in(line, words) for part in self.parts)

    def kinds_in(self, line: str) -> set[Competency]:
        """The competencies whose deed the line tells of: the first word of it is one as well."""
        first = words_of(line)[:1]
        own = {part.kind: part for part in self.parts if part.kind}
        return {
            kind
            for kind in self.kinds
            if _does(line, kind) or (kind in own and own[kind].is_named_in(line, first))
        }


def about(said: str, kinds: Iterable[Competency], *, without: Iterable[str] = ()) -> About:
    """What `said` is about, where `kinds` are called for; `without` are alternatives left out."""
    kinds = tuple(kinds)
    left_out = {word.said for each in without for word in words_of(each)} | _of("nothing")
    of_kind: dict[Competency, list[str]] = {}
    parts: list[Part] = []
    for word in words_of(said):
        is_thing = word.said in _of("things")
        kind = None if is_thing else calls_for(said, (word.start, word.end), kinds)
        if word.said in left_out:
            continue
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
    if wanted.is_particular:
        lines = [line for line in shown.lines if wanted.is_spoken_of(line.span.quote)]
        return _finding(lines, "A line of work speaks of this.", _MOST) if lines else None
    told = {line.id: wanted.kinds_in(line.span.quote) for line in shown.lines}
    lines = [line for line in shown.lines if told[line.id]]
    found = [kind for kind in wanted.kinds if any(kind in each for each in told.values())]
    if not found:
        return None
    silent = [kind for kind in wanted.kinds if kind not in found]
    reason = f"A line of work shows something of this kind: {_named(found)}."
    if silent:
        return _finding(lines, f"{reason} None shows {_named(silent)}.", _MOST - 1)
    return _finding(lines, reason, _MOST)


def done_as_named(
    said: str, kinds: Iterable[Competency], names: Sequence[str], shown: Shown
) -> Finding | None:
    """What lines of work say of skills that are ways of working, whose `names` they tell as deeds.

    As in "negotiated with two unions", where negotiating with unions is asked for. A name alone may
    be another word: who learned to run a machine has done no machine learning.
    """
    kinds = tuple(kinds)
    core, rest = about(" ".join(names), ()), about(said, kinds, without=names)
    if not core.parts or not rest.is_particular:
        return None
    lines = [
        line
        for line in shown.lines
        if core.is_wholly_in(line.span.quote)
        and rest.is_spoken_of(line.span.quote)
        and about(said, kinds).is_spoken_of(line.span.quote)
    ]
    return _finding(lines, "A line of work speaks of this.", _MOST) if lines else None


def _finding(lines: Sequence[Bullet], reason: str, tier: int) -> Finding:
    first = sorted(lines, key=lambda line: not line.metrics)[:MAX_EVIDENCE]
    evidence, ask = tuple(line.span for line in first), "What came of it, in numbers?"
    return Finding(tier, reason, evidence, GapKind.UNPROVEN, high=3, ask=ask)


def _named(kinds: Sequence[Competency]) -> str:
    return " and ".join(kind.value.replace("_", " ") for kind in kinds)


def _does(line: str, kind: Competency) -> bool:
    place = shown_in(line, (kind,))
    return place is not None and carries(line, *place)


def _particular(parts: Iterable[Part]) -> int:
    return sum(part.is_particular for part in parts)
