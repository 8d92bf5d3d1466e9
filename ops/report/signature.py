"""Whether feedback signed the report, and what is known without that."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from chassis.reportseal import SIGNER, is_made_by, is_untouched
from contracts.certificate import PublicKeys
from contracts.feedback import FeedbackReport


class Signed(Enum):
    GOOD = auto()
    BAD = auto()
    BY_UNKNOWN = auto()
    NOT = auto()


@dataclass(frozen=True)
class Keys:
    """The public keys at hand, if any; `are_given` when somebody named them as the right ones."""

    known: PublicKeys | None
    are_given: bool


def how_signed(report: FeedbackReport, document: Mapping[str, Any], keys: Keys) -> Signed:
    """`document` is the JSON that `report` was read from."""
    seal = report.signature
    if seal is None:
        return Signed.NOT
    key = keys.known.keys.get(SIGNER) if keys.known else None
    if key is None or not is_made_by(seal, key):
        return Signed.BAD if keys.are_given else Signed.BY_UNKNOWN
    return Signed.GOOD if is_untouched(document, seal, key) else Signed.BAD
