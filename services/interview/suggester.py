"""Has a model suggest another plan, once its person asks for one; the plan of the rules stays."""

from dataclasses import dataclass
from datetime import datetime

from chassis.bus.offload import offload
from chassis.llm.asker import Asker, Instead
from chassis.llm.ledger import Subject
from chassis.seal import Key
from contracts.disclosure import SendingPurpose, SendingView
from contracts.interview import InterviewPlan, InterviewState
from services.interview.advice.bank import Given
from services.interview.advice.planning import TOO_LONG, Planning, planning, suggested
from services.interview.domain import Session
from services.interview.tables import OF_SESSION


@dataclass(frozen=True)
class Suggester:
    """Where no model is named, nothing can be asked for. Safe to share."""

    asker: Asker

    def may_ask(self, session: Session) -> bool:
        """Whether a suggestion can be asked for: never once a session has begun, nor where
        nobody knows whose names to hide.
        """
        is_known = session.names is not None and session.job_description_id is not None
        is_open = session.state is InterviewState.PLANNED
        return self.asker.model is not None and is_open and is_known

    def sendings(self, session: Session, given: Given) -> SendingView:
        """What would be sent, byte for byte."""
        asked = _asked(session, given)
        is_sent = asked is not None and not asked.is_too_long
        put = [asked.question] if asked is not None and is_sent else []
        return self.asker.sendings(SendingPurpose.PLAN_INTERVIEW, put)

    def plan(self, session: Session, given: Given, key: Key, since: datetime) -> InterviewPlan:
        """Raises Instead where there is none, Unavailable while the model is worth waiting for.

        Safe to repeat: it is asked once. Call it outside of any transaction.
        """
        asked = offload(_asked, session, given)
        provider = self.asker.provider
        if asked is None or provider is None:
            raise Instead("no_model")
        if asked.is_too_long:
            raise Instead(TOO_LONG)
        purpose = SendingPurpose.PLAN_INTERVIEW
        subject = Subject(key, purpose, session.interview_id, OF_SESSION, since)
        answer = self.asker.answer(subject, asked.question)
        return offload(suggested, asked, answer, provider.model)


def _asked(session: Session, given: Given) -> Planning | None:
    """None where nobody knows whose names to hide: then nothing leaves."""
    return planning(session.plan, given, session.names) if session.names else None
