"""The headers of every answer: pages, errors, files and redirects alike."""

import secrets
from typing import cast

from flask import Flask, g
from werkzeug.wrappers import Response

YEARS_2_S = 63_072_000
STEADY = {
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: browsers would then send `Origin: null` with every form of ours.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "X-Frame-Options": "DENY",
    "X-Permitted-Cross-Domain-Policies": "none",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(self), "
    "payment=(), usb=()",
}


def install(app: Flask, *, is_behind_tls: bool) -> None:
    """Put the headers on every answer of `app`; HSTS only where TLS ends before us."""

    def dress(response: Response) -> Response:
        for name, value in STEADY.items():
            response.headers[name] = value
        response.headers.setdefault("Content-Security-Policy", _policy())
        if is_behind_tls:
            response.headers["Strict-Transport-Security"] = (
                f"max-age={YEARS_2_S}; includeSubDomains"
            )
        return response

    app.after_request(dress)
    app.jinja_env.globals["nonce"] = nonce


def nonce() -> str:
    """128 random bits that only this answer's scripts and styles carry."""
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    return cast("str", g.nonce)


def _policy() -> str:
    """Content Security Policy 3. An answer that used no nonce allows no script and no style."""
    allowed = f"'nonce-{g.nonce}'" if "nonce" in g else "'none'"
    return (
        f"default-src 'none'; script-src {allowed}; style-src {allowed}; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
