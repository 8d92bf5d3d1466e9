"""What lies between a résumé and a job, what closing it would bring, and what to ask first."""

from collections.abc import Iterable, Iterator, Sequence

from contracts.analysis import Closing, Gap, GapKind, NextFact, ScopeComparison
from services.documents.rules.fit.score import Judged, gain_in

_CLOSED_BY = {
    GapKind.MISSING: (Closing.LEARN, Closing.EXPECT_QUESTION),
    GapKind.UNPROVEN: (Closing.ADD_LINE, Closing.PREPARE_STORY),
    GapKind.STALE: (Closing.ADD_LINE, Closing.PREPARE_STORY, Closing.EXPECT_QUESTION),
    GapKind.LEVEL: (Closing.PREPARE_STORY, Closing.EXPECT_QUESTION),
    GapKind.SCOPE: (Closing.PREPARE_STORY, Closing.EXPECT_QUESTION),
}


def gaps_of(judged: Sequence[Judged], scope: Sequence[ScopeComparison]) -> tuple[Gap, ...]:
    """Every requirement that is not wholly met; what closing it brings most comes first."""
    found = [*_missed(judged), *_too_small(judged, scope)]
    return tuple(sorted(found, key=lambda gap: -gap.impact))


def next_fact(judged: Sequence[Judged]) -> NextFact | None:
    """The fact that could raise the score most; None where nothing is unknown."""
    gain_of = gain_in(judged)
    open_ = [
        (gain, at)
        for at, one in enumerate(judged)
        if one.finding.most > one.finding.tier and (gain := gain_of(one, one.finding.most)) > 0
    ]
    if not open_:
        return None
    gain, at = max(open_, key=lambda pair: (pair[0], -pair[1]))
    return NextFact(requirement_id=judged[at].requirement.id, ask=judged[at].finding.ask, gain=gain)


def _missed(judged: Sequence[Judged]) -> Iterator[Gap]:
    gain_of = gain_in(judged)
    for one in judged:
        if one.weight and one.finding.tier < 3:
            kind = one.finding.gap or GapKind.UNPROVEN
            yield Gap(
                requirement_id=one.requirement.id,
                kind=kind,
                impact=gain_of(one, 3),
                close_by=one.finding.close_by or _ways((kind, *one.finding.lacks)),
            )


def _ways(kinds: Iterable[GapKind]) -> tuple[Closing, ...]:
    """How to close gaps of these kinds, each way once, what is quickest first."""
    ways = {way for kind in kinds for way in _CLOSED_BY[kind]}
    return tuple(way for way in Closing if way in ways)


def _too_small(judged: Sequence[Judged], scope: Sequence[ScopeComparison]) -> Iterator[Gap]:
    """Scope is compared, not scored: one gap without impact, at the first requirement.

    None where a requirement that names a size has it already.
    """
    is_told = any(one.finding.gap is GapKind.SCOPE for one in judged if one.weight)
    if judged and not is_told and any(dimension.is_met is False for dimension in scope):
        yield Gap(
            requirement_id=judged[0].requirement.id,
            kind=GapKind.SCOPE,
            impact=0.0,
            close_by=_CLOSED_BY[GapKind.SCOPE],
        )
