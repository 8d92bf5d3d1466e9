"""Who falls at home and is kept in is met with care; a fall at work, or into a trade, is told."""

import pytest

from contracts.interview import TurnKind
from services.interview.rules.room.intents import intent_of, is_distressed
from services.interview.rules.room.signs import Intent
from tests.interview.build import Rehearsal

BEFALLEN = [
    "My wife had a fall this morning and they've kept her in.",
    "My mum slipped on the ice yesterday",
    "Last night my gran had a fall and they took her to hospital.",
    "Dad's had an accident and they're operating on him this morning",
    "My husband came off his bike on Sunday.",
    "Gran fell in the night",
    "My nan had a stroke last night and the doctors are operating on her now.",
    "They've kept my son in overnight",
    "They are keeping my mother in for observation.",
]
TOLD = [
    "A resident had a fall this morning and they've kept her in.",
    "My patient fell out of bed last night and they kept her in.",
    "They kept him in for observation, so I took over his round.",
    "My client's father had a fall last week and they kept him in, so I moved the visit.",
    "My wife had a fall in 2019 and they kept her in.",
    "On nights a lady had a fall, so I checked her hip and rang the doctor.",
    # To fall, to come off and to be kept is said of much else.
    "My mother fell in love with the shop last week.",
    "My brother fell behind on his rent this month.",
    "My sister fell into the trade this year.",
    "My daughter fell in with a good crew last month.",
    "My husband came off the night shift this morning.",
    "My mum fell from grace at the bank last week.",
    "My mate slipped the latch on Sunday and let us in.",
    "Gran fell into debt, and I paid it off from the stall.",
    "They've kept my brother in the accounts team.",
    "They are keeping my mother on at the shop.",
    "They have taken my daughter into the sales team today.",
    "They took my son on last week.",
]


@pytest.mark.parametrize("said", BEFALLEN)
def test_it_is_met_with_care(said: str) -> None:
    session = Rehearsal()

    assert intent_of(said) is Intent.DISTRESS
    assert session.say(said).kind is TurnKind.CARE


@pytest.mark.parametrize("said", TOLD)
def test_what_is_told_of_work_or_of_something_else_is_an_answer(said: str) -> None:
    assert intent_of(said) is Intent.ANSWER
    assert not is_distressed(said)
