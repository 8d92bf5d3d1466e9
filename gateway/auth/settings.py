"""Settings: the name, the sign-ins, and the way to everything that can be deleted."""

from uuid import UUID

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from contracts.auth import ChangeName, FindAccount, ListSignIns, RevokeSignIn
from contracts.documents import ListDocuments
from contracts.export import ListExports
from contracts.interview import ListInterviews
from contracts.message import SignInId
from gateway.again import shows_again
from gateway.border import read_form
from gateway.session import mine

pages = Blueprint("settings", __name__, url_prefix="/settings", template_folder="templates")


@pages.get("")
def settings() -> ResponseReturnValue:
    ask = mine()
    return render_template(
        "auth/settings.html",
        account=ask.auth.find_account(FindAccount()),
        sign_ins=ask.auth.list_sign_ins(ListSignIns()).sign_ins,
        documents=ask.documents.list_documents(ListDocuments()),
        exports=ask.privacy.list_exports(ListExports()).exports,
        interviews=ask.interview.list_interviews(ListInterviews()).interviews,
    )


@pages.post("/name")
@shows_again(settings)
def change_name() -> ResponseReturnValue:
    mine().auth.change_name(read_form(ChangeName))
    return redirect(url_for(".settings", notice="name-saved"), code=303)


@pages.post("/sign-ins/<uuid:sign_in>/end")
def end_sign_in(sign_in: UUID) -> ResponseReturnValue:
    mine().auth.revoke_sign_in(RevokeSignIn(sign_in=SignInId(sign_in)))
    return redirect(url_for(".settings", notice="sign-in-ended"), code=303)
