"""Interviews of invented people, held at the service."""

from datetime import UTC, datetime
from itertools import count
from uuid import UUID

from sqlalchemy import select

from chassis.clock import ShiftedClock
from chassis.ids import new_id
from chassis.keys import KeyDestroyer
from chassis.signing import UNSIGNED, signed
from contracts.documents import Briefing
from contracts.interview import (
    Answer,
    FindInterview,
    FinishInterview,
    InterviewState,
    InterviewView,
    Mode,
    PlanInterview,
    StartInterview,
    TurnKind,
)
from contracts.message import CaseId, InterviewId, Owner, PersonId, Scope, TurnId
from contracts.privacy import ErasureRequested
from contracts.room import SaveDraft
from services.interview.service import InterviewService
from services.interview.tables import Turn
from tests.interview.build import JOB, RESUME, a_briefing
from tests.interview.candidates import Candidate, strong
from tests.support.people import a_person
from tests.support.services import worker
from tests.support.stack import Stack

_PLACES = count(2_000_000)


def interview(stack: Stack, person: PersonId | None = None, **given: object) -> InterviewService:
    return worker(InterviewService, stack, caller=person or a_person(), **given)


def a_fresh_briefing() -> Briefing:
    """A briefing about documents that nobody else has."""
    text = a_briefing().model_dump_json()
    for known in (RESUME, JOB):
        text = text.replace(str(known), str(new_id()))
    return Briefing.model_validate_json(text)


def plan(
    service: InterviewService, briefing: Briefing | None = None, mode: Mode = Mode.PRACTICE
) -> InterviewView:
    wanted = PlanInterview(briefing=briefing or a_fresh_briefing(), mode=mode)
    return service.plan_interview(wanted)


def at_the_clock(stack: Stack) -> tuple[InterviewService, ShiftedClock]:
    """A service whose clock can be put ahead."""
    clock = ShiftedClock()
    return interview(stack, clock=clock), clock


def found(service: InterviewService, view: InterviewView) -> InterviewView:
    """The session as its owner sees it now."""
    return service.find_interview(FindInterview(interview_id=view.interview_id))


def start(
    service: InterviewService, briefing: Briefing | None = None, mode: Mode = Mode.PRACTICE
) -> InterviewView:
    planned = plan(service, briefing, mode)
    return service.start_interview(StartInterview(interview_id=planned.interview_id))


def say(
    service: InterviewService,
    interview_id: InterviewId,
    text: str,
    turn_id: UUID | None = None,
    *,
    asked: TurnId | None = None,
) -> InterviewView:
    """Say it to what is open, or to what was `asked`."""
    cmd = Answer(
        interview_id=interview_id,
        turn_id=TurnId(turn_id or new_id()),
        asked=asked or _open(service, interview_id),
        text=text,
    )
    return service.answer(cmd)


def held(
    service: InterviewService, candidate: Candidate = strong, briefing: Briefing | None = None
) -> InterviewView:
    """A whole interview, answered to its end."""
    view = start(service, briefing)
    turn = 0
    while view.state is not InterviewState.FINISHED:
        is_between = view.asked is not None and view.asked.kind is TurnKind.BETWEEN
        view = say(service, view.interview_id, "next" if is_between else candidate(turn))
        turn += not is_between
    return view


def draft(
    service: InterviewService, view: InterviewView, text: str, asked: TurnId | None = None
) -> InterviewView:
    """Write to what is open in `view`, and send it not."""
    assert view.asked
    wanted = asked or view.asked.turn_id
    cmd = SaveDraft(interview_id=view.interview_id, asked=wanted, text=text)
    return service.save_draft(cmd)


def finish(service: InterviewService, interview_id: InterviewId) -> InterviewView:
    return service.finish_interview(FinishInterview(interview_id=interview_id))


def an_order(stack: Stack, person: PersonId, scope: Scope, item_id: UUID) -> ErasureRequested:
    """As privacy signs it."""
    order = ErasureRequested(
        person=person,
        case_id=CaseId(new_id()),
        scope=scope,
        item_id=item_id,
        log_seq=next(_PLACES),
        requested_at=datetime.now(UTC),
        signature=UNSIGNED,
    )
    key = stack.secrets_of(Owner.PRIVACY).signing_key(Owner.PRIVACY)
    return signed(order, key)


def destroy_key(stack: Stack, scope: Scope, item_id: UUID, person: PersonId) -> None:
    """As privacy does, before any owner has touched a row."""
    right = KeyDestroyer(stack.keys_urls[Owner.PRIVACY])
    try:
        right.destroy(scope, item_id, person)
    finally:
        right.close()


def _open(service: InterviewService, interview_id: InterviewId) -> TurnId:
    """What was asked last, whatever the clock says; something where nothing was."""
    kinds = (TurnKind.QUESTION, TurnKind.PROBE, TurnKind.RETRY, TurnKind.BETWEEN)
    asked = select(Turn.id).where(Turn.interview_id == interview_id, Turn.kind.in_(kinds))
    with service.db.transaction(service.caller.person) as tx:
        last = tx.scalar(asked.order_by(Turn.number.desc()).limit(1))
    return TurnId(last or new_id())
