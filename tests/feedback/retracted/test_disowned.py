"""Deeds, stories, figures and years that are taken back, in unlike trades; and what takes nothing
back.
"""

import pytest

from contracts.claims import Claim, ClaimKind, ClaimStatus, ResumeFacts
from contracts.evidence import EvidenceType
from contracts.feedback import FeedbackReport
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.rules.retracted.later import also_of, taken_back_in
from services.feedback.rules.stories.bank import told_in
from tests.feedback.build import a_report
from tests.feedback.claimed.test_employment import NURSE
from tests.interview.build import NOON

OWN = EvidenceType.OWN_ACTION

DEEDS = [
    (
        (
            "In March a studio of 40 members wanted to leave. I phoned the owner myself "
            "and offered "
            "three free months. She stayed."
        ),
        "Actually that was not me, my colleague Pia phoned her.",
    ),
    (
        (
            "In May the lower field stood under water and the seed was rotting. I "
            "designed the drain "
            "with two pumps. The field was dry by June."
        ),
        "To be honest, my neighbour designed it.",
    ),
    (
        (
            "The night before the opening the lamps failed. I rewired the left side of the stage. "
            "The play began on time."
        ),
        "In fact my colleague did it.",
    ),
    (
        (
            "In winter the ward had no linen for the third floor. I drove to the "
            "laundry and brought "
            "clean sheets. Nobody lay without one."
        ),
        "I made that up.",
    ),
    (
        (
            "In April forty parents complained about the bus. I wrote ten letters by hand. "
            "Thirty of them came back to us."
        ),
        "The ten letters I did not write, the head did.",
    ),
    (
        (
            "Last autumn the organ in our chapel wheezed. I repaired the bellows with goat skin. "
            "It sounds clean now."
        ),
        "None of that was me, it was the organ builder.",
    ),
    (
        (
            "In July the oven broke with 90 loaves inside. I carried the dough to the school. "
            "All of it was sold."
        ),
        "Sorry, that never happened.",
    ),
]
FIGURES = [
    (
        "I moved two agents, and the wait fell from 9 hours to 1 hour.",
        "Scrap that last figure, it was 4 hours.",
        "1 hour",
        "4",
    ),
    (
        "I sowed 30 rows of beans with a borrowed drill in April.",
        "That is wrong, it was 12 rows.",
        "30 rows",
        "12",
    ),
    (
        "I plastered 18 rooms in the old mill before the frost.",
        "Strike that. It was 8 rooms.",
        "18 rooms",
        "8",
    ),
    ("I sewed 50 costumes for the spring play.", "I made that up, it was 15.", "50 costumes", "15"),
    ("I unloaded 40 crates from the barge that night.", "Make that 14.", "40 crates", "14"),
    (
        "I tuned 25 pianos for the school that summer.",
        "I got that wrong, there were 5.",
        "25 pianos",
        "5",
    ),
]
STAYS = [
    "She said that was not me who had called before, so I explained it to her.",
    "That was not easy, and my boss noticed.",
    "I thought I was wrong but I was not.",
    "Actually, he called me back within the hour and I held the calf.",
    "The supplier said the valves were in stock. That was not true, so I drove to the depot.",
    "The driver told me 12 boxes. That is wrong, I said, and counted 9.",
    "The lettering I did not touch.",
    "That was not my fault.",
    "My colleague typed 30 in place of 3, and I corrected the sheet.",
    "“That was not me,” said the porter.",
    "I missed the lesson on Tuesday, and I made it up on Friday.",
    "As I said earlier, we had 12 beds, and each of them was full.",
]
TOLD = (
    "In May the harbour lost its crane. I phoned the owner of the old one and rented 12 winches, "
    "because three ships were waiting. I checked each of them. All three sailed on Friday."
)


def claims_of(report: FeedbackReport) -> list[Claim]:
    return [claim for one in report.questions for claim in one.claims]


def taken_back(*answers: str) -> list[Claim]:
    found = claims_of(with_claims(a_report(*answers), ResumeFacts()))
    return [claim for claim in found if claim.status is ClaimStatus.RETRACTED]


def landed(report: FeedbackReport) -> list[EvidenceType]:
    return [one.evidence.type for one in report.questions[0].what_landed]


@pytest.mark.parametrize(("told", "back"), DEEDS)
def test_a_deed_that_is_taken_back_counts_nowhere(told: str, back: str) -> None:
    report = with_claims(a_report(f"{told} {back}"), None)
    (question,) = report.questions
    (claim,) = question.claims

    assert OWN in landed(a_report(told))
    assert OWN not in landed(report)
    assert {EvidenceType.TRADE_OFF, EvidenceType.REFLECTION}.isdisjoint(landed(report))
    assert (claim.kind, claim.status) == (ClaimKind.DEED, ClaimStatus.RETRACTED)
    assert claim.corrected is not None
    assert claim.corrected.quote == back
    assert claim.text not in (question.stronger_version or "")
    assert back not in (question.stronger_version or "")
    assert list(told_in(report)) == []


def test_what_was_done_in_its_place_counts() -> None:
    told, _ = DEEDS[0]
    report = a_report(f"{told} Sorry, that was my sister’s work; I only wrote the letter to her.")
    (deed,) = (one for one in report.questions[0].what_landed if one.evidence.type is OWN)

    assert deed.evidence.span.quote == "I only wrote the letter to her."


