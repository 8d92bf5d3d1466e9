"""Certificates of erasure: signed, and examined offline by whoever has the public keys.

A certificate is its canonical JSON (keys sorted, no spaces, UTF-8; after RFC 8785) and nothing
else, so that every byte of the file counts. Nothing here needs a database, a broker or a secret
but the key that signs.
"""

import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator, Mapping

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import ValidationError

from chassis.signing import check
from contracts.certificate import Certificate, PublicKey, PublicKeys, Seal
from contracts.message import Message, Owner
from contracts.privacy import RECEIPTS

ISSUER, VERIFIER = Owner.PRIVACY.value, "verifier"
UNSEALED = ""


def published(public_keys: Mapping[str, bytes]) -> PublicKeys:
    """What an installation publishes, from the raw public keys of its folder of secrets."""
    keys = {name: encoded(key) for name, key in public_keys.items()}
    return PublicKeys(keys=keys)


def unsealed(key: Ed25519PrivateKey) -> Seal:
    """The signature field of a certificate that `key` is about to sign."""
    return Seal(kid=key_id(key.public_key().public_bytes_raw()), alg="Ed25519", value=UNSEALED)


def sealed(certificate: Certificate, key: Ed25519PrivateKey) -> bytes:
    """The file: canonical JSON with the signature over all that it says, key id included."""
    value = encoded(key.sign(canonical(certificate)))
    seal = certificate.signature.model_copy(update={"value": value})
    return canonical(certificate.model_copy(update={"signature": seal}))


def canonical(message: Message) -> bytes:
    fields = message.model_dump(mode="json")
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def key_id(public_key: bytes) -> str:
    return f"privacy-{hashlib.sha256(public_key).hexdigest()[:16]}"


def faults(document: bytes, keys: PublicKeys) -> list[str]:
    """Why this certificate proves nothing, in plain words; empty when it proves what it says."""
    try:
        certificate = Certificate.model_validate_json(document)
    except ValidationError:
        return ["It is not a certificate of erasure, or something in it was changed."]
    if canonical(certificate) != document:
        return ["It is not in the form in which it was signed."]
    if not _is_sealed(certificate, keys.keys.get(ISSUER, "")):
        return ["Its signature is not privacy's, or something in it was changed."]
    return [*_untrusted(certificate, keys.keys), *_unproved(certificate)]


def _is_sealed(certificate: Certificate, issuer: PublicKey) -> bool:
    raw, seal = _decoded(issuer), certificate.signature
    if seal.kid != key_id(raw):
        return False
    blank = certificate.model_copy(update={"signature": seal.model_copy(update={"value": ""})})
    try:
        value = _decoded(seal.value)
        Ed25519PublicKey.from_public_bytes(raw).verify(value, canonical(blank))
    except (InvalidSignature, ValueError):
        return False
    return encoded(value) == seal.value  # base64 has spare bits; a second spelling is a change


def _untrusted(certificate: Certificate, published: Mapping[str, PublicKey]) -> Iterator[str]:
    for name, key in certificate.public_keys.items():
        if published.get(name) != key:
            yield f"The key that it gives for {name} is not the published one."
    if len(set(certificate.public_keys.values())) != len(certificate.public_keys):
        yield "Two of its signers share one key."


def _unproved(certificate: Certificate) -> Iterator[str]:
    order = certificate.order
    if not _signed_by(certificate, ISSUER, order):
        yield "The order was not signed by privacy."
    if _item(order) != _item(certificate) or order.person != certificate.subject.id:
        yield "The order is about something else."
    yield from _bad_receipts(certificate)
    yield from _bad_counts(certificate)


def _bad_receipts(certificate: Certificate) -> Iterator[str]:
    if [part.owner for part in certificate.owners] != list(Owner):
        yield "It does not name every owner once."
    for part in certificate.owners:
        receipt = RECEIPTS[part.owner].model_validate(part.receipt.model_dump())
        if not _signed_by(certificate, part.owner, receipt):
            yield f"The receipt of {part.owner} was not signed by it."
        elif receipt.owner != part.owner or _item(receipt) != _item(certificate):
            yield f"The receipt of {part.owner} is about something else."
        elif any(receipt.remaining.values()) or part.remaining_total:
            yield f"Rows remain at {part.owner}."
        elif part.deleted != receipt.erased:
            yield f"What {part.owner} deleted is not what its receipt says."
        elif part.manifest_hash != receipt.manifest_hash:
            yield f"The data map of {part.owner} is not the one that its receipt names."


def _bad_counts(certificate: Certificate) -> Iterator[str]:
    if not certificate.counts:
        yield "Nobody but the owners has counted."
    for count in certificate.counts:
        if not _signed_by(certificate, VERIFIER, count):
            yield f"The count {count.round} was not signed by the verifier."
        elif _item(count) != _item(certificate):
            yield f"The count {count.round} is about something else."
        elif any(count.rows.values()) or not count.rows:
            yield f"The count {count.round} is not a count of nothing."


def _signed_by(certificate: Certificate, name: str, message: Message) -> bool:
    key = certificate.public_keys.get(name)
    if key is None:
        return False
    return check(message, Ed25519PublicKey.from_public_bytes(_decoded(key)))


def _item(message: Message) -> tuple[object, ...]:
    """What a part is about: the same for all parts of one certificate."""
    return tuple(getattr(message, name) for name in ("case_id", "scope", "item_id"))


def encoded(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def _decoded(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
