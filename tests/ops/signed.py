"""Reports as a Mira gives them out, and the public keys that it publishes."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from chassis.certificate import published
from chassis.reportseal import SIGNER, signed
from contracts.feedback import FeedbackReport
from ops.report.signature import Keys

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
KEYS = published({SIGNER: KEY.public_key().public_bytes_raw()})


def given_out(report: FeedbackReport) -> FeedbackReport:
    return signed(report, KEY)


def with_keys() -> Keys:
    return Keys(KEYS, are_given=True)


def without_keys() -> Keys:
    return Keys(None, are_given=False)


def keys_file(folder: Path) -> Path:
    file = folder / "keys.json"
    file.write_text(KEYS.model_dump_json(), encoding="utf-8")
    return file
