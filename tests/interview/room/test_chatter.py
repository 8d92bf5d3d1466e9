"""Chat, a nod, keys pressed or another language is no answer: it uses up no follow-up."""

import time

import pytest

from chassis.hearing.mashed import is_mashed, is_surely_mashed
from contracts.interview import Mode, QuestionKind, TurnKind
from services.interview.rules.phrases import phrases
from services.interview.rules.room.chatter import Chatter, chatter_in
from tests.interview.build import Rehearsal, a_plan

CHATTER = {
    Chatter.NOD: [
        "Mm-hm.",
        "Okay, so...",
        "Uh huh",
        "Right you are, off you go.",
        "Now then.",
        "Sure, shoot.",
        "kk",
    ],
    Chatter.CHAT: [
        "Hahaha, brilliant question!",
        "Thanks ever so much, pet.",
        "You remind me of my aunt.",
        "It's tipping down outside.",
        "What a glorious morning!",
        "I like this interview, by the way.",
    ],
    Chatter.PASTIME: [
        "Knock, knock. Who's there? Olive. Olive who?",
        "Did you watch the derby on Sunday? What a goal!",
    ],
    Chatter.HARD: [
        "That's a tricky one, mate.",
        "Ooh, hard question, that.",
        "Where do I even start?",
    ],
    Chatter.PRESENT: ["Anybody there?", "hello??", "Can you still read me?", "Is this thing on?"],
    Chatter.ANNOYED: ["This is a total waste of my time.", "These questions are stupid."],
    Chatter.ABUSE: ["You're an absolute pillock.", "Shut it, you daft machine!", "bugger off"],
    Chatter.UNREAD: ["sdkfjhg", "lkjhg poiuy mnbvc", "wwwww qq", "blah blah blah", "🙃🙃", "?!"],
    Chatter.SILENT: ["...", "… …"],
    Chatter.BARE: ["Yeah.", "Maybe, I suppose.", "Kind of", "Aye, I did.", "It depends."],
    Chatter.NO: ["Nah, not really.", "Probably not.", "Not that I can think of."],
    Chatter.ASKING: ["Who won the election?", "Which one?"],
    Chatter.ELSEWHERE: [
        "Chop two onions, fry them in butter, then add the rice and simmer it.",
        "Call now! Visit our shop for the best sofas in town.",
        "You have been selected! Click here to claim your voucher.",
        "What's your favourite film?",
        "Tell me a funny story.",
    ],
    Chatter.FOREIGN: [
        "Ich habe mit meinem Chef die Schichten neu geplant.",
        "Nous avons changé le planning avec les clients.",
        "En mi trabajo yo organicé los pedidos para la cocina.",
        "W mojej pracy to ja układałem grafik na zmiany.",
        "Ho lavorato in una cucina con il mio capo.",
        "Я работала в больнице пять лет.",
        "Siempre organicé los turnos, la cocina y también pedidos difíciles.",
        "no entiendo",
        "Keine Ahnung.",
    ],
}
TOLD = [
    "Ha, good one. I once rang every supplier on the list.",
    "Lovely weather here. We had a flood at the depot, so I moved the pallets.",
    "Are you still there? I rewired the panel myself.",
    "Das ist gut. I run the shop of Müller & Söhne in Köln and sort the returns.",
    "As they say, c'est la vie: the client left, and I rang the others.",
    "Nice one. Pump broke, fitter came, line ran.",
    "Lovely weather today. Pump broke, fitter came, line ran.",
    "Head baker, Café Zoë, Zürich.",
    "Pump broke. Change seal.",
    "Mix the mortar, pour the slab, level it.",
    "It was pouring and the trench flooded.",
    "We won the league, and I coached the keepers.",
    "I like the way you treat your animals.",
    "You are the best bakery in town.",
    "You sound like an employer who cares.",
    "It's boring there.",
    "You look at the gauge and then you open the valve.",
    "“You're useless,” he said.",
    "CNC milling",
    "dbs check",
    "mysql",
    "Half an hour a day.",
    "Nobody.",
    "Gave 20% off, sales doubled.",
    "I wrote the advert: buy one, get one free, click here.",
    "Property law, mostly.",
    "Met van driver, fixed door.",
    "No crème brûlée, de facto head of the sauce.",
    "Was it the depot in Hull? I think it was.",
]


@pytest.mark.parametrize(
    ("kind", "said"), [(k, text) for k, texts in CHATTER.items() for text in texts]
)
def test_what_tells_nothing_is_heard_for_what_it_is(kind: Chatter, said: str) -> None:
    assert chatter_in(said) is kind


