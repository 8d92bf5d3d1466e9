"""One’s own deed is heard in every common form of telling it, and that of others is none."""

import pytest

from contracts.evidence import EvidenceType as E
from contracts.evidence import Status
from tests.feedback.build import heard, the_cell

SCENE = "In May our clinic moved and all appointments had to be changed by Friday."
CLEFT = [
    "What I did was to call every patient.",
    "What I did first was put the beams on trestles.",
    "What I did then was asking each supplier for a date.",
    "All I did was turn the hose round.",
    "My part was calling the parents.",
    "My share of it was to grease the axles.",
    "It was me who called every patient.",
    "It was only me who redid the wiring.",
    "I was the one who rang the owner.",
    "The one who rebuilt the stair was me.",
]
SUBJECTS = [
    "Me and Ana called every patient.",
    "Then me and my brother-in-law stripped the gearbox.",
    "Ana and me stacked the chairs.",
    "I, as the only one on duty, called every patient.",
    "I, being new there, drew the whole cellar first.",
    "I, together with two porters, carried the beds down.",
    "So I thought right, phone out, and called every patient.",
    "I was alone at the till and wrote the prices on a card.",
    "I heard the alarm, and then closed the valve.",
]
PASSIVES = [
    "The patients were called by me.",
    "All the letters were written by me.",
    "Every seam on the tank has been welded by me.",
    "The old rota was redrawn on Sunday by me.",
    "Both accounts were reconciled line by line by me.",
]
ASPECTS = [
    "I was calling every patient.",
    "I was carrying the trays to the second kitchen.",
    "I was writing the new labels by hand.",
    "I have been ringing the drivers one by one.",
    "I had to call every patient.",
    "I had to move the bookings to the other hall.",
    "I had to rewrite two contracts.",
    "I helped to call the patients.",
    "I helped carry the shelves.",
    "I managed to weld the frame.",
    "I took care to mark each pipe.",
]
VERBS = [
    "I redrew the form.",
    "I reshot the scene.",
    "I reset the breaker.",
    "I relit the oven.",
    "I overrode the lock.",
    "I outbid the dealer.",
    "I de-escalated the row.",
    "I cross-examined the witness.",
    "I jury-rigged a pump.",
    "I hand-fed the lambs.",
    "I dry-ran the script.",
    "I worked out the doses for each patient.",
    "I worked out how the pallets fit.",
    "I had a word with him.",
    "I had a long talk with the landlord.",
    "I then had another look at the fuse.",
]
PAST_HABITS = [
    "When a guest was angry at our desk, I would always sit down first, and I’d bring water.",
    "Whenever the line stopped, I’d write the minute on the board.",
    "Every time a parent called, I would note the room.",
    "When the frost came, I would cover the seedlings with straw.",
    "I would always wipe the blades when the saw had cooled.",
]
NONE = [
    "What I did was wrong.",
    "What I did was a mistake.",
    "All I did was wait.",
    "My part was small.",
    "It was me that they blamed.",
    "It was not me who called the patients.",
    "For me and Ana it was a hard week.",
    "He was impressed by me.",
    "The patients were not called by me.",
    "I was waiting for the parts.",
    "I was calling a client when the line went dead.",
    "I was carrying the trays at that time.",
    "I had to finish the report by Friday.",
    "I had to move the bookings by Monday.",
    "I had to be patient.",
    "I did not have to call the patients.",
    "I helped people with many things.",
    "I worked out at the gym.",
    "I worked in a shop.",
    "I understood the plan.",
    "I had a look of surprise.",
    "I was happy and everybody liked the plan.",
    "I was there and watched the whole thing.",
    "If a guest was angry I would sit down with him.",
    "When a guest is angry I would sit down with him.",
    "When the guest was angry, I would have liked to leave.",
    "They asked what I would do when a guest was angry.",
]
OF_OTHERS = [
    "My manager told me how I introduced myself wrongly.",
    "The trainer showed us why I held the torch badly.",
    "She reminded me that I closed the gate.",
    "I watched my colleague Ana draw up a new form.",
    "I watched the senior baker shape the loaves.",
    "I watched how the others set the table.",
    "I watched him rewire the board.",
]
UNTRUE = [
    "I wish I could say I fixed the boiler, but I did not.",
    "I wish I had fixed the boiler.",
    "I’d love to say that I rebuilt the ramp.",
    "I cannot claim I called the police.",
    "I would be lying if I said I mended the pump.",
    "If only I called the owner first.",
    "I nearly called the owner.",
    "I hardly touched the machine.",
]
VAIN = [
    "It didn’t reduce the sick days; they stayed at 12 a month.",
    "That did not cut the queue, which remained at 40 people.",
    "The new rota hardly improved the mood. It stayed the same.",
    "It never lowered the waste, it stayed at 8 percent.",
    "The second filter has not helped; the noise remained.",
]
ENDED_WELL = [
    "It didn’t help at first, but then the sick days fell from 12 to 4 a month.",
    "Not one order was lost, and the shop stayed open.",
    "The team did not grow; the costs stayed at 900 euros.",
]


@pytest.mark.parametrize(
    "text", [*CLEFT, *SUBJECTS, *PASSIVES, *ASPECTS, *VERBS, *PAST_HABITS], ids=str
)
def test_a_deed_of_ones_own_is_heard_in_any_form(text: str) -> None:
    quotes = heard(text).get(E.OWN_ACTION, [])

    assert quotes
    assert all(quote in text and quote == quote.strip() for quote in quotes)
    level = the_cell(f"{SCENE} {text}").level
    assert level.status is Status.SCORED
    assert level.value is not None
    assert level.value >= 2


@pytest.mark.parametrize("text", [*NONE, *OF_OTHERS, *UNTRUE], ids=str)
def test_what_was_not_done_or_done_by_others_is_no_deed_of_ones_own(text: str) -> None:
    assert E.OWN_ACTION not in heard(text)


@pytest.mark.parametrize("text", UNTRUE[:5], ids=str)
def test_what_one_cannot_say_to_have_done_has_no_result(text: str) -> None:
    assert E.RESULT not in heard(text)


@pytest.mark.parametrize("text", VAIN, ids=str)
def test_what_stayed_as_it_was_is_no_result_where_it_was_to_change(text: str) -> None:
    found = heard(f"I moved the breaks to the morning. {text}")

    assert E.OWN_ACTION in found
    assert E.RESULT not in found
    assert E.MEASURE not in found


@pytest.mark.parametrize("text", ENDED_WELL, ids=str)
def test_what_turned_out_well_after_all_is_a_result(text: str) -> None:
    assert E.RESULT in heard(f"I moved the breaks to the morning. {text}")


def test_a_deed_in_another_form_keeps_what_it_gave_up() -> None:
    assert E.TRADE_OFF in heard("I rang the porter. I had to leave the second van empty.")


@pytest.mark.parametrize(
    "text",
    [
        "I have since talked to every family myself at six in the evening.",
        "I’ve since rebuilt the rota of the laundry.",
        "I since wrote a card for each of the ovens.",
    ],
)
def test_what_one_has_done_since_is_a_deed(text: str) -> None:
    assert E.OWN_ACTION in heard(text)


@pytest.mark.parametrize(
    "text",
    [
        "I have since been told that the pump was fine.",
        "I have since forgotten the name of the ward.",
        "I have not since rebuilt the rota.",
        "They have since talked to every family.",
    ],
)
def test_what_befell_one_since_or_others_did_is_no_deed(text: str) -> None:
    assert E.OWN_ACTION not in heard(text)
