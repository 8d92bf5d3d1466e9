"""What is asked and what is wished is read in running prose, of things that we do not know too."""

import pytest

from tests.documents.build import a_job

OPENING = "Gardener\n\nThe garden is old and the walls are warm. {}\n"


def asked(text: str) -> list[tuple[str, str]]:
    found = a_job(text).requirements
    return [(each.strength.value, each.span.quote) for each in found[1:]]


@pytest.mark.parametrize(
    "said",
    [
        "You have run a walled garden before",
        "You've kept bees through a hard winter",
        "You will have led a crew of your own",
        "That person holds a spraying certificate and has managed volunteers",
        "The gardener who joins us has pruned old fruit trees",
        "Whoever takes this on will have rebuilt dry walls",
        "We need someone who has grafted pears",
        "This is a job for a person who's used to steep ground",
        "We expect you to have laid hedges",
        "It is crucial that you have worked with volunteers",
        "The work calls for patience with children",
        "It takes a steady hand",
        "Anyone applying should have laid a hedge",
        "You will be used to heavy clay",
        "Strong grasp of pruning",
    ],
)
def test_what_somebody_must_have_done_or_hold_is_asked_in_prose(said: str) -> None:
    job = a_job(OPENING.format(f"{said}."))

    assert [each.span.quote for each in job.requirements[1:]] == [said]
    assert said not in [duty.span.quote for duty in job.duties]


@pytest.mark.parametrize(
    "said",
    [
        "We have run walled gardens since 1921",
        "Our gardeners are skilled and have won prizes",
        "The trust is known for its knowledge of roses",
        "You have come to the right place if you like rain",
        "You've heard of us, perhaps",
        "We care for people who have worked all their lives",
        "People who have worked here often stay for life",
        "You will prune, plant and mow",
        "You'll support someone who has dementia",
        "You will have limited use of the old car",
        "You may be assessed on the skills of the trade",
        "Experience is what we give you",
    ],
)
def test_praise_of_the_firm_and_the_work_itself_are_not_asked(said: str) -> None:
    assert asked(OPENING.format(f"{said}.")) == []


@pytest.mark.parametrize(
    "said",
    [
        "Grafting is a bonus",
        "Grafting would come in useful",
        "Grafting wouldn't go amiss",
        "It would not hurt if you knew how to graft",
        "It does no harm to know how to graft",
        "Having grafted is no bad thing",
        "Knowing how to graft gives you a head start",
        "If you have grafted before, great",
        "If you can graft, that's the icing on the cake",
        "We'd be over the moon if you could graft",
        "If you happen to know grafting we will be delighted",
        "Preference will be given to people with grafting behind them",
        "We will look kindly on anyone who has grafted",
        "Some grafting would go a long way",
        "A grafting course counts in your favour",
    ],
)
def test_a_wish_in_any_words_is_read_whatever_it_is_about(said: str) -> None:
    assert asked(OPENING.format(f"{said}.")) == [("nice", said)]


@pytest.mark.parametrize(
    "said", ["You get extra points for grafting", "Brownie points for grafting"]
)
def test_points_are_a_bonus(said: str) -> None:
    assert asked(OPENING.format(f"{said}.")) == [("bonus", said)]


@pytest.mark.parametrize(
    "said",
    [
        "Our bonus scheme pays 10%",
        "You get a bonus each spring",
        "It is a bonus that the sea is near",
        "We love it when guests return",
        "It helps us grow",
        "Not fussed about grafting",
    ],
)
def test_a_bonus_that_is_paid_or_a_liking_of_the_firm_is_no_wish(said: str) -> None:
    assert asked(OPENING.format(f"{said}.")) == []


def test_a_sentence_of_two_demands_is_two_and_its_reason_is_none() -> None:
    text = OPENING.format(
        "You know your way around roses and you have opinions about slugs; you write clearly,"
        " because half of the team is elsewhere."
    )

    assert [quote for _, quote in asked(text)] == [
        "You know your way around roses",
        "you have opinions about slugs",
        "you write clearly",
    ]


