"""A line of the résumé or a motive is not answered out of a pastime, a garden or a tale."""

import pytest

from contracts.evidence import Competency, Status
from contracts.interview import Question, QuestionKind
from tests.feedback.build import a_question, a_report, the_cell


def asked_of(line: str) -> Question:
    text = f"Your résumé says “{line}”. What went wrong, and what did you do?"
    kind = QuestionKind.RESUME_PROBE
    return a_question(text=text, competencies=[Competency.OWNERSHIP], kind=kind)


def wanted(text: str) -> Question:
    return a_question(text=text, competencies=[Competency.LEARNING], kind=QuestionKind.MOTIVATION)


NURSES = "Led shifts of six nurses"
TILLS = "Cashed up three tills every evening"
LORRIES = "Serviced lorries and trailers"

FROM_ELSEWHERE = [
    (
        NURSES,
        (
            "I once painted a fence in July. I chose green because blue was sold out, instead of "
            "waiting. 2 neighbours copied it."
        ),
    ),
    (TILLS, "I baked a cake for my sister in May, because she turned forty. 12 people came."),
    (LORRIES, "My cat would not eat. I changed the bowl, because the old one smelled."),
    (TILLS, "A dragon came to my castle. I fought it because the king had asked, and won 12 wars."),
    (NURSES, "I walked up a mountain with my brother. I took the left path, because it was dry."),
    (
        TILLS,
        (
            "I made a cake for my sister last May. I chose lemon, because she hates "
            "chocolate. 12 guests ate it, where 8 had come the year before."
        ),
    ),
    (
        "Wrote reports in SQL for the sales team",
        "I knitted a scarf once. I took blue wool because green was sold out. 2 friends like it.",
    ),
    (LORRIES, "I sewed a coat for my son’s doll. I took an old curtain, because it was red."),
]
IN_OTHER_WORDS = [
    (
        NURSES,
        "One of my girls was in tears by midnight. I took three of her beds and sat with her.",
    ),
    (NURSES, "On ward 4 a man could not find a thing. I drew him a map and put Bev beside him."),
    (NURSES, "I did it by counting every box twice, because two were always missing."),
    (NURSES, "It was a weekend and nobody would come in. I rang round and stayed on myself."),
    (NURSES, "A lad came with a kite string round his thumb. I cut it and told the ward doctor."),
    (TILLS, "We were forty pounds short on my birthday. I read the roll and found a refund twice."),
    (LORRIES, "It lost its brakes when it rained. I took the loom apart and found a rubbed wire."),
    ("Groomed show dogs in Leeds", "A dog bit my thumb. I muzzled it and called the owner."),
    ("Baked cakes for a hotel", "The cake sank. I took the oven apart and found a dead fan."),
    (
        "Maintained the booking system of a hotel",
        (
            "Guests turned up and their rooms were taken. I looked at the log: two sites "
            "sold the last one at the same minute. I held one back, and it stopped."
        ),
    ),
    (
        "Volunteered at a food bank",
        "Nobody could find the tins. I put labels on the shelves and made bags the night before.",
    ),
    (TILLS, "A lad kept leaving at half five. I asked him why, and I moved his start."),
    (
        "Wrote a thesis on sensors for soil",
        (
            "They all read wet after rain. I buried one in dry sand and saw that its seal leaked, "
            "not the ground."
        ),
    ),
    (TILLS, "She could not stop crying. I put the roll away and asked about her dog first."),
    (NURSES, "The boy left his bike helmet each day. I hung a hook by the door with his name."),
    (LORRIES, "It stood by the lake with a flat. I lay down in the mud and I turned it by hand."),
    (
        "Coached the girls of a football club",
        "Amira was scared of the ball. I let her stand in goal with a tennis ball for a week.",
    ),
]


@pytest.mark.parametrize(("line", "told"), FROM_ELSEWHERE)
def test_a_line_of_the_resume_is_not_answered_from_another_life(line: str, told: str) -> None:
    level = the_cell(told, asked_of(line)).level

    assert level.status is Status.INSUFFICIENT
    assert level.why in {"not-what-was-asked", "private-life"}


@pytest.mark.parametrize(("line", "told"), IN_OTHER_WORDS)
def test_a_line_of_the_resume_may_be_told_of_in_other_words(line: str, told: str) -> None:
    assert the_cell(told, asked_of(line)).level.status is Status.SCORED


def job_asks(requirement: str) -> Question:
    text = f"The job asks for “{requirement}”. Tell me about a time you needed this."
    kind = QuestionKind.GAP_PROBE
    return a_question(text=text, competencies=[Competency.OWNERSHIP], kind=kind)


def test_a_trade_that_the_job_asks_for_is_not_answered_from_another_life() -> None:
    level = the_cell(FROM_ELSEWHERE[5][1], job_asks("Till work")).level

    assert level.why == "not-what-was-asked"


@pytest.mark.parametrize(
    ("requirement", "told"),
    [
        ("Till work", "I ran the cake stall of our school. We were short, so I counted the float."),
        ("Baking", "I baked my sister’s cakes. The oven was small, so I did them in three goes."),
        ("Patience", "I trained our puppy. He bit shoes, so I gave him a rope each time."),
        ("Ownership", "I planned my brother’s wedding. I wrote the list backwards from the day."),
    ],
)
def test_what_comes_near_may_come_from_a_pastime(requirement: str, told: str) -> None:
    assert the_cell(told, job_asks(requirement)).level.why != "not-what-was-asked"


def test_a_motive_is_no_tale() -> None:
    tale = "I was born in 1990 and I was a king in France, I won 12 wars because I had 4 horses."

    level = the_cell(tale, wanted("What do you hope to achieve?")).level

    assert level.why == "not-what-was-asked"


@pytest.mark.parametrize(
    "told",
    [
        "I want to run a kitchen of my own one day, because my grandmother’s cakes fed us all.",
        "I would like to work with dogs, because I grew up beside four of them.",
        "I learned to sail boats in 2019 and I enjoy it, so your boatyard is where I want to be.",
    ],
)
def test_a_motive_may_come_from_a_pastime(told: str) -> None:
    cell = a_report(told, questions=[wanted("Why this job?")]).scorecard.cells[0]

    assert cell.level.status is Status.SCORED
