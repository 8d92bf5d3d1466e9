"""Permits as an owner gets them, for tests that ask a model past the ledger."""

from chassis.grants import Permit, permit
from chassis.provider import Provider
from contracts.disclosure import SendingPurpose
from contracts.message import Owner

_OWNERS = {
    SendingPurpose.READ_ANSWER: Owner.FEEDBACK,
    SendingPurpose.WORD_FEEDBACK: Owner.FEEDBACK,
    SendingPurpose.WORD_PROBE: Owner.INTERVIEW,
    SendingPurpose.PLAN_INTERVIEW: Owner.INTERVIEW,
}


def a_permit(
    provider: Provider, purpose: SendingPurpose = SendingPurpose.READ_RESUME, who: str = "tag"
) -> Permit:
    return permit(_OWNERS.get(purpose, Owner.DOCUMENTS), purpose, (), provider=provider, who=who)
