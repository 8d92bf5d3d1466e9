"""Every query about suggested plans."""

from pydantic import TypeAdapter
from sqlalchemy import select, update
from sqlalchemy.orm import Session as Tx

from chassis.ids import new_id
from chassis.sealedrows import Keys
from contracts.interview import InterviewPlan
from contracts.message import InterviewId, PersonId, Slug
from contracts.suggestion import SuggestionState
from services.interview.advice.bank import Given
from services.interview.domain import Session
from services.interview.seals import ROWS, sealed_content
from services.interview.tables import Interview, Suggestion

_GIVEN = TypeAdapter(Given)
_ASKABLE = (SuggestionState.NONE,)
"""What was asked for before is asked again where nothing came of it."""


def find_suggestion(tx: Tx, person: PersonId, interview_id: InterviewId) -> Suggestion | None:
    mine = Suggestion.interview_id == interview_id, Suggestion.subject_id == person
    return tx.scalar(select(Suggestion).where(*mine))


def ask(tx: Tx, keys: Keys, person: PersonId, session: Session, given: Given) -> Suggestion | None:
    """A suggestion that is to be made; None where one is, or was settled.

    Gone ends the transaction if the session or a document of it was erased meanwhile.
    """
    locked = select(Interview).where(
        Interview.id == session.interview_id, Interview.subject_id == person
    )
    tx.execute(locked.with_for_update())
    row = find_suggestion(tx, person, session.interview_id)
    if row is not None and row.state not in _ASKABLE:
        return None
    if row is None:
        row = Suggestion(
            id=new_id(),
            subject_id=person,
            interview_id=session.interview_id,
            resume_id=session.resume_id,
            job_description_id=session.job_description_id,
            asked=0,
        )
        tx.add(row)
    row.asked, row.state, row.instead = row.asked + 1, SuggestionState.WAITING, None
    row.content = sealed_content(keys, row, _GIVEN.dump_json(given))
    tx.flush()
    return row


def given_of(keys: Keys, row: Suggestion) -> Given | None:
    """What a suggestion is to be made from; None once that is settled."""
    content = ROWS.opened(keys, row).get("content")
    is_waiting = row.state is SuggestionState.WAITING
    return _GIVEN.validate_json(content) if is_waiting and content else None


def plan_of(keys: Keys, row: Suggestion) -> InterviewPlan | None:
    """What is offered."""
    content = ROWS.opened(keys, row).get("content")
    is_offered = row.state is SuggestionState.OFFERED
    return InterviewPlan.model_validate_json(content) if is_offered and content else None


def offer(
    tx: Tx, keys: Keys, row: Suggestion, *, plan: InterviewPlan | None, instead: Slug | None
) -> bool:
    """Write down what became of the asking; False if it was settled meanwhile."""
    state = SuggestionState.OFFERED if plan else SuggestionState.NONE
    content = sealed_content(keys, row, plan.model_dump_json().encode()) if plan else None
    waiting = update(Suggestion).where(
        Suggestion.id == row.id,
        Suggestion.subject_id == row.subject_id,
        Suggestion.state == SuggestionState.WAITING,
        Suggestion.asked == row.asked,
    )
    told = waiting.values(state=state, content=content, instead=instead)
    return tx.scalar(told.returning(Suggestion.id)) is not None


def settle(tx: Tx, person: PersonId, interview_id: InterviewId) -> None:
    """Nothing is offered any more, and nothing of it is kept."""
    mine = Suggestion.interview_id == interview_id, Suggestion.subject_id == person
    closed = {"state": SuggestionState.CLOSED, "content": None, "instead": None}
    tx.execute(update(Suggestion).where(*mine).values(closed))
