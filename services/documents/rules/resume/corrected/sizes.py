"""How large the work was, as its owner says it, in place of what was read."""

from dataclasses import dataclass
from functools import reduce

from contracts.analysis import ScopeLevel, ScopeReading, WorkScope
from contracts.corrections import OwnScope
from contracts.evidence import Certainty, Span
from services.documents.rules.resume.corrected.addendum import Addendum
from services.documents.rules.scope import LEVEL_NAMES
from services.documents.sizes import money_in

_NAMED = {
    "people": "People led",
    "users": "Users served",
    "money": "Money",
    "region": "Region",
    "level": "Level",
}


@dataclass(frozen=True)
class OwnSize:
    """`said` is empty, and there is no span, where the owner says that it is not said."""

    name: str
    said: str
    span: Span | None


def sizes_said(given: OwnScope, read: WorkScope, add: Addendum) -> list[OwnSize]:
    """Those that were corrected or confirmed; what differs is written on a line of its own."""
    if given == OwnScope():
        return []
    add.part()
    return [
        OwnSize(name, said, _place(name, said, read, add))
        for name in _NAMED
        if (said := getattr(given, name)) is not None
    ]


def with_sizes(scope: WorkScope, own: list[OwnSize]) -> WorkScope:
    """`scope` with each of `own` in its place, and sure."""
    return reduce(_with, own, scope)


def _place(name: str, said: str, read: WorkScope, add: Addendum) -> Span | None:
    if not said:
        return None
    if said == getattr(OwnScope.of(read), name):
        for one in read.readings:
            if one.dimension == name:
                return one.span
    words = LEVEL_NAMES[ScopeLevel(said)] if name == "level" else said
    return add.quote(*add.write(f"{_NAMED[name]}: {words}"))


def _with(scope: WorkScope, size: OwnSize) -> WorkScope:
    others = tuple(one for one in scope.readings if one.dimension != size.name)
    theirs = {one.span for one in scope.readings if one.dimension == size.name} - {size.span}
    evidence = tuple(span for span in scope.evidence if span not in theirs)
    if size.span is not None:
        certainty = Certainty.SURE
        others += (ScopeReading(dimension=size.name, span=size.span, certainty=certainty),)
        evidence = tuple(dict.fromkeys((*evidence, size.span)))
    update = {**_values(size), "readings": others, "evidence": evidence}
    return scope.model_copy(update=update)


def _values(size: OwnSize) -> dict[str, object]:
    said = size.said
    if size.name == "money":
        amount, currency = money_in(said) if said else (None, None)
        return {"money": amount, "currency": currency}
    if size.name == "level":
        return {"level": ScopeLevel(said) if said else ScopeLevel.UNKNOWN}
    if size.name == "region":
        return {"region": said.lower() or None}
    return {size.name: int(said) if said else None}
