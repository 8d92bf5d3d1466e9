"""What counts as evidence, what only sounds like it, and that every quote is exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chassis.hearing.detectors import detect
from chassis.hearing.text import sentences
from contracts.evidence import EvidenceType as E
from contracts.interview import Speaker, TurnKind
from tests.feedback.build import heard
from tests.interview.build import a_turn
from tests.interview.candidates import STRONG, WEAK

SHOWN = {
    E.SITUATION: [
        "In 2019 the warehouse moved to another town.",
        "At my previous company two systems kept the same stock.",
        "Two years ago our supplier went out of business.",
        "When I joined, nobody answered the phone after five.",
        "There was a strike at the port.",
        "Our largest client was unhappy with the delays.",
    ],
    E.OWN_ACTION: [
        "I rewrote the report.",
        "I then called every customer on the list.",
        "So I personally drove to the site and checked the valves.",
        "I have built three such lines.",
        "I'd already asked the supplier for a date.",
        "First I mapped the process, then I cut two steps.",
    ],
    E.RESULT: [
        "As a result the team could go home on time.",
        "That led to a new contract.",
        "The release went live in May.",
        "The client renewed.",
        "It is still in use.",
        "Waiting times were halved.",
        "I called them back, and the complaints stopped.",
        "I changed the order of work, but we lost the client.",
    ],
    E.MEASURE: [
        "We cut the costs by 30%.",
        "The run went from 6 hours to 40 minutes.",
        "It saved €20,000 a year.",
        "I trained them, and errors fell by a third.",
        "The new line was 25% faster.",
        "Sales doubled.",
        "We reduced the queue to 4 people.",
        "We had zero incidents afterwards.",
        "It saved three hours a week.",
        "Uptime was 99.9% after that.",
    ],
    E.REASONING: [
        "I did it because the contract was about to end.",
        "I asked first, in order to find out who was affected.",
        "The reason was the price of the parts.",
        "I suspected the cache.",
        "I waited, since it could have been the weather.",
    ],
    E.TRADE_OFF: [
        "I bought the part instead of making it.",
        "The downside was the longer test.",
        "I weighed speed against safety.",
        "We gave up two features.",
        "I could have asked for more people.",
        "I compared the lease with a loan.",
    ],
    E.REFLECTION: [
        "I learned to ask earlier.",
        "Looking back, I was too quick.",
        "Next time I would begin with the users.",
        "It taught me patience.",
        "I would do it differently today.",
        "Since then I write things down.",
    ],
}

NOT_SHOWN = {
    E.SITUATION: [
        "I am good in every situation.",
        "If there was a conflict, I would talk to people.",
    ],
    E.OWN_ACTION: [
        "We rewrote the report.",
        "I would rewrite the report.",
        "I did not call anybody.",
        "I didn't build it.",
        "I wanted to lead the team.",
        "I was involved in the rebuild.",
        "I helped a bit.",
        "I tried.",
        "I usually checked the figures on Mondays.",
        "The report was rewritten.",
        "Have I built such a thing?",
        "I need more time and I am interested in it.",
        "I'd call them first.",
        "If I were in charge, I would have asked for help, fixed it and gone home.",
    ],
    E.RESULT: [
        "I wanted to reduce the costs.",
        "The goal was to have it improved by June.",
        "I would have improved it.",
        "Nothing improved.",
        "The release never went live.",
        "Sales dropped, and everybody was worried.",
        "I would call them, explain it and have improved the mood.",
    ],
    E.MEASURE: [
        "It was in 2021.",
        "We were a team of 12.",
        "I gave 110% every day.",
        "I am 100% sure.",
        "The target was to cut it by 30%.",
        "I would cut it by 30%.",
        "We wanted to save 20 hours.",
        "I have 7 years of experience.",
        "It did not fall by 10%.",
        "There were three teams.",
    ],
    E.TRADE_OFF: ["There was no alternative.", "It was the best way."],
    E.REFLECTION: ["I would not do anything differently.", "I am a quick learner."],
}


@pytest.mark.parametrize(
    ("kind", "text"), [(k, text) for k, texts in SHOWN.items() for text in texts]
)
def test_it_is_found(kind: E, text: str) -> None:
    assert kind in heard(text)


@pytest.mark.parametrize(
    ("kind", "text"), [(k, text) for k, texts in NOT_SHOWN.items() for text in texts]
)
def test_it_is_not_taken_for_it(kind: E, text: str) -> None:
    assert kind not in heard(text)


@pytest.mark.parametrize("text", STRONG)
def test_a_full_answer_shows_all_seven(text: str) -> None:
    assert set(heard(text)) == set(E)


@pytest.mark.parametrize("text", WEAK)
def test_fine_words_show_no_deed(text: str) -> None:
    assert not set(heard(text)) & {E.OWN_ACTION, E.RESULT, E.MEASURE}


def test_a_measure_is_quoted_to_the_end_of_its_clause() -> None:
    text = "We reduced incidents, after a hard start, by 40 % in every team, which was good."

    assert heard(text)[E.MEASURE] == [
        "We reduced incidents, after a hard start, by 40 % in every team"
    ]


@given(
    st.lists(st.sampled_from([s for texts in SHOWN.values() for s in texts]), max_size=8),
    st.text(max_size=40),
)
def test_every_quote_stands_where_it_says(parts: list[str], between: str) -> None:
    text = f"{between} ".join(parts)
    turn = a_turn(0, Speaker.CANDIDATE, TurnKind.ANSWER, text, "k1")

    for found in detect(sentences(turn)):
        quote = text[found.words.start : found.words.end]
        assert len(quote) == len(found.words.text)
        assert quote.strip() == quote != ""


def test_a_straight_and_a_curly_apostrophe_are_heard_alike() -> None:
    assert heard("I didn't build it. I've built it.") == {E.OWN_ACTION: ["I've built it."]}
    assert heard("I didn’t build it. I’ve built it.") == {E.OWN_ACTION: ["I’ve built it."]}


def test_what_sank_before_the_deed_is_the_situation_and_after_it_the_result() -> None:
    before = heard("Complaints fell by 10%. I called the depot.")
    after = heard("I called the depot. Complaints fell by 10%.")

    assert E.RESULT not in before
    assert E.RESULT in after
