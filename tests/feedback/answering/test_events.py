"""A story gets a level for the event that was asked for, and honest ones keep theirs."""

import pytest

from bench.swaps import introduced
from contracts.evidence import Competency, EvidenceType, Status
from tests.feedback.build import a_question, heard, the_cell

CONFLICT = "Tell me about a conflict with a colleague and how you dealt with it."
MISTAKE = "Tell me about a mistake that you made and what you did about it."
DATE = "Tell me about something that you had to finish by a fixed date."
LEARNT = "Tell me about something you had to learn quickly."
FREEZER = (
    "In March our freezer failed on a Saturday night. I called the technician, moved all the fish"
    " and wrote down the temperatures every hour. The pump was worn, and I found the leak."
)
FAIR = (
    "Last year I organised the summer fair for three hundred guests. I booked the band, found"
    " forty helpers and drew up the rota. We took in 9,000 euros, up from 6,000 euros."
)
READER = (
    "There was an old gentleman, Mr Okafor, who never took a book. He was too proud to say that"
    " his eyes had gone. I showed him the audio shelf and sat next to him. He laughed out loud,"
    " and his daughter sent us a card."
)
CRANE = (
    "Mehmet and I had both ordered the crane for the same Tuesday, and neither of us would budge."
    " I went over to his container with two teas. He took Tuesday and I got his two men."
)
DOORS = (
    "Terry wants the doors checked on the hour. I want them random. We did not speak for a week. I"
    " brought pasties in and we laid one round on top of the other. We still do it like that."
)
TUBES = (
    "I was labelling tubes, and by tube thirty the numbers did not fit with the list. I put the"
    " rack aside, went to my supervisor and said that it was me. I made all of them new."
)
HARP = (
    "In March a harp was brought to me, due on the Friday, and I only knew pianos. I couldn’t have"
    " told you what a disc was. I went to the museum with a torch and stuck numbers on the strings."
)
SEATS = (
    "The seats of the theatre had to be covered by the premiere. I saw ten days before that the"
    " velvet would not come, rang them and worked two weekends. The front rows were red."
)


@pytest.mark.parametrize(
    ("asked", "told"), [(CONFLICT, FREEZER), (MISTAKE, FAIR), (DATE, READER)], ids=str
)
def test_another_event_than_was_asked_for_gets_no_level(asked: str, told: str) -> None:
    level = the_cell(told, a_question(text=asked, competencies=[Competency.DELIVERY])).level

    assert level.why == "not-what-was-asked"


@pytest.mark.parametrize(
    ("asked", "told"),
    [(CONFLICT, CRANE), (CONFLICT, DOORS), (MISTAKE, TUBES), (DATE, SEATS), (LEARNT, HARP)],
    ids=str,
)
def test_the_event_is_heard_in_words_of_ones_own(asked: str, told: str) -> None:
    level = the_cell(told, a_question(text=asked, competencies=[Competency.DELIVERY])).level

    assert level.status is Status.SCORED


CRITICISM = "Describe a piece of criticism that changed how you work."
REFUSED = "Tell me about a request from a customer or user that you had to turn down."
WRITTEN = "Tell me about something you wrote that others had to be able to act on."
MIND = "Tell me about a time you changed one person’s mind."
STEPS = "Walk me through how you prepared a task that had many small steps."
RINK = (
    "The ice rink’s compressor tripped every noon. I logged the current for three days and saw that"
    " the kitchen’s oven started at the same minute. I moved the oven to another phase. The ice"
    " held, and we saved a repair of 8,000 euros."
)
SAWMILL = (
    "The roof of our sawmill had to be closed before the snow. I ordered the sheets in two loads,"
    " hired a crane for one Sunday and screwed the ridge myself. The first snow fell on Tuesday."
)
CUP = (
    "Our goalkeeper was injured in the cup. I moved Jana from the left wing into the goal, because"
    " she has played handball. She caught two penalties, and the whole village came to the station."
)


@pytest.mark.parametrize(
    ("asked", "told"), [(CRITICISM, RINK), (REFUSED, SAWMILL), (WRITTEN, CUP), (MIND, FAIR)]
)
def test_more_kinds_of_questions_turn_down_another_story(asked: str, told: str) -> None:
    level = the_cell(told, a_question(text=asked, competencies=[Competency.DELIVERY])).level

    assert level.why == "not-what-was-asked"


