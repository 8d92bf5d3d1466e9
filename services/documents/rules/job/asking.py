"""What one clause of a job description asks for: a gate, something to be shown, both, nothing."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from contracts.analysis import Requirement, RequirementKind, Strength
from contracts.evidence import Span
from services.documents.rules import competencies, cues, durations
from services.documents.rules.choices import choices
from services.documents.rules.job import asides, duties, grades, leanings, names
from services.documents.rules.job.announced import Section
from services.documents.rules.job.clauses import Clause
from services.documents.rules.job.gates import begins_with_gate, gates_of
from services.documents.rules.job.groups import Groups, groups_of
from services.documents.rules.job.reader import (
    asks_in_question,
    is_fragment,
    is_idle,
    names_what_is_wanted,
    tells_of_reader,
)
from services.documents.rules.skills.matching import SkillHit, SkillMatcher

LISTED = {
    Section.REQUIREMENTS: Strength.MUST,
    Section.NICE: Strength.NICE,
    Section.BONUS: Strength.BONUS,
}
_PROSE = (Section.OPEN, Section.ABOUT, Section.DUTIES)
UNNUMBERED = "q0"
"""The id of a requirement until all are found."""

_DEED = re.compile(r"[A-Za-z][a-z]+ing")
"""A verb of a choice, whose matter stands elsewhere: "developing or owning the roadmap"."""

_IF_YOU = re.compile(r"\W*(?:(?:and|but|also),? )?if you\b", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:(?:we|they) (?:do not|don[’']t|no longer|never) (?:use|need|require|work with|ask for)\b"
    r"|not (?:required|needed|necessary)\s*:|no need for\b)(?:(?!\bbut\b)[^.;\n])*"
    r"|\b(?:(?:anything|everything|any (?:\w+ )?(?:language|framework|tool|database|cloud)) but"
    r"|any(?:thing)?\b[^.,;\n]{0,30}? (?:except(?: for)?|other than))\b(?! (?:must|you|not)\b)"
    r"(?:(?!, (?:and|plus|with)\b)[^.;\n])*",
    re.IGNORECASE,
)
_YOU_DO = re.compile(
    r"\W*(?:you['’]re (?!going\b|joining\b|welcome\b|looking\b|part of\b|in for\b|invited\b|free\b)"
    r"|you (?!will\b|get\b|join\b|receive\b|earn\b|may\b|might\b|should apply\b"
    r"|can (?:also )?(?:start|join|begin|earn|expect|choose|apply|learn|look|progress|get|move"
    r"|buy|rent|live|walk|cycle|swim|surf|see|reach|enjoy|find)\b)"
    r"[a-z]+\b"
    r"|to (?:be|have|know|hold)\b"
    r"|(?:some|part|most|much|half|a (?:good )?(?:part|deal|bit)) of (?:that|it|them|these)\b)",
    re.IGNORECASE,
)

Quote = Callable[[int, int], Span]


@dataclass(frozen=True)
class Asking:
    """One clause, what it says, the paragraph `around` it, and the `whole` that it is a part of."""

    clause: Clause
    said: str
    matcher: SkillMatcher
    around: str
    whole: str

    def requirements(self, quote: Quote) -> Iterator[Requirement]:
        """At most a gate and one thing to be shown; a degree may stand beside a skill."""
        span = quote(self.clause.start, self.clause.end)
        offered = choices(self.said) if self._gates else ()
        for gate in self._gates if self._may_gate else ():
            strength = cues.strength_of(self.said, self._strength or Strength.MUST)
            yield Requirement(
                id=UNNUMBERED,
                kind=gate,
                strength=strength,
                is_gate=True,
                looked_for=offered or self._named_together(),
                is_choice=bool(offered),
                span=span,
            )
        if self._strength is not None and not self._is_gate_alone:
            yield self._shown(self._strength, span)

    def _shown(self, strength: Strength, span: Span) -> Requirement:
        groups = groups_of(self.said, 0, self._hits, self.matcher)
        offered = self._choice(groups)
        return Requirement(
            id=UNNUMBERED,
            kind=self._kind(groups),
            strength=strength,
            any_of=groups[0] if len(groups) == 1 else (),
            all_of=groups if len(groups) > 1 else (),
            looked_for=offered or self._looked_for(groups),
            is_choice=bool(offered),
            min_years=None if groups and self._is_of_one(offered) else self._years,
            span=span,
            competencies=competencies.asked_in(self.said),
        )

    def _looked_for(self, groups: Groups) -> tuple[str, ...]:
        """In words; of languages, where nothing else is asked for, their names."""
        named = cues.languages_of(self.said)
        languages = tuple(language[:1].upper() + language[1:] for language in named)
        if groups or not languages:
            return names.in_words(self.said, self._hits, groups, self.matcher)
        return languages

    def _choice(self, groups: Groups) -> tuple[str, ...]:
        """The alternatives as they are worded, where the skills do not cover them all."""
        if not groups and cues.joins_choice(self.said):
            return ()
        offered = choices(self.said) if len(groups) < 2 else ()
        return offered if not groups or self._is_wider(offered, groups[0]) else ()

    def _is_wider(self, offered: tuple[str, ...], group: tuple[str, ...]) -> bool:
        """Whether the choice is about the skills of the group, and one of it names none of them."""
        named = [one for one in offered if _DEED.fullmatch(one) is None]
        known = [{hit.skill_id for hit in self.matcher.find(one)} & {*group} for one in named]
        return any(known) and not all(known)

    @staticmethod
    def _is_of_one(offered: tuple[str, ...]) -> bool:
        """Whether years are one of the alternatives, as in "either a CPA or 5 years of audit"."""
        years = [durations.years_asked(one) is not None for one in offered]
        return any(years) and not years[0]

    def _named_together(self) -> tuple[str, ...]:
        """In one, the skills that it names, with the subjects of degrees."""
        ids = dict.fromkeys(hit.skill_id for hit in self._named())
        return (", ".join(map(self.matcher.label, ids)),) if ids else ()

    @cached_property
    def _hits(self) -> list[SkillHit]:
        """The skills in the clause, without the subjects of degrees and what it denies.

        A point that says nothing but names of skills, such as "Go" or "R, C", means the skills.
        """
        apart = [*cues.degree_phrases(self.said), *(m.span() for m in _DENIED.finditer(self.said))]
        return [
            hit
            for hit in self._named()
            if not any(start <= hit.start < end for start, end in apart)
            and not (self._may_gate and self._is_paper_of_gate(hit))
        ]

    def _is_paper_of_gate(self, hit: SkillHit) -> bool:
        """Whether it is the licence of a gate, which is shown and never scored."""
        is_paper = self.matcher.kind(hit.skill_id) == "certification"
        return is_paper and RequirementKind.CERTIFICATION in gates_of(
            self.said[hit.start : hit.end]
        )

    def _named(self) -> tuple[SkillHit, ...]:
        start, end = leanings.bare(self.said)
        words = self.said[start:end]
        if not (self.clause.is_item and cues.is_list(words)):
            return self.matcher.find(self.said)
        found = self.matcher.find(words, [(0, len(words))])
        return tuple(replace(hit, start=start + hit.start, end=start + hit.end) for hit in found)

    @cached_property
    def _years(self) -> float | None:
        return durations.years_asked(self.said)

    @cached_property
    def _is_aside(self) -> bool:
        return asides.is_aside(self.said) or asides.calls(self.whole)

    @cached_property
    def _gates(self) -> tuple[RequirementKind, ...]:
        """A licence that is only wished for keeps nobody out, so that it is no gate."""
        usual = self._strength or Strength.MUST
        is_must = cues.strength_of(self.said, usual) is Strength.MUST
        kinds = gates_of(self.said)
        return tuple(k for k in kinds if is_must or k is not RequirementKind.CERTIFICATION)

    @cached_property
    def _may_gate(self) -> bool:
        """Gates stand where things are asked for or stated, or are put as a demand elsewhere.

        What is offered holds none unless it leaves no choice: "A basic check is required".
        """
        if self._is_aside:
            return cues.hangs_on(self.said)
        if self.clause.section is Section.ASIDE:
            return cues.puts_condition(self.said)
        if self.clause.section in (*LISTED, Section.FACTS):
            return True
        if self.said.endswith("?") and not asks_in_question(self.said):
            return False
        is_duty = self.clause.section is Section.DUTIES
        is_put = cues.needs(self.said) or tells_of_reader(self.said)
        return is_put or (not is_duty and begins_with_gate(self.said))

    @property
    def _is_gate_alone(self) -> bool:
        """Whether a gate is all that the clause says."""
        if not self._gates or self._years is not None:
            return False
        return RequirementKind.EDUCATION not in self._gates or not self._hits

    @cached_property
    def _strength(self) -> Strength | None:
        """How much it wants what it says; None where it asks for nothing to be shown."""
        if self._is_nothing:
            return None
        if cues.asks_nothing(self.said) or _IF_YOU.match(self.said):
            return Strength.NICE if cues.is_wish(self.said) else None
        if self.clause.section in LISTED:
            return self._strength_in_list(LISTED[self.clause.section])
        if self.clause.section is Section.STACK:
            return Strength.NICE
        if cues.is_about_stack(self.said) and self._hits and not tells_of_reader(self.said):
            return Strength.NICE
        if duties.is_duty(self.clause, self.said) or self.clause.section not in _PROSE:
            return None
        return cues.strength_of(self.said, Strength.MUST) if self._is_asked_in_prose else None

    @property
    def _is_nothing(self) -> bool:
        """Whether it is no more than a mark, a grade, an aside or a ceiling of years."""
        is_empty = len(self.said) == 1 and not self._hits
        is_grade = grades.names_only_grades(self.said)
        return is_empty or is_grade or self._is_aside or durations.is_ceiling(self.said)

    @property
    def _is_asked_in_prose(self) -> bool:
        """Whether a sentence says itself that it asks, or stands amid others that do."""
        if self.said.endswith("?"):
            return asks_in_question(self.said)
        if is_idle(self.said) or asides.looks_ahead(self.whole):
            return False
        is_demand = self._demands(self.whole) or self._tells_of_you(self._demands(self.around))
        is_told = tells_of_reader(self.said) or names_what_is_wanted(self.said)
        is_told = is_told or bool(cues.languages_of(self.said) and is_fragment(self.said))
        return is_demand or is_told or self._wants_what_can_be_shown or self._wishes

    @property
    def _wishes(self) -> bool:
        """Whether it wishes for something that it names."""
        return cues.wishes(self.said) and leanings.has_content(self.said)

    @staticmethod
    def _demands(said: str) -> bool:
        return cues.asks(said) and cues.demands(said)

    @property
    def _wants_what_can_be_shown(self) -> bool:
        if durations.begins_with_years(self.said):
            return True
        is_named = self._hits or self._years is not None or cues.languages_of(self.said)
        is_named = is_named or names.in_words(self.said, (), (), self.matcher)
        is_said = cues.insists(self.said) or cues.asks(self.said)
        return cues.wants(self.said) and (bool(is_named) or is_said)

    def _tells_of_you(self, is_amid_asking: bool) -> bool:  # noqa: FBT001 - reads well
        """Whether it says how the reader is, where the rest of the paragraph asks for that."""
        return is_amid_asking and _YOU_DO.match(self.said) is not None

    def _strength_in_list(self, listed: Strength) -> Strength | None:
        if duties.is_duty(self.clause, self.said):
            return None
        is_wish = self.clause.is_item or cues.asks(self.said) or cues.names_quality(self.said)
        is_wish = is_wish or cues.is_wish(self.said) or _YOU_DO.match(self.said) is not None
        is_wish = is_wish or self._is_asked_in_prose
        is_whole = is_wish and not self.said.endswith(":")
        if not (is_whole or self._hits or self._years is not None):
            return None
        return cues.strength_of(self.said, listed)

    def _kind(self, groups: Groups) -> RequirementKind:
        return kind_of(self.said, groups, self._years)


def kind_of(said: str, groups: Groups, years: float | None) -> RequirementKind:
    """What kind of thing is to be shown."""
    if not groups and cues.languages_of(said):
        return RequirementKind.LANGUAGE
    if cues.is_certification(said):
        return RequirementKind.CERTIFICATION
    if groups:
        return RequirementKind.SKILL
    is_experience = years is not None or "experience" in said.lower()
    return RequirementKind.EXPERIENCE if is_experience else RequirementKind.BEHAVIOUR
