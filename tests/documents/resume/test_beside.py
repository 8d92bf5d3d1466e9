"""What stands beside the roles: voluntary work, subjects of degrees, links, lists within a role."""

import json

import pytest

from chassis.jsonresume import json_resume
from contracts.analysis import Tier
from contracts.corrections import Corrections, EntryCorrection
from services.documents.domain import Amendment
from services.documents.rules.resume.corrected.editor import RulesEditor
from tests.documents.reading import ON, a_resume, read

HEAD = "Ada Fernweh\nada@example.org\n\nExperience\n\nBaker, Corner Mill, 2019 - 2021\n"
VOLUNTARY = (
    f"{HEAD}- Baked.\n\nVolunteering\n\nTreasurer, Bergen Rowing Club, 2012 - 2015\n"
    "- Kept the books with PostgreSQL.\n\nCoach\nRiver Youth\n2010 - 2011\n"
)


def test_voluntary_work_is_read_and_shows_skills_but_no_years() -> None:
    found = a_resume(VOLUNTARY)

    said = [(e.title.value, e.detail and e.detail.value, e.start) for e in found.volunteering]
    assert said == [("Treasurer", "Bergen Rowing Club", "2012"), ("Coach", "River Youth", "2010")]
    (skill,) = [skill for skill in found.skills if skill.id == "postgresql"]
    assert (skill.tier, skill.years, skill.last_used) == (Tier.USED, None, "2015")
    assert found.years_total == 2.0
    assert found.unread == ()


def test_voluntary_work_that_is_taken_out_shows_nothing() -> None:
    extracted, found = read(VOLUNTARY.encode())
    gone = Corrections(volunteering=(EntryCorrection(of="e1"),))

    amended = RulesEditor().amend(Amendment(found, extracted.text, gone, ON)).analysis

    assert [entry.title.value for entry in amended.volunteering] == ["Coach"]
    assert "postgresql" not in {skill.id for skill in amended.skills}


def test_voluntary_work_comes_back_out_of_json_resume() -> None:
    found = a_resume(VOLUNTARY)

    again = a_resume(json.dumps(json_resume(found)))

    assert [e.title.value for e in again.volunteering] == ["Treasurer", "Coach"]


@pytest.mark.parametrize(
    ("said", "degree", "school"),
    [
        (
            "PhD\tPrinceton University, Computer Science\tPrinceton, NJ\tSept 2018 – May 2023",
            "PhD, Computer Science",
            "Princeton University",
        ),
        ("BSc\nUniversity of Leeds\nNursing\n2015 - 2018", "BSc, Nursing", "University of Leeds"),
        (
            "BA (Hons), University of Leeds, English Literature, 2018",
            "BA (Hons), English Literature",
            "University of Leeds",
        ),
        ("University of Leeds, 2015 - 2018\nLLB\tLaw", "LLB, Law", "University of Leeds"),
        ("MA\tUniversity of Penarth, Penarth\t2015 – 2018", "MA", "University of Penarth"),
        ("BSc Physics\nUniversity of Leeds\nArts\n2018", "BSc Physics", "University of Leeds"),
    ],
)
def test_a_bare_degree_gets_its_subject(said: str, degree: str, school: str) -> None:
    (study,) = a_resume(f"{HEAD}- Baked.\n\nEducation\n\n{said}\n").education

    assert (study.title.value, study.detail and study.detail.value) == (degree, school)
    assert all(word in study.title.span.quote for word in degree.replace(",", "").split())


@pytest.mark.parametrize(
    "link",
    [
        "https://en.wikipedia.org/wiki/Ada_(baker)",
        "https://example.org/a,b;c",
        "https://mastodon.example/@ada",
        "https://scholar.example.com/citations?user=AbC&hl=en",
        f"https://example.com/{'long/' * 50}end",
    ],
)
def test_a_link_of_a_json_resume_stays_whole(link: str) -> None:
    profiles = [{"url": "https://example.com/"}, {"url": "github.com/ada"}, {"url": link}]
    basics = {"name": "Ada Fernweh", "label": "Baker", "location": {"city": "Larissa"}}
    work = [{"name": "Mill", "position": "Baker", "startDate": "2019-01-01"}]

    found = a_resume(json.dumps({"basics": {**basics, "profiles": profiles}, "work": work}))

    links = [each.value for each in found.contact.links]
    assert links == ["https://example.com/", "github.com/ada", link]
    assert found.contact.location is not None
    assert found.contact.location.value == "Larissa"


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("R", ("r",)),
        ("Go", ("go",)),
        ("Excel", ("excel",)),
        ("Tools: R, Go, C", ("r", "go", "c")),
        ("Go where the bread is", ()),
        ("Go above and beyond", ()),
        ("C level reporting, access for all", ()),
    ],
)
def test_a_point_that_only_names_skills_uses_them(line: str, skills: tuple[str, ...]) -> None:
    (role,) = a_resume(f"{HEAD}- {line}\n- Baked bread for the town.\n").roles

    assert role.bullets[0].skills == skills


@pytest.mark.parametrize(
    "line", ["Built a cutting edge team for our monolith", "Wrote tests for the monolith"]
)
def test_a_word_beside_it_modernises_nothing(line: str) -> None:
    found = a_resume(f"{HEAD}- {line}\n")

    assert "monolith-migration" not in {skill.id for skill in found.skills}
