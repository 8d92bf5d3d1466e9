"""Whether lines of a résumé say all that a requirement asks for, each part of it in one line.

Who names all of it in a line of recent work has it, in whatever forms and order of its words. Who
names it elsewhere, or as what is done for others, has shown a part: that line is the evidence.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from contracts.analysis import GapKind, Role
from contracts.evidence import Competency, Span
from services.documents.rules.fit.asked import Numbers, Part, Unit, is_help, is_of_paper, parts_of
from services.documents.rules.fit.finding import Finding, some
from services.documents.rules.fit.named import Named
from services.documents.rules.fit.shown import RECENT_MONTHS, Shown
from services.documents.rules.fit.titles import head_of
from services.documents.rules.phrases import any_of, read
from services.documents.rules.words import is_bare

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

    @classmethod
    def of(cls, shown: Shown) -> "Wholly":
        papers, resume = shown.papers, shown.resume
        heads = Named((shown.text[slice(*at)] for _, at in shown.heads), is_bare)
        titles = Named((head_of(role.title.value) for role in resume.roles), is_bare)
        listed = Named(item.value for item in resume.listed)
        return cls(shown, heads, titles, Named(span.quote for span in papers), listed)

    def find(
        self, said: str, kinds: Iterable[Competency] = (), names: Iterable[str] = ()
    ) -> Finding | None:
        """The finding where every part is said somewhere; None where one of them is not."""
        parts = parts_of(said, kinds, names)
        found = [self._best(part, is_of_paper=is_of_paper(said)) for part in parts]
        places = [place for place in found if place is not None]
        if not places or len(places) < len(found):
            return None
        weakest = min(places, key=lambda place: place.tier)
        evidence = some(place.span for place in places)
        if weakest.tier == _WHOLE:
            return Finding(_WHOLE, "The résumé says all of this.", evidence)
        reason = _REASONS[weakest.tier]
        return Finding(weakest.tier, reason, evidence, weakest.gap, high=_WHOLE, ask=_ASK)

    def _best(self, part: Part, *, is_of_paper: bool) -> _Place | None:
        places = [*self._in_work(part), *self._in_heads(part)]
        places += self._in_papers(part, _WHOLE if is_of_paper else _SHOWN)
        return max(places, key=lambda place: place.tier, default=None)

    def _in_work(self, part: Part) -> Iterator[_Place]:
        """In lines of work; what it is work at may stand in the title of their role."""
        named = self.shown.named
        whole = frozenset.intersection(*map(self._lines_with, part.units))
        own = frozenset[int]().union(*(unit.found_in(named) for unit in part.particular))
        for at in sorted(whole & own):
            line = self.shown.lines[at].span
            is_weak = (part.is_led and is_help(line.quote)) or self._goes_to_others(
                part, line.quote
            )
            yield _Place(line, _SHOWN) if is_weak else self._dated(line, self.shown.role_of[at])

    def _lines_with(self, unit: Unit) -> Numbers:
        lines = unit.found_in(self.shown.named)
        if unit.is_leading or not unit.is_particular:
            return lines
        titled = unit.found_in(self.titles)
        return lines | {line for line, role in enumerate(self.shown.role_of) if role in titled}

    def _in_heads(self, part: Part) -> Iterator[_Place]:
        """In the title and employer of a role: holding a post is experience of what it is."""
        titled = frozenset[int]().union(*(unit.found_in(self.titles) for unit in part.particular))
        for at in sorted(part.found_in(self.heads)):
            role, _ = self.shown.heads[at]
            number = self.shown.resume.roles.index(role)
            if number in titled and not is_help(role.title.value):
                yield self._dated(role.title.span, number)

    def _in_papers(self, part: Part, tier: int) -> Iterator[_Place]:
        yield from (_Place(self.shown.papers[at], tier) for at in part.found_in(self.papers))
        listed: Sequence[Span] = [item.span for item in self.shown.resume.listed]
        yield from (_Place(listed[at], _LISTED) for at in part.found_in(self.listed))

    def _dated(self, span: Span, role: int) -> _Place:
        held: Role = self.shown.resume.roles[role]
        if self.shown.is_recent(held, RECENT_MONTHS):
            return _Place(span, _WHOLE)
        return _Place(span, _SHOWN, GapKind.STALE)

    def _goes_to_others(self, part: Part, line: str) -> bool:
        """Whether all that it names of the part is right behind what leads to somebody else."""
        rest, many = _to_others().subn(" ", line)
        named = Named([rest]) if many else self.shown.named
        return many > 0 and not any(unit.found_in(named) for unit in part.particular)


@cache
def _to_others() -> re.Pattern[str]:
    """A word that leads to somebody or something else, with what it leads to."""
    known = read("same")
    leads, ends = any_of(known["to_others"]), any_of(known["ends"])
    return re.compile(rf"(?<![\w-]){leads}(?:[ ](?!{ends}\b)[\w'’/-]+){{1,3}}", re.IGNORECASE)
