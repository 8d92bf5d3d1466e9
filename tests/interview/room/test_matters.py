"""Questions about the interview itself get a short true answer, and the question stays open."""

import pytest

from contracts.interview import Mode, TurnKind
from services.interview.rules.phrases import phrases
from services.interview.rules.room.intents import intent_of
from services.interview.rules.room.signs import Intent
from tests.interview.build import Rehearsal
from tests.interview.candidates import STRONG

ASKED = {
    Intent.EMPLOYER: [
        "What does the company pay?",
        "what's the salary",
        "What are the working hours for this job?",
        "Who is the employer?",
        "When would I start?",
    ],
    Intent.LENGTH: [
        "How long should my answer be?",
        "Should I write a whole page or only a few lines?",
        "Is there a maximum number of words?",
        "Would one or two sentences be enough?",
        "May I answer in bullet points?",
        "Should I keep it short?",
    ],
    Intent.LATER: [
        "Can I come back to this later?",
        "Is it possible to return to this question at the end?",
        "Could we go back to the previous question?",
        "Can I answer this one later?",
    ],
    Intent.SOURCE: [
        "Does voluntary work count?",
        "May I tell something from school?",
        "May I tell something from home?",
        "Can I use something that happened during my parental leave?",
        "Is an example from my football club all right?",
        "Does it have to be from a paid job?",
    ],
    Intent.NAMES: [
        "Do I need to give names?",
        "Should I say which company it was?",
        "Am I allowed to mention my client by name?",
        "Should I leave out the names?",
    ],
    Intent.NOTES: [
        "Can I use notes?",
        "May I look something up while I write?",
        "Am I allowed to read from my notes?",
        "Can I have a look at my CV?",
    ],
    Intent.SCORING: [
        "How am I scored?",
        "How are the answers judged?",
        "By which criteria do you rate people?",
        "Tell me how the grading works",
        "Could you tell me how I am marked?",
    ],
    Intent.SPELLING: [
        "Do spelling mistakes count?",
        "Are you judging my English?",
        "I make lots of typos, does that matter?",
        "Sorry about my English",
        "Will my grammar be marked?",
    ],
    Intent.ENDING: [
        "What happens at the end?",
        "What comes after the last question?",
        "When do I get the feedback?",
        "Will there be a report?",
    ],
    Intent.CHANGE: [
        "Can I change my answer?",
        "Delete my last answer",
        "scratch that answer",
        "I'd like to correct what I wrote before",
        "Could you remove the last sentence?",
    ],
    Intent.WHY: [
        "Why do you ask that?",
        "What's the point of this question?",
        "Why do you want to know?",
        "What does that have to do with the job?",
    ],
    Intent.VERDICT: [
        "What was wrong with it?",
        "How could I have done better there?",
        "Was anything missing?",
        "Any feedback on that?",
    ],
    Intent.LANGUAGE: [
        "Can I answer in another language?",
        "Would it be OK to reply in Polish?",
        "Puedo contestar en español?",
    ],
    Intent.RECORD: [
        "What are you going to do with my answers?",
        "Who sees this?",
        "Is this recorded?",
        "What will you do with what I write?",
    ],
    Intent.PAUSE: [
        "I have to go to the loo",
        "need a drink of water",
        "kid is crying, one sec",
        "sorry, gotta feed the cat real quick",
        "Hang on, the baby just woke up",
        "I need to take my tablets first",
        "quick coffee break please",
    ],
    Intent.REPEAT: ["Sorry?", "Excuse me?", "Sorry. Could you read that again?"],
    Intent.CLARIFY: [
        "simpler please",
        "rephrase",
        "say it in other words",
        "I don't understand the question",
        "Could you word that differently?",
        "too complicated, make it easier to understand",
    ],
}
ANSWERS = [
    "Holiday pay was wrong for six of them, and I found out why.",
    "The hours were long, so I shared out the late shifts.",
    "I asked what the client would pay, and wrote the offer.",
    "We had to speak Polish with the drivers, so I learned the words.",
    "I count how many mistakes each batch has.",
    "Spelling matters in my trade: one letter and the sign is scrap.",
    "My notes were wrong, so I phoned the ward again.",
    "I never use notes when I present.",
    "I deleted the wrong answer in the exam sheet and told the teacher.",
    "Scratch that. It was forty crates, not fifty.",
    "The customer wanted to change her answer on the form.",
    "Names and dates: that is what I write down first.",
    "I was scored on calls per hour, and I asked for another measure.",
    "Why? Because the old pump was too loud.",
    "I rewrote the report in simpler words for the tenants.",
    "I went back to the previous supplier, because his parts held.",
    "I had to go to the toilet block every hour to check the pumps.",
    "The baby was crying, so I warmed the bottle and sang.",
    "I have a daughter and a dog.",
    "I gave them the feedback at the end of each week.",
    "At the end I handed over the keys.",
    "It was at school that I learned to solder.",
    "Ready meals were my section, and I cut the waste by a third.",
    "I carried on with the harvest although it rained.",
]
GOES_ON = [
    "Yes, carry on",
    "ok",
    "go on",
    "continue",
    "ready",
    "sure, let's go",
    "yep, let's do the next one",
    "alright, move along",
    "next",
]
MATTERS = {meant: texts for meant, texts in ASKED.items() if meant is not Intent.PAUSE}


