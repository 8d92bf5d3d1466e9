"""Delete, with a plain question before and a receipt after; and the page about privacy."""

from uuid import UUID

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from chassis.errors import NotFound
from contracts.message import Scope
from contracts.privacy import CaseView, ListCases, RequestErasure
from gateway.again import shows_again
from gateway.border import read_form
from gateway.privacy import archive
from gateway.privacy.certificates import certificate_by_code, public_keys
from gateway.privacy.erasure import case_by_code, erase_account, proof_of, proof_to_repeat
from gateway.privacy.forms import AccountErasureForm, ExportForm
from gateway.privacy.held import held
from gateway.privacy.naming import item_named
from gateway.render import shown
from gateway.session import drop_cookie, forget_visitor, mine, signed_in

pages = Blueprint("privacy", __name__, template_folder="templates")


@pages.get("/privacy")
def policy() -> ResponseReturnValue:
    return render_template("privacy/policy.html")


@pages.get("/settings/delete/<scope>/<uuid:item_id>")
def ask_item(scope: str, item_id: UUID) -> ResponseReturnValue:
    kind = _item_scope(scope)
    return render_template(
        "privacy/ask_item.html", scope=kind, item_id=item_id, item=item_named(kind, item_id)
    )


@pages.post("/settings/delete/<scope>/<uuid:item_id>")
@shows_again(ask_item)
def delete_item(scope: str, item_id: UUID) -> ResponseReturnValue:
    command = RequestErasure(scope=_item_scope(scope), item_id=item_id)
    return _to_receipt(mine().privacy.request_erasure(command))


@pages.get("/settings/delete/account")
def ask_account() -> ResponseReturnValue:
    """Shown again after a click that nobody answered, it holds the proof: the account, and the
    sign-in with it, may be gone by then.
    """
    proof = proof_to_repeat()
    if proof is None:
        signed_in()
    return render_template("privacy/ask_account.html", proof=proof)


@pages.post("/settings/delete/account")
@shows_again(ask_account)
def delete_account() -> ResponseReturnValue:
    case = erase_account(proof_of(read_form(AccountErasureForm)))
    forget_visitor()
    response = _to_receipt(case)
    drop_cookie(response)
    return response


@pages.get("/erasures/<code>")
def show_case(code: str) -> ResponseReturnValue:
    """Open to whoever has the secret code: after an account is gone nobody can sign in."""
    case = case_by_code(code)
    return shown("privacy/case.html", "privacy/_case.html", case=case, code=code)


@pages.get("/erasures/<code>/certificate")
def show_certificate(code: str) -> ResponseReturnValue:
    found = certificate_by_code(code)
    return render_template("privacy/certificate.html", certificate=found, code=code)


@pages.get("/.well-known/mira-privacy-keys.json")
def list_keys() -> ResponseReturnValue:
    return public_keys()


@pages.get("/privacy/data")
def show_data() -> ResponseReturnValue:
    return render_template("privacy/data.html", held=held())


@pages.get("/settings/export")
def ask_export() -> ResponseReturnValue:
    signed_in()
    return render_template("privacy/ask_export.html")


@pages.post("/settings/export")
@shows_again(ask_export)
def request_export() -> ResponseReturnValue:
    proof = archive.prove_for_export(read_form(ExportForm).password)
    export = archive.request_archive(proof)
    return redirect(url_for(".show_export", export_id=export.export_id), code=303)


@pages.get("/settings/export/<uuid:export_id>")
def show_export(export_id: UUID) -> ResponseReturnValue:
    export = archive.find_archive(export_id)
    return shown("privacy/export.html", "privacy/_export.html", export=export)


@pages.get("/settings/export/<uuid:export_id>/download")
def download_export(export_id: UUID) -> ResponseReturnValue:
    return archive.as_download(archive.find_archive(export_id))


@pages.get("/settings/requests")
def list_cases() -> ResponseReturnValue:
    cases = mine().privacy.list_cases(ListCases()).cases
    return render_template("privacy/cases.html", cases=cases)


def _item_scope(word: str) -> Scope:
    try:
        scope = Scope(word)
    except ValueError:
        raise NotFound("There is nothing here.") from None
    if scope is Scope.ACCOUNT:
        raise NotFound("There is nothing here.")
    return scope


def _to_receipt(case: CaseView) -> Response:
    if case.code is None:
        return redirect(url_for(".list_cases", notice="deleted"), code=303)
    return redirect(url_for(".show_case", code=case.code, notice="deleted"), code=303)
