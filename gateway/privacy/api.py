"""The API about deletion and its receipts."""

from apiflask import APIBlueprint
from flask import Blueprint, Response

from contracts.message import Message, Scope
from contracts.privacy import ListCases
from gateway.border import BadInput, Wrong
from gateway.operation import KEYED, Located, operation
from gateway.privacy import examples
from gateway.privacy.certificates import as_file, document_by_code
from gateway.privacy.erasure import case_by_code, erase, erase_account, located
from gateway.privacy.forms import ErasureWanted
from gateway.session import mine

api: Blueprint = APIBlueprint("privacy_api", __name__, url_prefix="/api/v1", tag="Privacy")


@api.post("/privacy/erasures")
@operation(
    examples.CASE,
    status=202,
    takes=examples.WANTED,
    fails=("not-found", "proof-needed", *KEYED),
)
def request_erasure(body: ErasureWanted) -> Located:
    """Delete one thing, or the whole account

    The account needs `proof`: the `passport` from `POST /password-proofs`. Keep `code`: it is the
    only way to look at the receipt when the account is gone.
    """
    if body.scope is Scope.ACCOUNT:
        return located(erase_account(body.proof))
    if body.item_id is None:
        raise BadInput((Wrong("item_id", "This is needed, except for the account."),))
    return erase(body.scope, body.item_id)


@api.get("/privacy/erasures/<code>")
@operation(examples.CASE, fails=("not-found",), is_public=True)
def find_erasure(code: str) -> Message:
    """How far a deletion has come, by its secret code"""
    return case_by_code(code)


@api.get("/privacy/certificates/<code>")
@operation(examples.CERTIFICATE, fails=("not-found",), is_public=True)
def find_certificate(code: str) -> Response:
    """The signed certificate of a deletion, by its secret code

    Save the bytes as they come: any changed one makes it invalid. It can be checked offline with
    the keys of `/.well-known/mira-privacy-keys.json`.
    """
    return as_file(document_by_code(code))


@api.get("/privacy/cases")
@operation(examples.CASES)
def list_cases() -> Message:
    """Open and past requests, newest first"""
    return mine().privacy.list_cases(ListCases())
