"""Ask for something to be deleted, wherever on a page or in the API one stands."""

from uuid import UUID

from flask import url_for
from pydantic import ValidationError

from chassis.errors import NotAllowed, NotFound
from contracts.auth import Act, ProvePassword, SignedPassport
from contracts.message import Scope
from contracts.privacy import CaseView, FindCase, RequestErasure
from gateway.backend import anyone
from gateway.operation import Located
from gateway.session import mine, signed_in


def erase(scope: Scope, item_id: UUID) -> Located:
    """A case for one thing of the person who asks, and where it can be followed."""
    return located(mine().privacy.request_erasure(RequestErasure(scope=scope, item_id=item_id)))


def erase_account(proof: SignedPassport | None) -> CaseView:
    """A case for the whole account; `proof` is a fresh password proof for this very act.

    Raises NotAllowed without one, or where it is used up or for another act.
    """
    if proof is None:
        message = "Give your password again first: deleting an account needs a fresh proof."
        raise NotAllowed(message, code="proof-needed")
    command = RequestErasure(scope=Scope.ACCOUNT, item_id=signed_in().person)
    return anyone(proof).privacy.request_erasure(command)


def prove(password: str) -> SignedPassport:
    """Raises NotAllowed where the password is wrong."""
    command = ProvePassword(password=password, act=Act.ERASE_ACCOUNT)
    return mine().auth.prove_password(command).passport


def case_by_code(code: str) -> CaseView:
    """Raises NotFound also for what cannot be a code."""
    try:
        query = FindCase(code=code)
    except ValidationError:
        raise NotFound("There is nothing here.") from None
    return anyone().privacy.find_case(query)


def located(case: CaseView) -> Located:
    headers = {"Location": url_for("privacy_api.find_erasure", code=case.code)} if case.code else {}
    return case, headers
