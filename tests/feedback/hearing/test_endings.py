"""The end of telling, a refusal and a paper that somebody holds are evidence of nothing."""

import pytest

from contracts.evidence import EvidenceType as E
from tests.feedback.build import a_report, heard

TOLD = (
    "In May the bakery lost its oven and I moved the dough to the school kitchen, because forty "
    "orders were due. All of them left on time."
)
NO_MORE = [
    "I know nothing more about that today.",
    "That is all I know about it now.",
    "I know that is all for now.",
    "Nothing else comes to mind today.",
    "I cannot add anything to that now.",
    "That is everything I can say about the roof these days.",
    "I have nothing to add on that today.",
    "I can think of nothing else now.",
    "I do not remember anything else about the crane today.",
    "There is nothing more I can tell about the ward now.",
]
REFUSED = [
    "I would rather not say more about that now.",
    "I do not want to talk about it any more.",
    "I’d prefer not to discuss this today.",
    "I will not go into that now.",
    "I refuse to answer that today.",
]
ON_PAPER = [
    "I hold a PMP certificate since 2020 and a master’s degree.",
    "I now have a forklift licence.",
    "Now I own a diploma in pastry.",
    "I still hold my crane operator ticket today.",
    "I possess a registration with the nursing council since 2018.",
    "I drive trams since 2015.",
]
LESSONS = [
    "I know now that a quiet kitchen bakes better bread.",
    "Since that day I carry a spare fuse in my coat.",
    "I learned that a certificate holds no ladder.",
    "These days I ask the porter before I move a bed.",
    "I never move dough without a thermometer now.",
]
STORIES = [
    "I knew nothing more than the name of the ship, so I called the harbour office.",
    "That was all I had, so I phoned the mill and asked for rye.",
    "She would rather not say why, so I wrote to her brother.",
]


@pytest.mark.parametrize("text", [*NO_MORE, *REFUSED])
def test_who_ends_or_refuses_telling_shows_nothing(text: str) -> None:
    assert heard(text) == {}


@pytest.mark.parametrize("text", [*NO_MORE, *REFUSED, *ON_PAPER])
def test_it_moves_no_level_and_stands_in_no_stronger_version(text: str) -> None:
    (alone,), (more,) = a_report(TOLD).questions, a_report(f"{TOLD} {text}").questions

    assert [one.evidence.type for one in more.what_landed] == [
        one.evidence.type for one in alone.what_landed
    ]
    assert more.stronger_version == alone.stronger_version


@pytest.mark.parametrize("text", ON_PAPER)
def test_a_paper_or_a_length_of_time_is_no_lesson(text: str) -> None:
    assert E.REFLECTION not in heard(text)


@pytest.mark.parametrize("text", LESSONS)
def test_a_lesson_stays_one(text: str) -> None:
    assert E.REFLECTION in heard(text)


@pytest.mark.parametrize("text", STORIES)
def test_a_story_in_which_no_more_was_known_goes_on(text: str) -> None:
    assert E.OWN_ACTION in heard(text)


def test_an_end_that_goes_on_to_tell_is_heard() -> None:
    assert E.REFLECTION in heard("That is all I know, but I learned that rye needs a cold night.")
