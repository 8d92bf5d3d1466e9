"""Sets what its owner corrects in place of what a job was read to ask for.

Every requirement quotes the text, which is the employer's: what an owner says of one is how much
it is wanted, for how long and which skill it means. What nobody corrected stays as it was read.
"""

import re
from collections.abc import Iterable, Iterator

from contracts.analysis import JobAnalysis, Requirement, RequirementKind
from contracts.corrections import OwnRequirement, RequirementCorrection
from contracts.evidence import DocumentKind, Span
from services.documents.domain import JobAmendment
from services.documents.quoting import place_of
from services.documents.rules import competencies, cues
from services.documents.rules.job import names
from services.documents.rules.job.asking import kind_of
from services.documents.rules.job.facts import Facts
from services.documents.rules.job.gates import gates_of
from services.documents.rules.job.groups import Groups, groups_of
from services.documents.rules.job.reading import ranked_of
from services.documents.rules.skills.matching import SkillMatcher, matcher

_OR = re.compile(r"\s+or\s+|\s*/\s*", re.IGNORECASE)


class RulesJobEditor:
    """Deterministic; safe to share and to ask twice."""

    def __init__(self) -> None:
        self._matcher = matcher()

    def amend(self, source: JobAmendment) -> JobAnalysis:
        if source.corrections.is_empty:
            return source.read
        return _Amending(source, self._matcher).done()


class _Amending:
    def __init__(self, source: JobAmendment, skills: SkillMatcher) -> None:
        self._read = source.read
        self._text = source.text
        self._given = source.corrections.requirements
        self._facts = Facts(source.read, source.corrections.facts, self._span)
        self._matcher = skills

    def done(self) -> JobAnalysis:
        asked = (*self._of_those_read(), *self._added())
        said = [*(each.span for each in asked), *self._facts.places()]
        unread = tuple(span for span in self._read.unread if not _is_in_one_of(span, said))
        update = {
            **self._facts.update(),
            "requirements": asked,
            "competencies": ranked_of(asked, self._read.duties),
            "unread": unread,
        }
        return self._read.model_copy(update=update)

    def _of_those_read(self) -> Iterator[Requirement]:
        by_id: dict[str, RequirementCorrection] = {each.of: each for each in self._given if each.of}
        own = [each for each in self._read.requirements if each.id in by_id]
        others = [each for each in self._read.requirements if each.id not in by_id]
        for requirement in sorted([*own, *self._facts.asked(others)], key=self._place):
            correction = by_id.get(requirement.id)
            if correction is None:
                yield requirement
            elif correction.now is not None:
                yield self._changed(requirement, correction.now) or requirement

    def _place(self, requirement: Requirement) -> int:
        """As they were read; the title's comes first where none was."""
        ids = [each.id for each in self._read.requirements]
        return ids.index(requirement.id) if requirement.id in ids else -1

    def _added(self) -> Iterator[Requirement]:
        """After those that were read, so that none of them is called otherwise."""
        added = [each.now for each in self._given if each.now and not each.of]
        for number, now in enumerate(added, len(self._read.requirements) + 1):
            if (span := self._span(now.quote)) is not None:
                yield self._said(now, span, f"q{number}")

    def _changed(self, read: Requirement, now: OwnRequirement) -> Requirement | None:
        """As its owner says; what they left alone is as it was read. None without its quote."""
        there = OwnRequirement.of(read)
        if now.quote == there.quote and now.is_gate is there.is_gate:
            same = {"strength": now.strength, "min_years": now.min_years}
            if now.looked_for in (None, there.looked_for):
                return read.model_copy(update=same)
            return self._said(now, read.span, read.id)
        span = read.span if now.quote == there.quote else self._span(now.quote)
        return None if span is None else self._said(now, span, read.id)

    def _said(self, now: OwnRequirement, span: Span, own_id: str) -> Requirement:
        said = span.quote
        groups, looked_for, is_choice = self._looked_for(now, said)
        kind = _gate(said) if now.is_gate else kind_of(said, groups, now.min_years)
        return Requirement(
            id=own_id,
            kind=kind,
            strength=now.strength,
            is_gate=now.is_gate,
            any_of=groups[0] if len(groups) == 1 else (),
            all_of=groups if len(groups) > 1 else (),
            looked_for=looked_for,
            is_choice=is_choice,
            min_years=now.min_years,
            span=span,
            competencies=() if now.is_gate else competencies.asked_in(said),
        )

    def _looked_for(self, now: OwnRequirement, said: str) -> tuple[Groups, tuple[str, ...], bool]:
        """The groups of skills, the same in words, and whether these are a choice."""
        if now.is_gate:
            return (), now.looked_for or (), False
        if now.looked_for is None:
            hits = self._matcher.find(said)
            groups = groups_of(said, 0, hits, self._matcher)
            return groups, names.in_words(said, hits, groups, self._matcher), False
        groups = tuple(group for each in now.looked_for if (group := self._skills(each)))
        offered = tuple(_OR.split(now.looked_for[0])) if len(now.looked_for) == 1 else ()
        known = [bool(self._skills(each)) for each in offered]
        if len(offered) > 1 and not all(known):
            return groups, offered, True
        return groups, now.looked_for, False

    def _skills(self, words: str) -> tuple[str, ...]:
        """Those of our list that are alternatives in what was typed."""
        found: dict[str, None] = {}
        for each in _OR.split(words):
            found |= dict.fromkeys(
                hit.skill_id for hit in self._matcher.find(each, [(0, len(each))])
            )
        return tuple(found)

    def _span(self, quote: str) -> Span | None:
        place = place_of(quote, self._text)
        if place is None:
            return None
        return Span(
            document=DocumentKind.JOB_DESCRIPTION,
            document_id=self._read.job_description_id,
            start=place[0],
            end=place[1],
            quote=self._text[slice(*place)],
        )


def _gate(said: str) -> RequirementKind:
    """What kind of condition it is; a résumé says nothing of one that we do not know."""
    if kinds := gates_of(said):
        return kinds[0]
    is_paper = cues.is_certification(said)
    return RequirementKind.CERTIFICATION if is_paper else RequirementKind.LOGISTICS


def _is_in_one_of(span: Span, said: Iterable[Span]) -> bool:
    return any(each.start < span.end and span.start < each.end for each in said)
