"""What a browser or a program may send about deletion."""

from uuid import UUID

from contracts.auth import Password, SignedPassport
from contracts.message import Message, Scope


class ErasureWanted(Message):
    """`item_id` names one thing; for the account it stays away and `proof` is needed instead."""

    scope: Scope
    item_id: UUID | None = None
    proof: SignedPassport | None = None


class AccountErasureForm(Message):
    """The password again, in the form that deletes the account."""

    password: Password