@pytest.mark.parametrize("said", TOLD)
def test_what_tells_anything_is_an_answer(said: str) -> None:
    assert chatter_in(said) is None


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize(
    ("said", "in_return"),
    [
        ("mm hm", "nod"),
        ("haha, nice one", "chat"),
        ("That's a tough one.", "hard"),
        ("Are you there?", "present"),
        ("lkjhg sdkfj", "unread"),
        ("Ich habe das mit meinem Chef gemacht.", "foreign"),
    ],
)
def test_it_gets_a_friendly_line_and_the_question_stays(
    mode: Mode, said: str, in_return: str
) -> None:
    session = Rehearsal(mode=mode)
    question = session.turns[-1].text

    reply = session.say(said)

    assert session.turns[-2].kind is TurnKind.REQUEST
    assert reply.text.startswith(phrases().reply[in_return])
    assert question in reply.text
    assert phrases().reply["way_out"] not in reply.text


def test_the_second_time_in_a_row_the_ways_out_are_named() -> None:
    session = Rehearsal()
    session.say("haha")

    assert session.say("asdfgh").text.endswith(phrases().reply["way_out"])


def test_after_an_answer_the_count_begins_anew() -> None:
    session = Rehearsal()
    session.say("haha")
    assert session.say("I rewrote the import on my own.").kind is TurnKind.PROBE

    assert phrases().reply["way_out"] not in session.say("mm hm").text


@pytest.mark.parametrize("said", ["Yes.", "maybe", "Yeah, I did."])
def test_a_bare_yes_is_asked_for_the_occasion(said: str) -> None:
    plan = a_plan()
    first = next(q for q in plan.questions if q.kind is QuestionKind.BEHAVIOURAL)
    session = Rehearsal(plan.model_copy(update={"questions": (first,)}))

    assert session.say(said).text.startswith(phrases().clarify[QuestionKind.BEHAVIOURAL])
    assert session.turns[-2].kind is TurnKind.REQUEST


def test_a_bare_yes_answers_what_yes_may_be_said_to() -> None:
    plan = a_plan()
    first = plan.questions[0].model_copy(update={"text": "Have you led a team?", "texts": ()})
    session = Rehearsal(plan.model_copy(update={"questions": (first,)}))

    assert session.say("Yes.").kind is TurnKind.PROBE


def test_a_bare_no_in_more_words_is_asked_once_for_what_comes_near() -> None:
    session = Rehearsal()

    assert session.say("Nah, not really.").text == phrases().reply["unknown"]
    assert session.turns[-2].kind is TurnKind.ANSWER


def test_dots_are_given_time() -> None:
    assert Rehearsal(mode=Mode.PRACTICE).say("...").text == phrases().reply["thinking"]
    assert Rehearsal(mode=Mode.LIVE).say("...").text == phrases().reply["thinking_live"]


def test_abuse_in_practice_is_left_aside_and_never_called_taken() -> None:
    session = Rehearsal(mode=Mode.PRACTICE)

    reply = session.say("You're a useless heap of scrap.")

    assert reply.kind is TurnKind.BETWEEN
    assert reply.text.startswith(phrases().reply["elsewhere"])


def test_at_the_stop_after_a_question_chat_leaves_the_choice_open() -> None:
    session = Rehearsal(mode=Mode.PRACTICE)
    while session.turns[-1].kind is not TurnKind.BETWEEN:
        session.say(f"I rewrote the import, number {len(session.turns)}.")

    assert session.say("Lovely weather today.").text.endswith(phrases().reply["choose"])
    assert session.say("It depends.").text == phrases().reply["choose"]


def test_a_recipe_may_answer_a_question_of_the_kitchen() -> None:
    plan = a_plan()
    update = {"text": "Tell me about a menu that you wrote.", "texts": ()}
    first = plan.questions[0].model_copy(update=update)
    session = Rehearsal(plan.model_copy(update={"questions": (first,)}))

    session.say("Chop two onions, fry them in butter, then add the rice and simmer it.")

    assert session.turns[-2].kind is TurnKind.ANSWER


def test_a_follow_up_answered_with_the_same_words_is_told_so_once() -> None:
    session = Rehearsal()
    same = "I rewrote the import on my own."
    asked = session.say(same)

    assert session.say(same).text.startswith(phrases().reply["same"])
    assert asked.text in session.turns[-1].text
    assert session.say(same).kind is not TurnKind.CLARIFICATION


def test_keys_side_by_side_are_pressed_and_short_names_are_not() -> None:
    assert is_mashed("lkjh poiu")
    assert not is_mashed("property liberty")
    assert not is_surely_mashed("CNC milling")


@pytest.mark.parametrize(
    "part", ["a", "ha ", "m", "you are so ", "und ", "? ", "whisk, ", "it’s hot "]
)
def test_a_long_text_is_read_in_no_time(part: str) -> None:
    text = (part * 40_000)[:40_000]
    chatter_in(part)
    began = time.perf_counter()

    chatter_in(text)

    assert time.perf_counter() - began < 0.3
