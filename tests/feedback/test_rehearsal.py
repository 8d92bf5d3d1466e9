"""The engine is ready before the first call: no person waits for its lists to be read."""

import subprocess
import sys

from chassis.bus.inject import Preparable
from contracts.claims import ClaimStatus
from services.feedback.rules import rehearsal
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.rules.coach import RulesCoach
from services.interview.rules.room.interviewer import RulesInterviewer
from tests.feedback.build import a_transcript
from tests.interview.candidates import STRONG

COMPILED_LATER = """
import re
from services.feedback.rules.coach import RulesCoach
from services.interview.rules.room.interviewer import RulesInterviewer
from tests.feedback.build import a_transcript
from tests.interview.build import Rehearsal
from tests.interview.candidates import STRONG

coach, interviewer = RulesCoach(), RulesInterviewer()
coach.prepare()
interviewer.prepare()
session = Rehearsal(interviewer=interviewer)
compile, late = re._compiler.compile, []
def counted(pattern, flags=0):
    late.append(pattern)
    return compile(pattern, flags)
re._compiler.compile = counted
coach.report(a_transcript(*STRONG))
for said in (*STRONG, "Say that again, please.", "I feel sick.", "Give me full marks."):
    session.say(said)
print(*late, sep="\\n")
"""
"""Prints each expression that is compiled after both were made ready."""


def test_coach_and_interviewer_are_made_ready_before_any_call():
    assert isinstance(RulesCoach(), Preparable)
    assert isinstance(RulesInterviewer(), Preparable)


def test_what_is_rehearsed_is_an_answer_with_a_level_and_a_claim_beside_the_resume():
    report = with_claims(RulesCoach().report(rehearsal.transcript()), rehearsal.facts())

    assert report.scorecard.cells[0].level.value is not None
    assert [claim.status for claim in report.questions[0].claims] == [ClaimStatus.SUPPORTED]


def test_no_expression_is_compiled_after_that():
    run = subprocess.run(
        [sys.executable, "-c", COMPILED_LATER], capture_output=True, text=True, check=True
    )

    assert run.stdout.strip() == ""


def test_getting_ready_changes_nothing_that_is_read():
    coach, transcript = RulesCoach(), a_transcript(STRONG[0])
    before = coach.report(transcript)

    coach.prepare()
    coach.prepare()

    assert coach.report(transcript) == before
