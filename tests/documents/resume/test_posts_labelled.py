"""Heads of roles behind a label that says which of several jobs it was."""

import pytest

from services.documents.rules.wording import degree
from tests.documents.reading import a_resume

Told = tuple[str, str | None, str | None, bool]


def roles(text: str) -> list[Told]:
    return [
        (r.title.value, r.employer.value if r.employer else None, r.start, r.is_current)
        for r in a_resume(text).roles
    ]


@pytest.mark.parametrize(
    "label", ["Current post:", "Present role:", "My current job -", "Now:", "Most recent position:"]
)
def test_a_label_that_says_which_job_is_no_employer(label: str) -> None:
    line = f"{label} Staff Nurse - Ward 7, Calder Royal Hospital, since February 2021"

    found = roles(f"AISHA MBEKI\nRegistered nurse\n\n{line}\n- Take charge of a ward at night\n")

    assert found == [("Staff Nurse", "Calder Royal Hospital", "2021-02", True)]


@pytest.mark.parametrize("label", ["Before that:", "Previous post:", "Earlier job -", "Prior:"])
def test_so_is_the_label_of_the_job_before(label: str) -> None:
    held = "EXPERIENCE\nNow: Electrician, Calder Homes Trust, since 2019\n- Repairs\n"

    found = roles(f"D OKELLS\n\n{held}{label} Cook, Brack Foods Ltd, 2012 - 2019\n- Meals\n")

    assert found[1] == ("Cook", "Brack Foods Ltd", "2012", False)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Post Room Clerk, Brack Foods Ltd, 2012 - 2019", "Post Room Clerk"),
        ("Now Foods Buyer, Brack Foods Ltd, 2012 - 2019", "Now Foods Buyer"),
        ("Work Coach, Brack Foods Ltd, 2012 - 2019", "Work Coach"),
    ],
)
def test_words_of_a_title_are_no_label(line: str, title: str) -> None:
    assert roles(f"D OKELLS\n\nEXPERIENCE\n{line}\n- Meals\n")[0][0] == title


def test_a_job_whose_lines_name_a_standard_is_no_schooling() -> None:
    text = "D OKELLS\n\nNow: Electrician - Repairs, Calder Homes Trust, since May 2019\n"

    assert roles(text + "- Test and inspect to BS 7671\n- Rewired 40 flats\n")
    assert not a_resume(text + "- Test and inspect to BS EN 62305\n").education
    assert degree("BS Physics, 2010")


def test_a_ward_alone_is_no_employer() -> None:
    text = "A MBEKI\n\nEXPERIENCE\nSister, Ward 4, Hull Infirmary, 2015 - 2019\n- Led nights\n"

    assert roles(text)[0][:2] == ("Sister, Ward 4", "Hull Infirmary")


def test_what_is_told_behind_a_labelled_head_is_work() -> None:
    text = (
        "BO TARRANT\n\n"
        "Current role: Senior Carer - Rowan Lodge, since July 2021. I lead a shift of four."
        " Falls went from 9 a month to 4.\n\n"
        "Earlier role: Home Carer, Kindly Home Support, Oct 2018 - July 2021. Up to 11 visits.\n"
    )

    first, second = a_resume(text).roles

    assert [first.title.value, second.title.value] == ["Senior Carer", "Home Carer"]
    told = [bullet.span.quote for bullet in first.bullets]
    assert told == ["I lead a shift of four.", "Falls went from 9 a month to 4."]
    assert [bullet.span.quote for bullet in second.bullets] == ["Up to 11 visits."]


def test_a_sentence_with_dates_and_no_label_stays_one() -> None:
    text = "BO TARRANT\n\nWORK\nCook, Mill Inn, 2012 - 2019. Baked bread.\nServed 40 guests.\n"

    assert len(a_resume(text).roles) <= 1
