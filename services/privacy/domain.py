"""Decisions about cases: who may ask, when one is complete, what its people see."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from chassis.certificate import tables_named
from chassis.errors import Invalid, NotAllowed, NotFound
from chassis.signing import UNSIGNED
from contracts.auth import Act, Passport
from contracts.message import CaseId, Owner, PersonId, Scope
from contracts.privacy import (
    RECEIPTS,
    CaseCode,
    CaseState,
    CaseView,
    ErasureRequested,
    OwnerErased,
    OwnerStep,
    RequestErasure,
)
from contracts.proof import LATER, RESIDUE_ROUNDS, CheckView, Counted, Round

DUE_AFTER = timedelta(days=30)
"""GDPR, article 12(3): one month from the request."""

FIRST_REISSUE = timedelta(seconds=30)
LONGEST_REISSUE = timedelta(minutes=15)


@dataclass(frozen=True)
class Item:
    """What is erased: one thing, or the account under its person's id."""

    scope: Scope
    item_id: UUID


@dataclass(frozen=True)
class Step:
    """One owner's part of a case; without a receipt until it has answered."""

    owner: Owner
    receipt: OwnerErased | None = None


@dataclass(frozen=True)
class OwedCount:
    """One of the verifier's counts; without `counted` until it has come out as nothing."""

    round: Round
    due_at: datetime
    tries: int = 0
    counted: Counted | None = None


@dataclass(frozen=True)
class Case:
    """One erasure, as it stands."""

    id: CaseId
    scope: Scope
    item_id: UUID
    state: CaseState
    requested_at: datetime
    due_at: datetime
    keys_destroyed_at: datetime | None
    completed_at: datetime | None
    steps: tuple[Step, ...]
    epoch: int | None = None
    counts: tuple[OwedCount, ...] = ()

    @property
    def was_counted(self) -> bool:
        """Whether a count has come out as nothing before."""
        return any(owed.counted for owed in self.counts)

    @property
    def was_counted_late(self) -> bool:
        """Whether a count of a day later, or longer, has come out as nothing."""
        return any(owed.counted for owed in self.counts if owed.round in RESIDUE_ROUNDS)

    def owes(self, round_: Round) -> OwedCount | None:
        """The count of that round, if it is owed and has not come out as nothing yet."""
        open_ = (owed for owed in self.counts if owed.round is round_ and owed.counted is None)
        return next(open_, None)

    @property
    def receipts(self) -> list[OwnerErased]:
        """What owners have answered, in the order of `Owner`."""
        given = {step.owner: step.receipt for step in self.steps if step.receipt is not None}
        return [given[owner] for owner in Owner if owner in given]

    def is_key_left(self, owed: OwedCount) -> bool:
        """Whether the count after a day found nothing, and waits for the old epoch key to go."""
        if owed.round is not Round.DAY or owed.counted or owed.tries or not self.completed_at:
            return False
        return owed.due_at > self.completed_at + LATER[Round.DAY]

    def after(self, counted: Counted) -> "Case":
        """The case once `counted`, which found nothing, is written down."""
        counts = tuple(
            replace(owed, counted=counted) if owed.round is counted.round else owed
            for owed in self.counts
        )
        return replace(self, counts=counts)


def opened(item: Item, case_id: CaseId, at: datetime) -> Case:
    """A case as it begins: every owner is asked."""
    return Case(
        id=case_id,
        scope=item.scope,
        item_id=item.item_id,
        state=CaseState.FANNED_OUT,
        requested_at=at,
        due_at=at + DUE_AFTER,
        keys_destroyed_at=None,
        completed_at=None,
        steps=tuple(Step(owner) for owner in Owner),
    )


def rightly_asked(cmd: RequestErasure, caller: Passport) -> Item:
    """What `cmd` is about. Raises unless the passport is of the kind that this erasure needs.

    An account needs a fresh password proof for just that, and is only ever one's own; anything
    smaller needs none, and a proof for something else does not serve.
    """
    if cmd.scope is Scope.ACCOUNT:
        if cmd.item_id not in (None, caller.person):
            raise not_found()
        if caller.act is not Act.ERASE_ACCOUNT:
            raise NotAllowed("Please give your password for this.", code="proof-needed")
        return Item(cmd.scope, caller.person)
    if caller.act is not None:
        raise NotAllowed("This proof is good for one act only.", code="proof-misused")
    if cmd.item_id is None:
        raise not_found()
    return Item(cmd.scope, cmd.item_id)


