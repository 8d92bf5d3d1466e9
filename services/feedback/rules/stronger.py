"""A stronger version of an answer, out of the person's own sentences and nothing else.

The sentences that show something are put into the order in which such an answer is told; what is
missing is a blank that names it. No word is added, so nothing can be invented; where words were
taken back, a mark stands in their place.
"""

from contracts.evidence import EvidenceType
from services.feedback.rules.answers import Answer
from services.feedback.rules.phrases import phrases
from services.feedback.rules.rubric import shown_by

TOLD_IN_ORDER = (
    EvidenceType.SITUATION,
    EvidenceType.OWN_ACTION,
    EvidenceType.REASONING,
    EvidenceType.TRADE_OFF,
    EvidenceType.RESULT,
    EvidenceType.MEASURE,
    EvidenceType.REFLECTION,
)


def stronger_version(answer: Answer) -> str | None:
    """None where nothing is missing, and where there is nothing to build on."""
    competency = answer.question.competencies[0]
    missing = [kind for kind in shown_by(competency) if kind not in answer.shown]
    if not answer.is_about(competency) or not answer.evidence or not missing:
        return None
    told: dict[str, None] = {}
    for kind in TOLD_IN_ORDER:
        for sentence in answer.showing(kind):
            told[answer.quoted(sentence)] = None
        if kind in missing:
            told[blank_for(answer, kind)] = None
    return " ".join(told).replace("… …", "…")


def blank_for(answer: Answer, missing: EvidenceType) -> str:
    """What stands in the place of what is to be added."""
    said = phrases()
    if answer.has_bare_figure and missing in said.blank_figure:
        return said.blank_figure[missing]
    return said.blank[missing]
