"""Reads a job description to its end: what it asks for, how much, what for, how large."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from contracts.analysis import (
    Duty,
    JobAnalysis,
    Requirement,
    RequirementKind,
    Seniority,
    Strength,
    Text,
)
from contracts.evidence import Competency, DocumentKind, Engine, Span
from services.documents.domain import JobSource
from services.documents.rules import competencies, cues, flags, header
from services.documents.rules.clauses import Clause, Section, clauses
from services.documents.rules.groups import Groups, groups_of
from services.documents.rules.instructions import is_instruction
from services.documents.rules.scope import read_scope
from services.documents.rules.skills import SkillHit, SkillMatcher

_WEIGHT = {Strength.MUST: 3, Strength.NICE: 1, Strength.BONUS: 1}
_LISTED = {
    Section.REQUIREMENTS: Strength.MUST,
    Section.NICE: Strength.NICE,
    Section.BONUS: Strength.BONUS,
}
_PROSE = (Section.OPEN, Section.ABOUT, Section.DUTIES)
_DUTY = re.compile(
    r"^\W*(?:(?:in this role,? |as an? [\w\s]{3,40}, )?you(?:['’]ll| will| are going to)\b"
    r"|(?:you )?(?:responsible for|take ownership)|(?:the|your) (?:role|job|work) (?:is|will)\b)",
    re.IGNORECASE,
)

Quote = Callable[[int, int], Span]


def read_job(source: JobSource, matcher: SkillMatcher, engine: Engine) -> JobAnalysis:
    """The analysis of one job description. Text that gives orders to a reader is left out."""
    text = source.text

    def quote(start: int, end: int) -> Span:
        return Span(
            document=DocumentKind.JOB_DESCRIPTION,
            document_id=source.job_description_id,
            start=start,
            end=end,
            quote=text[start:end],
        )

    said = list(clauses(text))
    parts = [clause for clause in said if not is_instruction(text[slice(*clause.within)])]
    title = header.title_in(text, parts)
    wanted = _Reading(text, matcher, quote)
    requirements = wanted.requirements(parts, title)
    duties = wanted.duties(parts)
    scoped = [(c.start, c.end) for c in parts if c.section is not Section.ASIDE]
    company = header.company_in(text)
    return JobAnalysis(
        job_description_id=source.job_description_id,
        title=_text(title, quote),
        company=_text(company, quote),
        seniority=cues.seniority_of(text[slice(*title)]) if title else Seniority.UNKNOWN,
        requirements=requirements,
        duties=duties,
        scope=read_scope(text, scoped, quote),
        competencies=_ranked(requirements, duties),
        red_flags=flags.red_flags(text, has_orders=len(parts) < len(said)),
        engine=engine,
    )


@dataclass(frozen=True)
class _Reading:
    text: str
    matcher: SkillMatcher
    quote: Quote

    def requirements(
        self, parts: Sequence[Clause], title: tuple[int, int] | None
    ) -> tuple[Requirement, ...]:
        """The title first (who asks for a nurse wants one), then every clause that asks."""
        found: list[Requirement] = []
        if title is not None:
            found.append(self._title(title))
        seen: set[str] = set()
        for part in parts:
            said = " ".join(self.text[part.start : part.end].lower().split())
            if said not in seen:
                seen.add(said)
                found.extend(self._asked(part))
        return tuple(r.model_copy(update={"id": f"q{n}"}) for n, r in enumerate(found, 1))

    def duties(self, parts: Iterable[Clause]) -> tuple[Duty, ...]:
        """What is to be done, apart from what is asked for."""
        found = [part for part in parts if self._is_duty(part)]
        return tuple(
            Duty(
                id=f"d{number}",
                span=self.quote(part.start, part.end),
                competencies=competencies.asked_in(self.text[part.start : part.end]),
            )
            for number, part in enumerate(found, 1)
        )

    def _is_duty(self, part: Clause) -> bool:
        said = self.text[part.start : part.end]
        if part.section is Section.DUTIES:
            return not said.endswith(":") and not (cues.gate_of(said) and cues.asks(said))
        if part.section in (Section.ASIDE, Section.FACTS):
            return False
        return not part.is_item and _DUTY.match(said) is not None

    def _title(self, title: tuple[int, int]) -> Requirement:
        return Requirement(
            id="q0",
            kind=RequirementKind.EXPERIENCE,
            strength=Strength.MUST,
            span=self.quote(*title),
        )

    def _asked(self, part: Clause) -> Iterator[Requirement]:
        """What one clause asks for: a gate, something to be shown, both or nothing."""
        said = self.text[part.start : part.end]
        strength = self._strength(part, said)
        gate = cues.gate_of(said)
        if gate is not None and part.section is not Section.ASIDE and _may_gate(part, said):
            wanted = cues.strength_of(said, strength or Strength.MUST)
            yield self._made(part, gate, wanted, is_gate=True)
        if strength is None:
            return
        hits = self._hits(part, said)
        years = cues.years_asked(said)
        if gate is not None and years is None and (_is_whole(gate) or not hits):
            return
        yield self._shown(part, said, strength, (hits, years))

    def _shown(
        self,
        part: Clause,
        said: str,
        strength: Strength,
        facts: tuple[list[SkillHit], float | None],
    ) -> Requirement:
        hits, years = facts
        groups = groups_of(said, part.start, hits, self.matcher)
        made = self._made(part, _kind(said, groups, years), strength)
        return made.model_copy(
            update={
                "any_of": groups[0] if len(groups) == 1 else (),
                "all_of": groups if len(groups) > 1 else (),
                "min_years": years,
                "competencies": competencies.asked_in(said),
            }
        )

    def _made(
        self, part: Clause, kind: RequirementKind, strength: Strength, *, is_gate: bool = False
    ) -> Requirement:
        return Requirement(
            id="q0",
            kind=kind,
            strength=strength,
            is_gate=is_gate,
            span=self.quote(part.start, part.end),
        )

    def _strength(self, part: Clause, said: str) -> Strength | None:
        """How much a clause wants what it says; None where it asks for nothing to be shown."""
        if part.section in _LISTED:
            says_what = bool(self._hits(part, said)) or cues.years_asked(said) is not None
            is_wish = part.is_item or cues.asks(said) or cues.names_quality(said)
            asked = says_what or (is_wish and not said.endswith(":"))
            if cues.is_about_applying(said) or not asked:
                return None
            listed = cues.strength_of(said, _LISTED[part.section])
            return None if self._is_duty(part) else listed
        if part.section is Section.STACK or (cues.is_about_stack(said) and self._hits(part, said)):
            return Strength.NICE
        if (
            part.section in _PROSE
            and not self._is_duty(part)
            and cues.asks(said)
            and cues.demands(said)
        ):
            return cues.strength_of(said, Strength.MUST)
        return None

    def _hits(self, part: Clause, said: str) -> list[SkillHit]:
        """The skills in a clause, without the subjects of degrees and the word for its list."""
        degrees = list(cues.degree_phrases(said))
        found = self.matcher.find(said)
        return [
            SkillHit(hit.skill_id, part.start + hit.start, part.start + hit.end)
            for hit in found
            if not any(start <= hit.start < end for start, end in degrees)
        ]


def _is_whole(gate: RequirementKind) -> bool:
    """Whether a gate says all that its clause says. A degree may stand beside something else."""
    return gate is not RequirementKind.EDUCATION


def _may_gate(part: Clause, said: str) -> bool:
    """Gates stand where things are asked for or stated, or are put as a demand anywhere."""
    if part.section in (*_LISTED, Section.FACTS):
        return not cues.is_about_applying(said)
    return cues.insists(said)


def _kind(said: str, groups: Groups, years: float | None) -> RequirementKind:
    if not groups and cues.language_of(said):
        return RequirementKind.LANGUAGE
    if cues.is_certification(said):
        return RequirementKind.CERTIFICATION
    if groups:
        return RequirementKind.SKILL
    is_experience = years is not None or "experience" in said.lower()
    return RequirementKind.EXPERIENCE if is_experience else RequirementKind.BEHAVIOUR


def _ranked(requirements: Iterable[Requirement], duties: Iterable[Duty]) -> tuple[Competency, ...]:
    weights: Counter[Competency] = Counter()
    for requirement in requirements:
        for competency in requirement.competencies:
            weights[competency] += _WEIGHT[requirement.strength]
    for duty in duties:
        weights.update(duty.competencies)
    return competencies.ranked(weights)


def _text(place: tuple[int, int] | None, quote: Quote) -> Text | None:
    if place is None:
        return None
    span = quote(*place)
    return Text(value=" ".join(span.quote.split()), span=span)
