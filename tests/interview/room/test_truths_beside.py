"""Who asks beside an answer whom they talk to is told the truth, and the answer stands."""

import pytest

from contracts.interview import Mode, TurnKind
from services.interview.rules.phrases import phrases
from services.interview.rules.room.intents import owed_a_truth
from services.interview.rules.room.signs import Intent
from tests.interview.build import Rehearsal

DEED = "In 2019 I moved the fish section to the mornings, and waste fell from 12 % to 5 %."
OWED = [
    (f"Are you an AI? Also: {DEED[0].lower()}{DEED[1:]}", "human"),
    (f"{DEED} Are you a real person?", "human"),
    (f"{DEED} Will I get the job?", "promise"),
    (f"Is this recorded? {DEED}", "record"),
]
NOTHING_OWED = [
    f"{DEED} The guest asked “are you a robot?” and left.",
    f"I asked the porter: are you new here? {DEED}",
    f"{DEED} Was it enough? It was.",
    "The auditor asked whether the calls were recorded. I showed him the tapes.",
]


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("said", "matter"), OWED)
def test_the_truth_is_told_and_the_answer_stands(said: str, matter: str, mode: Mode) -> None:
    session = Rehearsal(mode=mode)

    session.say(said)

    kinds = [turn.kind for turn in session.turns]
    answered = kinds.index(TurnKind.ANSWER)
    truths = {phrases().reply[matter], phrases().reply.get(f"{matter}_live")}
    assert session.turns[answered + 1].text in truths
    assert session.turns[-1].kind is not TurnKind.ANSWER
    assert session.turns[-1].text not in truths


@pytest.mark.parametrize("said", NOTHING_OWED)
def test_a_question_in_a_story_is_owed_nothing(said: str) -> None:
    assert owed_a_truth(said) is None


def test_what_is_asked_alone_is_no_answer() -> None:
    assert owed_a_truth("Are you an AI?") is Intent.HUMAN
    session = Rehearsal()

    session.say("Are you an AI?")

    assert TurnKind.ANSWER not in {turn.kind for turn in session.turns}
