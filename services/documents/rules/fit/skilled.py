"""What is said of a skill that is asked for: how it is shown, or that nothing names it."""

from dataclasses import dataclass

from contracts.analysis import GapKind, Requirement, Skill, Tier
from contracts.evidence import Span
from services.documents.rules import durations
from services.documents.rules.fit.asked import is_passing
from services.documents.rules.fit.finding import Finding, enough
from services.documents.rules.fit.shown import MAX_EVIDENCE, RECENT_MONTHS, Shown
from services.documents.rules.phrases import read
from services.documents.rules.skills.matching import SkillMatcher

STALE_MONTHS = 60
_LONGEST_NAME = 24
_OF_WORK = ("domain", "practice", "method")
_OF_BUNDLE = 2
"""Parts of a bundle that show the whole of it."""


@dataclass(frozen=True)
class Skilled:
    """Tells of the skills that one résumé shows."""

    shown: Shown
    matcher: SkillMatcher

    def get(self, skill_id: str) -> Skill | None:
        """The skill, else of a bundle its best part, where so many of them are shown."""
        if known := self.shown.skill(skill_id):
            return known
        parts = map(self.shown.skill, read("same")["bundles"].get(skill_id, ()))
        found = [part for part in parts if part]
        if len(found) < _OF_BUNDLE:
            return None
        return max(found, key=lambda part: (part.tier is not Tier.LISTED, part.last_used or ""))

    @property
    def _borne(self) -> set[Span]:
        """The titles of roles, which say the core of their occupation."""
        return {role.title.span for role in self.shown.resume.roles}

    def missing(self, group: tuple[str, ...], asked: Requirement) -> str:
        """In the words of the job, which may name one of several that we know by one label."""
        said = asked.span.quote
        hits = [hit for hit in self.matcher.find(said) if hit.skill_id in group]
        words = {said[hit.start : hit.end].lower(): said[hit.start : hit.end] for hit in hits}
        named = words.values() or [self.matcher.label(skill_id) for skill_id in group]
        offered = [one for one in asked.looked_for if durations.years_asked(one) is None]
        names = " or ".join((asked.is_choice and offered) or list(named)[:4])
        names = names[:1].upper() + names[1:]
        if any(self.shown.is_only_named(skill_id) for skill_id in group):
            return f"{names}: named, but not as something you have or have done."
        near = (
            self.matcher.label(other)
            for skill_id in group
            for other in self.matcher.siblings(skill_id)
            if self.shown.skill(other)
        )
        beside = next(near, None)
        return (
            f"{names}: not named."
            if beside is None
            else f"{names}: not named; close to it: {beside}."
        )

    def shows(self, skill: Skill, years: float | None = None) -> Finding:
        label, evidence = self._told(skill), skill.evidence[:MAX_EVIDENCE]
        how = "the work of" if evidence[0] in self._borne else "used in"
        if skill.tier is Tier.LISTED:
            reason = f"{label}: listed, but no role shows it."
            ask = f"In which role did you use {skill.label}, and for what?"
            return Finding(1, reason, evidence, GapKind.UNPROVEN, high=3, ask=ask)
        if years is not None:
            return enough(label, skill.years, years, evidence)
        if self._is_passed_by(skill):
            reason = f"{label}: named, as what another deed was done to."
            return Finding(2, reason, evidence, GapKind.UNPROVEN, high=3, ask=_ask_of(skill))
        since = self.shown.months_since(skill)
        if since is not None and since > STALE_MONTHS:
            return Finding(2, f"{label}: last used in {skill.last_used}.", evidence, GapKind.STALE)
        if skill.tier is Tier.OUTCOME:
            return Finding(3, f"{label}: shown with an outcome.", evidence)
        if since is not None and since <= RECENT_MONTHS:
            return Finding(3, f"{label}: {how} a recent role.", evidence)
        reason = f"{label}: {how} a role, without an outcome."
        return Finding(2, reason, evidence, GapKind.UNPROVEN, high=3, ask=_ask_of(skill))

    def _is_passed_by(self, skill: Skill) -> bool:
        """Whether all that names a kind of work is what was booked, or sent to: no work at it."""
        if self.matcher.kind(skill.id) not in _OF_WORK or self._borne.intersection(skill.evidence):
            return False
        places = [(span, self.shown.line_of(span)) for span in skill.evidence]
        return all(
            start < span.start and is_passing(self.shown.text[start:end])
            for span, (start, end) in places
        )

    def _told(self, skill: Skill) -> str:
        """Its name, and what shows it where that is not named itself: Python (through Django)."""
        if skill.evidence[0] in self._borne:
            return skill.label
        shown_by = " ".join(skill.evidence[0].quote.split())
        is_named = any(self.matcher.names(skill.id, span.quote) for span in skill.evidence)
        is_line = len(shown_by) > _LONGEST_NAME  # A whole line is quoted beside the reason.
        return skill.label if is_named or is_line else f"{skill.label} (through {shown_by})"


def _ask_of(skill: Skill) -> str:
    return f"What came of your work with {skill.label}, in numbers?"
