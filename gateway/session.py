"""Who is asking: the session cookie or a bearer token, looked up at auth, cached for 1 s."""

import hashlib
import re
import time
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from flask import current_app, g, request
from werkzeug.wrappers import Response

from chassis.errors import NotAllowed, NotFound, Unavailable
from contracts.auth import Enter, Entrance
from gateway.backend import Backend, anyone, looking_up
from gateway.config import GatewaySettings

CACHE_SECONDS = 1.0
CACHE_SIZE = 10_000
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True)
class Visitor:
    """`by_cookie` says that the browser sent the token by itself, so CSRF must be ruled out."""

    entrance: Entrance
    by_cookie: bool


class Entrances:
    """Answers of `auth.enter`, kept for 1 s under a hash of the token.

    So a revocation takes effect within that second.
    """

    def __init__(self, seconds: float = CACHE_SECONDS) -> None:
        self.seconds = seconds
        self._kept: OrderedDict[bytes, tuple[float, Entrance]] = OrderedDict()

    def find(self, token: str) -> Entrance:
        """Raises NotAllowed where the token is unknown, expired or revoked."""
        key = hashlib.sha256(token.encode()).digest()
        kept = self._kept.get(key)
        if kept and time.monotonic() - kept[0] < self.seconds:
            return kept[1]
        entrance = looking_up().auth.enter(Enter(token=token))
        self._kept[key] = (time.monotonic(), entrance)
        self._kept.move_to_end(key)
        if len(self._kept) > CACHE_SIZE:
            self._kept.popitem(last=False)
        return entrance

    def forget(self, token: str) -> None:
        self._kept.pop(hashlib.sha256(token.encode()).digest(), None)


def visitor() -> Visitor | None:
    """Who is asking, or None for nobody. Raises Unavailable when auth is away.

    Asks once per request, also when the answer is that auth is away.
    """
    if "visitor" not in g:
        try:
            g.visitor = _look_up()
        except Unavailable as away:
            g.visitor = away
    if isinstance(g.visitor, Unavailable):
        raise g.visitor
    return cast("Visitor | None", g.visitor)


def signed_in() -> Entrance:
    """Who is asking. Raises NotAllowed(`sign-in-required`)."""
    who = visitor()
    if who is None:
        raise NotAllowed("Please sign in first.", code="sign-in-required")
    return who.entrance


def mine() -> Backend:
    """The services, asked by the person who is signed in."""
    return anyone(signed_in().passport)


def ask_again() -> None:
    """Begin a new deadline and look the visitor up anew: a long answer outlives both, and must
    not outlive a sign-out.
    """
    g.pop("deadline", None)
    g.pop("visitor", None)


def forget_visitor() -> None:
    """After a sign-out: the next request asks auth again."""
    sent = _sent_token()
    if sent is not None:
        _entrances().forget(sent[0])


def set_cookie(response: Response, token: str, expires_at: datetime) -> None:
    """Secure also on plain http: Chromium and curl accept that on loopback, Safari does not."""
    response.set_cookie(
        _settings().cookie,
        token,
        expires=expires_at,
        secure=True,
        httponly=True,
        samesite="Lax",
        path="/",
    )


def drop_cookie(response: Response) -> None:
    """Forget the session in this browser, and what its cache may have kept."""
    response.delete_cookie(_settings().cookie, secure=True, httponly=True, samesite="Lax", path="/")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'


def has_cookie() -> bool:
    return _settings().cookie in request.cookies


def _look_up() -> Visitor | None:
    sent = _sent_token()
    if sent is None:
        return None
    token, by_cookie = sent
    try:
        return Visitor(_entrances().find(token), by_cookie)
    except (NotAllowed, NotFound):
        return None


def _sent_token() -> tuple[str, bool] | None:
    """The token and whether it came as a cookie; an Authorization header wins."""
    scheme, _, bearer = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return (bearer, False) if TOKEN.fullmatch(bearer) else None
    cookie = request.cookies.get(_settings().cookie, "")
    return (cookie, True) if TOKEN.fullmatch(cookie) else None


def _entrances() -> Entrances:
    return cast("Entrances", current_app.extensions["mira.entrances"])


def _settings() -> GatewaySettings:
    return cast("GatewaySettings", current_app.extensions["mira.settings"])
