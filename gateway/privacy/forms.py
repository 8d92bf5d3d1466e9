"""What a browser or a program may send about deletion."""

from uuid import UUID

from contracts.auth import Password, SignedPassport
from contracts.message import Message, Scope


class ErasureWanted(Message):
    """`item_id` names one thing; for the account it stays away and `proof` is needed instead."""

    scope: Scope
    item_id: UUID | None = None
    proof: SignedPassport | None = None


class ExportWanted(Message):
    """`proof` is the `passport` from `POST /password-proofs` with `act` "export"."""

    proof: SignedPassport


class ExportForm(Message):
    """The password again, in the form that asks for everything."""

    password: Password


class AccountErasureForm(Message):
    """The password again, in the form that deletes the account.

    `proof` stands in its place where the password was right and the answer did not come.
    """

    password: Password | None = None
    proof: SignedPassport | None = None