def after_an_answer(mode: Mode = Mode.PRACTICE) -> Rehearsal:
    session = Rehearsal(mode=mode)
    session.say(STRONG[0])
    return session


@pytest.mark.parametrize(
    ("meant", "text"), [(intent, text) for intent, texts in ASKED.items() for text in texts]
)
def test_what_is_asked_about_the_interview_is_heard(meant: Intent, text: str) -> None:
    assert intent_of(text) is meant


@pytest.mark.parametrize("text", ANSWERS)
def test_what_only_names_the_same_things_is_an_answer(text: str) -> None:
    assert intent_of(text) is Intent.ANSWER


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("text", [texts[0] for texts in MATTERS.values()])
def test_the_question_stays_open_and_nothing_is_scored(text: str, mode: Mode) -> None:
    session = Rehearsal(mode=mode)
    question = session.turns[-1].text

    reply = session.say(text)

    assert [session.turns[-2].kind, reply.kind] == [TurnKind.REQUEST, TurnKind.CLARIFICATION]
    assert question in reply.text


def test_asked_why_it_says_the_reason_that_the_plan_has() -> None:
    session = Rehearsal()

    assert session.plan.questions[0].because in session.say("Why do you ask that?").text


def test_a_live_clock_is_named_where_notes_are_looked_at() -> None:
    assert "clock" in Rehearsal(mode=Mode.LIVE).say("Can I use notes?").text
    assert "clock" not in Rehearsal(mode=Mode.PRACTICE).say("Can I use notes?").text


def test_in_practice_a_sent_answer_can_be_told_anew() -> None:
    assert "Say again" in after_an_answer().say("Delete my last answer").text


def test_in_live_a_sent_answer_stays_and_is_put_right_in_words() -> None:
    reply = after_an_answer(Mode.LIVE).say("Delete my last answer").text

    assert "does not come back" in reply
    assert "Say again" not in reply


def test_who_wants_to_redo_the_last_one_is_asked_it_again_in_practice() -> None:
    assert after_an_answer().say("I want to redo the last one").kind is TurnKind.RETRY


def test_who_wants_to_redo_what_is_behind_is_told_that_it_does_not_come_back() -> None:
    session = after_an_answer()
    session.say("next")

    assert phrases().reply["later"] in session.say("I want to redo the last one").text


@pytest.mark.parametrize("text", GOES_ON)
@pytest.mark.parametrize("beside", [None, "Why do you ask that?", "What was wrong with it?"])
def test_after_an_answer_in_practice_whoever_goes_on_is_asked_the_next_question(
    text: str, beside: str | None
) -> None:
    session = after_an_answer()
    if beside:
        session.say(beside)

    assert session.say(text).kind is TurnKind.QUESTION


@pytest.mark.parametrize("text", ["asdkjfh", "xcvbnm qwrtp", "thank you so much", "haha"])
def test_after_an_answer_what_holds_no_words_is_not_taken_as_more_of_it(text: str) -> None:
    session = after_an_answer()

    reply = session.say(text)

    assert session.turns[-2].kind is TurnKind.REQUEST
    assert phrases().reply["unread"] in reply.text
    assert phrases().reply["choose"] in reply.text


@pytest.mark.parametrize("text", ["It was in 2019.", "SQL", "The crew liked it, too."])
def test_after_an_answer_what_is_told_beside_is_taken(text: str) -> None:
    session = after_an_answer()

    session.say(text)

    assert session.turns[-2].kind is TurnKind.ANSWER


def test_who_does_not_understand_is_told_in_other_words_each_time() -> None:
    session = Rehearsal()

    said = [session.say("I don't understand the question").text for _ in range(3)]

    assert len(set(said)) == 3
    assert phrases().clarify[session.plan.questions[0].kind] in said[0]
    assert phrases().plainly[session.plan.questions[0].kind] in said[1]
    assert "say skip" in said[2]


def test_a_hard_wording_is_said_in_its_simplest_form() -> None:
    session = after_an_answer()
    session.say("next")
    question = session.plan.questions[1]
    session.say("rephrase")

    assert question.texts[0] != session.turns[-3].text
    assert question.texts[0] in session.say("simpler please").text


def test_asked_what_a_follow_up_means_it_says_what_it_asks_for() -> None:
    session = Rehearsal()
    session.say("fine")

    assert phrases().meant["situation"] in session.say("What do you mean?").text
