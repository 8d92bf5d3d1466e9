"""What a briefing gives to ask about: claims, gaps, shown skills, duties, and how much each
competency matters. Orders are total, so that the same briefing always reads the same.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from contracts.analysis import (
    Bullet,
    FitItem,
    FitStatus,
    RequirementKind,
    Strength,
)
from contracts.documents import Briefing
from contracts.evidence import Competency, Level, Span
from contracts.message import Slug
from services.interview.rules.plan.bank import Field
from services.interview.rules.plan.bearing import by_bearing
from services.interview.rules.plan.clipping import ends_in_mid_phrase, shortened
from services.interview.rules.plan.demands import demand_in
from services.interview.rules.plan.elsewhere import claimed_elsewhere
from services.interview.rules.plan.fields import field_of
from services.interview.rules.plan.holding import holding_of
from services.interview.rules.plan.lines import LineKind, kind_asked, kinds_claimed, says_nothing
from services.interview.rules.plan.starting import has_led, levels_at_start
from services.interview.rules.plan.strength import parts
from services.interview.rules.plan.subjects import subject_in
from services.interview.rules.plan.telling import is_about, telling
from services.interview.rules.plan.ties import called_for, plainly_called
from services.interview.rules.plan.unmet import (
    gap_reason,
    is_askable,
    is_shown_as_gate,
    kind_of,
    unmet_among,
    weight_of,
)

_YEARS = re.compile(r"\byears?\b", re.IGNORECASE)

_POST = re.compile(
    r"\b(?:19|20)\d\d ?(?:to|until|[-–—]) ?(?:(?:19|20)?\d\d|now|present|date|today)\W*$",
    re.IGNORECASE,
)
"""Ends as the head of a role does, which was read as a line of another: "Clerk, 2012 to 2015"."""

_ONCE = (LineKind.CHANGE, LineKind.MADE)

_FEWEST_TOLD, _LONGEST_PAPER = 3, 5
"""Words of a line that tells of a deed, and of one that may be no more than the name of a paper."""

_GAPS_OF_A_PLAN = 2

_DONE = (Competency.DELIVERY, Competency.PROBLEM_SOLVING, Competency.TECHNICAL_DEPTH)
_CLAIMED = {
    Competency.LEADERSHIP: re.compile(
        r"\b(?:led(?! to\b)|managed|mentored|coached|headed)\b", re.IGNORECASE
    ),
    Competency.CUSTOMER_FOCUS: re.compile(r"\b(?:customer|client|user|patient)s?\b", re.IGNORECASE),
    Competency.COLLABORATION: re.compile(r"\b(?:we|together|teams|across)\b", re.IGNORECASE),
}
_OF_NO_BEHAVIOUR = frozenset({LineKind.QUALIFICATION, LineKind.KNOWLEDGE, LineKind.SECTOR})
"""Whatever words stand in them: an award for assessors does not call for making decisions."""


@dataclass(frozen=True)
class Ground:
    """One thing to ask about. `because` names the sentence in phrases.toml that says why.

    `quote` is what can be told of; `whole`, where that says more, stands in the reason. `is_cut`:
    both end in mid-phrase. `weight` and `is_must` are those of its requirement, and `kinds` what
    its line is: a question is asked about it only where it suits one of them.
    """

    because: str
    blank: str
    quote: Span
    competencies: tuple[Competency, ...] = ()
    requirement_id: Slug | None = None
    is_cut: bool = False
    weight: int = 0
    whole: Span | None = None
    kinds: frozenset[LineKind] = frozenset()
    is_must: bool = False

    @property
    def quoted(self) -> str:
        """The quote as it stands in a sentence. What tells of the cut is no part of it."""
        return self._in_marks(self.quote)

    @property
    def reason(self) -> str:
        """What stands in the sentence that says why."""
        return self._in_marks(self.whole or self.quote)

    @property
    def quotes(self) -> tuple[Span, ...]:
        """All that its question and its reason quote."""
        return (self.quote, self.whole) if self.whole else (self.quote,)

    def _in_marks(self, span: Span) -> str:
        return f"“{span.quote}”{' …' if self.is_cut else ''}"


@dataclass(frozen=True)
class Grounds:
    """All that there is to ask about, the most important of each first.

    `done_level` is that of questions about what a person has done with a claim, a skill or a gap;
    `level` that of all others. `named` calls for competencies in its own words: what is said of
    behaviour before duties, skills last, and behind them what the first claim or gaps are about.
    """

    claims: tuple[Ground, ...]
    gaps: tuple[Ground, ...]
    shown: tuple[Ground, ...]
    named: tuple[Ground, ...]
    weights: dict[Competency, int]
    done_level: Level
    level: Level
    field: Field | None

    @property
    def is_of_leading(self) -> bool:
        """Whether the job leads people in so many words."""
        return any(Competency.LEADERSHIP in one.competencies for one in (*self.named, *self.gaps))


def grounds_of(briefing: Briefing) -> Grounds:
    items = [
        item
        for item in (*briefing.fit.items, *briefing.fit.gates)
        if is_askable(item)
        and subject_in(item.requirement.span) is not None
        and not says_nothing(item.requirement.span.quote)
        and (item.status is FitStatus.MET or not is_shown_as_gate(item, briefing.fit.gates))
    ]
    found = {gap.requirement_id: gap for gap in reversed(briefing.fit.gaps)}
    claims, held = _claims(briefing), holding_of(briefing)
    unmet = unmet_among(items, found, briefing.job, held, claims[0].quote.quote if claims else "")
    met = [item for item in items if item.status is FitStatus.MET]
    done_level, level = levels_at_start(briefing)
    open_ = _fillable(_asked(item, gap_reason(item, found, held)) for item in unmet)
    gaps = tuple(gap for gap in open_ if not _is_answered(gap, briefing))
    told = _told_in([*claims[:1], *gaps[:_GAPS_OF_A_PLAN]], briefing)
    skills = sorted(
        _skills(met),
        key=lambda item: (-item.weight, is_about(item.requirement.span.quote, told), -item.tier),
    )
    named = _named(briefing, [item for item in items if item.requirement.competencies])
    return Grounds(
        claims=tuple(claims),
        gaps=gaps,
        shown=_fillable(_asked(item, "shown") for item in skills),
        named=tuple(sorted(named, key=lambda line: is_about(line.reason, told))),
        weights=_weights(briefing),
        done_level=done_level,
        level=level,
        field=field_of(briefing),
    )


def _told_in(grounds: Sequence[Ground], briefing: Briefing) -> frozenset[str]:
    """The words of what a plan asks about already, but for those of the title."""
    title = briefing.job.title.span.quote if briefing.job.title else ""
    told = (telling(ground.reason).own for ground in grounds)
    return frozenset[str]().union(*told) - telling(title).own


def _is_answered(gap: Ground, briefing: Briefing) -> bool:
    """Whether it need not be asked: of who has led people whether they could lead some, and a
    paper that would merely be welcome.
    """
    if LineKind.LEADING in gap.kinds:
        return has_led(briefing)
    return LineKind.QUALIFICATION in gap.kinds and not gap.is_must


def _named(briefing: Briefing, items: list[FitItem]) -> Iterator[Ground]:
    """Each with the competencies that its words plainly call for."""
    lines = (
        *_asked_all(items, RequirementKind.BEHAVIOUR),
        *_duties(briefing),
        *_asked_all(items, RequirementKind.EXPERIENCE, RequirementKind.SKILL),
    )
    for line in lines:
        if plain := plainly_called(line.reason):
            yield replace(line, competencies=plain)


def _claims(briefing: Briefing) -> list[Ground]:
    """Lines of the résumé that tell of a deed, those that matter most to this job first."""
    lines: list[tuple[int | None, Bullet]] = [
        (number, each)
        for number, role in enumerate(briefing.resume.roles)
        for line in role.bullets
        for each in parts(line)
    ]
    lines += [(None, line) for line in claimed_elsewhere(briefing.resume)]
    spans = [line.span for line in by_bearing(lines, briefing)]
    titles = {role.title.span.start for role in briefing.resume.roles}
    proof = (span for item in briefing.fit.items for span in item.evidence)
    found = spans or _by_place([span for span in proof if span.start not in titles])
    return [_claim(_about("claim", "claim", span)) for span in found if _tells(span.quote)]


def _tells(line: str) -> bool:
    """Whether it tells of a deed: a title, a paper or a post with its dates alone does not."""
    words = len(line.split())
    if _POST.search(line) and kinds_claimed(line).isdisjoint(_ONCE):
        return False
    is_paper = words <= _LONGEST_PAPER and kind_asked(line) is LineKind.QUALIFICATION
    return words >= _FEWEST_TOLD and not is_paper


def _claim(about: Ground) -> Ground:
    """With what its quote tells of, and of what its line is."""
    said = about.quote.quote
    kinds = kinds_claimed(said)
    shown = _shown_by(said)
    if LineKind.CHANGE in kinds and Competency.LEADERSHIP not in shown:
        shown = tuple(dict.fromkeys((*_DONE, *shown)))
    return replace(about, competencies=shown, kinds=kinds)


def _about(
    because: str,
    blank: str,
    span: Span,
    competencies: tuple[Competency, ...] = (),
    requirement_id: Slug | None = None,
) -> Ground:
    is_cut = ends_in_mid_phrase(span)
    return Ground(because, blank, shortened(span), competencies, requirement_id, is_cut)


def _shown_by(claim: str) -> tuple[Competency, ...]:
    """The competencies that what is quoted of a line speaks of; delivering results, if of no
    other.
    """
    return tuple(c for c, sign in _CLAIMED.items() if sign.search(claim)) or _DONE


def _by_place(spans: list[Span]) -> list[Span]:
    return sorted(spans, key=lambda span: (span.start, span.end))


def _duties(briefing: Briefing) -> Iterator[Ground]:
    for duty in briefing.job.duties:
        about = _about("duty", "duty", duty.span, duty.competencies)
        if not says_nothing(about.quote.quote):
            yield replace(about, kinds=frozenset({LineKind.DUTY}))


def _asked(item: FitItem, because: str) -> Ground:
    asks = item.requirement
    about = _about(because, "requirement", demand_in(asks.span), requirement_id=asks.id)
    subject = subject_in(about.quote) or about.quote
    kind = kind_of(asks, about.quote.quote)
    about = replace(
        about,
        competencies=called_for(asks, kind, is_shown=because == "shown"),
        weight=weight_of(item),
        kinds=frozenset({kind} if kind else ()),
        is_must=asks.strength is Strength.MUST,
    )
    return about if subject == about.quote else replace(about, quote=subject, whole=about.quote)


def _fillable(grounds: Iterable[Ground]) -> tuple[Ground, ...]:
    """Those that can fill a question at all."""
    return tuple(ground for ground in grounds if ground.kinds)


def _asked_all(items: list[FitItem], *kinds: RequirementKind) -> tuple[Ground, ...]:
    asked = (_asked(item, "asked") for item in items if item.requirement.kind in kinds)
    return tuple(ground for ground in asked if not ground.kinds & _OF_NO_BEHAVIOUR)


def _skills(items: list[FitItem]) -> list[FitItem]:
    """Skills that can be asked about; mere years of something only where there is nothing else."""
    skills = [item for item in items if item.requirement.kind is RequirementKind.SKILL]
    return [item for item in skills if not _YEARS.search(item.requirement.span.quote)] or skills


def _weights(briefing: Briefing) -> dict[Competency, int]:
    """How often the job speaks of each competency; what it asks and does not find counts most."""
    weights: Counter[Competency] = Counter(briefing.job.competencies)
    for item in briefing.fit.items:
        unmet = item.status is not FitStatus.MET
        for competency in item.requirement.competencies:
            weights[competency] += item.weight + unmet
    for duty in briefing.job.duties:
        weights.update(duty.competencies)
    return dict(weights)
