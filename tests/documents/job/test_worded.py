"""What sentences ask for by their grammar: echoes, lead-ins, second verbs, labels in a row."""

import pytest

from contracts.analysis import RequirementKind
from tests.documents.build import a_job


def wanted(text: str) -> list[tuple[str, str]]:
    """What is asked for beside the title, with how much; gates too."""
    found = a_job(text)
    return [
        (r.strength.value, " ".join(r.span.quote.split()))
        for r in found.requirements
        if found.title is None or r.span != found.title.span
    ]


def gates(text: str) -> list[str]:
    return [r.span.quote for r in a_job(text).requirements if r.is_gate]


@pytest.mark.parametrize(
    "said",
    [
        "AutoCAD should come easily to you",
        "Figma must feel like second nature",
        "Sewing by hand should hold no mystery for you",
        "Excel needs to be familiar to you",
        "Latin names come naturally to you",
    ],
)
def test_what_should_come_easily_to_the_reader_is_asked_for(said: str) -> None:
    assert wanted(f"Garden Designer\n\n{said}. We have a shed.\n") == [("must", said)]


@pytest.mark.parametrize(
    "said",
    [
        "This should all make sense.",
        "The work should come naturally once you are here.",
        "Our plants feel at home.",
    ],
)
def test_what_is_only_said_to_be_easy_is_not(said: str) -> None:
    assert "must" not in [much for much, _ in wanted(f"Gardener\n\n{said} We have a shed.\n")]


@pytest.mark.parametrize("echo", ["So would Spanish", "As would Welsh", "And so would Revit"])
def test_an_echo_of_a_wish_is_a_wish(echo: str) -> None:
    text = f"Garden Designer\n\nSome drawing would be nice. {echo}, since half our clients ask.\n"

    assert wanted(text) == [("nice", "Some drawing would be nice"), ("nice", echo)]


def test_so_would_we_is_no_wish() -> None:
    text = "Gardener\n\nYou would want tea at four. So would we.\n"

    assert wanted(text) == []


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("We are hiring a well-read designer who knows perennials.", True),
        ("We are looking for a self-taught brewer who can taste faults.", True),
        ("We are looking for somebody who will make us proud.", False),
        ("We need someone who will open the shop each day.", False),
        ("We are looking for a person who will have kept bees.", True),
        ("We are looking for somebody who will be able to sing.", True),
    ],
)
def test_of_the_person_sought_deeds_to_come_are_the_work(sentence: str, *, asks: bool) -> None:
    found = wanted(f"Gardener\n\nOur house is old. {sentence}\n")

    assert bool(found) is asks


@pytest.mark.parametrize(
    "said",
    [
        "Any equivalent combination of training and experience that would supply the knowledge",
        "Any combination of education, training and experience which provides the skills",
    ],
)
def test_a_saying_that_all_ways_count_asks_for_nothing(said: str) -> None:
    assert wanted(f"Fisheries Clerk\n\nQualifications\n\n{said}.\n") == []


def test_a_lead_in_holds_for_every_point_behind_it() -> None:
    text = (
        "Fisheries Clerk\n\nMINIMUM QUALIFICATIONS\n\nExperience: Two years in a harbour.\n\n"
        "Knowledge of: fishing quotas; harbour bylaws.\n"
        "Ability to: read sea charts; answer callers kindly.\n"
    )

    assert [said for _, said in wanted(text)] == [
        "Two years in a harbour",
        "Knowledge of: fishing quotas",
        "harbour bylaws",
        "Ability to: read sea charts",
        "answer callers kindly",
    ]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "We assume that you have tiled roofs for five years and have trained others for two.",
            2,
        ),
        ("You've sung in choirs and have led one for at least a year.", 2),
        ("You have sung in choirs and have a good ear.", 1),
        ("We are a choir and have sung since 1980.", 0),
        ("You have sung and led choirs.", 1),
    ],
)
def test_a_second_have_tells_a_second_thing_of_the_reader(sentence: str, parts: int) -> None:
    assert len(wanted(f"Roofer\n\n{sentence}\n")) == parts


def test_what_you_are_is_asked_for_amid_other_demands_and_not_where_nothing_is() -> None:
    asked = "Roofer\n\nYou're careful on ladders. You have roofed for three years.\n"
    told = "Roofer\n\nYou're in for a treat. You're welcome to bring a dog.\n"

    assert wanted(asked)[0] == ("must", "You're careful on ladders")
    assert wanted(told) == []


@pytest.mark.parametrize(
    "said",
    [
        "We would be delighted by anybody who has thatched",
        "A boat licence would be a huge help",
        "It would suit a sailor, but don't worry if you have never sailed",
    ],
)
def test_wishes_come_in_many_words(said: str) -> None:
    assert [much for much, _ in wanted(f"Roofer\n\n{said}.\n")] == ["nice"]


