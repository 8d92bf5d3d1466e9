"""Invented accounts and sign-ins, as the API's description shows them."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from contracts.auth import (
    Accepted,
    AccountView,
    Proof,
    ResetPassword,
    SignedIn,
    SignInList,
    SignInRow,
    SignUp,
)
from contracts.message import PersonId, SignInId
from gateway.auth.forms import Credentials, CurrentSignIn, ProofWanted

AT = datetime(2026, 11, 23, 10, 5, tzinfo=UTC)
PERSON = PersonId(UUID("01936f6e-0000-7000-8000-000000000001"))
SIGN_IN_ID = SignInId(UUID("01936f6e-0000-7000-8000-000000000002"))
TOKEN = "example-token-of-43-characters-in-base64url"  # noqa: S105 - opens nothing
PASSWORD = "four quiet words here"  # noqa: S105 - opens nothing

ACCEPTED = Accepted()
SIGN_UP = SignUp(
    name="Robin Sample", email="robin@example.org", password=PASSWORD, is_16_or_older=True
)
CREDENTIALS = Credentials(email="robin@example.org", password=PASSWORD, device="My laptop")
SIGNED_IN = SignedIn(token=TOKEN, csrf=TOKEN, expires_at=AT + timedelta(days=1))
SIGN_INS = SignInList(
    sign_ins=(
        SignInRow(
            sign_in=SIGN_IN_ID,
            device="Firefox on Linux",
            signed_in_at=AT,
            last_seen_at=AT + timedelta(minutes=20),
            is_this_one=True,
        ),
    )
)
CURRENT = CurrentSignIn(person=PERSON, sign_in=SIGN_IN_ID, name="Robin Sample", csrf=TOKEN)
ACCOUNT = AccountView(
    person=PERSON, name="Robin Sample", email="robin@example.org", created_at=AT, version=1
)
PROOF_WANTED = ProofWanted(password=PASSWORD, act="erase_account")
PROOF = Proof(passport=f"eyJleGFtcGxlIjp0cnVlfQ.{TOKEN}{TOKEN}", expires_at=AT)
RESET = ResetPassword(token=TOKEN, password=PASSWORD)
