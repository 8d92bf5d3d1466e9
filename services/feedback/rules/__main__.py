"""Reads a transcript from standard input and writes what the rules make of it."""

import sys

from contracts.claims import Claim, ResumeFacts
from contracts.feedback import FeedbackReport
from contracts.rereading import ReadAgain, ToReadAgain
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.rules.coach import RulesCoach
from services.feedback.rules.phrases import sentences


def _claims(report: FeedbackReport, facts: ResumeFacts) -> tuple[Claim, ...]:
    beside = with_claims(report, facts)
    return tuple(claim for question in beside.questions for claim in question.claims)


given = ToReadAgain.model_validate_json(sys.stdin.buffer.read())
made = RulesCoach().report(given.transcript)
found = ReadAgain(
    report=with_claims(made, None),
    beside_nothing=_claims(made, ResumeFacts()),
    beside=tuple(_claims(made, ResumeFacts(lines=(line,))) for line in given.lines),
    sentences=sentences(),
)
sys.stdout.write(found.model_dump_json())
