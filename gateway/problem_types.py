"""Every kind of problem that an answer can name, with what it means and what to do about it."""

from dataclasses import dataclass

from contracts.message import ErrorKind


@dataclass(frozen=True)
class ProblemType:
    """`code` is the last part of the type's address and never changes its meaning."""

    code: str
    status: int
    title: str
    meaning: str
    what_to_do: str


def _types(*types: ProblemType) -> dict[str, ProblemType]:
    return {each.code: each for each in types}


PROBLEMS = _types(
    ProblemType(
        "not-json",
        400,
        "The body is not JSON",
        "The body could not be parsed at all.",
        "Check quotes, commas and braces, and that the body is UTF-8.",
    ),
    ProblemType(
        "invalid-input",
        400,
        "Some of the input cannot be used",
        "A field is missing, unknown, too long or of the wrong kind. `errors` names each.",
        "Correct the named fields and send again. Repeating the same cannot help.",
    ),
    ProblemType(
        "invalid",
        400,
        "This cannot be done with that input",
        "The input is well formed but not acceptable. `detail` says why.",
        "Do what `detail` says. Repeating the same cannot help.",
    ),
    ProblemType(
        "bad-request",
        400,
        "The request cannot be understood",
        "A header, a name or an encoding of the request is broken.",
        "Check the address, the Host header and the encoding.",
    ),
    ProblemType(
        "bad-idempotency-key",
        400,
        "The Idempotency-Key cannot be used",
        "The key is too long or has characters other than printable ASCII.",
        "Use a random UUID, for example.",
    ),
    ProblemType(
        "sign-in-required",
        401,
        "Please sign in",
        "The operation needs somebody who is signed in, and nobody is, or not any more.",
        "On a page, sign in: what you wrote stays in its form, or stands there to be copied. "
        "A program signs in with `POST /api/v1/sign-ins` and sends the token as "
        "`Authorization: Bearer`.",
    ),
    ProblemType(
        "wrong-sign-in",
        401,
        "Address and password do not match",
        "There is no account with this address and password. We never say which one is wrong.",
        "Try again, or ask for a new password.",
    ),
    ProblemType(
        "not-allowed",
        403,
        "Not allowed",
        "You are signed in, but this needs another right.",
        "If you just gave your password for this, it may have been used up: give it again.",
    ),
    ProblemType(
        "proof-needed",
        403,
        "Your password is needed again",
        "This act needs a fresh proof of the password, good for one use within 5 minutes.",
        "`POST /api/v1/password-proofs` and send its `passport` as `proof`.",
    ),
    ProblemType(
        "cross-site",
        403,
        "Sent from another site",
        "A browser says that another site made it send this request. Nothing was done.",
        "Open the page here and use its own button.",
    ),
    ProblemType(
        "csrf-token",
        403,
        "The form is too old",
        "The session's own token was missing or of another session. Nothing was done.",
        "Load the page again. Programs that use the cookie send `X-CSRF-Token`.",
    ),
    ProblemType(
        "not-found",
        404,
        "Nothing here",
        "There is no such thing, or it is not yours. We never say which.",
        "Check the address. Deleted things stay deleted.",
    ),
    ProblemType(
        "method-not-allowed",
        405,
        "Not with this method",
        "The address exists, but not for this method.",
        "The `Allow` header lists the methods that work.",
    ),
    ProblemType(
        "conflict",
        409,
        "Something else came first",
        "The state of the thing does not allow this any more. `detail` says why.",
        "Load it again and look at its state.",
    ),
    ProblemType(
        "not-ready",
        409,
        "Still being worked on",
        "What was asked for is made from something that is not done yet.",
        "Ask again in a second or two.",
    ),
    ProblemType(
        "idempotency-in-flight",
        409,
        "The same request is still being worked on",
        "Another request with the same Idempotency-Key has not been answered yet.",
        "Wait a moment and send the same again: you will get its answer.",
    ),
    ProblemType(
        "changed-meanwhile",
        412,
        "It was changed in the meantime",
        "The version in `If-Match`, or in the form, is not that of today. Nothing was saved.",
        "Load it again, look at what it says now, and send the change with its new version.",
    ),
    ProblemType(
        "too-large",
        413,
        "Too large",
        "The body is larger than this operation takes: 5 MB for a résumé, 200,000 characters for "
        "a job description, 20,000 for an answer.",
        "Send less. A PDF without pictures is usually far below the limit.",
    ),
    ProblemType(
        "wrong-content-type",
        415,
        "Wrong content type",
        "The operation reads JSON (or, for a résumé, a form with a file), and got something else.",
        "Send `Content-Type: application/json`.",
    ),
    ProblemType(
        "idempotency-mismatch",
        422,
        "The same key with another body",
        "This Idempotency-Key was used before for something else. Nothing was done.",
        "Use a new key for a new request.",
    ),
    ProblemType(
        "version-needed",
        428,
        "Say which version you change",
        "A change needs the version that it was made from, so that no newer one is lost.",
        'Send `If-Match: "3"`, with the `version` that you were shown.',
    ),
    ProblemType(
        "too-many",
        429,
        "Too many requests",
        "There were more requests than the limit allows, or too many attempts to sign in.",
        "Wait as long as `Retry-After` says.",
    ),
    ProblemType(
        "bug",
        500,
        "Something went wrong on our side",
        "An error of ours. It was written down under the id in `instance`.",
        "Try again later. If it stays, report the id; it holds nothing about you.",
    ),
    ProblemType(
        "unavailable",
        503,
        "Not available right now",
        "A part that this needs is away. Nothing that was accepted is lost.",
        "Send the same again after `Retry-After` seconds, with the same Idempotency-Key.",
    ),
)

BY_KIND = {
    ErrorKind.NOT_FOUND: "not-found",
    ErrorKind.INVALID: "invalid",
    ErrorKind.CONFLICT: "conflict",
    ErrorKind.NOT_ALLOWED: "not-allowed",
    ErrorKind.TOO_MANY: "too-many",
    ErrorKind.UNAVAILABLE: "unavailable",
    ErrorKind.BUG: "bug",
}
BY_STATUS = {
    400: "bad-request",
    401: "sign-in-required",
    403: "not-allowed",
    404: "not-found",
    405: "method-not-allowed",
    413: "too-large",
    415: "wrong-content-type",
    429: "too-many",
    503: "unavailable",
}
SAME_AS = {
    "signed-out": "sign-in-required",
    "sign-in-needed": "sign-in-required",
    "passport-expired": "sign-in-required",
    "passport-invalid": "sign-in-required",
    "proof-misused": "proof-needed",
    "proof-used": "proof-needed",
    "role-needed": "not-allowed",
}
"""Cases that services tell apart and that mean one thing here."""


def problem_type(code: str, kind: ErrorKind) -> ProblemType:
    """The listed type of a failure: that of its own code, else that of its kind."""
    return PROBLEMS.get(SAME_AS.get(code, code)) or PROBLEMS[BY_KIND[kind]]
