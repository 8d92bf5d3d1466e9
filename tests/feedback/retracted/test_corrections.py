"""Figures and deeds that are put right in passing: by naming them, by asking oneself, by a word

that says too much; and what looks like that and takes nothing back.
"""

import time

import pytest

from contracts.claims import Claim, ClaimKind, ClaimStatus
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.rules.retracted.slips import asked_oneself, looks_back, names_wrong
from tests.feedback.build import a_report

FIGURES = [
    (
        "I hired eleven pickers for the orchard.",
        "Eleven is wrong, it was seven.",
        "eleven",
        "seven",
    ),
    ("I hired eleven pickers for the orchard.", "The eleven isn't right.", "eleven", None),
    ("I fired ninety bowls that week.", "Ninety's not right. More like sixty.", "ninety", "sixty"),
    (
        "I sewed 40 costumes for the ballet.",
        "40 costumes is an exaggeration. It was 28.",
        "40",
        "It was 28",
    ),
    ("I sewed 40 costumes for the ballet.", "Forty is what I said, but it was 28.", "40", "28"),
    ("I taught eleven drivers my order.", "Actually nine.", "eleven", "nine"),
    ("I bound 60 books in June.", "Or was it 50? Yes, 50.", "60 books", "50"),
    ("I bound 60 books in June.", "Hm, was it 50 books? I think it was 50.", "60 books", "50"),
    ("I bound 60 books in June, or was it 50? Yeah, 50 books.", "", "60 books", "50"),
    ("I walked all 30 dogs that day.", "Well, not all 30, about twelve.", "30 dogs", "twelve"),
    ("I walked 30 dogs that day.", "Okay, not 30, more like 12.", "30 dogs", "12"),
    ("I trained fourteen porters.", "Fourteen's too many, it was ten.", "four", "ten"),
    ("I repaired 80 chairs.", "Did I say 80? It was 60.", "80 chairs", "60"),
    ("I repaired 80 chairs.", "Let me rephrase, 60 chairs.", "80 chairs", "60"),
    ("I repaired 80 chairs, well, closer to 60.", "", "80 chairs", "60"),
    ("I repaired 80 chairs.", "I might have exaggerated there, it was about 60.", "80", "60"),
    ("We poured 200 a day.", "Sorry, 200 a week.", "200", "200 a week"),
    ("I poured 200 candles a day.", "Correction, 200 a week.", "200 candles", "200 a week"),
    (
        "I tuned the organ in nine days.",
        "I'm mixing that up with another church. This one took 12.",
        "nine days",
        "This one took 12",
    ),
    ("I glazed 80 windows that spring.", "Thinking back, it wasn't 80, it was 65.", "80 win", "65"),
]
DEEDS = [
    ("I found the leak in the hall.", "Well, the plumber found it.", "leak"),
    ("I found the leak in the hall.", "My mate found it really.", "leak"),
    ("I managed the bakery.", "Managed is pushing it, I was second.", "bakery"),
    ("I won the order of the school.", "That's giving me too much credit.", "order"),
    ("I wrote the tender.", "I say I, it was really Hana.", "tender"),
    ("I organised the fair.", "Okay, that's a lie.", "fair"),
    ("I bought two new presses for the shop.", "The presses my boss bought, actually.", "presses"),
    ("I wrote the menu for the wedding.", "My sister wrote the menu, to be fair.", "menu"),
    (
        "I designed the course for the divers.",
        "Forget I said that, it came from the club.",
        "design",
    ),
    ("I warned the whole street about the flood.", "I don't think that's accurate.", "warned"),
    (
        "I founded the choir of our village.",
        "I shouldn't say founded, it was there already.",
        "found",
    ),
    (
        "I directed the play at the festival.",
        "Directed is too big a word, my aunt did and I painted the set.",
        "directed",
    ),
    ("I halved the waste of the bakery.", "Halved is a bit of an exaggeration.", "halved"),
    ("I repaired the winch in an hour.", "To be honest, that repair never happened.", "repaired"),
]
STAYS = [
    "Thirty is too many for a boat, and I said so.",
    "The cook found it really hard.",
    "Well, the cook bought bread.",
    "I exaggerated the danger to the council.",
    "It cost 20 euros, closer to 20 than to 30.",
    "Did they say 30? They did.",
    "The label said 30 people. It wasn't 30, it was 40.",
    "We planned for 30 people. There were not 30, there were 40.",
    "30 people is not right for such a stage, I told him.",
    "My boss said two is wrong.",
    "It was not the 30 people that mattered, it was three of them.",
    "We fed them all. Actually 30 people is many.",
    "The label said 5 kilos, that was wrong, it was 7.",
    "Was it ten tiles or twelve? Ten, she said.",
    "Did it take 40 days? No, it took every one of them.",
    "Eleven is wrong for a choir, so I looked for five more.",
    "Not 30 people, she said, but the fire brigade allowed it.",
    "My boss bought another press, actually.",
    "My sister wrote the invitations, to be fair.",
    "I would not say it was easy.",
    "The number was an exaggeration of the papers.",
    "Directed by my aunt, the play was too big for the hall.",
    "I can't say why it worked.",
    "He told us to forget I said that.",
    "The flood never happened.",
]