def test_another_deed_beside_it_counts_and_its_story_carries_the_mark() -> None:
    back = "Actually my colleague Pia phoned the owner."
    report = with_claims(a_report(f"{TOLD} {back}"), None)
    (told,) = told_in(report)

    assert OWN in landed(report)
    assert "phoned" not in told.text
    assert [one.kind for one in told.retracted] == [ClaimKind.DEED]


@pytest.mark.parametrize(("said", "back", "gone", "now"), FIGURES)
def test_a_figure_is_taken_back_and_the_right_one_takes_its_place(
    said: str, back: str, gone: str, now: str
) -> None:
    (claim,) = taken_back(f"{said} {back}")
    stronger = a_report(f"It was a hard year at the mill. {said} {back}").questions[0]

    assert claim.text == gone
    assert claim.corrected is not None
    assert now in claim.corrected.quote
    assert gone not in (stronger.stronger_version or "")


def test_a_difference_stays_one_with_the_figure_that_is_right() -> None:
    said, back, *_ = FIGURES[0]
    report = a_report(f"In May the queue at our helpdesk was long. {said} {back}")

    assert EvidenceType.MEASURE in {one.type for one in report.scorecard.cells[0].evidence}
    assert "it was 4 hours" in (report.questions[0].stronger_version or "")


@pytest.mark.parametrize("more", STAYS)
def test_what_others_said_or_did_wrong_takes_nothing_back(more: str) -> None:
    assert taken_back(f"{TOLD} {more}") == []


@pytest.mark.parametrize(
    "back",
    [
        "Earlier I said I rented 12 winches; I made that up, it was 6.",
        "In my first answer I said 12 winches, but it was 6.",
        "I said before that I rented 12 winches; that is not true, it was 6.",
    ],
)
def test_a_figure_of_an_earlier_answer_is_taken_back(back: str) -> None:
    (claim,) = taken_back(TOLD, back)
    again = a_report(TOLD, back).questions[1]

    assert claim.text == "12 winches"
    assert claim.corrected is not None
    assert "6" in claim.corrected.quote
    assert again.what_landed == ()


@pytest.mark.parametrize(
    "back",
    [
        "Earlier I said I phoned the owner of the old crane; that is not true, Pia did it.",
        "In my first answer I said that I phoned the owner. That was not true.",
        "I told you before that I phoned the owner; I made that up.",
    ],
)
def test_a_deed_of_an_earlier_answer_is_taken_back(back: str) -> None:
    (claim,) = taken_back(TOLD, back)

    assert claim.kind is ClaimKind.DEED
    assert claim.text.startswith("I phoned the owner")
    assert a_report(TOLD, back).questions[1].what_landed == ()


def test_a_year_is_taken_back_and_the_right_one_is_laid_beside_the_resume() -> None:
    said = "In 2010 I was a nurse at Pennard General and ran the night shift."
    found = claims_of(with_claims(a_report(f"{said} That is wrong, it was 2017."), NURSE))

    assert [(one.text, one.status) for one in found if one.kind is ClaimKind.DATE] == [
        ("2010", ClaimStatus.RETRACTED),
        ("2017", ClaimStatus.WITHIN),
    ]


def test_what_a_later_interview_takes_back_is_marked_in_a_story_of_before() -> None:
    text = "In May the desk was late. I led a team of 11 agents and we cleared 900 tickets."
    later = with_claims(
        a_report("In my last interview I said I led a team of 11 agents; it was 6."), None
    )
    back = list(taken_back_in([later]))

    (claim,) = also_of((), text, NOON, back)
    assert claim.text == "11 agents"
    assert claim.corrected is not None
    assert "6" in claim.corrected.quote
    assert also_of((), text.replace("11", "12"), NOON, back) == ()
    assert also_of((), "I drove 11 agents to the fair.", NOON, back) == ()
    assert also_of((claim,), text, NOON, back) == (claim,)
    assert also_of((), text, NOON.replace(year=NOON.year + 1), back) == ()


def test_a_deed_that_a_later_interview_takes_back_is_marked_too() -> None:
    told, back = DEEDS[1]
    later = with_claims(a_report(f"{told} {back}"), None)

    (claim,) = also_of((), told, NOON, list(taken_back_in([later])))
    assert claim.kind is ClaimKind.DEED


def test_a_corrected_sum_leaves_the_deed() -> None:
    text = "I had to close the budget by June. I saved 20,000 euros on the cleaning contract."

    cell = a_report(f"{text} Sorry, twelve thousand it was.").scorecard.cells[0]

    assert cell.level.value is not None
    assert cell.level.value >= 3


@pytest.mark.parametrize("start", ["No, let me correct that,", "No,"])
def test_no_in_front_of_somebody_else_takes_a_deed_back(start: str) -> None:
    said = "In May our shop moved. I negotiated the lease with the owner."
    back = f"{start} my manager negotiated the lease."

    quotes = [
        one.evidence.span.quote for one in a_report(f"{said} {back}").questions[0].what_landed
    ]

    assert not any("negotiated" in quote for quote in quotes)


@pytest.mark.parametrize(
    "more",
    ["I cannot say more than that.", "I can’t say any more than that.", "I can’t say for certain."],
)
def test_who_can_say_no_more_takes_nothing_back_however_often(more: str) -> None:
    told = "In May I rebuilt the rota at the harbour, and we sold more than that in June."

    assert not taken_back(f"{told} {more}", f"I led a team of 5. {more} {more}", more)


def test_words_called_too_much_are_taken_back_still() -> None:
    assert taken_back("I led the move of our harbour in May. I can’t really say led.")
