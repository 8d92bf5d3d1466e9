"""Which of the twelve competencies a sentence speaks of, by its words."""

from collections import Counter
from collections.abc import Iterable

from contracts.evidence import Competency
from services.documents.rules.phrases import table

_USUAL = (
    Competency.PROBLEM_SOLVING,
    Competency.COMMUNICATION,
    Competency.COLLABORATION,
    Competency.DELIVERY,
)
_FEWEST, _MOST = 4, 6


def asked_in(clause: str) -> tuple[Competency, ...]:
    """The competencies that a requirement or duty speaks of, in their fixed order."""
    asked = table("competencies", "asked")
    return tuple(kind for kind in Competency if asked[kind].search(clause))


def shown_in(line: str, wanted: Iterable[Competency]) -> tuple[int, int] | None:
    """Where in a line of work the first of `wanted` shows itself, as a span; None if nowhere."""
    shown = table("competencies", "shown")
    for competency in wanted:
        if found := shown[competency].search(line):
            return found.span()
    return None


def calls_in(clause: str, kinds: Iterable[Competency]) -> tuple[tuple[Competency, int, int], ...]:
    """Where the clause calls for each of `kinds`, alone or within a phrase: its start and end."""
    asked = table("competencies", "asked")
    return tuple((kind, *found.span()) for kind in kinds for found in asked[kind].finditer(clause))


def ranked(weights: Counter[Competency]) -> tuple[Competency, ...]:
    """The four to six that matter most; a job that says little gets the usual ones."""
    order = {competency: place for place, competency in enumerate(Competency)}
    named = sorted(weights, key=lambda c: (-weights[c], order[c]))[:_MOST]
    missing = [usual for usual in _USUAL if usual not in named]
    return tuple(named + missing[: max(0, _FEWEST - len(named))])
