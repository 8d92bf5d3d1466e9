"""The API about deletion and its receipts, and about the archive of everything."""

from uuid import UUID

from apiflask import APIBlueprint
from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from contracts.export import ListExports
from contracts.message import Message, Scope
from contracts.privacy import ListCases
from gateway.border import BadInput, Wrong
from gateway.operation import KEYED, Located, operation
from gateway.privacy import archive, examples
from gateway.privacy.certificates import as_file, document_by_code
from gateway.privacy.erasure import case_by_code, erase, erase_account, located
from gateway.privacy.forms import ErasureWanted, ExportWanted
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

    No answer, or 503? Send the same again, within the five minutes of the proof: it is the same
    case and the same `code`, also when the sign-in has gone with the account. For this one act a
    proof is enough without a sign-in; next to a sign-in it must be of the same person.
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


@api.post("/privacy/exports")
@operation(
    examples.EXPORT_COLLECTING,
    status=202,
    takes=examples.EXPORT_WANTED,
    fails=("proof-needed", *KEYED),
)
def request_export(body: ExportWanted) -> Located:
    """Ask for everything that Mira holds of you, as one ZIP file

    It replaces an earlier one. Poll `Location` until `state` is `ready`, then download it.
    """
    return archive.located(archive.request_archive(body.proof))


@api.get("/privacy/exports")
@operation(examples.EXPORTS)
def list_exports() -> Message:
    """Archives that can still be had, newest first"""
    return mine().privacy.list_exports(ListExports())


@api.get("/privacy/exports/<uuid:export_id>")
@operation(examples.EXPORT, fails=("not-found",))
def find_export(export_id: UUID) -> Message:
    """How far an archive is"""
    return archive.find_archive(export_id)


@api.get("/privacy/exports/<uuid:export_id>/download")
@operation(None, fails=("not-found", "not-ready"))
def download_export(export_id: UUID) -> ResponseReturnValue:
    """The archive, until it expires"""
    return archive.as_download(archive.find_archive(export_id))


@api.get("/privacy/cases")
@operation(examples.CASES)
def list_cases() -> Message:
    """Open and past requests, newest first"""
    return mine().privacy.list_cases(ListCases())
