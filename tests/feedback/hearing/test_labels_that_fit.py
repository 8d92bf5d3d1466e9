"""Words that look like a lesson, a trade-off or a deed and are none; and those beside them that are
one.
"""

import time

import pytest

from chassis.hearing.lexicon import signs
from contracts.evidence import EvidenceType
from tests.feedback.build import heard

LESSON, TRADE, DEED = EvidenceType.REFLECTION, EvidenceType.TRADE_OFF, EvidenceType.OWN_ACTION

LIKE = [
    (LESSON, "I always check that the caller follows me and say what I understood."),
    (LESSON, "I told the foreman what I understood from the drawing."),
    (LESSON, "I asked her whether I understood the dose right."),
    (LESSON, "I realised the pump was running dry."),
    (LESSON, "I realised that a valve had come loose behind the kiln."),
    (LESSON, "I learned the new till in two days."),
    (LESSON, "I learned the whole route by heart."),
    (LESSON, "What I took from the shelf was the wrong glue."),
    (TRADE, "It took longer because I was a student nurse."),
    (TRADE, "I had to wait at the door because I was only an apprentice."),
    (TRADE, "It was harder because I was new."),
    (TRADE, "It took me three weeks to paint the hall."),
    (TRADE, "It took two days to dry the wood."),
    (LESSON, "I used to work at the bakery."),
    (LESSON, "I used to drive a bus for six years."),
    (LESSON, "I now work at the port."),
    (LESSON, "I learned Spanish in two years."),
    (TRADE, "The price was fair."),
    (TRADE, "It cost 20 euros to mend the bike."),
    (TRADE, "I dropped it on the floor."),
    (TRADE, "I moved the beds to the next room."),
    (TRADE, "I put the cups back for the next shift."),
    (DEED, "I took home 1,900 euros a month."),
]
TRUE = [
    (LESSON, "I understood then that I should have rung the family first."),
    (LESSON, "I realised that the rota was my own doing."),
    (LESSON, "I realised the guests were right and I was too proud."),
    (LESSON, "I realised that people need a reason."),
    (LESSON, "I learned the hard way to count the keys."),
    (LESSON, "I learned the value of a plain list in a week."),
    (LESSON, "I learned that a rushed weld costs more than a late one."),
    (LESSON, "What I understood is that a list saves quarrels."),
    (LESSON, "What I took from the whole episode is to ask first."),
    (LESSON, "What I took from it is that nobody reads a long note."),
    (TRADE, "It took longer because I checked each seam by hand."),
    (TRADE, "I chose the slow train over the van because I was new."),
    (TRADE, "It took two days longer to dry the wood in the shade."),
    (TRADE, "It took more work, but the paint held."),
    (LESSON, "I used to work alone on every roof."),
    (LESSON, "I now work from a list."),
    (TRADE, "The price was a thinner menu."),
    (TRADE, "It cost 20 euros more, but it held."),
    (TRADE, "I dropped the garden from the plan."),
    (TRADE, "I moved the paint to the next week."),
    (DEED, "I took home the broken clock and repaired it."),
]


@pytest.mark.parametrize(("kind", "text"), LIKE)
def test_what_only_looks_like_evidence_has_no_label(kind: EvidenceType, text: str) -> None:
    assert kind not in heard(text)


@pytest.mark.parametrize(("kind", "text"), TRUE)
def test_what_is_evidence_keeps_its_label(kind: EvidenceType, text: str) -> None:
    assert kind in heard(text)


@pytest.mark.parametrize(
    "unit",
    ["i realised the ", "what i took ", "it took two ", "because i was a new ", "learned a "],
)
def test_looking_for_labels_takes_no_longer_on_hostile_text(unit: str) -> None:
    text = (unit * 600)[:600]
    signs()
    start = time.perf_counter()

    signs().clause[LESSON].search(text)
    signs().clause[TRADE].search(text)
    signs().modal["by_standing"].search((unit * 40_000)[:40_000])

    assert time.perf_counter() - start < 0.3


def test_how_long_it_took_is_nothing_that_was_given_up() -> None:
    told = "I sorted the papers myself because my manager was away."

    bare = heard(f"{told} It took about six weeks, and no patient came to harm.")
    given_up = heard(f"{told} It took three weeks longer, but they were ours.")

    assert EvidenceType.TRADE_OFF not in bare
    assert EvidenceType.TRADE_OFF in given_up
