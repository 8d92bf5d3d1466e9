"""Sign up, confirm, sign in, sign out, and a new password."""

from datetime import UTC, datetime

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from contracts.auth import ConfirmEmail, RequestReset, ResetPassword, SignOut, SignUp
from gateway.again import shows_again
from gateway.auth.forms import CredentialsForm, SignUpPage, TokenForm
from gateway.backend import anyone
from gateway.border import read_form
from gateway.session import drop_cookie, forget_visitor, mine, set_cookie, visitor

pages = Blueprint("auth", __name__, template_folder="templates")


@pages.get("/sign-up")
def sign_up_page() -> ResponseReturnValue:
    return render_template("auth/sign_up.html")


@pages.post("/sign-up")
@shows_again(sign_up_page)
def sign_up() -> ResponseReturnValue:
    """Under sixteen ends here: nothing is passed on, nothing is kept."""
    form = read_form(SignUpPage)
    if not form.is_old_enough(datetime.now(UTC).date()):
        return render_template("auth/too_young.html"), 403
    command = SignUp(name=form.name, email=form.email, password=form.password, is_16_or_older=True)
    anyone().auth.sign_up(command)
    return redirect(url_for(".check_mail"), code=303)


@pages.get("/check-mail")
def check_mail() -> ResponseReturnValue:
    return render_template("auth/check_mail.html")


@pages.get("/confirm")
def confirm_page() -> ResponseReturnValue:
    """A button, not an effect: mail scanners follow links."""
    return render_template("auth/confirm.html", token=request.args.get("token", ""))


@pages.post("/confirm")
@shows_again(confirm_page)
def confirm() -> ResponseReturnValue:
    anyone().auth.confirm_email(ConfirmEmail(token=read_form(TokenForm).token))
    return redirect(url_for(".sign_in_page", notice="confirmed"), code=303)


@pages.get("/sign-in")
def sign_in_page() -> ResponseReturnValue:
    if visitor() is not None:
        return redirect(url_for("house.dashboard"), code=303)
    return render_template("auth/sign_in.html", next=request.args.get("next", "/dashboard"))


@pages.post("/sign-in")
@shows_again(sign_in_page)
def sign_in() -> ResponseReturnValue:
    form = read_form(CredentialsForm)
    session = anyone().auth.sign_in(form.as_command())
    response = redirect(form.target, code=303)
    set_cookie(response, session.token, session.expires_at)
    return response


@pages.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    """Signing out twice is signing out."""
    if visitor() is not None:
        mine().auth.sign_out(SignOut())
    forget_visitor()
    response = redirect(url_for("house.landing", notice="signed-out"), code=303)
    drop_cookie(response)
    return response


@pages.get("/reset")
def reset_page() -> ResponseReturnValue:
    return render_template("auth/reset.html")


@pages.post("/reset")
@shows_again(reset_page)
def request_reset() -> ResponseReturnValue:
    anyone().auth.request_reset(read_form(RequestReset))
    return redirect(url_for(".check_mail"), code=303)


@pages.get("/reset/new")
def new_password_page() -> ResponseReturnValue:
    return render_template("auth/new_password.html", token=request.args.get("token", ""))


@pages.post("/reset/new")
@shows_again(new_password_page)
def set_new_password() -> ResponseReturnValue:
    anyone().auth.reset_password(read_form(ResetPassword))
    return redirect(url_for(".sign_in_page", notice="password-set"), code=303)
