"""A requirement that names a size ("a team of 10"), compared with the sizes that were shown."""

from collections.abc import Iterator
from uuid import UUID

from contracts.analysis import GapKind, WorkScope
from contracts.evidence import DocumentKind, Span
from services.documents.rules.fit.comparison import compare_scope
from services.documents.rules.fit.finding import Finding
from services.documents.rules.scope import Quote, read_scope

_SIZES = ("people", "users", "money")


def sized(said: str, shown: WorkScope) -> Finding | None:
    """The finding by the first size that both name; None where either is silent."""
    return next(_findings(_asked(said), shown), None)


def _findings(asked: WorkScope, shown: WorkScope) -> Iterator[Finding]:
    for row in compare_scope(asked, shown):
        if row.dimension not in _SIZES or row.is_met is None:
            continue
        evidence = tuple(r.span for r in shown.readings if r.dimension == row.dimension)[:1]
        unit = "" if row.dimension == "money" else f" {row.dimension}"
        reason = f"{row.asked}{unit} are asked, {row.shown} are shown."
        if row.is_met:
            yield Finding(3, reason, evidence)
        else:
            is_near = 2 * _most(shown, row.dimension) >= _most(asked, row.dimension)
            yield Finding(2 if is_near else 1, reason, evidence, GapKind.SCOPE)


def _asked(said: str) -> WorkScope:
    return read_scope(said, [(0, len(said))], _quoting(said), with_level=False)


def _quoting(said: str) -> Quote:
    """Quotes out of a requirement alone; nobody keeps them."""

    def quote(start: int, end: int) -> Span:
        return Span(
            document=DocumentKind.JOB_DESCRIPTION,
            document_id=UUID(int=0),
            start=start,
            end=end,
            quote=said[start:end],
        )

    return quote


def _most(scope: WorkScope, name: str) -> int:
    found: int | None = getattr(scope, name)
    return found or 0
