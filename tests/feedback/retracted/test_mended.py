"""How a figure that was put right is quoted: with what it mends, or not at all."""

import pytest

from contracts.claims import ClaimStatus
from services.feedback.rules.claimed.claims import with_claims
from tests.feedback.build import a_report

BEFORE = "In May the ferry office was short of hands and the date was fixed."
MENDED = [
    ("I trained twelve ushers on the ramp.", "Actually nine."),
    ("I planted 300 willows along the slip.", "Sorry, I mean 130."),
    ("I phoned all 200 passengers of that day.", "Well, not every one, maybe 150."),
    ("I phoned sixty passengers that night.", "Sixty is a guess, maybe forty."),
    ("I moved the queue and cut it by 40 percent.", "Correction, 25 percent."),
    ("I got all 60 of the lamps rewired before the fair.", "Okay, not all 60, about half."),
]
WITHDRAWN = [
    ("I cut the waste of the galley by half.", "Take out the half, I never weighed it.", "by half"),
    ("I cut the fuel bill by 20 percent.", "Leave out the 20 percent.", "20"),
    ("I found the crack in the ramp.", "Well no, it was Femi found it.", "crack"),
    ("I designed the float of the regatta.", "Well, no, Petra designed it.", "float"),
    ("I rebuilt the winch in a day.", "Truth is, the yard rebuilt it.", "winch"),
]
STAYS = [
    "I had to take out the half that was rotten.",
    "Take out the ramp, the skipper said, and I did.",
    "Well, no, the crew liked it.",
    "No, it was foggy that day.",
    "The truth is that nobody had asked the crew.",
    "Not all of them came, but about nine did.",
]


def quotes(*answers: str) -> list[str]:
    return [one.span.quote for cell in a_report(*answers).scorecard.cells for one in cell.evidence]


@pytest.mark.parametrize(("said", "back"), MENDED)
def test_what_mends_a_figure_is_quoted_with_what_it_mends(said: str, back: str) -> None:
    own = [one for one in quotes(f"{BEFORE} {said} {back} Boats ran on time.") if back[-8:] in one]

    assert own
    assert all(said[-8:] in one for one in own)


@pytest.mark.parametrize(("said", "back", "gone"), WITHDRAWN)
def test_what_is_taken_out_by_name_is_quoted_nowhere(said: str, back: str, gone: str) -> None:
    told = quotes(f"{BEFORE} I wrote the new rota of the crew. {said} {back}")

    assert not any(gone in one for one in told)
    assert any("rota" in one for one in told)


@pytest.mark.parametrize("more", STAYS)
def test_what_only_sounds_like_a_correction_takes_nothing_back(more: str) -> None:
    told = f"{BEFORE} I mended half of the ramp for 12 boats and I planked the rest. {more}"
    report = with_claims(a_report(told), None)
    claims = [claim for question in report.questions for claim in question.claims]

    assert not any(claim.status is ClaimStatus.RETRACTED for claim in claims)


def test_what_is_right_in_a_later_answer_is_quoted_in_no_earlier_one() -> None:
    first = f"{BEFORE} I repaired sixty nets of the crew."
    later = "I said sixty nets before, that was wrong, it was forty. I trained two lads to knot."
    cell = a_report(first, later).scorecard.cells[0]

    assert all(
        first[one.span.start : one.span.end] == one.span.quote and "sixty" not in one.span.quote
        for one in cell.evidence
    )
