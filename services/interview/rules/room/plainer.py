"""What is said to somebody who does not understand: each time in other words than before."""

from chassis.hearing.motives import is_motive
from contracts.evidence import EvidenceType
from contracts.interview import TurnKind
from services.interview.rules.phrases import phrases
from services.interview.rules.room.heard import is_case
from services.interview.rules.room.moment import Moment


def plainer(moment: Moment) -> str:
    """First what kind of answer is meant; then the question in its simplest form, or in plain
    words where it was asked so or is a follow-up; from then on the way out is named, too.
    """
    before = _times_cleared(moment)
    if not before:
        return _meant(moment)
    simple = _simplest(moment)
    return simple if before == 1 else f"{simple} {phrases().reply['unclear']}"


def _times_cleared(moment: Moment) -> int:
    """How often it was made clear since that which is open was asked."""
    ways = (_meant(moment), _simplest(moment))
    return sum(
        turn.kind is TurnKind.CLARIFICATION and turn.text.startswith(ways) for turn in moment.since
    )


def _meant(moment: Moment) -> str:
    missing = _asked_for(moment)
    kind = moment.question.kind
    return phrases().meant[missing] if missing else phrases().clarify[kind]


def _simplest(moment: Moment) -> str:
    question, missing = moment.question, _asked_for(moment)
    if missing:
        return phrases().simply[missing]
    simple = question.texts[0] if question.texts else question.text
    if simple == moment.asked:
        return phrases().plainly[question.kind]
    return phrases().reply["simplest"].format(asked=simple)


def _asked_for(moment: Moment) -> EvidenceType | None:
    """What the open follow-up asks for; None where a question is open. To a case, or to a question
    about a wish, follow-ups are asked in another sense.
    """
    question = moment.question
    is_other = is_case(question) or is_motive(question.kind, question.text)
    if not moment.is_follow_up or is_other:
        return None
    asks = (one for one in question.probes if moment.open_turn.text.endswith(one.ask))
    return next((one.if_missing for one in asks), None)
