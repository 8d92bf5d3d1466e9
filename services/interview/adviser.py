"""Has a model point at the words that a follow-up picks up, within the time of a turn.

Without a model, in no time, or for whatever else goes wrong, the follow-up of the rules is asked;
where one was asked, it is told why.
"""

from dataclasses import dataclass, replace

from chassis.errors import Unavailable
from chassis.llm.asker import Asker, Instead
from chassis.llm.ledger import Subject
from chassis.log import logger
from chassis.seal import Key
from contracts.disclosure import ProviderView, SendingPurpose
from contracts.evidence import EngineKind, EvidenceType
from contracts.interview import TurnKind
from contracts.message import Slug
from services.interview.advice.picking import Picked, Picking, picking, reworded
from services.interview.domain import Line, Session, Step
from services.interview.suggester import Suggester
from services.interview.tables import OF_SESSION

log = logger(__name__)

NO_WORDS = "no_words"
"""It pointed at none, or at none that stand and can be repeated."""


@dataclass(frozen=True)
class Adviser:
    """Where no model is named, steps come back as they are. Safe to share."""

    asker: Asker
    budget_s: float
    suggester: Suggester

    @property
    def provider(self) -> ProviderView | None:
        """Where it asks, and on which terms; None where nothing ever leaves."""
        return self.asker.provider

    def worded(self, session: Session, step: Step, key: Key) -> Step:
        """`step` with its follow-up, if it has one, picking up words of the answer.

        Safe to repeat: the same answer is asked about once. Call it outside of any transaction.
        """
        if self.provider is None:
            return step
        return replace(
            step,
            lines=tuple(
                self._worded(session, step.lines[0].text, line, key)
                if line.kind is TurnKind.PROBE
                else line
                for line in step.lines
            ),
        )

    def close(self) -> None:
        self.asker.close()

    def _worded(self, session: Session, said: str, line: Line, key: Key) -> Line:
        missing = _missing(session, line)
        picked = picking(missing, said, session.names) if missing else None
        if picked is None:
            return line
        answer = self._answer(session, picked, key)
        if not isinstance(answer, Picked):
            return replace(line, instead=answer)
        text = reworded(line.text, picked, answer)
        if text == line.text:
            return replace(line, instead=NO_WORDS)
        return replace(line, text=text, worded_by=EngineKind.MODEL)

    def _answer(self, session: Session, picked: Picking, key: Key) -> Picked | Slug:
        """What it points at; or why the follow-up of the rules stands."""
        subject = Subject(
            key,
            SendingPurpose.WORD_PROBE,
            session.interview_id,
            OF_SESSION,
            self.asker.clock.now(),
        )
        try:
            return self.asker.answer(subject, picked.question, self.budget_s)
        except Instead as reason:
            instead = str(reason)
        except Unavailable as away:
            instead = away.code.removeprefix("model-").replace("-", "_")
        log.info("model_left_out", item_id=session.interview_id, reason=instead)
        return instead


def _missing(session: Session, line: Line) -> EvidenceType | None:
    """What the follow-up is for, by the plan."""
    probes = (
        probe
        for question in session.plan.questions
        if question.id == line.question_id
        for probe in question.probes
    )
    return next((probe.if_missing for probe in probes if probe.ask == line.text), None)
