"""Ask for something to be deleted, wherever on a page or in the API one stands."""

from uuid import UUID

from flask import g, url_for
from pydantic import ValidationError

from chassis.errors import Conflict, NotAllowed, NotFound, Unavailable
from contracts.auth import Act, ProvePassword, SignedPassport
from contracts.message import Scope
from contracts.privacy import CaseView, FindCase, RequestErasure
from gateway.again import refusal
from gateway.backend import anyone
from gateway.border import BadInput, Wrong
from gateway.operation import Located
from gateway.privacy.forms import AccountErasureForm
from gateway.session import mine, signed_in, visitor


def erase(scope: Scope, item_id: UUID) -> Located:
    """A case for one thing of the person who asks, and where it can be followed."""
    return located(mine().privacy.request_erasure(RequestErasure(scope=scope, item_id=item_id)))


def erase_account(proof: SignedPassport | None) -> CaseView:
    """A case for the whole account; `proof` is a fresh password proof for this very act.

    With the same proof again it is the same case. By then the sign-in may be gone with the account,
    so whoever is not signed in is the person whom the proof names.
    Raises NotAllowed without one, where it is for another act, or old.
    """
    if proof is None:
        raise _password_needed()
    who = visitor()
    person = None if who is None else who.entrance.person
    command = RequestErasure(scope=Scope.ACCOUNT, item_id=person)
    try:
        return anyone(proof).privacy.request_erasure(command)
    except NotAllowed:
        raise _password_needed() from None


def proof_of(form: AccountErasureForm) -> SignedPassport:
    """What proves the password of `form`; kept for `proof_to_repeat`.

    Raises NotAllowed where it is wrong.
    """
    if form.proof is None and form.password is None:
        raise BadInput((Wrong("password", "This is needed."),))
    g.erasure_proof = form.proof or _prove(form.password or "")
    proof: SignedPassport = g.erasure_proof
    return proof


def proof_to_repeat() -> SignedPassport | None:
    """The proof of a click that was not answered: the same again has one effect."""
    proof: SignedPassport | None = g.get("erasure_proof")
    return proof if isinstance(refusal(), Unavailable | Conflict) else None


def _password_needed() -> NotAllowed:
    """Of whoever is signed in; raises NotAllowed where nobody is."""
    signed_in()
    message = "Give your password again first: deleting an account needs a fresh proof."
    return NotAllowed(message, code="proof-needed")


def _prove(password: str) -> SignedPassport:
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
