"""A requirement that names a size ("a team of 10"), compared with the sizes that were shown."""

from collections.abc import Iterator
from uuid import UUID

from contracts.analysis import GapKind, WorkScope
from contracts.evidence import DocumentKind, Span
from services.documents.rules.fit.about import about
from services.documents.rules.fit.comparison import compare_scope
from services.documents.rules.fit.finding import Finding
from services.documents.rules.fit.named import Named
from services.documents.rules.fit.shown import Shown
from services.documents.rules.scope import Quote, read_scope
from services.documents.rules.words import words_of

_SIZES = ("people", "users", "money")


def sized(said: str, shown: Shown) -> Finding | None:
    """The finding by the first size of the same thing that both name; None where either is silent.

    A budget is no turnover: beside the number, what it is a size of is named as well.
    """
    return next(_findings(said, _asked(said), shown), None)


def _findings(said: str, asked: WorkScope, shown: Shown) -> Iterator[Finding]:
    scope = shown.resume.scope
    for row in compare_scope(asked, scope):
        if row.dimension not in _SIZES or row.is_met is None:
            continue
        quotes = [r.span.quote for r in asked.readings if r.dimension == row.dimension]
        evidence = tuple(r.span for r in scope.readings if r.dimension == row.dimension)[:1]
        lines = [shown.text[slice(*shown.line_of(span))] for span in evidence]
        if row.dimension != "people" and not _is_same(said, " ".join(quotes), " ".join(lines)):
            continue
        reason = f"{row.asked}{_unit(row.dimension, quotes)} are asked, {row.shown} are shown."
        if row.is_met:
            yield Finding(3, reason, evidence)
        else:
            is_near = 2 * _most(scope, row.dimension) >= _most(asked, row.dimension)
            yield Finding(2 if is_near else 1, reason, evidence, GapKind.SCOPE)


def _is_same(said: str, quote: str, line: str) -> bool:
    """Whether the line names all that the number stands with, or what the rest is about."""
    counted, named = about(quote, ()).parts, Named([line])
    if counted and all(part.named_in(named) for part in counted):
        return True
    wanted = [part for part in about(said, ()).parts if part.is_particular]
    return any(part.named_in(named) for part in wanted if part not in counted)


def _unit(dimension: str, quotes: list[str]) -> str:
    """The word that is counted: patients, users; people by themselves; of money none."""
    if dimension == "money":
        return ""
    counted = words_of(quotes[-1]) if dimension == "users" and quotes else ()
    return f" {counted[-1].said if counted else dimension}"


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