FAR_FROM_THE_WORDS_OF_THE_QUESTION = [
    (
        CRITICISM,
        (
            "One star, from a lady with a white cane: lovely soup, could not find the door. We"
            " had spent a fortune on the window. I had a rail put in from the kerb to the counter."
        ),
    ),
    (
        REFUSED,
        (
            "Hen party, twelve of them, out on the lake in a seven-seat boat with thunder behind"
            " the church. I locked the chain and gave them the pedalos for the morning after, free."
        ),
    ),
    (
        WRITTEN,
        (
            "On the inside of the hatch I painted what to do when the bilge alarm goes, five"
            " strokes, a hand pointing at each valve. Two Filipinos took over from me in Rotterdam."
        ),
    ),
    (
        MIND,
        (
            "The owner would sooner have eaten the tractor than sold it. I put the electric one in"
            " his yard with the key in it. By Sunday the old one had a tarpaulin over it."
        ),
    ),
    (
        STEPS,
        (
            "Sixty beehives over the pass in one night. I taped every entrance at dusk, strapped"
            " them in fours, and drove with the windows down so as to hear them."
        ),
    ),
    (
        MISTAKE,
        (
            "I’d hung the whole exhibition at the height of my own eyes, one metre eighty."
            " I saw it on my knees, tying a shoe. I took down all forty and began at the far end."
        ),
    ),
    (
        DATE,
        (
            "Sixty jars of plum jam for the christening of the fire engine. I stoned them with my"
            " feet in a bucket. When the siren went each guest had one in the hand."
        ),
    ),
    (
        CONFLICT,
        (
            "Two cooks, one flame. Mei turned it up, I turned it down. I scratched a mark on the"
            " knob, hers on one side, mine on the other, and we swap at the full hour."
        ),
    ),
]


@pytest.mark.parametrize(("asked", "told"), FAR_FROM_THE_WORDS_OF_THE_QUESTION)
def test_an_honest_story_far_from_the_words_of_its_question_is_read(asked: str, told: str) -> None:
    level = the_cell(told, a_question(text=asked, competencies=[Competency.DELIVERY])).level

    assert level.status is Status.SCORED


def test_who_somebody_is_makes_no_other_event_of_a_story() -> None:
    told = (
        "I’d booked the coach for the fifteenth and the trip was the sixteenth. I found out when I"
        " typed the letter to parents. I rang the firm first and the head second; she can do"
        " nothing with a problem. They could do it for forty pounds, out of my money for paint."
    )
    asked = a_question(text=MISTAKE, competencies=[Competency.OWNERSHIP])

    levels = {the_cell(one, asked).level.value for one in (told, *next(introduced(told)))}

    assert len(levels) == 1


def test_a_name_tells_of_no_fault() -> None:
    told = (
        "My colleague Ruth and I translated a novel. I took the women’s voices, and each Friday"
        " she read hers to me. It was printed in Leipzig."
    )
    asked = a_question(text="Tell me about your work.", competencies=[Competency.PROBLEM_SOLVING])

    levels = {the_cell(one, asked).level.value for one in (told, *next(introduced(told)))}

    assert levels == {None}


def test_a_question_that_would_do_with_something_else_turns_nothing_down() -> None:
    either = "Tell me about a mistake of yours, or something that nobody felt responsible for."

    level = the_cell(FAIR, a_question(text=either, competencies=[Competency.OWNERSHIP])).level

    assert level.status is Status.SCORED


def test_who_has_no_such_story_gets_no_level() -> None:
    told = (
        "I have not had that happen to me, luckily. But if I saw somebody take a shortcut I would"
        " speak to them first, and then I would report it to the manager."
    )

    level = the_cell(told, a_question(text=CONFLICT)).level

    assert level.value is None


@pytest.mark.parametrize(
    "told",
    [
        "Right. A mistake of mine. Sorry, my mind has gone completely blank, it is my nerves.",
        "Good question. There must be one. I honestly cannot think of anything at the moment.",
        "Well, nothing comes to mind from work or from school, to be fair to you.",
    ],
)
def test_that_nothing_comes_to_mind_is_no_answer_wherever_nerves_put_it(told: str) -> None:
    level = the_cell(told, a_question(text=MISTAKE, competencies=[Competency.DELIVERY])).level

    assert level.status is Status.INSUFFICIENT


def test_a_blank_mind_within_a_story_is_part_of_it() -> None:
    told = f"My mind went blank when I saw it. {TUBES}"

    assert the_cell(told, a_question(text=MISTAKE)).level.status is Status.SCORED


def test_what_somebody_has_got_is_no_deed() -> None:
    assert EvidenceType.OWN_ACTION not in heard("I’ve got it in my blood.")
    assert EvidenceType.OWN_ACTION in heard("I got the pump out of the pit before noon.")
