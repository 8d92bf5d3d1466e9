"""Results, steps and rules of work as plain people tell them: by two numbers, in a dialect, in the
order of the steps, by what they never do; and what only looks so.
"""

import pytest

from contracts.evidence import EvidenceType as E
from tests.feedback.build import a_report, heard

DID = "I put a rail along the loading dock. "
SET_AGAINST = [
    "One dented drum a week now; it was seven before.",
    "One dented drum a week now, before it was one a day.",
    "A drum a month gets dented now, it was three a week.",
    "Two dented drums a month, it was eleven when I came.",
    "A dented drum a day then, hardly one a month now.",
    "It is down to three badly dented drums now from eleven.",
    "Four dented drums last winter against nineteen the year before.",
]
ACROSS = [
    "Before that there were four dented drums a month. Since then, none.",
    "Drums used to fall twice a day. Now it's once a week.",
    "Nobody waits more than ten minutes at the dock now. It was an hour when I came.",
]
NOT_SET_AGAINST = [
    "One lad came by, it was six o’clock.",
    "No, it was two of them.",
    "There are nine drivers and one was new.",
    "We open at seven now, and the others open at eight.",
]
DEEDS = [
    "I says to the foreman, give me the hose.",
    "I goes and strips the pump on the bench.",
    "I goes down the cellar and the valve was shut.",
    "I give her the spare key and told her the code.",
    "So I'm stood there and I say to the lad, hold her arm, and I pull the plug.",
    "First I salt the hides, then I fold them for the cart.",
    "I prune the old wood first, then the young.",
    "I never pour lime putty when there’s frost about.",
    "I never hang lining paper on fresh plaster.",
    "I don't let a chair leave the shop without a second coat.",
    "I won’t sign a boiler off unless the flame is blue.",
]
NO_DEEDS = [
    "I never saw a plan in that office.",
    "I never had any training on the job.",
    "I don't know the price without my book.",
    "I don’t mind the rain in winter.",
    "I never give up on people.",
    "I won't let him in the house.",
    "I never missed a day because of snow.",
    "I like dogs and trained as a clerk.",
    "First I was scared, then I got used to it.",
    "I feel sad first, then I get up.",
    "Me and him was stood there with the boiler dead.",
    "I was going to say I led the move, but Ines led it.",
]
NO_TRADE_OFFS = [
    "I moved the razors behind the till and put the mirrors up.",
    "I kept the old till and painted the counter.",
    "I put the sweets by our till and kept the crisps at the back.",
]
TOLD = [
    "I got my English degree from Leeds and then I taught the night class.",
    "My English teacher left, so I wrote the play for them.",
    "He couldn't picture it, so I drew it him on a plank.",
]
REMARKS = ["Sorry, my English is not so good.", "I worked on my spoken English, please excuse it."]


@pytest.mark.parametrize("told", SET_AGAINST)
def test_a_number_of_now_beside_one_of_before_is_a_measured_result(told: str) -> None:
    found = heard(DID + told)

    assert any(quote in DID + told and quote[:3] in told for quote in found[E.MEASURE])
    assert E.RESULT in found


@pytest.mark.parametrize("told", ACROSS)
def test_two_sentences_that_set_numbers_against_each_other_tell_a_result(told: str) -> None:
    found = heard(DID + told)

    assert E.MEASURE in found
    assert E.RESULT in found


@pytest.mark.parametrize("told", NOT_SET_AGAINST)
def test_two_numbers_of_different_things_measure_nothing(told: str) -> None:
    assert E.MEASURE not in heard(DID + told)


@pytest.mark.parametrize("told", DEEDS)
def test_a_deed_is_heard_in_a_dialect_step_by_step_or_as_what_is_never_done(told: str) -> None:
    assert E.OWN_ACTION in heard(told)


@pytest.mark.parametrize("told", NO_DEEDS)
def test_what_only_has_such_a_form_is_no_deed(told: str) -> None:
    assert E.OWN_ACTION not in heard(told)


@pytest.mark.parametrize("told", NO_TRADE_OFFS)
def test_a_till_is_no_time_to_which_something_is_put_off(told: str) -> None:
    assert E.TRADE_OFF not in heard(told)


def test_what_is_moved_till_a_day_is_still_a_trade_off() -> None:
    assert E.TRADE_OFF in heard("I moved the painting till Friday so that the pump came first.")


@pytest.mark.parametrize("told", TOLD)
def test_a_story_with_the_name_of_a_language_is_no_remark_about_speaking_it(told: str) -> None:
    assert E.OWN_ACTION in heard(told)


@pytest.mark.parametrize("told", REMARKS)
def test_a_word_about_ones_own_english_tells_nothing(told: str) -> None:
    assert heard(told) == {}


def test_what_is_never_done_beside_a_story_takes_no_ending_from_it() -> None:
    told = (
        "In May the chapel wall was wet. I raked the joints and filled them with lime. "
        "The wall dried by June. I never put gypsum on wet stone."
    )
    cell = a_report(told).scorecard.cells[0]

    assert any(one.type is E.RESULT and "dried" in one.span.quote for one in cell.evidence)