def order(
    item: Item, case_id: CaseId, person: PersonId, *, log_seq: int, at: datetime
) -> ErasureRequested:
    """The order to every owner, still to be signed."""
    return ErasureRequested(
        person=person,
        case_id=case_id,
        scope=item.scope,
        item_id=item.item_id,
        log_seq=log_seq,
        requested_at=at,
        signature=UNSIGNED,
    )


def check_receipt(receipt: OwnerErased, given: ErasureRequested | None) -> None:
    """Raise NotFound unless the receipt answers this very order."""
    if given is None:
        raise no_case()
    if _about(receipt) != _about(given) or type(receipt) is not RECEIPTS[receipt.owner]:
        raise not_found()


def not_found() -> NotFound:
    """The same for what is not there and for what is somebody else's."""
    return NotFound("There is nothing of yours to delete here.")


def no_case() -> NotFound:
    return NotFound("There is no such case.")


def reissue_at(issues: int, at: datetime) -> datetime:
    """When an order that was sent `issues` times is sent again: after 30 s, 1, 2 ... 15 min."""
    pause = FIRST_REISSUE * (1 << min(issues - 1, 10))
    return at + min(pause, LONGEST_REISSUE)


def view(case: Case, code: CaseCode | None = None) -> CaseView:
    return CaseView(
        case_id=case.id,
        code=code,
        scope=case.scope,
        state=case.state,
        requested_at=case.requested_at,
        keys_destroyed_at=case.keys_destroyed_at,
        completed_at=case.completed_at,
        due_at=case.due_at,
        steps=tuple(_step_view(step) for step in _in_order(case.steps)),
        checks=tuple(
            _check_view(case, owed) for owed in sorted(case.counts, key=lambda each: each.due_at)
        ),
    )


def _in_order(steps: Iterable[Step]) -> list[Step]:
    return sorted(steps, key=lambda step: list(Owner).index(step.owner))


def _step_view(step: Step) -> OwnerStep:
    if step.receipt is None:
        return OwnerStep(owner=step.owner)
    return OwnerStep(
        owner=step.owner,
        erased=sum(step.receipt.erased.values()),
        remaining=sum(step.receipt.remaining.values()),
        answered_at=step.receipt.erased_at,
    )


def _check_view(case: Case, owed: OwedCount) -> CheckView:
    if owed.counted is None:
        is_left = case.is_key_left(owed)
        return CheckView(round=owed.round, due_at=owed.due_at, is_key_left=is_left)
    rows = owed.counted.rows
    return CheckView(
        round=owed.round,
        due_at=owed.due_at,
        counted_at=owed.counted.counted_at,
        tables=len(rows),
        rows=sum(rows.values()),
    )


def check_count(counted: Counted, given: ErasureRequested | None) -> None:
    """Raise NotFound unless the count is of what this very order erased."""
    if given is None:
        raise no_case()
    if _about(counted) != _about(given):
        raise not_found()


def check_worth(counted: Counted, case: Case, at: datetime) -> None:
    """Raise Invalid where an owed count proves nothing: made too early, or of too few tables."""
    owed = case.owes(counted.round)
    if owed is None:
        return
    answered = [receipt.erased_at for receipt in case.receipts]
    if not max(owed.due_at, *answered) <= counted.counted_at <= at:
        raise Invalid("A count is made when it is owed, after every answer.", code="count-untimely")
    if not counted.rows or not tables_named(case.receipts) <= counted.rows.keys():
        raise Invalid("A count is of every table that an owner names.", code="count-incomplete")


def _about(said: ErasureRequested | OwnerErased | Counted) -> tuple[object, ...]:
    return said.case_id, said.scope, said.item_id, said.person


def recount_with_key_at(at: datetime) -> datetime:
    """When it is counted again that found nothing, but the old epoch key was still there."""
    return at + LONGEST_REISSUE


def recount_at(tries: int, at: datetime) -> datetime:
    """When a count is made again that was not nothing: after 30 s, 1, 2 ... 15 min."""
    return reissue_at(max(tries, 1), at)
