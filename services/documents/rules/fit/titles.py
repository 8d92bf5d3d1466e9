"""What the titles of roles say of a title that is asked for, or of years in a kind of work."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from contracts.analysis import Closing, GapKind, Role, Seniority
from contracts.evidence import Span
from services.documents.rules import cues
from services.documents.rules.fit.finding import Finding, enough, some, unknown
from services.documents.rules.fit.shown import Shown, stands
from services.documents.rules.occupations import are_near, family_of
from services.documents.rules.phrases import table

RECENT_MONTHS = 24
SENIOR_YEARS = 5.0

_SENIOR = (Seniority.SENIOR, Seniority.LEAD)
_ENDS = re.compile(r"\s*(?:[,;:|/(\[–—]|\s-)")
_WORD = re.compile(r"[^\W\d_][\w'’+#.-]*")
_FEWEST = 2
"""Words of a title that we do not know; one alone, such as "Officer", says too little."""
_TOLD = (Closing.PREPARE_STORY, Closing.EXPECT_QUESTION)
_WORK = "The same kind of work"

_Held = tuple[Role, Span]


@dataclass(frozen=True)
class Titles:
    """Compares titles by their kind of work, and by their words where we know none."""

    shown: Shown
    seniority: Seniority

    def asked(self, title: str) -> Finding:
        """Whether this work has been done before, and at this level."""
        wanted = family_of(title)
        if wanted is not None:
            return self._family(wanted.family)
        if same := self._worded(title):
            return self._when(same)
        reason = "This is a title. We do not know its kind of work; no role bears the same words."
        ask = "In which role did you do this kind of work, and since when?"
        return unknown(reason, ask, self._latest())

    def years_in(self, family: str, years: float) -> Finding:
        same = self._of(family)
        if not same:
            return self._without(family)
        months = self.shown.months_in(role for role, _ in same)
        evidence = some(span for _, span in same)
        return enough("This kind of work", months and months / 12, years, evidence)

    def _family(self, family: str) -> Finding:
        same = self._of(family)
        return self._when(same) if same else self._without(family)

    def _of(self, family: str) -> list[_Held]:
        return [(role, span) for name, role, span in self.shown.families if name == family]

    def _without(self, family: str) -> Finding:
        """A title that nobody bore is no thing to learn: what was borne says how far it is."""
        held = list(self.shown.families)
        near = [span for name, _, span in held if are_near(name, family)]
        if not held:
            return unknown("No role is titled in a way that we can compare.")
        if near:
            reason = "Roles beside this kind of work, but none in it."
            return Finding(1, reason, some(near), GapKind.LEVEL)
        reason = "This is a title. No role bore it, or one of the same kind of work."
        return Finding(0, reason, self._latest(), GapKind.MISSING, close_by=_TOLD)

    def _when(self, same: Sequence[_Held]) -> Finding:
        evidence = some(span for _, span in same)
        if self.seniority in _SENIOR and not self._shows_seniority():
            return Finding(2, f"{_WORK}, but not yet at this level.", evidence, GapKind.LEVEL)
        if any(self.shown.is_recent(role, RECENT_MONTHS) for role, _ in same):
            return Finding(3, f"{_WORK} in a recent role.", evidence)
        return Finding(2, f"{_WORK}, some time ago.", evidence, GapKind.STALE)

    def _worded(self, title: str) -> list[_Held]:
        """The roles whose title has all the words of this one, beside those for its level."""
        wanted = _words(title)
        return [
            (role, role.title.span)
            for role in self.shown.resume.roles
            if len(wanted) >= _FEWEST
            and stands(role.title.span, self.shown.text)
            and wanted <= _words(role.title.value)
        ]

    def _latest(self) -> tuple[Span, ...]:
        roles = self.shown.resume.roles
        return some(r.title.span for r in roles if stands(r.title.span, self.shown.text))

    def _shows_seniority(self) -> bool:
        titles = [role.title.value for role in self.shown.resume.roles]
        levels = {cues.seniority_of(title) for title in titles}
        years = self.shown.resume.years_total or 0.0
        return bool(levels & {*_SENIOR}) or years >= SENIOR_YEARS


def _words(title: str) -> set[str]:
    """Of the title itself, without its level and what stands behind it: "Officer (Band 6)"."""
    named = _ENDS.split(title.strip(), maxsplit=1)[0]
    for level in table("cues", "seniority").values():
        named = level.sub(" ", named)
    return {word.lower().removesuffix("s") for word in _WORD.findall(named)}
