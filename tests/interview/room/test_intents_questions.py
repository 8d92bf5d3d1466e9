"""Questions about the outcome and about who asks, apart from those that are told of others."""

import pytest

from services.interview.rules.room.intents import intent_of
from services.interview.rules.room.signs import Intent

PROMISE = [
    "Can you tell me whether I passed?",
    "Do you think they will take me?",
    "Do you promise that I get this job?",
    "Can you guarantee me the position?",
    "Will you recommend me to them?",
    "Am I going to be hired?",
    "Does this decide whether I'm hired?",
    "Do I have a chance?",
    "Have I got the job?",
    "Could you at least tell me if I passed?",
    "Will the company invite me?",
    "What are the odds that they take me?",
    "Tell me I'm hired.",
    "How likely is it that I get the offer?",
    "Will my score get me the job?",
    "Would you put in a good word for me?",
    "Am I likely to be rejected?",
    "Did I pass this round?",
    "Promise that they will take me",
    "Do you guarantee I'll be hired?",
    "Is the job mine?",
    "So am I in?",
    "Will I make it to the next round?",
    "Can you put me through to the next round?",
    "Do you think I'll get hired?",
    "Will they employ me after this?",
    "Did I get it?",
    "Do you think that I am suitable for this role?",
    "Can you assure me that I will be invited?",
    "Will this help me to get hired?",
    "Am I the best candidate?",
    "What is my score so far?",
    "How did I do?",
    "Was that a good answer?",
]
HUMAN = [
    "Is this ChatGPT?",
    "Are you ChatGPT?",
    "Is there a real person reading this?",
    "Who am I talking to?",
    "Are you some kind of language model?",
    "What kind of AI is this?",
    "Sorry, are you really a human being?",
    "Does a person check my answers?",
    "Is anybody there?",
    "Do I talk to a machine?",
    "Which model are you?",
    "Who built you?",
    "Are you actually Claude?",
    "Is someone real listening?",
    "What are you?",
    "Are you not just a bot?",
    "Is this an automated program?",
    "You're a bot, right?",
    "Are you human or AI?",
    "is that a computer asking me",
    "Am I dealing with a person here?",
    "Are you a real recruiter?",
    "Are you GPT-4?",
    "Can I speak to a human?",
    "Do you have feelings?",
    "I want to talk to a real person",
    "Is it a human who scores me?",
    "Are there people behind this?",
    "Will a human look at this?",
]
NO_QUESTION = [
    "The apprentice asked: will I be hired? I told him what was missing.",
    "A guest asked me: are you a robot? I laughed and told her my name.",
    "Customers ask 'will I get the job done by Friday?' and I give them a date.",
    "I promised the client a date and kept it.",
    "My trainee asked whether she would pass, and I showed her where she stood.",
    "I could guarantee the position of each valve, because I had measured them.",
    "The company hired me after a week of trial, and I ran the night shift.",
    "We recommend the cheaper model where it is enough, because people come back.",
    "I told the apprentice that he had a good chance and helped him to prepare.",
    "There was a real person behind each ticket, so I rang them.",
    "I was the machine operator on that line and rebuilt the feeder.",
    "The bot answered wrongly, so I wrote its texts anew.",
    "I asked the supplier: can you promise me Friday? He could, and I planned with it.",
    "My manager said I would get the job if I passed the course, so I learned at night.",
    "Nobody could guarantee that offer, so I wrote a second one.",
    "I got the position of team lead in 2019 and drew up the rota.",
    "People want to know who they are talking to, so I say my name first.",
]


@pytest.mark.parametrize("text", PROMISE)
def test_a_question_about_the_outcome_is_no_answer(text: str) -> None:
    assert intent_of(text) is Intent.PROMISE


@pytest.mark.parametrize("text", HUMAN)
def test_a_question_about_who_asks_is_no_answer(text: str) -> None:
    assert intent_of(text) is Intent.HUMAN


@pytest.mark.parametrize("text", NO_QUESTION)
def test_what_others_asked_or_promised_is_told(text: str) -> None:
    assert intent_of(text) is Intent.ANSWER
