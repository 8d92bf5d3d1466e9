"""Lines of an invented résumé, and a session in which some of them were read out."""

from uuid import UUID

from contracts.claims import ResumeFacts
from contracts.evidence import DocumentKind, Span
from contracts.feedback import FeedbackReport
from services.feedback.rules.answering.recited import with_recited
from services.feedback.rules.coach import RulesCoach
from tests.feedback.build import a_transcript

RESUME = UUID(int=7)
LINES = (
    "Led the move of 40 depots to one rota, cutting overtime from 900 to 300 hours a month",
    "Rebuilt the returns desk in Lund with two clerks; refunds went out in 2 days, not 9",
    "Trained 14 drivers on the new scanners before the winter peak",
)
STORY = (
    "In the winter of 2022 our drivers in Lund ran out of hours by the third week, because every"
    " depot planned alone. I drew all routes on one sheet, rang each planner myself and traded"
    " Saturday vans against weekday ones, though that cost us the late slots. Sickness fell from"
    " 11 to 6 days. Next time I would ask the drivers first."
)


def the_facts(*lines: str) -> ResumeFacts:
    def span(line: str) -> Span:
        return Span(
            document=DocumentKind.RESUME, document_id=RESUME, start=0, end=len(line), quote=line
        )

    return ResumeFacts(lines=tuple(map(span, lines)))


def read(*answers: str, lines: tuple[str, ...] = LINES) -> FeedbackReport:
    return RulesCoach().report(with_recited(a_transcript(*answers), the_facts(*lines)))
