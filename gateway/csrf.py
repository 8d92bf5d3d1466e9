"""Refuses what another site made a browser send: where it came from first, then a token.

Sec-Fetch-Site is set by the browser and out of a page's reach (Fetch Metadata, W3C); Origin covers
browsers that do not send it. The token belongs to the session, so it needs no store of its own.
"""

import hmac
from urllib.parse import urlsplit

from flask import current_app, request
from werkzeug.exceptions import BadRequest
from werkzeug.sansio.utils import host_is_trusted

from chassis.errors import NotAllowed
from gateway.session import has_cookie, visitor

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def refuse_forgeries() -> None:
    """Before every request. Raises NotAllowed(`cross-site`) or NotAllowed(`csrf-token`).

    A name that is not ours is refused for every method: DNS rebinding makes another site's page
    of the same origin as we are. What leads nowhere (no such address, not with this method) does
    nothing either, so that is what is answered.
    """
    if not host_is_trusted(request.host, current_app.extensions["mira.settings"].hosts):
        raise BadRequest
    if request.method in SAFE_METHODS or request.routing_exception is not None:
        return
    if not _is_from_here():
        raise NotAllowed("This was sent from another site, so nothing was done.", code="cross-site")
    if request.headers.get("Authorization") or not has_cookie():
        return
    who = visitor()
    if who and who.by_cookie and not hmac.compare_digest(_sent_token(), who.entrance.csrf.encode()):
        raise NotAllowed(
            "The form was too old or did not come from this page. Load it again and repeat.",
            code="csrf-token",
        )


def _is_from_here() -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    if origin is not None:
        return urlsplit(origin).netloc == request.host
    return _is_api()


def _is_api() -> bool:
    """A program without a browser sends neither header. It has no cookie that came by itself, and
    a form cannot be made to send JSON.
    """
    return request.path.startswith("/api/")


def _sent_token() -> bytes:
    if _is_api():
        return request.headers.get("X-CSRF-Token", "").encode()
    return request.form.get("csrf", "").encode()
