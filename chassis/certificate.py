"""Certificates of erasure: signed, and examined offline by whoever has the public keys.

A certificate is its canonical JSON (keys sorted, no spaces, UTF-8; after RFC 8785) and nothing
else, so that every byte of the file counts. Nothing here needs a database, a broker or a secret
but the key that signs.
"""

import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import ValidationError

from chassis.signing import check
from contracts.certificate import Certificate, PublicKey, PublicKeys, Seal
from contracts.message import Message, Owner, Scope
from contracts.privacy import RECEIPTS, ErasureRequested, OwnerErased
from contracts.proof import LATER, RESIDUE_ROUNDS, Counted, Round

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


def key_id(public_key: bytes, owner: Owner = Owner.PRIVACY) -> str:
    return f"{owner}-{hashlib.sha256(public_key).hexdigest()[:16]}"


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
    wrong = [*_untrusted(certificate, keys.keys), *_unproved(certificate)]
    return wrong or list(_untimely(certificate))


def tables_named(receipts: Iterable[OwnerErased]) -> set[str]:
    """Every table that an owner says it has emptied, as the verifier names it."""
    return {f"{receipt.owner}.{table}" for receipt in receipts for table in receipt.remaining}


def _is_sealed(certificate: Certificate, issuer: PublicKey) -> bool:
    raw, seal = decoded(issuer), certificate.signature
    if seal.kid != key_id(raw):
        return False
    blank = certificate.model_copy(update={"signature": seal.model_copy(update={"value": ""})})
    try:
        value = decoded(seal.value)
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
    if _about(order) != _matter(certificate):
        yield "The order is about something else."
    if certificate.scope is Scope.ACCOUNT and certificate.item_id != certificate.subject.id:
        yield "The account is not the one of its person."
    yield from _bad_receipts(certificate)
    yield from _bad_rounds(certificate)
    yield from _bad_counts(certificate)


def _bad_receipts(certificate: Certificate) -> Iterator[str]:
    if [part.owner for part in certificate.owners] != list(Owner):
        yield "It does not name every owner once."
    for part in certificate.owners:
        receipt = RECEIPTS[part.owner].model_validate(part.receipt.model_dump())
        if not _signed_by(certificate, part.owner, receipt):
            yield f"The receipt of {part.owner} was not signed by it."
        elif receipt.owner != part.owner or _about(receipt) != _matter(certificate):
            yield f"The receipt of {part.owner} is about something else."
        elif any(receipt.remaining.values()) or part.remaining_total:
            yield f"Rows remain at {part.owner}."
        elif part.deleted != receipt.erased:
            yield f"What {part.owner} deleted is not what its receipt says."
        elif part.manifest_hash != receipt.manifest_hash:
            yield f"The data map of {part.owner} is not the one that its receipt names."


def _bad_rounds(certificate: Certificate) -> Iterator[str]:
    rounds = [count.round for count in certificate.counts]
    if not rounds:
        yield "Nobody but the owners has counted."
    elif Round.FIRST not in rounds:
        yield "The first count is missing."
    if len(set(rounds)) != len(rounds):
        yield "One count is there twice."


def _bad_counts(certificate: Certificate) -> Iterator[str]:
    named = tables_named(part.receipt for part in certificate.owners)
    for count in certificate.counts:
        if not _signed_by(certificate, VERIFIER, count):
            yield f"The count {count.round} was not signed by the verifier."
        elif _about(count) != _matter(certificate):
            yield f"The count {count.round} is about something else."
        elif any(count.rows.values()) or not count.rows:
            yield f"The count {count.round} is not a count of nothing."
        elif not named <= count.rows.keys():
            yield f"The count {count.round} leaves out a table that its owner named."


def _untimely(certificate: Certificate) -> Iterator[str]:
    """Times that its signed pieces belie. Each piece is known to be what it says by now."""
    told, asked = certificate.clocks, certificate.order.requested_at
    answered = [part.receipt.erased_at for part in certificate.owners]
    counted = {count.round: count.counted_at for count in certificate.counts}
    first = counted[Round.FIRST]
    early = [at for late, at in counted.items() if at < first + LATER.get(late, timedelta(0))]
    belied = {
        "It was not asked for when it says.": told.requested_at != asked,
        "The last receipt is not of when it says.": told.last_receipt_at != max(answered),
        "The first count is not of when it says.": told.verified_zero_at != first,
        "A receipt is older than the order.": min(answered) < asked,
        "The first count is older than a receipt.": first < max(answered),
        "A later count was made too early.": bool(early),
        "Its keys were not destroyed between the order and the first count.": not (
            asked <= told.keys_destroyed_at <= first
        ),
        "It was signed before its last count.": told.certified_at < max(counted.values()),
        "No count of a day later bears out that its old keys are dead.": _is_invented(certificate),
    }
    yield from (fault for fault, is_belied in belied.items() if is_belied)


def _is_invented(certificate: Certificate) -> bool:
    """Whether it calls old keys dead when no count of a day later, or longer, was made."""
    told = certificate.clocks
    if told.residue_dead_at is None:
        return False
    late = [each.counted_at for each in certificate.counts if each.round in RESIDUE_ROUNDS]
    return not any(at <= told.residue_dead_at <= told.certified_at for at in late)


def _signed_by(certificate: Certificate, name: str, message: Message) -> bool:
    key = certificate.public_keys.get(name)
    if key is None:
        return False
    return check(message, Ed25519PublicKey.from_public_bytes(decoded(key)))


def _about(signed: ErasureRequested | OwnerErased | Counted) -> tuple[object, ...]:
    """What a signed piece is about: the same for all of one certificate."""
    return signed.case_id, signed.scope, signed.item_id, signed.person


def _matter(certificate: Certificate) -> tuple[object, ...]:
    return certificate.case_id, certificate.scope, certificate.item_id, certificate.subject.id


def encoded(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def decoded(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
