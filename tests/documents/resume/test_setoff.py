"""Headings in words that nobody knows: what is under them says what they announce."""

import pytest

from contracts.analysis import ResumeAnalysis
from services.documents.rules.resume.sections.headings import Section, section_of
from tests.documents.reading import a_resume

ROLE = "Head Baker, Corner Mill, 2018 - 2020\n- Baked bread"
DEGREE = "BSc Food Science, University of Leeds, 2013"


def read(*parts: str) -> ResumeAnalysis:
    return a_resume("\n\n".join(["Imke Tallerson\nimke@example.org", *parts]))


def facts(found: ResumeAnalysis) -> tuple[list[str], list[str], list[str], list[str]]:
    titles = (found.roles, found.education, found.certifications, found.languages)
    jobs, degrees, papers, spoken = ([entry.title.value for entry in each] for each in titles)
    return jobs, degrees, papers, spoken


@pytest.mark.parametrize(
    "frame",
    ["-- {} --", "== {} ==", "** {} **", "[ {} ]", "/// {} ///", "~ {} ~", ":: {} ::", "{{ {} }}"],
)
@pytest.mark.parametrize("first", ["Work", "Ovens I stood at"])
def test_a_frame_makes_a_heading_of_any_words(frame: str, first: str) -> None:
    found = read(
        f"{frame.format(first)}\n{ROLE}",
        f"{frame.format('Desks')}\n{DEGREE}",
        f"{frame.format('Papers')}\nFood Hygiene Level 3, 2020",
        f"{frame.format('Odds')}\nFrench, German",
    )

    assert facts(found) == (
        ["Head Baker"],
        ["BSc Food Science"],
        ["Food Hygiene Level 3"],
        ["French", "German"],
    )
    assert found.roles[0].employer is not None
    assert not found.unread


def test_a_framed_list_of_names_is_of_skills() -> None:
    found = read(f"== WORK ==\n{ROLE}", "== KIT ==\nPython, Excel, Dough sheeter")

    assert {"python", "excel"} <= {skill.id for skill in found.skills}
    assert [item.value for item in found.listed] == ["Dough sheeter"]


def test_a_frame_within_a_role_opens_nothing() -> None:
    found = read(f"EXPERIENCE\n{ROLE}\n\n-- Bench work --\n- Shaped loaves", f"EDUCATION\n{DEGREE}")

    assert [len(role.bullets) for role in found.roles] == [2]


def test_a_line_that_is_set_off_opens_what_stands_under_it() -> None:
    found = read(
        f"Work\n\n{ROLE}",
        "Earlier still\n\nJunior Baker, Old Oven, 2014 - 2018",
        f"Paper and pen\n{DEGREE}",
        "Cards in my wallet\nFood Hygiene Level 3, 2020",
        "In my mouth\nFrench, German",
    )

    assert facts(found) == (
        ["Head Baker", "Junior Baker"],
        ["BSc Food Science"],
        ["Food Hygiene Level 3"],
        ["French", "German"],
    )


def test_an_employer_above_its_role_is_no_heading() -> None:
    found = read(
        "EXPERIENCE\n\nBoulangerie du marché\nBaker\n2018 - 2020\n- Baked",
        "Haus der kleinen Leute\nCook\n2014 - 2018\n- Cooked",
        f"EDUCATION\n\n{DEGREE}",
    )

    employers = [role.employer.value for role in found.roles if role.employer]
    assert employers == ["Boulangerie du marché", "Haus der kleinen Leute"]


@pytest.mark.parametrize(
    ("said", "section"),
    [
        ("What I speak", Section.LANGUAGES),
        ("What I have learnt", Section.EDUCATION),
        ("What I've done so far", Section.EXPERIENCE),
        ("What I can do well", Section.SKILLS),
        ("Was ich gelernt habe", Section.EDUCATION),
        ("Ferramentas / Tools", Section.SKILLS),
        ("Experiência profissional / Professional experience", Section.EXPERIENCE),
        ("ACADEMIC APPOINTMENTS", Section.EXPERIENCE),
        ("Education / Training Manager", None),
    ],
)
def test_a_heading_in_a_sentence_or_in_two_languages_is_known(
    said: str, section: Section | None
) -> None:
    assert section_of(said) is section


def test_a_label_with_a_colon_opens_numbered_roles_and_a_table() -> None:
    found = read(
        "Career Graph:\n1. Kovai Spinners Ltd. - Quality Manager - Jun 2016 till date\n"
        "   a) Heading two mills\n2. Sree Fabrics - Quality Inspector - Aug 2011 to May 2016",
        "Academic Chronicle:\nCourse   School   Year\nBSc Textile   University of Leeds   2011",
        "Languages Known: Tamil, English",
    )

    assert facts(found) == (
        ["Quality Manager", "Quality Inspector"],
        ["BSc Textile"],
        [],
        ["Tamil", "English"],
    )
    assert not found.unread


def test_a_list_of_languages_may_have_one_that_nobody_knows() -> None:
    found = read(f"~~ Stationen ~~\n{ROLE}", "~~ Zunge ~~\nDeutsch, Englisch (B2), Hinterwaldisch")

    assert [entry.title.value for entry in found.languages][:2] == ["Deutsch", "Englisch"]


def test_capitals_above_the_first_known_heading_open_the_roles_under_them() -> None:
    found = read(
        f"OVENS AND MILLS\n{ROLE}",
        f"EDUCATION\n{DEGREE}",
        "BADGES\nOven guild member\nForest School Level 3 (2021)",
        "EXTRA\nTwi, English. Clean hands.",
    )

    assert facts(found) == (
        ["Head Baker"],
        ["BSc Food Science"],
        ["Oven guild member", "Forest School Level 3"],
        ["Twi", "English"],
    )
    assert found.contact.name is not None
    assert found.contact.name.value == "Imke Tallerson"
