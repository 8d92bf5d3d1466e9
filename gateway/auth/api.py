"""The API about accounts and sign-ins."""

from uuid import UUID

from apiflask import APIBlueprint
from flask import Blueprint

from contracts.auth import (
    Accepted,
    Act,
    ChangeName,
    ConfirmEmail,
    FindAccount,
    ListSignIns,
    ProvePassword,
    RequestReset,
    ResetPassword,
    RevokeSignIn,
    SignOut,
    SignUp,
)
from contracts.message import Message, SignInId
from gateway.auth import examples
from gateway.auth.forms import Credentials, CurrentSignIn, ProofWanted
from gateway.backend import anyone
from gateway.operation import operation
from gateway.session import forget_visitor, mine, signed_in

api: Blueprint = APIBlueprint("auth_api", __name__, url_prefix="/api/v1", tag="Accounts")


@api.post("/accounts")
@operation(
    examples.ACCEPTED,
    status=202,
    takes=examples.SIGN_UP,
    fails=("invalid", "too-many"),
    is_public=True,
)
def create_account(body: SignUp) -> Message:
    """Sign up

    The answer is the same whether the address is known or not; the mail differs.
    """
    return anyone().auth.sign_up(body)


@api.post("/accounts/confirm")
@operation(
    examples.ACCEPTED,
    takes=ConfirmEmail(token=examples.TOKEN),
    fails=("invalid", "not-found"),
    is_public=True,
)
def confirm_account(body: ConfirmEmail) -> Message:
    """Confirm the address with the token from the mail"""
    return anyone().auth.confirm_email(body)


@api.post("/sign-ins")
@operation(
    examples.SIGNED_IN,
    status=201,
    takes=examples.CREDENTIALS,
    fails=("wrong-sign-in", "too-many"),
    is_public=True,
)
def create_sign_in(body: Credentials) -> Message:
    """Sign in

    Send `token` as `Authorization: Bearer`. `csrf` is needed only with the cookie.
    """
    return anyone().auth.sign_in(body.as_command())


@api.get("/sign-ins")
@operation(examples.SIGN_INS)
def list_sign_ins() -> Message:
    """All living sign-ins, newest first"""
    return mine().auth.list_sign_ins(ListSignIns())


@api.delete("/sign-ins/current")
@operation(None, status=204)
def delete_current_sign_in() -> tuple[str, int]:
    """Sign out"""
    mine().auth.sign_out(SignOut())
    forget_visitor()
    return "", 204


@api.delete("/sign-ins/<uuid:sign_in>")
@operation(None, status=204, fails=("not-found",))
def delete_sign_in(sign_in: UUID) -> tuple[str, int]:
    """End one sign-in; it stops working within a second"""
    mine().auth.revoke_sign_in(RevokeSignIn(sign_in=SignInId(sign_in)))
    return "", 204


@api.get("/me")
@operation(examples.ACCOUNT)
def find_me() -> Message:
    """The account"""
    return mine().auth.find_account(FindAccount())


@api.patch("/me")
@operation(examples.ACCOUNT, takes=ChangeName(name="Robin Sample"))
def change_me(body: ChangeName) -> Message:
    """Change the name"""
    return mine().auth.change_name(body)


@api.post("/password-proofs")
@operation(
    examples.PROOF, status=201, takes=examples.PROOF_WANTED, fails=("wrong-sign-in", "too-many")
)
def create_password_proof(body: ProofWanted) -> Message:
    """Give the password again, for one act within 5 minutes"""
    command = ProvePassword(password=body.password, act=Act(body.act))
    return mine().auth.prove_password(command)


@api.post("/resets")
@operation(
    examples.ACCEPTED,
    status=202,
    takes=RequestReset(email="robin@example.org"),
    fails=("too-many",),
    is_public=True,
)
def create_reset(body: RequestReset) -> Message:
    """Ask for a mail with a link for a new password

    The answer is the same whether the address is known or not.
    """
    return anyone().auth.request_reset(body)


@api.post("/resets/complete")
@operation(examples.ACCEPTED, takes=examples.RESET, fails=("invalid", "not-found"), is_public=True)
def complete_reset(body: ResetPassword) -> Accepted:
    """Set a new password with the token from the mail"""
    return anyone().auth.reset_password(body)


@api.get("/sign-ins/current")
@operation(examples.CURRENT)
def find_current_sign_in() -> Message:
    """Who is signed in, with the CSRF token that belongs to the cookie"""
    who = signed_in()
    return CurrentSignIn(person=who.person, sign_in=who.sign_in, name=who.name, csrf=who.csrf)
