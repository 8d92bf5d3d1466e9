"""What matters first in a report: the strongest levels, and what to work on next."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from contracts.claims import ClaimStatus
from contracts.feedback import Fix
from gateway.feedback.evidence import Card, Reading, Row

MOST = 3
"""Strengths and steps: more at once is no help."""

STRONG = 3.0
"""The least level, out of five, that is called a strength."""


@dataclass(frozen=True)
class NextStep:
    """One fix, and the questions whose answers lack it."""

    fix: Fix
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Differing:
    """What an answer and the résumé say differently."""

    text: str
    card: Card


@dataclass(frozen=True)
class Outline:
    """`quoted` are the levels with a quote that is not among the strengths."""

    strengths: tuple[Row, ...]
    quoted: tuple[Row, ...]
    steps: tuple[NextStep, ...]
    unanswered: tuple[Card, ...]
    differing: tuple[Differing, ...]


def outline_of(reading: Reading) -> Outline:
    with_quote = [row for row in reading.rows if row.best]
    by_level = sorted(with_quote, key=_level, reverse=True)
    strengths = tuple(row for row in by_level if _level(row) >= STRONG)[:MOST]
    return Outline(
        strengths=strengths,
        quoted=tuple(row for row in with_quote if row not in strengths),
        steps=tuple(_steps(reading.cards))[:MOST],
        unanswered=tuple(card for card in reading.cards if card.unanswered),
        differing=tuple(_differing(reading.cards)),
    )


def _level(row: Row) -> float:
    return row.score.value or 0.0


def _steps(cards: Iterable[Card]) -> Iterator[NextStep]:
    """What got no level comes first, then the lowest; the same advice is given once."""
    same: dict[str, list[tuple[Fix, Card]]] = {}
    found = [(card.feedback.one_fix, card) for card in cards if card.feedback.one_fix]
    for fix, card in sorted(found, key=lambda one: one[0].level_now or 0):
        same.setdefault(fix.text, []).append((fix, card))
    for group in same.values():
        yield NextStep(group[0][0], tuple(card for _, card in group))


def _differing(cards: Iterable[Card]) -> Iterator[Differing]:
    for card in cards:
        for claim in card.claims:
            if claim.status is ClaimStatus.CONFLICT:
                yield Differing(claim.text, card)
