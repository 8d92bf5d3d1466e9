"""Reads a document again with the skills that a model has shown; the rules do the reading."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypedDict

from contracts.analysis import JobAnalysis, ResumeAnalysis
from contracts.evidence import Engine, EngineKind, Twin
from services.documents.advice.asking import Asked, SkillClaims
from services.documents.advice.claims import Standing, standing
from services.documents.domain import JobSource, ResumeSource
from services.documents.rules.job.reading import read_job
from services.documents.rules.resume.reading import read_resume
from services.documents.rules.skills.catalogue import skills
from services.documents.rules.skills.matching import SkillHit, SkillMatcher, matcher

VERSION = "1.1.0"
"""Raised whenever the same answers may give another result."""

Answers = Sequence[tuple[Asked, SkillClaims]]


class AdvisedMatcher(SkillMatcher):
    """Finds what the rules find, and beside it what was shown to stand in `text`."""

    def __init__(self, rules: SkillMatcher, text: str, shown: Iterable[SkillHit]) -> None:
        vars(self).update(vars(rules))  # the automaton is large, and nothing changes it
        self._text = text
        self._advised = tuple(shown)

    def find(self, text: str, lists: Sequence[tuple[int, int]] = ()) -> tuple[SkillHit, ...]:
        """As the rules do; `text` may be the whole of it, or a clause of it."""
        found = list(super().find(text, lists))
        for offset in self._offsets(text):
            for hit in self._advised:
                moved = SkillHit(hit.skill_id, hit.start - offset, hit.end - offset)
                if self._is_in(moved, text, offset) and not _overlaps(moved, found):
                    found.append(moved)
        return tuple(sorted(found, key=lambda hit: hit.start))

    def _offsets(self, text: str) -> list[int]:
        """Where `text` stands in the whole; one that is as long is the whole, parts blanked."""
        if len(text) == len(self._text):
            return [0]
        places, at = [], self._text.find(text) if text else -1
        while at >= 0:
            places.append(at)
            at = self._text.find(text, at + 1)
        return places

    def _is_in(self, hit: SkillHit, text: str, offset: int) -> bool:
        if hit.start < 0 or hit.end > len(text):
            return False
        return text[hit.start : hit.end] == self._text[hit.start + offset : hit.end + offset]


@dataclass(frozen=True)
class Advised:
    """What a model's answers come to, over one text."""

    rules: Engine
    model: str
    text: str
    answers: Answers

    def matcher(self, found: Sequence[Standing]) -> AdvisedMatcher:
        return AdvisedMatcher(matcher(), self.text, (hit for each in found for hit in each.hits))

    def engine(self, twin: Twin) -> Engine:
        """Made by the model, checked by the rules; with the hash of all that both were given."""
        given = [self.rules.input_hash, *(a.question.hashed(self.model) for a, _ in self.answers)]
        return Engine(
            kind=EngineKind.MODEL,
            version=VERSION,
            input_hash=hashlib.sha256("".join(given).encode()).hexdigest(),
            model=self.model,
            twin=twin,
        )

    def agreement(self, found: Sequence[Standing]) -> float:
        """Of the skills that either saw in what was sent, the share that both did."""
        by_model = {hit.skill_id for each in found for hit in each.hits}
        sent = [(place.start, place.end) for asked, _ in self.answers for place in asked.places]
        by_rules = {
            hit.skill_id
            for hit in matcher().find(self.text)
            if any(start <= hit.start and hit.end <= end for start, end in sent)
        }
        either = by_model | by_rules
        return round(len(by_model & by_rules) / len(either), 4) if either else 1.0


def advised_resume(
    source: ResumeSource, alone: ResumeAnalysis, model: str, answers: Answers
) -> ResumeAnalysis:
    """The analysis with what the model has shown, beside what the rules say `alone`."""
    advised = Advised(alone.engine, model, source.extracted.text, answers)
    found = [standing(*each) for each in answers]
    read = read_resume(source, advised.matcher(found), alone.engine)
    known = {skill.id for skill in alone.skills}
    twin = Twin(
        version=alone.engine.version,
        agreement=advised.agreement(found),
        on=source.on,
        **_shown(skill.id for skill in read.skills if skill.id not in known),
        dropped=sum(each.dropped for each in found),
    )
    return read.model_copy(update={"engine": advised.engine(twin)})


def advised_job(source: JobSource, alone: JobAnalysis, model: str, answers: Answers) -> JobAnalysis:
    """As above, for a job description."""
    advised = Advised(alone.engine, model, source.text, answers)
    found = [standing(*each) for each in answers]
    read = read_job(source, advised.matcher(found), alone.engine)
    known = _asked_for(alone)
    twin = Twin(
        version=alone.engine.version,
        agreement=advised.agreement(found),
        **_shown(skill for skill in _asked_for(read) if skill not in known),
        dropped=sum(each.dropped for each in found),
    )
    told = {"engine": advised.engine(twin), "extraction": alone.extraction}
    return read.model_copy(update=told)


class _Shown(TypedDict):
    added: tuple[str, ...]
    shown: tuple[str, ...]


def _shown(ids: Iterable[str]) -> _Shown:
    added = tuple(ids)
    return {"added": added, "shown": tuple(skills()[each].label for each in added)}


def _asked_for(job: JobAnalysis) -> tuple[str, ...]:
    groups = [group for each in job.requirements for group in (each.any_of, *each.all_of)]
    return tuple(dict.fromkeys(skill for group in groups for skill in group))


def _overlaps(hit: SkillHit, others: Iterable[SkillHit]) -> bool:
    return any(other.start < hit.end and hit.start < other.end for other in others)
