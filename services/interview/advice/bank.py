"""What a model may choose from, and what it may point at: our questions, and lines of a briefing.

A question that has a blank needs a line of the right kind, one without needs a line that calls for
its competency: only then is the reason true that the plan will give.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chassis.llm.minimised import SentLine
from contracts.disclosure import SentField
from contracts.documents import Briefing
from contracts.evidence import DocumentKind, Span
from contracts.interview import QuestionKind
from contracts.message import Slug
from services.interview.rules.plan.bank import Template, templates
from services.interview.rules.plan.grounds import Ground, Grounds, grounds_of
from services.interview.rules.plan.unmet import GAPS

ALONE = (QuestionKind.MOTIVATION, QuestionKind.CLOSING)
"""Kinds that may be asked without pointing at anything."""


@dataclass(frozen=True)
class Given:
    """All that a suggestion is made from, kept sealed until it stands.

    `terms` are names of skills and never anybody's, `asked_before` questions of other plans for
    the same fit.
    """

    grounds: Grounds
    company: tuple[str, ...]
    terms: frozenset[str]
    asked_before: tuple[Slug, ...]


@dataclass(frozen=True)
class Place:
    """One line that is shown, with everything that it gives rise to ask."""

    line: SentLine
    grounds: tuple[Ground, ...]


def given_by(briefing: Briefing, asked_before: Iterable[Slug]) -> Given:
    company = briefing.job.company
    return Given(
        grounds=grounds_of(briefing),
        company=(company.span.quote, company.value) if company else (),
        terms=frozenset(_terms(briefing)),
        asked_before=tuple(sorted(set(asked_before))),
    )


def _terms(briefing: Briefing) -> Iterator[str]:
    """The skills that were read in either document, by their names and ids: ours, all of them."""
    yield from (skill.label.lower() for skill in briefing.resume.skills)
    for asks in briefing.job.requirements:
        for skill in (*asks.any_of, *(one for group in asks.all_of for one in group)):
            yield skill.replace("-", " ").replace("_", " ")


def places(grounds: Grounds) -> tuple[Place, ...]:
    """Each line once, in the order of what matters most."""
    at: dict[Span, list[Ground]] = {}
    for ground in (*grounds.claims, *grounds.gaps, *grounds.shown, *grounds.named):
        at.setdefault(ground.quote, []).append(ground)
    return tuple(
        Place(SentLine(f"l{number}", _field(found), span.quote), tuple(found))
        for number, (span, found) in enumerate(at.items(), 1)
    )


def offered(given: Given) -> tuple[Template, ...]:
    """The questions that may be chosen: of the field of the job, not asked before, and such as
    some line gives rise to.
    """
    lines = places(given.grounds)
    fits = {None, given.grounds.field}
    return tuple(
        one
        for one in templates()
        if one.field in fits
        and one.id not in given.asked_before
        and (_stands_alone(one) or any(ground_for(one, place.grounds) for place in lines))
    )


def ground_for(template: Template, grounds: Sequence[Ground]) -> Ground | None:
    """What of one line gives rise to ask `template`; None if nothing does."""
    return next(filter(lambda ground: _fits(template, ground), grounds), None)


def shown(templates: Iterable[Template], level: int) -> Iterator[str]:
    """One line of our instructions for each question; a blank is a few words of a line."""
    for one in templates:
        text = one.texts[level - 1]
        for blank in ("claim", "requirement", "duty"):
            text = text.replace("{" + blank + "}", "…")
        yield f"{one.id} ({one.kind}, {one.competencies[0]}): {text}"


def _stands_alone(template: Template) -> bool:
    return template.kind in ALONE and template.blank is None


def _fits(template: Template, ground: Ground) -> bool:
    """As the rules pair them: a claim with a line of the résumé, a gap with what is missing."""
    reasons = _REASONS.get(template.kind)
    if reasons is not None:
        return ground.because in reasons and template.takes(ground.kinds)
    is_named = ground.because in ("asked", "duty")
    return (
        is_named
        and template.competencies[0] in ground.competencies
        and template.blank in (None, ground.blank)
        and template.takes(ground.kinds)
    )


_REASONS: dict[QuestionKind, tuple[str, ...]] = {
    QuestionKind.RESUME_PROBE: ("claim",),
    QuestionKind.GAP_PROBE: GAPS,
    QuestionKind.TECHNICAL: ("shown",),
}


def _field(grounds: Sequence[Ground]) -> SentField:
    first = grounds[0]
    if first.quote.document is DocumentKind.RESUME:
        return SentField.RESUME_WORK
    return SentField.JOB_DUTIES if first.because == "duty" else SentField.JOB_REQUIREMENTS
