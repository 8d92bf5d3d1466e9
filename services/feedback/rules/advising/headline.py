"""What stands above a report: what was measured, on how much it rests, and the next step.

It judges nobody. A low level is told as what these answers did not show, a high one of few answers
as what few answers say, and where nothing was measured that is said and not taken for a bad end.
"""

from collections import Counter
from collections.abc import Mapping

from contracts.evidence import EvidenceType, Status
from contracts.feedback import Cell, Fix, Scorecard
from contracts.message import Slug
from services.feedback.domain import FEWEST_SCORED
from services.feedback.rules.phrases import phrases


def headline_of(card: Scorecard, fixes: Mapping[Slug, Fix], planned: int) -> str:
    """`fixes` are what stands as the next step of each question that has one, by its id; `planned`

    is how many questions the interview had, whether or not it came to them.
    """
    total = card.overall
    if total.answers_scored == 0:
        return _without_level(card)
    answered = {c.question_id for c in card.cells if c.level.status is not Status.NOT_ELICITED}
    opening = (
        phrases()
        .headline[_opening(card, planned, len(answered))]
        .format(
            scored=total.answers_scored,
            asked=total.answers_asked,
            value=total.value,
            answered=len(answered),
            planned=planned,
        )
    )
    return f"{opening} {_end(card, fixes)}"


def _opening(card: Scorecard, planned: int, answered: int) -> Slug:
    """Of an interview that ended before its last question it is said how much was answered."""
    total, is_early = card.overall, card.overall.answers_asked < planned
    if total.answers_scored >= FEWEST_SCORED:
        return "early" if is_early else "overall"
    if is_early:
        return "early_only_one" if answered == 1 else "early_too_few"
    return "only_one" if total.answers_asked == 1 else "too_few"


def _without_level(card: Scorecard) -> str:
    """Nothing was answered, or nothing of it got a level: what most of it lacked comes next."""
    said = phrases()
    whys = {
        cell.question_id: cell.level.why
        for cell in card.cells
        if cell.level.status is Status.INSUFFICIENT and cell.level.why in said.opening
    }
    if not any(cell.level.status is Status.INSUFFICIENT for cell in card.cells):
        return said.headline["none_answered"]
    opening = said.headline["none_scored"].format(asked=card.overall.answers_asked)
    if not whys:
        return f"{opening} {said.headline['next_below']}"
    ((most, _),) = Counter(whys.values()).most_common(1)
    return f"{opening} {said.headline['next'].format(step=said.opening[most or ''])}"


def _end(card: Scorecard, fixes: Mapping[Slug, Fix]) -> str:
    """What most answers that have a number take next: of the others it is not known."""
    said, missing = phrases().headline, _taken_next(card, fixes)
    if not missing:
        return _complete(card)
    most = max(EvidenceType, key=lambda kind: missing[kind])
    of_one = card.overall.answers_scored == 1
    opening = said["missing_in_one" if of_one else "missing"].format(
        type=phrases().name[most], count=missing[most], scored=card.overall.answers_scored
    )
    return f"{opening} {said['next'].format(step=phrases().fix[most])}"


def _taken_next(card: Scorecard, fixes: Mapping[Slug, Fix]) -> Counter[EvidenceType]:
    """In how many answers each type is what their own fix says; where none says anything, in how
    many it is missing at all.
    """
    scored = [cell for cell in card.cells if _is_scored(cell)]
    own = [fixes[one] for one in dict.fromkeys(c.question_id for c in scored) if one in fixes]
    if own:
        return Counter(kind for fix in own for kind in {fix.missing, *fix.also})
    return Counter(
        kind
        for kind in EvidenceType
        for _ in {cell.question_id for cell in scored if kind in cell.missing}
    )


def _complete(card: Scorecard) -> str:
    """Nothing is missing: said of what was scored, and never as the whole of anybody."""
    if not all(map(_is_scored, card.cells)):
        return phrases().headline["complete_in_part"]
    is_enough = card.overall.answers_scored >= FEWEST_SCORED
    return phrases().headline["complete" if is_enough else "complete_of_few"]


def _is_scored(cell: Cell) -> bool:
    return cell.level.status is Status.SCORED
