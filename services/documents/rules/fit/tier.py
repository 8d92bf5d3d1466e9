"""How far one requirement is met: a tier of 0 to 3, what it could be, and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from contracts.analysis import (
    GapKind,
    Requirement,
    RequirementKind,
    Role,
    Seniority,
)
from contracts.evidence import Span
from services.documents.rules import durations
from services.documents.rules.fit import certified, fields, sizes
from services.documents.rules.fit.about import about, done_as_named, spoken_of
from services.documents.rules.fit.asked import parts_of
from services.documents.rules.fit.choice import of_choice
from services.documents.rules.fit.finding import Finding, enough, some, together, unknown
from services.documents.rules.fit.lengths import years_in
from services.documents.rules.fit.otherwise import is_other_word
from services.documents.rules.fit.shown import RECENT_MONTHS, Shown
from services.documents.rules.fit.skilled import Skilled
from services.documents.rules.fit.specialised import narrowed, within
from services.documents.rules.fit.spoken import spoken
from services.documents.rules.fit.titles import Titles, post_in
from services.documents.rules.fit.wholly import Wholly
from services.documents.rules.led import leads_team
from services.documents.rules.occupations import families_showing
from services.documents.rules.skills.catalogue import skills
from services.documents.rules.skills.matching import SkillMatcher

TOP = 3
_WAYS = {"practice", "method"}
"""Kinds of skills that are ways of working, and no names of things."""

_TERMS = {"data", "design", "platform", "software"}
"""Fields whose terms are names, also where they look like deeds: machine learning."""

_PEOPLE = "people-management"


@dataclass(frozen=True)
class Judge:
    """Compares requirements with what one résumé shows."""

    shown: Shown
    matcher: SkillMatcher
    seniority: Seniority

    @property
    def _titles(self) -> Titles:
        return Titles(self.shown, self.seniority)

    @property
    def _skilled(self) -> Skilled:
        return Skilled(self.shown, self.matcher)

    def find(self, requirement: Requirement, *, is_title: bool = False) -> Finding:
        if is_title:
            return self._titles.asked(requirement.span.quote)
        known = self._titles.of_leader(requirement.span.quote, self._of_kind(requirement))
        known = self._of_team(requirement.span.quote, known)
        known = self._in_setting(requirement, known)
        known = narrowed(requirement, self.shown, self.matcher, known)
        if known.tier < TOP and (paper := certified.one_of(requirement, self.shown, self.matcher)):
            return paper
        if known.tier < TOP and (field := self._field(requirement)) and field.tier > known.tier:
            return field
        if not known.tier and (done := self._done(requirement)):
            known = done
        told = self._said(requirement, of_choice(requirement, self.shown, known))
        return certified.papered(requirement.span.quote, told, self.shown)

    def _in_setting(self, requirement: Requirement, known: Finding) -> Finding:
        """`known` of years in a trade, or a part where those in the house that is asked are few."""
        if requirement.min_years is None or known.tier < TOP:
            return known
        if not fields.names_setting(requirement.span.quote):
            return known
        field = self._field(requirement)
        return known if field is None or field.tier >= TOP else replace(field, tier=TOP - 1)

    def _of_team(self, said: str, known: Finding) -> Finding:
        """`known`, or a part where leading a team is asked for as well and nothing shows that."""
        if known.tier < TOP or not leads_team(said) or self.shown.skill(_PEOPLE):
            return known
        if any(leads_team(span.quote) for span in known.evidence):
            return known
        reason = f"{known.reason} That a team was led is not told."
        return replace(known, tier=TOP - 1, reason=reason, gap=GapKind.UNPROVEN, high=TOP)

    def _said(self, requirement: Requirement, known: Finding) -> Finding:
        """`known`, or what lines that say the whole of it show better."""
        is_other = requirement.min_years is not None or requirement.kind is RequirementKind.LANGUAGE
        if is_other or known.tier == TOP or known.gap in (GapKind.SCOPE, GapKind.LEVEL):
            return known
        said = requirement.span.quote
        told = self._wholly.find(said, requirement.competencies, self._things_in(said))
        if told is None or told.tier <= known.tier:
            return known
        asked = {*requirement.any_of, *(one for group in requirement.all_of for one in group)}
        return known if is_other_word(sorted(asked), told.evidence, self.matcher) else told

    def _things_in(self, said: str) -> list[str]:
        """What it names that no other form of its words is: tools, and the terms of computing."""
        return [
            said[hit.start : hit.end]
            for hit in self.matcher.find(said)
            if self.matcher.kind(hit.skill_id) not in {*_WAYS, "domain"}
            or skills()[hit.skill_id].field in _TERMS
        ]

    @cached_property
    def _wholly(self) -> Wholly:
        return Wholly.of(self.shown)

    def _done(self, requirement: Requirement) -> Finding | None:
        """What lines say of ways of working in other forms of their names: negotiated, catered."""
        said, kinds = requirement.span.quote, requirement.competencies
        asked = {*requirement.any_of, *(one for group in requirement.all_of for one in group)}
        are_ways = {self.matcher.kind(skill_id) for skill_id in asked} <= _WAYS
        if not asked or not are_ways or requirement.min_years is not None:
            return None
        names = [said[h.start : h.end] for h in self.matcher.find(said) if h.skill_id in asked]
        return done_as_named(said, kinds, names, self.shown)

    def _of_kind(self, requirement: Requirement) -> Finding:
        groups = requirement.all_of or ((requirement.any_of,) if requirement.any_of else ())
        if groups:
            return self._groups(groups, requirement)
        if requirement.kind is RequirementKind.LANGUAGE:
            return spoken(requirement.span.quote, self.shown)
        if requirement.kind is RequirementKind.CERTIFICATION:
            return certified.certified(requirement, self.shown)
        return self._work(requirement)

    def _groups(self, groups: tuple[tuple[str, ...], ...], asked: Requirement) -> Finding:
        """The mean of the groups, halves up; years are asked of the one that has most of them."""
        years = asked.min_years
        longest = max(range(len(groups)), key=lambda at: (self._years(groups[at]), -at))
        found = [
            self._best(group, years if at == longest else None, asked)
            for at, group in enumerate(groups)
        ]
        if len(found) == 1:
            return found[0]
        return together(found)

    def _years(self, group: tuple[str, ...]) -> float:
        skills = [self.shown.skill(skill_id) for skill_id in group]
        named = [skill.years or 0.0 for skill in skills if skill]
        roles = (
            role
            for name, role, _ in self.shown.families
            if any(name in families_showing(skill_id) for skill_id in group)
        )
        return max([*named, (self.shown.months_in(roles) or 0) / 12])

    def _best(self, group: tuple[str, ...], years: float | None, asked: Requirement) -> Finding:
        """A group counts once, with its best."""
        skills = [skill for skill_id in group if (skill := self._skilled.get(skill_id))]
        named = [(self._skilled.shows(skill, years), skill.years or 0.0) for skill in skills]
        titled = [(f, 0.0) for skill_id in group if (f := self._by_title(skill_id, years))]
        papers = [
            certified.held(skill_id, asked.span.quote, self.shown, self.matcher, years)
            for skill_id in group
        ]
        found = [*((paper, 0.0) for paper in papers if paper), *named, *titled]
        if not found:
            return Finding(0, self._skilled.missing(group, asked), gap=GapKind.MISSING)
        return max(found, key=lambda pair: (pair[0].tier, pair[0].most, pair[1]))[0]

    def _by_title(self, skill_id: str, years: float | None) -> Finding | None:
        """What the titles of roles say of a skill by themselves: a backend engineer does that."""
        families = families_showing(skill_id)
        held = [(role, span) for name, role, span in self.shown.families if name in families]
        if not held:
            return None
        label, evidence = self.matcher.label(skill_id), some(span for _, span in held)
        if years is not None:
            months = self.shown.months_in(role for role, _ in held)
            return enough(label, months and months / 12, years, evidence)
        if any(self.shown.is_recent(role, RECENT_MONTHS) for role, _ in held):
            return Finding(3, f"{label}: the work of a recent role.", evidence)
        return Finding(2, f"{label}: the work of an earlier role.", evidence, GapKind.STALE)

    def _work(self, requirement: Requirement) -> Finding:
        """Experience without a skill that we know, and behaviour.

        A line of work that speaks of it is worth 2 at most: an interview shows the rest.
        """
        said = requirement.span.quote
        sized = sizes.sized(said, self.shown)
        if requirement.min_years is not None:
            led = self.shown.skill(_PEOPLE) if leads_team(said) else None
            long = self._years_of(said, requirement.min_years)
            if led:
                long = self._skilled.shows(led, requirement.min_years)
            elif leads_team(said) and long.tier:
                long = self._unproven(said)  # What was led may be anything: talks, a project.
            return together([long, sized]) if sized and long.tier else long
        if sized:
            return sized
        if held := self._held(said):
            return held
        if (
            requirement.looked_for
            and not requirement.is_choice
            and (used := self._used(requirement.looked_for))
        ):
            return used
        wanted = about(said, requirement.competencies)
        return spoken_of(wanted, self.shown) or self._unproven(said)

    def _held(self, said: str) -> Finding | None:
        """A paper, a post or a team that one had, where no more than that is asked for."""
        if paper := certified.named(said, self.shown) or certified.licensed(said, self.shown):
            return paper
        if title := post_in(said):
            return self._titles.asked(title)
        led = self.shown.skill(_PEOPLE) if leads_team(said) and not parts_of(said) else None
        return self._skilled.shows(led) if led else None

    def _field(self, requirement: Requirement) -> Finding | None:
        """What roles say of their field where work in one, or in one of several, is asked for."""
        asked = fields.fields_asked(requirement.span.quote)
        named = {hit.skill_id for field in asked for hit in self.matcher.find(field.said)}
        groups = requirement.all_of or ((requirement.any_of,) if requirement.any_of else ())
        held = [one for field in asked for one in fields.roles_in(field, self.shown)]
        if not held or not all(named.intersection(group) for group in groups):
            return None
        what, evidence = fields.label(asked), some(span for _, span in held)
        if requirement.min_years is not None:
            months = self.shown.months_in(role for role, _ in held)
            return enough(what, months and months / 12, requirement.min_years, evidence)
        if any(self.shown.is_recent(role, RECENT_MONTHS) for role, _ in held):
            return Finding(3, f"{what}: named by a recent role.", evidence)
        return Finding(2, f"{what}: named by a role.", evidence, GapKind.STALE)

    def _used(self, looked_for: Sequence[str]) -> Finding | None:
        """Whether roles name all that is looked for, of alternatives one."""
        named = [self._naming(each.split(" or ")) for each in looked_for]
        if not all(named):
            return None
        what, evidence = "; ".join(looked_for), some(span for each in named for _, span in each)
        if all(any(self.shown.is_recent(r, RECENT_MONTHS) for r, _ in each) for each in named):
            return Finding(3, f"{what}: named in a recent role.", evidence)
        return Finding(2, f"{what}: named in a role.", evidence, GapKind.STALE)

    def _naming(self, alternatives: Sequence[str]) -> list[tuple[Role, Span]]:
        return [found for name in alternatives for found in self.shown.roles_naming(name.split())]

    def _years_of(self, said: str, years: float) -> Finding:
        """Years of what is asked, by titles or by lines of work that name it; of nothing else."""
        wanted = years_in(said)
        named = self.shown.roles_naming(wanted.words) or self._wholly.roles_in(wanted.subject)
        if wanted.family:
            titled = within(wanted, self._titles.years_in(wanted.family, years))
            if titled.tier > 1 or not named:
                return titled
        elif durations.is_any_work(said):
            return self._years_in_all(years)
        elif not named:
            return self._unproven(said)
        months = self.shown.months_in(role for role, _ in named)
        evidence = some(span for _, span in named)
        what = f"Work that names {wanted.said}"
        return enough(what, months and months / 12, years, evidence)

    def _unproven(self, said: str) -> Finding:
        """What is only listed in the same words tells no tier, but what to ask."""
        listed = self.shown.listed_in(said)
        if listed is None:
            return unknown("Nothing in the résumé tells.")
        reason = f"{listed.value}: listed, but no role shows it."
        ask = f"In which role did you use {listed.value}, and for what?"
        return unknown(reason, ask, (listed.span,))

    def _years_in_all(self, years: float) -> Finding:
        evidence = some(role.title.span for _, role, _ in self.shown.families)
        return enough("Work in all", self.shown.resume.years_total, years, evidence)
