"""Who asks beside an answer whom they talk to is told the truth, and the answer stands."""

import pytest

from contracts.interview import Mode, TurnKind
from services.interview.rules.phrases import phrases
from services.interview.rules.room.owed import truths_owed
from services.interview.rules.room.signs import Intent
from tests.interview.build import Rehearsal

DEED = "In 2019 I moved the fish section to the mornings, and waste fell from 12 % to 5 %."
OWED = [
    (f"Are you an AI? Also: {DEED[0].lower()}{DEED[1:]}", "human"),
    (f"{DEED} Are you a real person?", "human"),
    (f"{DEED} Will I get the job?", "promise"),
    (f"Is this recorded? {DEED}", "record"),
    # Who sees it, what is scored, and what is learned from it.
    (f"{DEED} Who reads this?", "record"),
    (f"{DEED} Does my boss get a copy of this?", "record"),
    (f"Will my employer see this? {DEED}", "record"),
    (f"Are you scoring me? {DEED}", "scoring"),
    (f"{DEED} Are you marking me on this?", "scoring"),
    (f"{DEED} Am I being graded here?", "scoring"),
    (f"{DEED} Do you learn from what I say?", "training"),
    # With words around it, in between, without a mark, or as a part of a sentence.
    (f"{DEED} Is this being recorded, by the way?", "record"),
    (f"By the way, who reads this? {DEED}", "record"),
    (f"I ran the counter. Will anybody else see what I type? {DEED}", "record"),
    (f"{DEED} are you a real person", "human"),
    (f"Do I get a grade for this, and I should say that the plan was mine. {DEED}", "scoring"),
    (f"{DEED[:-1]}, and will my boss hear of this?", "record"),
    (f"{DEED[:-1]} - are you even a person?", "human"),
    (f"{DEED} We had no waste on two days in the week after that, is this being kept?", "record"),
]
NOTHING_OWED = [
    f"{DEED} The guest asked “are you a robot?” and left.",
    f"I asked the porter: are you new here? {DEED}",
    f"{DEED} Was it enough? It was.",
    "The auditor asked whether the calls were recorded. I showed him the tapes.",
    f"The inspector asked one thing. Is this recorded? I showed him the book. {DEED}",
    f"Who reads a rota? Nobody, so I put it on the door. {DEED}",
    f"Is the machine on? That is what I check first. {DEED}",
    f"Is it safe? Is it clean? I go round with those two. {DEED}",
    f"Will I get the job, I wondered, and went in. {DEED}",
    f"Are you a robot? he asked. {DEED}",
    f"{DEED} Did my boss get the list? Not before noon.",
    f"{DEED} My boss will see this as a mistake.",
    f"Who keeps the keys? Whoever opens keeps them. {DEED}",
    f"What happens to the waste? We sell it as feed. {DEED}",
    f"Would you trust a new scale? I did not. {DEED}",
    f"I kept asking myself, am I being judged here? {DEED}",
    f"Would you trust a machine with dough? Most of them tear it. {DEED}",
    f"How do you judge bread? By its crust. {DEED}",
    f"Who are you? That is what the guard asked. {DEED}",
    f"Do you record it? That was the question. {DEED}",
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
    assert truths_owed(said) == ()


def test_of_two_questions_both_are_answered_in_order_and_each_once() -> None:
    said = f"Are you an AI? Who reads this? {DEED} And are you a robot?"

    assert truths_owed(said) == (Intent.HUMAN, Intent.RECORD)


def test_what_is_asked_alone_is_no_answer() -> None:
    assert truths_owed("Are you an AI?") == (Intent.HUMAN,)
    session = Rehearsal()

    session.say("Are you an AI?")

    assert TurnKind.ANSWER not in {turn.kind for turn in session.turns}
