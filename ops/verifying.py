"""`./mira verify`: a certificate of deletion, or a feedback report, offline."""

import json
from pathlib import Path

from pydantic import ValidationError

from chassis.certificate import faults, published
from chassis.secrets import Secrets
from contracts.certificate import Certificate, PublicKeys
from ops.places import HOME
from ops.report.examine import examine, is_report
from ops.report.signature import Keys
from ops.report.verdict import Finding, Verdict, not_valid
from ops.trouble import Trouble

_OWN = HOME / "secrets" / "gateway"
_MAX_BYTES = 1_000_000
"""Both a certificate and the public keys have some thousands."""

_MAX_REPORT_BYTES = 20_000_000
"""A report with thirty answers, each as long as may be, has five million."""


class Unreadable(Trouble):
    """There was nothing that could be verified, or nothing to verify it with."""

    exit_code = 2


def verify(file: Path, keys: Path | None) -> Finding:
    """What there is to say of the document, line by line. Raises Unreadable."""
    document = _read(file, _MAX_REPORT_BYTES)
    if is_report(document):
        return examine(document, _report_keys(keys))
    document = _small(file, document).removesuffix(b"\n")
    return _verify_certificate(document, _why_neither(file, document), keys)


def _why_neither(file: Path, document: bytes) -> str | None:
    """What makes `document` neither a certificate nor a report; None where it may be one. Raises

    Unreadable where it is no JSON.
    """
    try:
        found = json.loads(document)
    except (ValueError, RecursionError):
        raise Unreadable(
            f"{file} cannot be read: it is not whole JSON, so it is cut short, damaged, or of"
            " another kind.",
            "Download the certificate or the report again.",
        ) from None
    if isinstance(found, dict) and found.keys() & Certificate.model_fields.keys():
        return None
    return "This is JSON, and neither a certificate of deletion nor a feedback report."


def _verify_certificate(document: bytes, stranger: str | None, keys: Path | None) -> Finding:
    known = _keys(keys)
    found = [stranger] if stranger else faults(document, known)
    if found:
        return not_valid(found)
    return Finding(Verdict.VALID, tuple(_told(Certificate.model_validate_json(document))))


def _told(good: Certificate) -> list[str]:
    deleted = sum(sum(part.deleted.values()) for part in good.owners)
    counts = ", ".join(
        f"{count.round} at {count.counted_at:%Y-%m-%d %H:%M:%S}" for count in good.counts
    )
    return [
        "VALID",
        f"  deleted      {good.scope}, {deleted} rows at {len(good.owners)} owners who all signed",
        f"  unreadable   since {good.clocks.keys_destroyed_at:%Y-%m-%d %H:%M:%S} UTC",
        f"  nothing left counted by the verifier {counts} UTC",
        *_data_maps(good),
        f"  signed       {good.clocks.certified_at:%Y-%m-%d %H:%M:%S} UTC, {good.signature.kid}",
    ]


def _data_maps(good: Certificate) -> list[str]:
    """By which map each owner counted; docs/data-map.md gives that of the code beside it."""
    return [
        f"  data map     {part.owner:<10} {part.manifest_hash or 'not named'}"
        for part in good.owners
    ]


def _report_keys(file: Path | None) -> Keys:
    """A report is read again also where nobody has the keys."""
    if file is not None:
        return Keys(_keys(file), are_given=True)
    raw = Secrets(_OWN).public_keys()
    return Keys(published(raw) if raw else None, are_given=False)


def _keys(file: Path | None) -> PublicKeys:
    if file is None:
        raw = Secrets(_OWN).public_keys()
        if not raw:
            raise Unreadable(
                "There is no Mira on this machine whose keys could be taken.",
                "Give the published ones: ./mira verify certificate.json --keys keys.json",
            )
        return published(raw)
    try:
        return PublicKeys.model_validate_json(_read(file))
    except ValidationError:
        raise Unreadable(
            f"{file} does not hold public keys.",
            "Save them from /.well-known/mira-privacy-keys.json of the Mira that signed.",
        ) from None


def _read(file: Path, limit: int = _MAX_BYTES) -> bytes:
    """At most one byte more than `limit`, so that one sees that there is more."""
    try:
        with file.open("rb") as opened:
            document = opened.read(limit + 1)
    except OSError as error:
        raise Unreadable(f"{file} cannot be read: {error.strerror}.", "Check the path.") from None
    return document if limit > _MAX_BYTES else _small(file, document)


def _small(file: Path, document: bytes) -> bytes:
    if len(document) > _MAX_BYTES:
        raise Unreadable(
            f"{file} is larger than 1 MB, and neither a certificate, public keys nor a report.",
            "Check the path.",
        )
    return document
