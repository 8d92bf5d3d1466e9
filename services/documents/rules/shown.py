"""What a résumé shows, once every quote has been found again in its text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from contracts.analysis import Bullet, Entry, ResumeAnalysis, Role, Skill, Text
from contracts.evidence import Competency, Span
from services.documents.rules.competencies import shown_in
from services.documents.rules.instructions import is_instruction
from services.documents.rules.lexicon import plain
from services.documents.rules.months import month_of, month_on, months_between
from services.documents.rules.occupations import family_of

MAX_EVIDENCE = 3


def stands(span: Span, text: str) -> bool:
    """Whether the quote is really what the document says there."""
    return text[span.start : span.end] == span.quote


def _words(said: str) -> str:
    return " ".join(re.findall(r"\w+", plain(said)))


@dataclass
class Shown:
    """Evidence that stands. `rejected` counts the quotes that were claimed and do not."""

    resume: ResumeAnalysis
    text: str
    on: date
    rejected: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self._skills = {
            skill.id: kept for skill in self.resume.skills if (kept := self._kept(skill))
        }

    def skill(self, skill_id: str) -> Skill | None:
        return self._skills.get(skill_id)

    def months_since(self, skill: Skill) -> int | None:
        """How many months ago the skill was last used; None where no date says."""
        if skill.last_used is None:
            return None
        return max(0, month_on(self.on) - month_of(skill.last_used, is_end=True))

    @cached_property
    def families(self) -> tuple[tuple[str, Role, Span], ...]:
        """The family of each role's title, newest role first as the résumé has them."""
        found = ((role, family_of(role.title.value)) for role in self.resume.roles)
        return tuple(
            (hit.family, role, role.title.span)
            for role, hit in found
            if hit and stands(role.title.span, self.text)
        )

    def months_in(self, roles: Iterable[Role]) -> int | None:
        """Calendar months in which one of the roles was held; None where none is dated."""
        now = month_on(self.on)
        held = {
            month
            for role in roles
            for month in months_between(role.start, role.end, now=now if role.is_current else None)
        }
        return len(held) or None

    def is_recent(self, role: Role, within: int) -> bool:
        if role.is_current:
            return True
        return (
            role.end is not None and month_on(self.on) - month_of(role.end, is_end=True) <= within
        )

    def lines_about(self, wanted: Iterable[Competency]) -> list[Bullet]:
        """Lines of work whose words show one of `wanted`; those with a measure first."""
        asked = tuple(wanted)
        found = [
            bullet
            for role in self.resume.roles
            for bullet in role.bullets
            if stands(bullet.span, self.text)
            and not is_instruction(bullet.span.quote)
            and shown_in(bullet.span.quote, asked)
        ]
        return sorted(found, key=lambda bullet: not bullet.metrics)[:MAX_EVIDENCE]

    def entries(self, entries: Iterable[Entry]) -> list[Entry]:
        return [entry for entry in entries if stands(entry.title.span, self.text)]

    def listed_in(self, said: str) -> Text | None:
        """What the résumé lists in the same words that `said` has."""
        words = f" {_words(said)} "
        stand = (item for item in self.resume.listed if stands(item.span, self.text))
        return next((item for item in stand if f" {_words(item.value)} " in words), None)

    def _kept(self, skill: Skill) -> Skill | None:
        kept = tuple(span for span in skill.evidence if stands(span, self.text))
        self.rejected += len(skill.evidence) - len(kept)
        return skill.model_copy(update={"evidence": kept}) if kept else None