def test_sentences_put_together_by_commas_are_each_their_own() -> None:
    text = OPENING.format("You have laid hedges, you write letters people keep, you know roses.")

    assert [quote for _, quote in asked(text)] == [
        "You have laid hedges",
        "you write letters people keep",
        "you know roses",
    ]


def test_what_follows_from_the_firm_is_asked_without_what_it_follows_from() -> None:
    text = OPENING.format("We sell wine, so you need to be 18 or over.")

    assert [quote for _, quote in asked(text)] == ["you need to be 18 or over"]


def test_a_share_of_the_years_in_prose_is_asked_too() -> None:
    text = OPENING.format("Seven years of pruning, three of which in a walled garden.")

    assert [each.min_years for each in a_job(text).requirements[1:]] == [7, 3]


def test_a_question_asks_for_nothing() -> None:
    assert asked(OPENING.format("You've grafted pears too?")) == []


@pytest.mark.parametrize(
    ("said", "is_asked"),
    [
        ("Are you a qualified arborist?", True),
        ("Do you know your roses?", True),
        ("Have you worked with volunteers?", True),
        ("Are you a trained arborist looking for a change?", False),
        ("Do you have what it takes?", False),
        ("What do we give?", False),
    ],
)
def test_a_question_asks_where_it_names_what_somebody_has(said: str, *, is_asked: bool) -> None:
    assert [quote for _, quote in asked(OPENING.format(said))] == ([said] if is_asked else [])


def test_an_answer_to_a_question_is_a_wish_for_what_it_names() -> None:
    text = OPENING.format("Beekeeping? Lovely. Dutch? Even better.")

    assert asked(text) == [("nice", "Beekeeping? Lovely"), ("nice", "Dutch? Even better")]


def test_a_label_within_a_line_says_how_much_is_wanted() -> None:
    text = OPENING.format("Must-haves: pruning. Plus: Dutch. Nice: Kotlin.")

    assert [quote for _, quote in asked(text) if quote in ("Dutch", "Kotlin")] == [
        "Dutch",
        "Kotlin",
    ]


def test_a_paragraph_behind_a_list_says_for_itself_whether_it_asks() -> None:
    text = (
        "Gardener\n\nRequirements\n- Pruning\n\nThe trust will be regulated from May. You know"
        " roses.\n"
    )

    assert [quote for _, quote in asked(text)] == ["Pruning", "You know roses"]


def test_a_heading_amid_prose_holds_for_its_paragraph() -> None:
    text = (
        "Gardener\n\nWhat would you do? You would prune.\n\nWho are we hoping for? You have"
        " grafted.\n\nWe pay well and the tea is free.\n"
    )

    job = a_job(text)

    assert [duty.span.quote for duty in job.duties] == ["You would prune"]
    assert [quote for _, quote in asked(text)] == ["You have grafted"]


def test_a_heading_may_be_a_wish() -> None:
    text = "Biologist\n\nRequirements\n- Kotlin\n\nWould be a boon\n- Grafting\n\nExtras\n- Bees\n"

    assert asked(text) == [("must", "Kotlin"), ("nice", "Grafting"), ("nice", "Bees")]


@pytest.mark.parametrize(
    "said",
    [
        "You will hold weekly meetings and know every shelf",
        "You'll bring new roses to market",
    ],
)
def test_to_hold_or_bring_what_nobody_has_yet_is_the_work(said: str) -> None:
    job = a_job(OPENING.format(f"{said}."))

    assert [duty.span.quote for duty in job.duties] == [said]
    assert len(job.requirements) == 1


@pytest.mark.parametrize(
    "said",
    [
        "It takes ten minutes to apply",
        "You have the right to request flexible hours",
        "Someone who has lost a garden may find this work moving",
        "Any person who needs an adjustment can ask for it",
        "Applicants have until Sunday",
        "Staff hold first aid certificates, which we pay for",
        "The children need someone who listens",
        "The job needs doing well",
    ],
)
def test_what_befalls_those_who_apply_is_not_asked(said: str) -> None:
    assert asked(OPENING.format(f"{said}.")) == []
