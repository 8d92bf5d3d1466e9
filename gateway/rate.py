"""A token bucket per sign-in or network, in this worker's memory: an approximate fair share.

What must hold exactly, such as attempts to sign in, is throttled by auth in its tables.
Headers follow draft-ietf-httpapi-ratelimit-headers-10.
"""

import hashlib
import math
import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass

from flask import Flask, g, request
from werkzeug.wrappers import Response

from chassis.errors import TooMany

WINDOW_S = 60
MAX_BUCKETS = 20_000
UNCOUNTED = frozenset({"static", "health.healthz", "health.readyz"})


@dataclass
class Bucket:
    """`left` may be spent now; it refills to the quota within a window."""

    left: float
    at: float


class Buckets:
    """Knows askers only by a hash with a salt that dies with the process."""

    def __init__(self, quota: int) -> None:
        self.quota = quota
        self._salt = secrets.token_bytes(16)
        self._buckets: OrderedDict[bytes, Bucket] = OrderedDict()

    def take(self, asker: str, now: float) -> Bucket:
        """One token of `asker` at `now` (seconds, monotonic). Raises TooMany when none is left."""
        key = hashlib.blake2s(asker.encode(), key=self._salt).digest()
        bucket = self._buckets.pop(key, None) or Bucket(self.quota, now)
        self._buckets[key] = bucket
        if len(self._buckets) > MAX_BUCKETS:
            self._buckets.popitem(last=False)
        refilled = bucket.left + (now - bucket.at) * self.quota / WINDOW_S
        bucket.left, bucket.at = min(float(self.quota), refilled), now
        if bucket.left < 1:
            wait = math.ceil((1 - bucket.left) * WINDOW_S / self.quota)
            raise TooMany("Too many requests in this minute.", retry_after_s=wait)
        bucket.left -= 1
        return bucket


def install(app: Flask, quota: int) -> None:
    """Count every request of `app` but those for files and health, and say what is left."""
    buckets = app.extensions["mira.buckets"] = Buckets(quota)

    def take() -> None:
        if request.endpoint not in UNCOUNTED:
            g.bucket = buckets.take(_asker(), time.monotonic())

    def tell(response: Response) -> Response:
        if "bucket" in g:
            left = int(g.bucket.left)
            reset = math.ceil((quota - g.bucket.left) * WINDOW_S / quota)
            response.headers["RateLimit-Policy"] = f'"worker";q={quota};w={WINDOW_S}'
            response.headers["RateLimit"] = f'"worker";r={left};t={reset}'
        return response

    app.before_request(take)
    app.after_request(tell)


def _asker() -> str:
    return request.headers.get("Authorization") or request.remote_addr or ""
