"""What a briefing gives to ask about: claims, gaps, shown skills, duties, and how much each
competency matters. Orders are total, so that the same briefing always reads the same.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from contracts.analysis import FitItem, FitStatus, Gap, GapKind, RequirementKind, Seniority
from contracts.documents import Briefing
from contracts.evidence import Competency, Level, Span
from contracts.message import Slug
from services.interview.rules.bank import Field
from services.interview.rules.fields import field_of
from services.interview.rules.strength import weakness
from services.interview.rules.subjects import subject_in

LONGEST_QUOTE = 140
FEWEST_WORDS = 3
FEWEST_QUOTED = 40
"""Characters: a clause that ends sooner says too little of its line."""

_JOINT = re.compile(r"[,;:.](?=\s)|\s(?=[–—-]\s)|\s(?=\()")
_ASKABLE = {RequirementKind.SKILL, RequirementKind.EXPERIENCE, RequirementKind.BEHAVIOUR}
_YEARS = re.compile(r"\byears?\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:listed|described|outlined|mentioned|named|set out|given|shown) (?:below|above|here)\b"
    r"|\b(?:each|all|any|one|some|\w+ or more) of the (?:\w+ ){0,2}following\b|\bthe following\W*$",
    re.IGNORECASE,
)
"""What is asked for stands in other lines: "each of the five skills listed below"."""

_SKILLED = (Competency.TECHNICAL_DEPTH, Competency.LEARNING, Competency.PROBLEM_SOLVING)
"""What a requirement calls for that says nothing of behaviour."""

_DONE = (Competency.DELIVERY, Competency.PROBLEM_SOLVING, Competency.TECHNICAL_DEPTH)
_CLAIMED = {
    Competency.LEADERSHIP: re.compile(
        r"\b(?:led|managed|mentored|coached|headed)\b", re.IGNORECASE
    ),
    Competency.CUSTOMER_FOCUS: re.compile(r"\b(?:customer|client|user|patient)s?\b", re.IGNORECASE),
    Competency.COLLABORATION: re.compile(r"\b(?:we|together|teams|across)\b", re.IGNORECASE),
}
_OPEN = {FitStatus.MISSING: "missing", FitStatus.UNKNOWN: "unknown"}
_PARTLY = {GapKind.UNPROVEN, GapKind.STALE, GapKind.LEVEL, GapKind.SCOPE}
GAPS = (*_OPEN.values(), "partial", *(kind.value for kind in GapKind if kind in _PARTLY))
"""The reasons of questions about what is not wholly shown."""

_MID: tuple[Level, Level] = (1, 2)
_LEVELS: dict[Seniority, tuple[Level, Level]] = {
    Seniority.ENTRY: (1, 1),
    Seniority.SENIOR: (2, 2),
    Seniority.LEAD: (2, 3),
}


@dataclass(frozen=True)
class Ground:
    """One thing to ask about. `because` names the sentence in phrases.toml that says why.

    `quote` is what can be told of; `whole`, where that says more, stands in the reason. `is_cut`:
    both end in mid-phrase. `weight` and `kind` are those of its requirement.
    """

    because: str
    blank: str
    quote: Span
    competencies: tuple[Competency, ...] = ()
    requirement_id: Slug | None = None
    is_cut: bool = False
    weight: int = 0
    whole: Span | None = None
    kind: RequirementKind | None = None

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
    behaviour before duties, skills last.
    """

    claims: tuple[Ground, ...]
    gaps: tuple[Ground, ...]
    shown: tuple[Ground, ...]
    named: tuple[Ground, ...]
    weights: dict[Competency, int]
    done_level: Level
    level: Level
    field: Field | None


def grounds_of(briefing: Briefing) -> Grounds:
    items = [
        item
        for item in briefing.fit.items
        if item.requirement.kind in _ASKABLE
        and not item.requirement.is_gate
        and subject_in(item.requirement.span) is not None
        and not _ELSEWHERE.search(item.requirement.span.quote)
    ]
    found = {gap.requirement_id: gap for gap in reversed(briefing.fit.gaps)}
    unmet = sorted(
        (item for item in items if item.status is not FitStatus.MET),
        key=lambda item: (
            _is_title(item, briefing),
            -item.weight,
            item.tier,
            -_impact(found.get(item.requirement.id)),
        ),
    )
    met = [item for item in items if item.status is FitStatus.MET]
    said = [item for item in items if item.requirement.competencies]
    skills = sorted(_skills(met), key=lambda item: (-item.weight, -item.tier))
    done_level, level = _LEVELS.get(briefing.job.seniority, _MID)
    return Grounds(
        claims=tuple(_claims(briefing)),
        gaps=tuple(_asked(item, _gap_reason(item, found)) for item in unmet),
        shown=tuple(_asked(item, "shown") for item in skills),
        named=(
            *_asked_all(said, RequirementKind.BEHAVIOUR),
            *_duties(briefing),
            *_asked_all(said, RequirementKind.EXPERIENCE, RequirementKind.SKILL),
        ),
        weights=_weights(briefing),
        done_level=done_level,
        level=level,
        field=field_of(briefing),
    )