@pytest.mark.parametrize(
    "said",
    [
        "This job would suit a beginner as well as somebody who has done it all their life.",
        "The post suits both new drivers and people who have driven for years.",
        "For the Caretaker (plumbing preferred, 4 years) please ring.",
        "We store your details for three years.",
        "Applicants' data is kept for two years.",
        "Note: Returners after a career break are welcome.",
        "We welcome people of all backgrounds and every age.",
    ],
)
def test_what_suits_anybody_and_what_happens_to_an_application_asks_for_nothing(said: str) -> None:
    assert wanted(f"Librarian\n\nRequirements\n- Welsh\n\n{said}\n") == [("must", "Welsh")]


@pytest.mark.parametrize(
    "heading",
    [
        "Of interest:",
        "Good if you have it, but not a condition:",
        "Not a requirement, yet good:",
        "No deal-breaker:",
    ],
)
def test_a_heading_that_denies_a_condition_heads_wishes(heading: str) -> None:
    text = f"Librarian\n\nYou need:\n- Latin\n\n{heading}\n- Welsh\n- Bookbinding\n"

    assert wanted(text) == [("must", "Latin"), ("nice", "Welsh"), ("nice", "Bookbinding")]


@pytest.mark.parametrize(
    "heading", ["This is the job for you if...", "Apply if you", "You will fit in if:"]
)
def test_a_heading_that_ends_in_if_heads_what_is_asked(heading: str) -> None:
    text = f"Falconer\n\n{heading}\n- walk fast and far\n- speak softly\n"

    assert wanted(text) == [("must", "walk fast and far"), ("must", "speak softly")]


def test_a_heading_of_who_should_stay_away_asks_for_nothing() -> None:
    assert wanted("Falconer\n\nDo not apply if you:\n- fear heights\n- hate birds\n") == []


FORM = """Job title: Payroll Specialist
Company: Oxmoor Foods
Experience needed: 4+ years
Must have: SAP, Excel
Nice to have: Workday, German payroll
Budget: up to 12 LPA
Openings: 2
Language: Good written English
Verification: Background verification before joining
"""


def test_in_a_form_a_label_ends_with_its_line() -> None:
    assert wanted(FORM) == [
        ("must", "4+ years"),
        ("must", "SAP, Excel"),
        ("nice", "Workday, German payroll"),
        ("must", "Good written English"),
        ("must", "Verification: Background verification before joining"),
    ]


def test_labels_of_skills_below_a_heading_stay_what_is_asked() -> None:
    text = "Baker\n\nRequirements\nOvens: deck and rack\nDough: rye\nCakes: two years\n"

    assert [much for much, _ in wanted(text)] == ["must"] * 3


@pytest.mark.parametrize(
    "said",
    [
        "Employment is conditional upon a drug test",
        "The offer depends on a credit check",
        "All hires must show that they may work in Canada",
        "A work permit for Norway is needed",
        "Police certificate to be handed in on the first day",
        "We run a DBS check, since children come in every day",
    ],
)
@pytest.mark.parametrize("heading", ["", "OTHER INFORMATION\n", "We offer\n- Tea\n\n"])
def test_a_condition_is_one_wherever_it_stands(heading: str, said: str) -> None:
    found = gates(f"Librarian\n\n{heading}{said}.\n")

    assert found == [said.partition(", since")[0]]


@pytest.mark.parametrize(
    "said",
    [
        "We carry out checks of the boats each spring.",
        "You may work in the garden when it is dry.",
        "Your pay depends on experience.",
        "We show visitors where they can sit.",
    ],
)
def test_what_sounds_like_a_condition_is_none(said: str) -> None:
    assert gates(f"Librarian\n\n{said}\n") == []


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("Certificate in art handling, begun or finished", ()),
        ("Degree in law, completed or in progress", ()),
        ("Basic or intermediate French", ()),
        ("Good or very good eyesight", ()),
        ("A degree, or four more years of banking", ("degree", "four more years of banking")),
        ("Oboe or bassoon", ("Oboe", "bassoon")),
    ],
)
def test_a_choice_is_of_things_and_not_of_how_far_or_how_good(
    said: str, offered: tuple[str, ...]
) -> None:
    found = a_job(f"Porter\n\nRequirements\n- {said}\n- Patience\n").requirements[1]

    assert (found.looked_for if found.is_choice else ()) == offered


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("You have filleted before (six months or more)", 0.5),
        ("Three months or longer in a kitchen", 0.25),
        ("A contract of six months or more", None),
    ],
)
def test_months_may_stand_alone(said: str, years: float | None) -> None:
    found = a_job(f"Fish Cook\n\nRequirements\n- {said}\n- Patience\n").requirements

    assert max((r.min_years or 0 for r in found), default=0) == (years or 0)


def test_no_gate_of_these_is_scored() -> None:
    kinds = {r.kind for r in a_job(FORM).requirements if r.is_gate}

    assert kinds == {RequirementKind.LOGISTICS}
