"""To move on leaves what is asked behind; after a pause it only goes on."""

import pytest

from contracts.interview import Mode, TurnKind
from tests.interview.build import Rehearsal

ONWARD = ["Let's move on.", "moving on", "okay, next one then please", "Right, let's move along"]


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("said", ONWARD)
def test_to_move_on_is_to_skip_what_is_asked(said: str, mode: Mode) -> None:
    session = Rehearsal(mode=mode)

    session.say(said)

    assert session.turns[-2].kind is TurnKind.SKIP


@pytest.mark.parametrize("said", ONWARD)
def test_to_move_on_after_a_pause_is_to_go_on_with_the_same_question(said: str) -> None:
    session = Rehearsal()
    asked = session.turns[-1].question_id

    session.say("pause please")
    reply = session.say(said)

    assert session.turns[-2].kind is TurnKind.REQUEST
    assert reply.question_id == asked