def shortened(span: Span) -> Span:
    """The part of `span` that fits into a question, without end marks: up to the last clause
    that ends in it, or else cut between words.
    """
    start, quote = _plain(span.quote)
    if len(quote) > LONGEST_QUOTE:
        quote = quote[: _clause_end(quote) or _word_end(quote)]
    quote = quote.rstrip(_TRAILING)
    start += span.start
    return span.model_copy(update={"start": start, "end": start + len(quote), "quote": quote})


def ends_in_mid_phrase(span: Span) -> bool:
    """Whether `shortened` has to cut between words that belong together."""
    quote = _plain(span.quote)[1]
    return len(quote) > LONGEST_QUOTE and not _clause_end(quote)


def _plain(line: str) -> tuple[int, str]:
    """The first part of a line that says something and has no mark of emphasis in it, with its
    place: "**Values**: we answer for what we do" has one behind its marks.
    """
    marks = [(mark.start(), mark.end()) for mark in _EMPHASIS.finditer(line)]
    starts = [0, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), len(line)]
    parts = []
    for start, end in zip(starts, ends, strict=True):
        part = line[start:end].lstrip(_LEADING if start == 0 else _LEADING + _TRAILING)
        parts.append((end - len(part), part))
    long = (part for part in parts if len(part[1].split()) >= FEWEST_WORDS)
    return next(long, max(parts, key=lambda part: len(part[1])))


def _clause_end(line: str) -> int:
    """Where the last clause ends that a quote has room for; 0 if none does."""
    joints = [joint.start() for joint in _JOINT.finditer(line[: LONGEST_QUOTE + 1])]
    return next((at for at in reversed(joints) if at >= FEWEST_QUOTED), 0)


def _word_end(line: str) -> int:
    space = line.rfind(" ", 0, LONGEST_QUOTE)
    return space if space > 0 else LONGEST_QUOTE


_LEADING, _TRAILING = "-–•*·▪◦ \t\n", ".;,: \t\n"
_EMPHASIS = re.compile(r"\*{2,}|__+|(?<![\w*])\*(?=\w[^*\n]*\w\*(?![\w*]))|(?<=\w)\*(?=\s|[,.;:)])")


def _claims(briefing: Briefing) -> list[Ground]:
    """Lines of the résumé that say most: what changed and by how much before how
    much there was, that before what has no number; then what the job asks for, of late.
    """
    wanted = [span for item in briefing.fit.items for span in item.evidence]
    lines = [bullet for role in briefing.resume.roles for bullet in role.bullets]
    ranked = sorted(
        enumerate(lines),
        key=lambda row: (
            weakness(row[1]),
            not any(_overlap(row[1].span, span) for span in wanted),
            row[0],
        ),
    )
    spans = [bullet.span for _, bullet in ranked] or _by_place(wanted)
    return [_about("claim", "claim", span, _shown_by(shortened(span).quote)) for span in spans]


def _about(
    because: str,
    blank: str,
    span: Span,
    competencies: tuple[Competency, ...],
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


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _duties(briefing: Briefing) -> Iterator[Ground]:
    for duty in briefing.job.duties:
        yield _about("duty", "duty", duty.span, duty.competencies)


def _asked(item: FitItem, because: str) -> Ground:
    asks = item.requirement
    calls_for = asks.competencies or _SKILLED
    about = _about(because, "requirement", asks.span, calls_for, asks.id)
    subject = subject_in(about.quote) or about.quote
    about = replace(about, weight=item.weight, kind=asks.kind)
    return about if subject == about.quote else replace(about, quote=subject, whole=about.quote)


def _asked_all(items: list[FitItem], *kinds: RequirementKind) -> tuple[Ground, ...]:
    return tuple(_asked(item, "asked") for item in items if item.requirement.kind in kinds)


def _skills(items: list[FitItem]) -> list[FitItem]:
    """Skills that can be asked about; mere years of something only where there is nothing else."""
    skills = [item for item in items if item.requirement.kind is RequirementKind.SKILL]
    return [item for item in skills if not _YEARS.search(item.requirement.span.quote)] or skills


def _is_title(item: FitItem, briefing: Briefing) -> bool:
    """Whether it asks for the title of the job itself: nobody can tell of a title they never bore,
    so it is asked about where nothing else is missing.
    """
    title = briefing.job.title
    return title is not None and _overlap(item.requirement.span, title.span)


def _gap_reason(item: FitItem, gaps: dict[Slug, Gap]) -> str:
    """What the fit report says of it, by its status and the kind of its gap, and nothing else."""
    if item.status is not FitStatus.PARTIAL:
        return _OPEN[item.status]
    gap = gaps.get(item.requirement.id)
    return gap.kind.value if gap and gap.kind in _PARTLY else "partial"


def _impact(gap: Gap | None) -> float:
    return gap.impact if gap else 0.0


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
