"""A stronger version of an answer, out of the person's own sentences and nothing else.

The sentences that show something are put into the order in which such an answer is told; what is
missing is a blank that names it. No word is added, so nothing can be invented.
"""

from contracts.evidence import EvidenceType, Status
from services.feedback.rules.answers import Answer
from services.feedback.rules.lexicon import phrases
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
    wanted = shown_by(answer.question.competencies[0])
    missing = [kind for kind in wanted if kind not in answer.shown]
    if answer.status is not Status.SCORED or not answer.evidence or not missing:
        return None
    told: dict[str, None] = {}
    for kind in TOLD_IN_ORDER:
        for sentence in _showing(answer, kind):
            told[sentence] = None
        if kind in missing:
            told[phrases().blank[kind]] = None
    return " ".join(told)


def _showing(answer: Answer, kind: EvidenceType) -> list[str]:
    """The sentences, verbatim, that hold evidence of `kind`."""
    spans = [one.span for one in answer.evidence if one.type is kind]
    return [
        answer.verbatim(sentence)
        for sentence in answer.own
        if any(
            span.document_id == sentence.turn_id and sentence.start <= span.start < sentence.end
            for span in spans
        )
    ]
