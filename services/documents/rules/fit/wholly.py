"""Whether lines of a résumé say all that a requirement asks for, each part of it in one line.

Who names all of it in a line of recent work has it, in whatever forms and order of its words. Who
names it elsewhere, or as what is done for others, has shown a part: that line is the evidence.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from contracts.analysis import GapKind, Role
from contracts.evidence import Competency, Span
from services.documents.rules.fit.asked import (
    Numbers,
    Part,
    Unit,
    alternatives,
    is_help,
    is_of_paper,
    is_passing,
    parts_of,
)
from services.documents.rules.fit.finding import Finding, some
from services.documents.rules.fit.named import Named
from services.documents.rules.fit.papers import grades, is_below, without_grades
from services.documents.rules.fit.shown import RECENT_MONTHS, Shown
from services.documents.rules.fit.titles import head_of
from services.documents.rules.phrases import any_of, read
from services.documents.rules.words import is_bare, words_of

_UNDERGONE = re.compile(
    r"\b(?:[Ww]as|[Ww]ere|been|being|[Gg]ot)(?:[ ]\w+ly)?[ ](?:\w{3,}ed|taught|led|shown)\b"
    r"|(?<=\w[ ])\w{3,}ed(?=[ ]by[ ](?:the[ ]|an?[ ]|our[ ]|my[ ]|others?\b|[A-Z]))"
)
"""What others did: to the writer, or to those whom a line speaks of: "staff recruited by HR"."""

_LISTED, _SHOWN, _WHOLE = 1, 2, 3
_ASK = "What came of it, in numbers?"
_REASONS = {
    _SHOWN: "A line names this: of earlier work, of learning or of work for others.",
    _LISTED: "This is listed, but no role shows it.",
}


@dataclass(frozen=True)
class _Place:
    """Where a part is said, and what that is worth."""

    span: Span
    tier: int
    gap: GapKind = GapKind.UNPROVEN


@dataclass(frozen=True)
class Wholly:
    """Looks for requirements in the lines, heads of roles and papers of one résumé."""

    shown: Shown
    heads: Named
    titles: Named
    papers: Named
    listed: Named
    of_teams: Numbers

    @classmethod
    def of(cls, shown: Shown) -> "Wholly":
        papers, resume = shown.papers, shown.resume
        heads = Named((shown.text[slice(*at)] for _, at in shown.heads), is_bare)
        titles = Named((head_of(role.title.value) for role in resume.roles), is_bare)
        listed = Named(item.value for item in resume.listed)
        return cls(
            shown,
            heads,
            titles,
            Named(span.quote for span in papers),
            listed,
            _counting_people(shown),
        )

    def find(
        self, said: str, kinds: Iterable[Competency] = (), names: Iterable[str] = ()
    ) -> Finding | None:
        """The finding where every part is said somewhere; None where one of them is not.

        Of words that an "or" joins one is enough.
        """
        each = [self._of_one(one, kinds, names) for one in alternatives(said)]
        return max(filter(None, each), key=lambda one: one.tier, default=None)

    def _of_one(
        self, said: str, kinds: Iterable[Competency], names: Iterable[str]
    ) -> Finding | None:
        parts = parts_of(without_grades(said), kinds, names)
        found = [self._best(part, said) for part in parts]
        places = [place for place in found if place is not None]
        if not places or len(places) < len(found):
            return None
        weakest = min(places, key=lambda place: place.tier)
        evidence = some(place.span for place in places)
        if weakest.tier == _WHOLE:
            return Finding(_WHOLE, "The résumé says all of this.", evidence)
        if (
            weakest.tier == _LISTED
            and len(evidence) == 1
            and evidence[0].quote.lower() in said.lower()
        ):
            return None  # A wish in the same words shows nothing by itself.
        reason = _REASONS[weakest.tier]
        return Finding(weakest.tier, reason, evidence, weakest.gap, high=_WHOLE, ask=_ASK)

    def roles_in(self, said: str) -> list[tuple[Role, Span]]:
        """The roles whose head or lines say all of it, each with what does."""
        parts = parts_of(said)
        if len(parts) != 1:
            return []
        roles = self.shown.resume.roles
        heads = [(roles[at], roles[at].title.span) for at in self._headed(parts[0])]
        lines = self.shown.lines
        return heads + [
            (roles[self.shown.role_of[at]], lines[at].span)
            for at in self._lines_with(parts[0])
            if not self._is_weak(parts[0], lines[at].span.quote)
        ]

    def _best(self, part: Part, said: str) -> _Place | None:
        """A numbered level is of a paper, and of nothing else."""
        work = () if grades(said) else chain(self._in_work(part), self._in_heads(part))
        best: _Place | None = None
        for place in chain(work, self._in_papers(part, said)):
            if place.tier == _WHOLE:
                return place
            best = place if best is None or place.tier > best.tier else best
        return best

    def _in_work(self, part: Part) -> Iterator[_Place]:
        """In lines of work; what it is work at may stand in the title of their role."""
        for at in sorted(self._lines_with(part)):
            line = self.shown.lines[at].span
            if self._is_weak(part, line.quote):
                yield _Place(line, _SHOWN)
            else:
                yield self._dated(line, self.shown.role_of[at])

    def _lines_with(self, part: Part) -> Numbers:
        named = self.shown.named
        whole = frozenset.intersection(*map(self._with_unit, part.units))
        return whole & frozenset[int]().union(*(unit.found_in(named) for unit in part.particular))

    def _with_unit(self, unit: Unit) -> Numbers:
        lines = unit.found_in(self.shown.named)
        if not {*unit.names}.isdisjoint(read("same")["teams"]):
            lines |= self.of_teams
        if unit.is_leading or not unit.is_particular:
            return lines
        titled = unit.found_in(self.titles)
        return lines | {line for line, role in enumerate(self.shown.role_of) if role in titled}

    def _in_heads(self, part: Part) -> Iterator[_Place]:
        for at in self._headed(part):
            yield self._dated(self.shown.resume.roles[at].title.span, at)

    def _headed(self, part: Part) -> list[int]:
        """The roles that say it in title and employer: who held a post did what it is."""
        titled = frozenset[int]().union(*(unit.found_in(self.titles) for unit in part.particular))
        roles = self.shown.resume.roles
        found = [roles.index(self.shown.heads[at][0]) for at in sorted(part.found_in(self.heads))]
        return [at for at in found if at in titled and not is_help(roles[at].title.value)]

    def _in_papers(self, part: Part, said: str) -> Iterator[_Place]:
        for at in part.found_in(self.papers):
            paper = self.shown.papers[at]
            is_whole = is_of_paper(said) and bool(grades(paper.quote) or not grades(said))
            if not is_below(said, paper.quote):
                yield _Place(paper, _WHOLE if is_whole else _SHOWN)
        listed: Sequence[Span] = [item.span for item in self.shown.resume.listed]
        yield from (_Place(listed[at], _LISTED) for at in part.found_in(self.listed))

    def _dated(self, span: Span, role: int) -> _Place:
        held: Role = self.shown.resume.roles[role]
        if self.shown.is_recent(held, RECENT_MONTHS):
            return _Place(span, _WHOLE)
        return _Place(span, _SHOWN, GapKind.STALE)

    def _is_weak(self, part: Part, line: str) -> bool:
        """Whether it only helps with it, passes it on, or does something for those who do it."""
        names = [name for unit in part.units for name in unit.names]
        is_by_the_way = is_passing(line) and not Named(names).naming(words_of(line)[0].said)
        return is_by_the_way or (part.is_led and is_help(line)) or self._goes_to_others(part, line)

    def _goes_to_others(self, part: Part, line: str) -> bool:
        """Whether all that it names of the part is right behind what leads to somebody else.

        Or whether any of it is what others did.
        """
        named = _without_others(line)
        if named is not None and not any(unit.found_in(named) for unit in part.particular):
            return True
        own = _without_undergone(line)
        return own is not None and any(
            unit.found_in(Named([line])) and not unit.found_in(own) for unit in part.particular
        )


def _counting_people(shown: Shown) -> Numbers:
    """The lines that count whom their writer leads."""
    counted = [r.span for r in shown.resume.scope.readings if r.dimension == "people"]
    return frozenset(
        at
        for at, line in enumerate(shown.lines)
        if any(line.span.start <= span.start < line.span.end for span in counted)
    )


@lru_cache(maxsize=1024)
def _without_others(line: str) -> Named | None:
    """The line without what leads to others; None where it has none of that."""
    rest, many = _to_others().subn(" ", line)
    return Named([rest]) if many else None


@lru_cache(maxsize=1024)
def _without_undergone(line: str) -> Named | None:
    """The line without what others did; None where it tells none of that."""
    rest, many = _UNDERGONE.subn(" ", line)
    return Named([rest]) if many else None


@cache
def _to_others() -> re.Pattern[str]:
    """A word that leads to somebody or something else, with what it leads to."""
    known = read("same")
    leads, ends = any_of(known["to_others"]), any_of(known["ends"])
    return re.compile(rf"(?<![\w-]){leads}(?:[ ](?!{ends}\b)[\w'’/-]+){{1,3}}", re.IGNORECASE)
