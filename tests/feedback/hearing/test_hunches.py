"""What people tried out, noted as in a diary, guessed and came to see, in unlike trades."""

import pytest

from contracts.evidence import Competency as K
from contracts.evidence import EvidenceType as E
from tests.feedback.build import a_question, heard, the_cell

TRIED = [
    "The cooks thought there would be soup on the walls. So I tried it with one table first.",
    "Nobody believed in the new glue. I tried it on two chairs from the cellar.",
    "The old dressing stuck to the skin. I then tried a silicone one on the left heel.",
    "The goats would not enter the stall. I tried them with a lamp at the far end.",
    "The drivers feared the new route. I tested it on my own lorry for a week in March.",
    "The choir sang flat. I have tried another order of the rows in the chapel.",
]
NOT_TRIED = [
    "The cooks were angry and I tried to calm the kitchen.",
    "It was a hard winter at the depot and I tried my best for the drivers.",
    "I tried everything to please the guests on the terrace.",
    "I tried hard and the goats were tired in the stall.",
]
NOTED = [
    "Wet October in the new house. Hired two dryers. Opened the windows on both floors.",
    "Boiler dead on the second floor. Drove to the depot at night. Loaded a pump by hand.",
    "Ewes lambing in the snow. Slept in the barn for six nights. Carried the weak ones inside.",
    "No till roll on market day. Walked to the chemist next door. Borrowed three rolls.",
    "Stage dark before the second act. Climbed up the ladder with a torch. Swapped two lamps.",
]
NOT_NOTED = [
    "The bridge is in our valley. Built in 1900, it carries the tram.",
    "The fair was in May. Came to an end on Sunday.",
    "The oven in our bakery is old. Went well all the same.",
    "The mill stands by the river. Based on a plan of 1880, the wheel is of oak.",
]
WAS_ME = [
    "The floor was wet. It was me gave the word to the owner, not the builder.",
    "The ward was full. It was me rang the families at night.",
    "The hall was cold. It was only me carried the heaters up.",
    "The accounts were open. It was me found the second invoice in the drawer.",
    "The ferry was late. It’s me drove the crates round by the bridge.",
]
REASONS = [
    "I changed the warm-up twice. Then it dawned on me they had been standing for an hour.",
    "I moved the beds apart. My hunch was that the draught came from the lift shaft.",
    "I called the second supplier, as I figured the first one would never find the pallets.",
    "I opened the ledger of May. It turned out the clerk had booked the freight twice.",
    "I put the vines further apart. Something told me the mildew sat in the wet rows.",
    "I asked the mother in. It struck me that the boy only coughed at school.",
    "I measured the shaft again. My guess was a bent bearing and no dirt.",
    "I weighed the flour. I had a hunch the new sacks were short.",
]
NO_REASONS = [
    "I painted the wall in May, and the party turned out well.",
    "I rang the firm. It turned out fine in the end for all of us.",
    "I drove the lorry to the yard when a stone struck me in the face.",
    "I wrote the letter to the mayor. My hope was great.",
]
WAY = "Explain something about your material that most people do not know."
OTHER_WAYS = [
    "I feed the starter at 26 degrees. You could buy dried sour powder instead.",
    "I tie the graft with raffia. Some use tape instead.",
    "I bleed the brakes from the far wheel. You can also press the fluid in from below.",
    "I hem the curtain by hand. One could just as well glue the seam with a hot iron.",
    "I take the old queen out with three frames. You can also cut out the queen cells every week.",
]


def types_of(text: str) -> set[E]:
    return {kind for kind, quotes in heard(text).items() if quotes}


@pytest.mark.parametrize("text", [*TRIED, *NOTED, *WAS_ME])
def test_what_was_tried_out_or_noted_is_a_deed(text: str) -> None:
    assert E.OWN_ACTION in types_of(text)


@pytest.mark.parametrize("text", [*NOT_TRIED, *NOT_NOTED])
def test_what_was_only_meant_or_is_of_a_thing_is_none(text: str) -> None:
    assert E.OWN_ACTION not in types_of(text)


def test_every_step_of_a_diary_is_heard() -> None:
    assert heard(NOTED[0])[E.OWN_ACTION] == [
        "Hired two dryers.",
        "Opened the windows on both floors.",
    ]


@pytest.mark.parametrize("text", REASONS)
def test_a_guess_or_an_insight_is_a_reason(text: str) -> None:
    assert E.REASONING in types_of(text)


@pytest.mark.parametrize("text", NO_REASONS)
def test_how_it_ended_or_what_hit_somebody_is_no_reason(text: str) -> None:
    assert E.REASONING not in types_of(text)


@pytest.mark.parametrize("text", OTHER_WAYS)
def test_a_custom_of_the_craft_beside_another_way_of_it_counts(text: str) -> None:
    cell = the_cell(text, a_question(text=WAY, competencies=[K.TECHNICAL_DEPTH]))

    assert {E.OWN_ACTION, E.TRADE_OFF} <= {one.type for one in cell.evidence}


def test_somebody_got_what_was_promised() -> None:
    told = (
        "The screed in the new kitchen would not dry all October. I hired two dryers. "
        "She had her floor the Saturday morning."
    )

    assert types_of(told) >= {E.SITUATION, E.OWN_ACTION, E.RESULT}