def taken_back(*answers: str) -> list[Claim]:
    report = with_claims(a_report(*answers), None)
    claims = [claim for question in report.questions for claim in question.claims]
    return [claim for claim in claims if claim.status is ClaimStatus.RETRACTED]


@pytest.mark.parametrize(("told", "back", "gone", "now"), FIGURES)
def test_a_figure_that_is_called_wrong_is_taken_back(
    told: str, back: str, gone: str, now: str | None
) -> None:
    (claim,) = taken_back(f"{told} {back} The owner paid me on the day.")

    assert claim.kind is not ClaimKind.DEED
    assert claim.said.quote in told
    assert gone in claim.said.quote or claim.text.startswith(gone[:2])
    assert claim.corrected is not None
    assert now is None or now in claim.corrected.quote


@pytest.mark.parametrize(("told", "back", "gone"), DEEDS)
def test_a_deed_that_says_too_much_counts_nowhere(told: str, back: str, gone: str) -> None:
    (claim,) = taken_back(f"{told} {back}")
    report = a_report(f"{told} {back}")

    assert claim.kind is ClaimKind.DEED
    assert gone in claim.text.lower()
    assert not any(
        gone in one.span.quote.lower() for cell in report.scorecard.cells for one in cell.evidence
    )


@pytest.mark.parametrize("more", STAYS)
def test_what_only_looks_like_a_correction_takes_nothing_back(more: str) -> None:
    told = "I directed the play for 30 people, and I bought two presses and wrote a menu."

    assert taken_back(f"{told} {more} It rained that night.") == []


def test_what_is_scrapped_is_only_what_the_right_words_replace() -> None:
    told = "In May the crane failed. I rewrote the lifting plan and we had no accidents for a year."
    back = "Scrap that, we had one accident, in June."

    (claim,) = taken_back(f"{told} {back}")
    own = [one.span.quote for one in a_report(f"{told} {back}").scorecard.cells[0].evidence]

    assert claim.text == "we had no accidents for a year."
    assert any("rewrote the lifting plan" in quote for quote in own)


@pytest.mark.parametrize(
    "unit", ["not 30, more like ", "or was it ", "thinking back, ", "30 ", "a "]
)
def test_looking_for_wrong_numbers_takes_no_longer_on_hostile_text(unit: str) -> None:
    text = (unit * 40_000)[:40_000]
    start = time.perf_counter()

    names_wrong(text)
    looks_back(text)
    asked_oneself(text, ())

    assert time.perf_counter() - start < 0.3


def test_the_number_behind_not_is_the_wrong_one() -> None:
    first = "Last year the ferry queue was long. I moved the calls away and cut it by 40 percent."
    later = "As for the queue I mentioned earlier, it was 25 percent, not 40."

    (claim,) = taken_back(first, later)

    assert claim.text == "40 percent"
    assert claim.corrected is not None
    assert "25 percent" in claim.corrected.quote
