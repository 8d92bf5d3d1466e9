"""A family's firm is work and who one's family are moves nothing; what is private stays private."""

import pytest

from contracts.evidence import Competency, Status
from tests.feedback.build import a_question, the_cell

CHOICE = a_question(
    text="Tell me about a choice at work or in your studies that was yours alone to make.",
    competencies=[Competency.DECISION_MAKING],
)
FIRMS = [
    (
        "On our farm my brother and I milk eighty cows. Last winter the pump failed, so I rigged a"
        " hand pump with my son and we got through the night."
    ),
    (
        "My father and my uncle own the garage. My cousin had left a wheel loose, and I stopped the"
        " customer at the gate because he had his children in the car. I tightened it myself."
    ),
    (
        "My wife and I have a bakery. My wife and our daughter had the flu at Easter, so I left out"
        " the cakes and baked only bread, because people cannot do without it. We sold out."
    ),
    (
        "My parents run a guest house by the lake. A guest was angry because my sister had given"
        " his room away. I rang my aunt, who lets rooms too, and carried his bags there myself."
    ),
    (
        "My husband and I fish for crab. In March my brother-in-law tore the net on a wreck, so I"
        " mended it on deck with my son that night, since the price was high that week."
    ),
    (
        "My mother and I sew wedding dresses in her shop. Last May a zip broke two hours before"
        " the ceremony. I drove to the bride, unpicked the seam and stitched her in by hand."
    ),
    (
        "My dad and my two brothers lay roofs. When rain was forecast I sent my brother home and"
        " covered the open side first, because a wet loft costs us more than a lost day."
    ),
    (
        "My aunt has a flower stall at the station. Before Mother’s Day my cousin fell ill, so I"
        " bound ninety bouquets with my grandmother. All orders were picked up by noon."
    ),
    (
        "My grandfather started our pharmacy and my mother leads it. A man shouted at my mother"
        " over a missing prescription. I took him aside and decided to ring the doctor at once."
    ),
    (
        "My brother and I keep bees and sell the honey. My son found two hives dead in February,"
        " so I opened each one and counted the mites, since I suspected them and not the cold."
    ),
    (
        "My wife and her sister run the salon and I do the books. My wife wanted a second chair,"
        " but I waited a year because the takings fell in winter."
    ),
    (
        "My uncle took me on his lorry when I was nineteen. On the motorway my uncle’s brake line"
        " burst, so I called the depot and split the load between two vans with my cousin."
    ),
    (
        "My father keeps vines and my brother makes the wine. In a wet autumn I picked a week early"
        " with my sisters, because rot was coming in from the valley."
    ),
    (
        "My father is an electrician and I work with him. I forgot to switch a circuit back on and"
        " my father’s customer lost a full freezer. I went there that evening and paid for it."
    ),
    (
        "Two springs back I sold off the sheep and went all in on barley, since the wool wasn’t"
        " even paying for the shearing. My wife and my son wanted to keep half of them."
    ),
]
PRIVATE = [
    (
        "My fiancée and I had to plan our wedding in eight weeks. I booked the hall first, because"
        " halls go quickly, and left the band to my brother. Everything was ready on the day."
    ),
    (
        "I had to be out of my flat by the end of June. I packed one room each evening, and my"
        " friends carried the boxes down on Saturday. The keys were handed over at noon."
    ),
    (
        "I taught my daughter to ride a bike. I held the saddle and ran beside her, because she was"
        " afraid to fall. After two weekends she rode alone to her grandmother."
    ),
    (
        "On our family holiday in Croatia the kids wanted the beach and my wife the mountains. I"
        " chose a lake instead, because it had both. Everybody was happy."
    ),
    (
        "My husband and I were on our way to a party when the car broke down. I took my tights off"
        " and tied the belt with them. We arrived in time for the cake."
    ),
    (
        "My brother and I wanted different things for our mother’s seventieth birthday. I proposed"
        " a dinner at home, because she hates crowds. In the end my mother cried with joy."
    ),
    (
        "I never found my keys at home. I put a hook by the door of my flat, since I always come in"
        " there. Now my girlfriend and I leave ten minutes earlier."
    ),
    (
        "Before Christmas I had to buy presents for my kids, bake with my mother and decorate our"
        " living room. I made a list and did the presents first. On the 24th all was done."
    ),
    (
        "My girlfriend loves salsa, so I had to learn to dance before her birthday party. I"
        " practised every evening in our bedroom with a video. She laughed, but we danced."
    ),
    (
        "On our camping trip my son had forgotten the tent poles. I cut two branches and tied the"
        " tent to our car with my belt. We slept dry all weekend."
    ),
    (
        "I forgot to feed my neighbour’s cat while she was on holiday. I told her the same day and"
        " bought the cat her favourite fish. My wife still laughs at me."
    ),
    (
        "My wife and I could not agree on a sofa for our flat. I decided for the grey one, because"
        " our kids spill everything. My wife likes it now."
    ),
    (
        "My husband and I bought our first house last year. I chose the small one by the park,"
        " because our kids love to play outside and our dog needs to run."
    ),
]
WHO_ONE_IS = [
    "My husband and I are both from Nigeria.",
    "My mother always said that I was born for this.",
    "My sister has just bought a new car, a blue one.",
    "My two daughters live in Leeds with their father.",
    "Our son plays the trumpet in a band.",
]


@pytest.mark.parametrize("text", FIRMS)
def test_the_firm_of_a_family_is_work(text: str) -> None:
    level = the_cell(text, CHOICE).level

    assert (level.status, level.why) == (Status.SCORED, None)


@pytest.mark.parametrize("said", WHO_ONE_IS)
@pytest.mark.parametrize("text", FIRMS[2::4])
def test_who_ones_family_are_moves_nothing(text: str, said: str) -> None:
    level = the_cell(text, CHOICE).level

    assert the_cell(f"{text} {said}", CHOICE).level == level
    assert the_cell(f"{said} {text}", CHOICE).level == level


@pytest.mark.parametrize("text", PRIVATE)
def test_a_story_of_the_family_alone_stays_private(text: str) -> None:
    assert the_cell(text, CHOICE).level.why == "private-life"


@pytest.mark.parametrize("said", WHO_ONE_IS)
def test_it_stays_private_whatever_is_said_of_the_family(said: str) -> None:
    assert the_cell(f"{said} {PRIVATE[1]}", CHOICE).level.why == "private-life"


def test_what_the_family_wanted_makes_no_deed_of_the_teller_private() -> None:
    text = (
        "My mother wanted the stage left as it was. My sister wanted the same. I decided to turn it"
        " round, because the light fell on the wrong side, although it meant moving each lamp."
    )

    assert the_cell(text, CHOICE).level.status is Status.SCORED
