"""The signature of feedback under a report: that it gave the report out so, to the letter.

Signed is the canonical JSON (keys sorted, no spaces, UTF-8; after RFC 8785) of the whole file, as
it stands there and not as some version of the program reads it: so a field that is added, taken
out or changed is found by every version. The signature needs no clock and is the same each time.
"""

import json
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from chassis.certificate import UNSEALED, decoded, encoded, key_id
from contracts.certificate import PublicKey, Seal
from contracts.feedback import FeedbackReport
from contracts.message import Owner

SIGNER = Owner.FEEDBACK
_FIELD = "signature"


def signed(report: FeedbackReport, key: Ed25519PrivateKey) -> FeedbackReport:
    """The same report under the signature of `key`; one that it has is replaced."""
    public = key.public_key().public_bytes_raw()
    seal = Seal(kid=key_id(public, SIGNER), alg="Ed25519", value=UNSEALED)
    blank = report.model_copy(update={_FIELD: seal})
    value = encoded(key.sign(_canonical(json.loads(blank.model_dump_json()))))
    return report.model_copy(update={_FIELD: seal.model_copy(update={"value": value})})


def is_made_by(seal: Seal, key: PublicKey) -> bool:
    """Whether the seal names `key`; it may still be none of its making."""
    return seal.kid == key_id(decoded(key), SIGNER)


def is_untouched(document: Mapping[str, Any], seal: Seal, key: PublicKey) -> bool:
    """Whether the JSON object `document`, which carries `seal`, is what the holder of `key` signed.

    False also for text that no JSON file can hold.
    """
    blank = {**document, _FIELD: seal.model_copy(update={"value": UNSEALED}).model_dump()}
    try:
        value = decoded(seal.value)
        Ed25519PublicKey.from_public_bytes(decoded(key)).verify(value, _canonical(blank))
    except (InvalidSignature, ValueError):
        return False
    return encoded(value) == seal.value  # base64 has spare bits; a second spelling is a change


def _canonical(document: Mapping[str, Any]) -> bytes:
    named = [FeedbackReport.__name__, _plain(document)]
    return json.dumps(named, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _plain(value: object) -> object:
    """With whole numbers written without a point, as programs that rewrite a file have them."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value
