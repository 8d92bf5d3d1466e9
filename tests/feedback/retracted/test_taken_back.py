"""What was taken back, in people's own words, at once or two questions later: it counts nowhere."""

import pytest

from contracts.claims import Claim, ClaimStatus
from contracts.evidence import EvidenceType
from contracts.interview import QuestionKind
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.rules.coach import RulesCoach
from tests.feedback.build import a_question, a_report, a_transcript
from tests.feedback.claimed.test_beside import TEAM

LED = "Last spring I led a team of 12 engineers through the billing move, because nobody would."
CUT = "In 2022 I cut medication errors by 60% with an evening drug round because of interruptions."


def taken_back(*answers: str) -> list[Claim]:
    report = with_claims(a_report(*answers), TEAM)
    return [
        claim
        for question in report.questions
        for claim in question.claims
        if claim.status is ClaimStatus.RETRACTED
    ]


@pytest.mark.parametrize(
    ("said", "correction", "gone", "now"),
    [
        (LED, "I take that back, the 12 is not true; it was 5.", "12 engineers", "it was 5."),
        (LED, "I must correct something: I said I led a team of 12, but it was 5.", "12", "5"),
        (
            LED,
            "Actually, to be honest, the team of 12 was not right: it was 5.",
            "12",
            "5",
        ),
        (LED, "I exaggerated a little. I did not lead 12, only 5.", "12", "5"),
        (LED, "People asked me often. I did not lead 12, only 5.", "12", "5"),
        (LED, "I told you 12 earlier. That is not right, we were 5.", "12", None),
        (CUT, "I take that back, the 60% is not true; it was 31%.", "60%", "it was 31%."),
        (CUT, "Let me correct that: not 60%, it was 31%.", "60%", "31%"),
        (CUT, "That number was made up.", "60%", None),
        (CUT, "I made that up, sorry.", "60%", None),
    ],
)
def test_a_figure_is_taken_back_in_many_words(
    said: str, correction: str, gone: str, now: str | None
) -> None:
    (claim,) = taken_back(f"{said} {correction}")

    assert claim.text.startswith(gone)
    assert claim.corrected is not None
    assert now is None or now in claim.corrected.quote


@pytest.mark.parametrize(
    "more",
    [
        "The manager said that the 12 were too many, and I gave two of them other work.",
        "The count in the stock book was wrong, and I corrected it to 36 boxes.",
        "I told the client that it would take 12 weeks, but it took 5.",
        "My colleague made up a figure, and I asked her to measure it.",
        "I would like to correct the drawings myself next time, all 12 of them.",
        "That 12 people leave is not true of other teams.",
        "I had to take back 12 parcels to the depot.",
        "I did not hire 4 people, only one.",
        "It is not true that big teams are slow.",
    ],
)
def test_a_story_about_what_was_wrong_takes_nothing_back(more: str) -> None:
    assert not taken_back(f"{LED} {more}")


def test_a_denial_of_ones_own_words_takes_back_and_claims_nothing() -> None:
    denial = "Actually, that is not true, I was not leading 12, I made that up."
    report = with_claims(a_report(LED, denial), TEAM)

    claims = [claim for question in report.questions for claim in question.claims]

    assert [(claim.status, claim.text) for claim in claims] == [
        (ClaimStatus.RETRACTED, "12 engineers")
    ]


def test_what_is_taken_back_by_name_is_taken_back_wherever_it_was_said() -> None:
    again = "As their lead I ran a team of twelve people and wrote each of their reviews."
    corrected = "I have to correct myself: I did not lead twelve people, it was five."

    gone = taken_back(LED, again, corrected)

    assert [claim.text for claim in gone] == ["12 engineers", "twelve people"]


def test_an_equal_number_of_another_matter_stays() -> None:
    hired = "For the move I rented 12 vans and drove one of them myself."

    (claim,) = taken_back(f"{LED} {hired}", "I take that back, it was not 12 engineers but 5.")

    assert claim.text == "12 engineers"


def test_a_real_case_told_to_a_case_that_was_put_is_laid_beside_the_resume() -> None:
    put = a_question(kind=QuestionKind.SITUATIONAL, text="Half of your team is ill. What now?")
    done = "At my last employer I led a team of 12 engineers, and I split the work anew."
    wished = "I would lead a team of 12 engineers and split the work anew."

    found = [
        [
            claim.status
            for claim in with_claims(a_report(said, questions=[put]), TEAM).questions[0].claims
        ]
        for said in (done, wished)
    ]

    assert found == [[ClaimStatus.CONFLICT], []]


def test_an_answer_takes_back_what_an_earlier_one_said() -> None:
    (claim,) = taken_back(
        LED,
        "I take back what I said about the team: it was not 12 engineers but 5.",
    )

    assert claim.said.quote.startswith("Last spring I led a team of 12")
    assert claim.corrected is not None
    assert "5" in claim.corrected.quote


def test_a_slip_that_is_mended_at_once_reaches_no_earlier_answer() -> None:
    other = "In 2023 I ran a ward of 36 beds. Sorry, 28 beds."

    assert [claim.text for claim in taken_back("I had 36 beds in 2019.", other)] == ["36 beds"]
    assert taken_back("I had 36 beds in 2019.", other)[0].said.quote.startswith("In 2023")


@pytest.mark.parametrize(
    ("answers", "at"),
    [
        ([f"{CUT} I take that back, the 60% is not true; it was 31%."], 0),
        ([CUT, "I must correct something: I said 60%, but it was 31%. I am sorry."], 0),
        ([f"{CUT} That number was made up."], 0),
    ],
)
def test_a_stronger_version_has_nothing_that_was_taken_back(answers: list[str], at: int) -> None:
    stronger = a_report(*answers).questions[at].stronger_version

    assert stronger is not None
    assert "60" not in stronger
    assert "take that back" not in stronger
    assert "made up" not in stronger
    assert "… …" not in stronger
    assert "I cut medication errors …" in stronger
    assert "because of interruptions" in stronger


def test_only_what_is_right_counts_of_a_correction() -> None:
    report = RulesCoach().report(
        a_transcript(f"{CUT} I take that back, the 60% is not true; it was 31% instead of 40%.")
    )
    measures = [
        one.span.quote
        for cell in report.scorecard.cells
        for one in cell.evidence
        if one.type is EvidenceType.MEASURE
    ]

    assert measures
    assert not any("60" in quote or "take" in quote for quote in measures)


def test_a_correction_alone_is_no_deed() -> None:
    (_, again) = a_report(
        LED, "I must correct something: I said that I led a team of 12, but it was 5."
    ).questions

    assert not any(one.evidence.type is EvidenceType.OWN_ACTION for one in again.what_landed)
