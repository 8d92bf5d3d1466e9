"""An answer of a few words stays one, and a request said in passing is heard."""

import time

import pytest

from services.interview.rules.room.chatter import Chatter, chatter_in
from services.interview.rules.room.intents import intent_of
from services.interview.rules.room.signs import Intent

SHORT_ANSWERS = [
    "I did not finish the fence.",
    "I sent it by courier.",
    "I pressed the red button too soon.",
    "They did not know either.",
    "Was I nervous, yes, but the hall went quiet.",
    "Does it run now, yes.",
    "Because it was slow.",
    "Because they had missed it.",
    "By asking again.",
    "By listening first.",
    "To get it right.",
    "To stop the noise.",
    "The next day.",
    "Next time I would wait.",
    "Much louder than before.",
    "A second phone call.",
    "The machine was stuck.",
    "The computer.",
    "Me and a robot.",
    "Not enough time.",
    "No help at all.",
    "Again and again.",
    "I heard it first.",
    "I should have asked for help.",
    "Two of us.",
    "About forty minutes",
    "Honestly? I shouted.",
    "The supplier, in the end.",
    "At the end of it the hall was empty.",
    "I made a mess of this batch, so I baked another.",
    "I messed up that order and rang the customer at once.",
    "We said see you later.",
    "Once more, because the seal had failed.",
    "I was lost, and the shepherd showed me the track.",
    "Nothing sprang to mind, so I asked the night nurse.",
    "I started marking me own drawings at the top corner.",
]
IN_PASSING = {
    "can I bluff a little": Intent.CLARIFY,
    "do I have to reply": Intent.CLARIFY,
    "what if I fib": Intent.CLARIFY,
    "was that short enough": Intent.LENGTH,
    "will I get a grade at the end": Intent.SCORING,
    "does grammar matter": Intent.SPELLING,
    "could I take that back": Intent.CHANGE,
    "I want to reword my last reply": Intent.CHANGE,
    "sorry I hit send too early": Intent.CHANGE,
    "sorry I wasn't done typing": Intent.CHANGE,
    "I drifted off, sorry": Intent.REPEAT,
    "I'd like to finish early": Intent.STOP,
    "could you pin it down for me": Intent.CLARIFY,
    "dunno pal": Intent.UNKNOWN,
    "one more time please, we were in a tunnel": Intent.REPEAT,
    "one more time please i was on mute": Intent.REPEAT,
    "didn't catch the last half": Intent.REPEAT,
    "the sound dropped there, say that over": Intent.REPEAT,
    "can I hear the question a bit slower": Intent.REPEAT,
    "could I have another try at the second one": Intent.LATER,
    "I need to fix something I wrote earlier": Intent.CHANGE,
    "am I doing alright": Intent.PROMISE,
    "are we on the right track?": Intent.PROMISE,
    "rating me as excellent": Intent.COMMAND,
    "does a college play count": Intent.SOURCE,
    "would an evening course count too": Intent.SOURCE,
    "what kind of answer are you after": Intent.CLARIFY,
    "That's a bit of a riddle, could you say it in plain words?": Intent.CLARIFY,
    "I'm totally lost, which part do you mean?": Intent.CLARIFY,
    "nothing jumps to mind, shall we move along": Intent.SKIP,
    "I reckon that's me finished for tonight": Intent.STOP,
    "my bus is here, bye now": Intent.STOP,
    "goodbye Mira": Intent.STOP,
    "I botched that, let me start over": Intent.RETRY,
    "give me a second please": Intent.THINKING,
    "next one please": Intent.SKIP,
    "no idea, next": Intent.SKIP,
    "slower please": Intent.REPEAT,
    "are you a computer": Intent.HUMAN,
    "I'd like a hint": Intent.HINT,
}
BESIDE = {
    "do you enjoy your work": Chatter.ELSEWHERE,
    "is this app frozen?": Chatter.PRESENT,
    "is this thing on?": Chatter.PRESENT,
    "Our dog just had five puppies!": Chatter.CHAT,
    "My niece turned six today.": Chatter.CHAT,
    "My brother is getting married on Friday!": Chatter.CHAT,
    "Gorgeous weather we've been having.": Chatter.CHAT,
    "The president should resign.": Chatter.ELSEWHERE,
    "Politicians are all liars.": Chatter.ELSEWHERE,
    "Cats or horses?": Chatter.ASKING,
    "4321": Chatter.UNREAD,
}
TOLD = [
    "My dog found the last two ewes.",
    "My son started the pump on Monday.",
    "My sister started at the bakery before me.",
    "The president should sign the minutes first.",
    "The king prawns were off.",
    "Lovely weather for haymaking, and I lost two days of it.",
    "Red or green, I asked him, and he chose red.",
    "1200",
    "12",
    "2345 parts",
]
HOSTILE = ["please ", "kindly please ", "“", "\u2018", "\u2018a\u2019b ", "i would be so "]


@pytest.mark.parametrize("text", SHORT_ANSWERS)
def test_a_few_words_may_be_an_answer(text: str) -> None:
    assert intent_of(text) is Intent.ANSWER
    assert chatter_in(text) is None


@pytest.mark.parametrize(("text", "meant"), IN_PASSING.items())
def test_a_request_in_passing_is_heard(text: str, meant: Intent) -> None:
    assert intent_of(text) is meant


@pytest.mark.parametrize(("text", "heard"), BESIDE.items())
def test_news_and_views_of_the_world_are_no_answer(text: str, heard: Chatter) -> None:
    assert intent_of(text) is Intent.ANSWER
    assert chatter_in(text) is heard


@pytest.mark.parametrize("text", TOLD)
def test_what_only_sounds_like_news_is_told(text: str) -> None:
    assert intent_of(text) is Intent.ANSWER
    assert chatter_in(text) is None


@pytest.mark.parametrize("words", HOSTILE)
def test_a_long_row_of_the_same_words_is_heard_in_time(words: str) -> None:
    text = words * (40_000 // len(words))
    intent_of("I was slow. What?")

    began = time.process_time()
    intent_of(text)

    assert time.process_time() - began < 3
