"""Two occasions told to one question are not added up; one told in several replies is one."""

import pytest

from contracts.evidence import EvidenceType
from contracts.feedback import FeedbackReport
from contracts.interview import Speaker, TurnKind
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.rules.coach import RulesCoach
from tests.feedback.build import a_question, a_report, a_transcript
from tests.feedback.claimed.test_beside import TEAM
from tests.interview.build import a_turn

BAKED = (
    "In May my sister turned forty. I baked a cake of three tiers for sixty guests, because the "
    "shop had closed."
)
ERRORS = (
    "Last year the picking errors in our warehouse rose. I rewrote the labels, and errors fell "
    "from 9 to 2 a week."
)
MOVED = "Last spring I led the move of our billing to another bank, because the old one closed."

ONE_OCCASION = [
    (MOVED, "It took six weeks instead of ten, and no invoice was late."),
    (MOVED, "In the second week I wrote a plan for the billing by hand, so that nobody forgot it."),
    (MOVED, "I asked the bank for a test account, and we moved ten customers first."),
    (MOVED, "Errors fell from 9 to 2 a week."),
    (MOVED, "Looking back, I learned to ask the bank for its holidays first."),
    (MOVED, "Another time that week I called the bank, because its form was wrong."),
    (MOVED, "We could have waited for the new system, but that meant three months of late bills."),
]
TWO_OCCASIONS = [
    (BAKED, ERRORS),
    (ERRORS, BAKED),
    (MOVED, ERRORS),
    (f"{BAKED} Another time {ERRORS[0].lower()}{ERRORS[1:]}",),
    (f"{ERRORS} A second example: {BAKED}",),
    (f"{MOVED} On another occasion, at the harbour, I rebuilt the rota because two had left.",),
]


def told(*replies: str) -> FeedbackReport:
    """One question, and a follow-up before each reply but the first."""
    question = a_question()
    given = a_transcript(replies[0], questions=[question])
    turns = list(given.turns)
    for reply in replies[1:]:
        for speaker, kind, text in (
            (Speaker.INTERVIEWER, TurnKind.PROBE, "What came of it?"),
            (Speaker.CANDIDATE, TurnKind.ANSWER, reply),
        ):
            turns.append(a_turn(len(turns), speaker, kind, text, question.id))
    return RulesCoach().report(given.model_copy(update={"turns": tuple(turns)}))


def shown(report: FeedbackReport) -> set[EvidenceType]:
    return {one.type for one in report.scorecard.cells[0].evidence}


def quoted(report: FeedbackReport) -> set[str]:
    """All that the rules took for evidence of anything."""
    landed = {one.evidence.span.quote for one in report.questions[0].what_landed}
    return landed | {one.span.quote for one in report.scorecard.cells[0].evidence}


@pytest.mark.parametrize("replies", ONE_OCCASION)
def test_what_a_follow_up_adds_to_a_story_counts_with_it(replies: tuple[str, ...]) -> None:
    report = told(*replies)

    assert not report.questions[0].tells_of_several
    assert quoted(report) > quoted(told(replies[0]))


@pytest.mark.parametrize("replies", TWO_OCCASIONS)
def test_what_two_occasions_show_is_not_added_up(replies: tuple[str, ...]) -> None:
    report = told(*replies)
    level = report.scorecard.cells[0].level.value

    assert report.questions[0].tells_of_several
    assert level is not None
    assert level <= max(
        told(one).scorecard.cells[0].level.value or 0 for one in (BAKED, ERRORS, MOVED)
    )


def test_a_stronger_version_is_of_one_occasion() -> None:
    version = told(BAKED, ERRORS).questions[0].stronger_version

    assert version is not None
    assert ("labels" in version) != ("cake" in version)


def test_the_occasion_that_shows_most_counts_wherever_it_stands() -> None:
    thin = "In March I wrote a letter to the council about the crossing at the school."

    for replies in ((thin, ERRORS), (ERRORS, thin)):
        assert shown(told(*replies)) == shown(told(ERRORS))


def test_what_is_claimed_of_the_other_occasion_is_still_a_claim() -> None:
    report = a_report(
        f"{ERRORS} Another time I led a team of 12 engineers through the move in June."
    )

    (claim,) = with_claims(report, TEAM).questions[0].claims

    assert report.questions[0].tells_of_several
    assert claim.text.startswith("12")
