"""Circumstances, comparisons and ways not taken, told in the fewest words; and what is none."""

import pytest

from chassis.hearing.customs import asks_for_custom
from contracts.evidence import Competency as K
from contracts.evidence import EvidenceType as E
from tests.feedback.build import a_question, heard, the_cell

DEED = "I packed the crates by size."
HEARD = [
    ("In April I sent two barrels of vinegar to the wrong inn.", E.SITUATION),
    ("With three masons and six weeks I had to close the vault.", E.SITUATION),
    ("I had two helpers and nine days for the whole greenhouse and I split the beds.", E.SITUATION),
    ("With two apprentices I ran the forge for a summer.", E.SITUATION),
    ("There were only two of us for forty looms, so I set up the six fastest.", E.SITUATION),
    (f"{DEED} The ferry left four days sooner than planned.", E.MEASURE),
    (f"{DEED} It was done in sixteen hours, the plan had said twenty.", E.MEASURE),
    ("I cleared the loft in nine days. The estimate had been twelve.", E.MEASURE),
    (f"{DEED} We were through in eleven days, and the last removal took six weeks.", E.MEASURE),
    ("I rewired the press and a sheet takes nine seconds instead of thirty.", E.RESULT),
    ("The budget had said nine hundred and I built it for six hundred.", E.MEASURE),
    (f"{DEED} A load takes 2 hours now, with the old cart it was 5.", E.MEASURE),
    (f"{DEED} Nothing got to the river.", E.RESULT),
    ("I left the gate for the autumn.", E.TRADE_OFF),
    ("I left the two oldest looms with the torn belts for next month.", E.TRADE_OFF),
    (f"{DEED} Straw too I looked at, it is cheaper, but it rots in the damp.", E.TRADE_OFF),
    (f"{DEED} Straw as well, it weighs less, but it rots in the damp.", E.REASONING),
    ("So I goes down the shaft and I takes the lamp with me.", E.OWN_ACTION),
    ("I sorted the linen and after that nobody ran out of sheets on a Sunday again.", E.RESULT),
    ("I rang round four inns and by morning we knew who she was.", E.RESULT),
    ("I moved the racks out of the damp and wet sacks went from nine to two.", E.RESULT),
    ("At the mill I set up a reading hour and about twenty families came each week.", E.RESULT),
    ("I personally brought the scrap down from 6 to 1.5 per cent in one season.", E.RESULT),
    ("Calls dropped by half after I wrote the leaflet.", E.RESULT),
    (f"{DEED} What tipped it for me was the noise of the cheap fan.", E.REASONING),
    ("I let the guests in early as the rooms were ready anyway.", E.REASONING),
    (f"{DEED} After this she nodded and she signed the sheet.", E.RESULT),
]
NOT_HEARD = [
    ("In April I always feel tired.", E.SITUATION),
    ("With a hammer and two nails I fixed the sign.", E.SITUATION),
    ("I wrapped the jars and I carried the last tray down the same evening.", E.SITUATION),
    (f"{DEED} From that day I always keep a spare rope.", E.SITUATION),
    (f"{DEED} We wanted it done in twenty hours.", E.MEASURE),
    (f"{DEED} The plan had said twenty hours and it took twenty hours.", E.MEASURE),
    (f"{DEED} The plan was simple and twelve people came.", E.MEASURE),
    (f"{DEED} The last removal took six weeks.", E.TRADE_OFF),
    ("I had nine hundred and I built it for six hundred.", E.MEASURE),
    (f"{DEED} Nothing came of it.", E.RESULT),
    ("I left my post for the summer.", E.TRADE_OFF),
    ("I left the lamp on for the night.", E.TRADE_OFF),
    ("I left the keys for the night porter.", E.TRADE_OFF),
    (f"{DEED} The pump is quieter now, but I still listen to it.", E.TRADE_OFF),
    ("Published 3 March 2021.", E.OWN_ACTION),
    ("Retrieved March 3, 2021.", E.OWN_ACTION),
    ("When I started at the mill nobody knew the sacks apart.", E.OWN_ACTION),
    ("Always says the same and sometimes I guess names.", E.OWN_ACTION),
    ("For the last show at school we were six.", E.REASONING),
    ("My idea got a prize.", E.REASONING),
    ("I figured out the fault.", E.REASONING),
    ("What mattered little was cut.", E.REASONING),
    ("I waved as the train was leaving the yard.", E.REASONING),
    ("I saw that salt and pepper were gone.", E.RESULT),
    ("I started early, and by evening I was tired.", E.RESULT),
    ("I sorted the linen and after that nobody ran out of sheets on a Sunday.", E.SITUATION),
    (f"{DEED} What tipped it for me was the noise of the cheap fan.", E.RESULT),
    ("I rewired the press and a sheet takes nine seconds instead of thirty.", E.REASONING),
    (f"{DEED} It told me that the floor was wet.", E.RESULT),
]


@pytest.mark.parametrize(("told", "kind"), HEARD)
def test_it_is_heard_in_the_fewest_words(told: str, kind: E) -> None:
    assert kind in heard(told)


@pytest.mark.parametrize(("told", "kind"), NOT_HEARD)
def test_what_only_looks_like_it_is_not_heard(told: str, kind: E) -> None:
    assert kind not in heard(told)


@pytest.mark.parametrize(
    "asked",
    [
        "How does a heat pump work?",
        "How is a hem sewn by hand?",
        "What makes a good sourdough?",
        "Explain how you sharpen a chisel.",
        "Tell me how a spoon is carved.",
        "What do beginners get wrong when they glaze?",
    ],
)
def test_a_craft_that_is_asked_for_is_told_by_what_one_does(asked: str) -> None:
    said = (
        "I carve the blank first, then I check the grain under the lamp, because a spoon with "
        "the grain across its neck snaps in the soup."
    )
    question = a_question(text=asked, competencies=[K.TECHNICAL_DEPTH])

    assert asks_for_custom(asked)
    assert the_cell(said, question).level.value == 3


@pytest.mark.parametrize(
    "asked",
    [
        "Tell me how you got there.",
        "Describe how you won over a person who had good reasons to say no.",
        "What makes a good leader?",
        "Tell me how you would plan a move.",
        "Take me step by step through one time you did this.",
    ],
)
def test_an_occasion_that_is_asked_for_is_not_told_so(asked: str) -> None:
    assert not asks_for_custom(asked)
