"""How strongly each skill of a résumé is shown, for how long, and when it was last used."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from contracts.analysis import Month, Skill, Tier
from contracts.evidence import Certainty, Span
from services.documents.rules.carries import carries_in, line_around
from services.documents.rules.skills.matching import SkillHit, SkillMatcher

_ORDER = {Tier.LISTED: 0, Tier.USED: 1, Tier.OUTCOME: 2}
_MAX_EVIDENCE = 3


@dataclass(frozen=True)
class Passage:
    """A stretch `[start, end)` of a résumé and what a skill that is named in it is worth.

    A skills section is `LISTED` (with `is_list`), a line of work is `USED`, one with a result in
    it `OUTCOME`. `months` is when the work was done, in months since year 0, half-open, and
    `last` the latest of them as the résumé dates it; both None where it says nothing. `says` are
    skills that it shows as a whole: a title says the core of its occupation.
    """

    start: int
    end: int
    tier: Tier
    is_list: bool = False
    months: range | None = None
    last: Month | None = None
    says: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Showing:
    hit: SkillHit
    passage: Passage
    is_implied: bool
    is_proved: bool


def skills_shown(
    matcher: SkillMatcher, text: str, passages: Sequence[Passage], quote: Callable[[int, int], Span]
) -> tuple[Skill, ...]:
    """The skills in `passages` of `text`: strongest first, then longest, then by name.

    A skill that is only implied (FastAPI shows Python) is graded as the one that implies it. One
    that is denied, wished for or another's is a guess, and no more than listed.
    `quote` makes a span of a stretch of the text. A hit outside all passages counts as listed.
    """
    lists = [(passage.start, passage.end) for passage in passages if passage.is_list]
    shown: dict[str, list[_Showing]] = {}
    for hit, passage in _placed(matcher.find(text, lists), passages):
        is_proved = _is_proved(text, hit, passage)
        worth = passage if is_proved else Passage(hit.start, hit.end, Tier.LISTED)
        named = _Showing(hit, worth, is_implied=False, is_proved=is_proved)
        shown.setdefault(hit.skill_id, []).append(named)
        for other in sorted(matcher.implied(hit.skill_id)):
            shown.setdefault(other, []).append(replace(named, is_implied=True))
    for hit, passage in _said(passages):
        said = _Showing(hit, passage, is_implied=True, is_proved=_is_proved(text, hit, passage))
        shown.setdefault(hit.skill_id, []).append(said)
    graded = [_graded(skill, found, matcher, quote) for skill, found in shown.items()]
    return tuple(sorted(graded, key=lambda s: (-_ORDER[s.tier], -(s.years or 0), s.label)))


def _said(passages: Iterable[Passage]) -> Iterator[tuple[SkillHit, Passage]]:
    for passage in passages:
        for skill_id in passage.says:
            yield SkillHit(skill_id, passage.start, passage.end), passage


def _is_proved(text: str, hit: SkillHit, passage: Passage) -> bool:
    """Whether its line of work, or its line of a list, names it as the writer's own."""
    is_work = passage.tier is not Tier.LISTED
    place = (hit.start, hit.end)
    line = (passage.start, passage.end) if is_work else line_around(text, *place)
    return carries_in(text, line, place)


def _graded(
    skill_id: str,
    found: Sequence[_Showing],
    matcher: SkillMatcher,
    quote: Callable[[int, int], Span],
) -> Skill:
    proved = [showing for showing in found if showing.is_proved]
    ranked = sorted(
        proved or found,
        key=lambda s: (-_ORDER[s.passage.tier], s.is_implied, s.hit.start, s.hit.end),
    )
    used = [s.passage for s in ranked if s.passage.tier is not Tier.LISTED]
    months = {month for passage in used for month in passage.months or ()}
    spans = dict.fromkeys((s.hit.start, s.hit.end) for s in ranked)
    return Skill(
        certainty=_certainty(ranked),
        id=skill_id,
        label=matcher.label(skill_id),
        tier=ranked[0].passage.tier,
        years=round(len(months) / 12, 1) if months else None,
        last_used=max((passage.last for passage in used if passage.last), default=None),
        evidence=tuple(quote(*span) for span in list(spans)[:_MAX_EVIDENCE]),
    )


def _certainty(found: Iterable[_Showing]) -> Certainty:
    """Sure where it is named as the writer's own, likely where that is implied."""
    proved = [showing for showing in found if showing.is_proved]
    if not proved:
        return Certainty.GUESS
    return Certainty.LIKELY if all(s.is_implied for s in proved) else Certainty.SURE


def _placed(
    hits: Iterable[SkillHit], passages: Sequence[Passage]
) -> Iterator[tuple[SkillHit, Passage]]:
    """Each hit, in the order of the text, with the strongest passage that holds it, and of those

    the narrowest.
    """
    ranked = sorted(passages, key=lambda p: (-_ORDER[p.tier], p.end - p.start))
    coming = sorted(enumerate(ranked), key=lambda ranking: ranking[1].start, reverse=True)
    begun: list[tuple[int, Passage]] = []
    for hit in hits:
        while coming and coming[-1][1].start <= hit.start:
            begun.append(coming.pop())
        begun = [ranking for ranking in begun if hit.start < ranking[1].end]
        holding = [ranking for ranking in begun if hit.end <= ranking[1].end]
        alone = Passage(hit.start, hit.end, Tier.LISTED)
        yield hit, min(holding, default=(0, alone))[1]
