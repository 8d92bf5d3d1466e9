"""A report read a second time by the rules, in a process of its own as the service makes it."""

import subprocess
import sys
from collections.abc import Iterator

from pydantic import ValidationError

from contracts.claims import Claim, ClaimKind, ClaimStatus
from contracts.evidence import Span
from contracts.feedback import FeedbackReport
from contracts.rereading import ReadAgain, ToReadAgain
from ops.places import ROOT

DELETED = "[deleted]"
_COMMAND = (sys.executable, "-m", "services.feedback.rules")
_LONGEST_S = 60
_OF_ROLES = {ClaimKind.DATE, ClaimKind.TITLE, ClaimKind.YEARS}
"""Laid beside the roles of a résumé, of which a report has no more than the line it quotes."""


def read_again(report: FeedbackReport) -> ReadAgain | None:
    """None where the rules could not do it."""
    given = ToReadAgain(transcript=report.transcript, lines=tuple(_lines(report)))
    try:
        made = subprocess.run(
            _COMMAND,
            input=given.model_dump_json().encode(),
            capture_output=True,
            timeout=_LONGEST_S,
            check=True,
            cwd=ROOT,
        )
        return ReadAgain.model_validate_json(made.stdout)
    except (subprocess.SubprocessError, ValidationError):
        return None


def claim_faults(report: FeedbackReport, again: ReadAgain) -> Iterator[str]:
    """Claims whose status does not follow from their own two quotes, and claims left out.

    Without a résumé there are none but those taken back, and a report does not say whether there
    was one: where no claim is left, none is missed.
    """
    given = checked_claims(report)
    named = {_key(claim) for claim in again.beside_nothing if claim.status not in _TAKEN_BACK}
    told = {_key(claim) for claim in _claims(report)}
    if given and not named <= told:
        yield "claims: a figure that the rules find in an answer has been left out"
    beside = dict(zip(_lines(report), again.beside, strict=True))
    for claim in given:
        found = again.beside_nothing if claim.resume is None else beside[claim.resume]
        if claim not in found:
            yield (
                f"claims: that “{claim.text}” is {claim.status} does not follow from what was "
                "said and the line of the résumé beside it"
            )


def checked_claims(report: FeedbackReport) -> list[Claim]:
    """Those that can be judged by what stands in the report alone."""
    return [
        claim
        for claim in _claims(report)
        if claim.status not in _TAKEN_BACK
        and claim.kind not in _OF_ROLES
        and (claim.resume is None or claim.resume.quote != DELETED)
    ]


_TAKEN_BACK = {ClaimStatus.RETRACTED}


def _claims(report: FeedbackReport) -> Iterator[Claim]:
    for question in report.questions:
        yield from question.claims


def _lines(report: FeedbackReport) -> dict[Span, None]:
    """Each line of the résumé once, in order."""
    return {claim.resume: None for claim in checked_claims(report) if claim.resume is not None}


def _key(claim: Claim) -> tuple[object, ...]:
    return claim.kind, claim.said.document_id, claim.said.start, claim.text
