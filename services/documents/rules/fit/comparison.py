"""Scope on both sides, dimension by dimension: what the job speaks of and what was shown."""

from collections.abc import Iterator

from contracts.analysis import ScopeComparison, ScopeLevel, WorkScope
from services.documents.rules.scope import LEVEL_NAMES

_LEVELS = [ScopeLevel.IC, ScopeLevel.LEAD, ScopeLevel.MANAGER, ScopeLevel.DIRECTOR]


def compare_scope(asked: WorkScope, shown: WorkScope) -> tuple[ScopeComparison, ...]:
    """One row for each dimension that the job speaks of; the résumé may be silent on it."""
    return tuple(_rows(asked, shown))


def _rows(asked: WorkScope, shown: WorkScope) -> Iterator[ScopeComparison]:
    yield from _numbers("people", asked.people, shown.people)
    yield from _numbers("users", asked.users, shown.users)
    if asked.currency == shown.currency or shown.money is None:
        currency = f" {asked.currency.upper()}" if asked.currency else ""
        yield from _numbers("money", asked.money, shown.money, unit=currency)
    elif asked.money is not None:
        yield _row("money", _money(asked), _money(shown), None)
    if asked.region is not None:
        is_met = shown.region == asked.region if shown.region else None
        yield _row("region", asked.region, shown.region, is_met or None)
    yield from _levels(asked.level, shown.level)


def _numbers(
    dimension: str, asked: int | None, shown: int | None, unit: str = ""
) -> Iterator[ScopeComparison]:
    if asked is not None:
        said = None if shown is None else f"{shown:,}{unit}"
        is_met = None if shown is None else shown >= asked
        yield _row(dimension, f"{asked:,}{unit}", said, is_met)


def _levels(asked: ScopeLevel, shown: ScopeLevel) -> Iterator[ScopeComparison]:
    if asked is ScopeLevel.UNKNOWN:
        return
    if shown is ScopeLevel.UNKNOWN:
        yield _row("level", LEVEL_NAMES[asked], None, None)
    else:
        is_met = _LEVELS.index(shown) >= _LEVELS.index(asked)
        yield _row("level", LEVEL_NAMES[asked], LEVEL_NAMES[shown], is_met)


def _money(scope: WorkScope) -> str:
    return f"{scope.money:,} {(scope.currency or '').upper()}".strip()


def _row(
    dimension: str,
    asked: str,
    shown: str | None,
    is_met: bool | None,  # noqa: FBT001 - a field
) -> ScopeComparison:
    return ScopeComparison(dimension=dimension, asked=asked, shown=shown, is_met=is_met)
