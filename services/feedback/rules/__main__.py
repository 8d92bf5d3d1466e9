"""Reads a transcript from standard input and writes the rules' report on it: to check one."""

import sys

from contracts.interview import Transcript
from services.feedback.rules.claims import with_claims
from services.feedback.rules.coach import RulesCoach

given = Transcript.model_validate_json(sys.stdin.buffer.read())
sys.stdout.write(with_claims(RulesCoach().report(given), None).model_dump_json())
