"""Skills are found where they are meant, and nowhere else."""

import re

import pytest

from services.documents.rules.skills.catalogue import SkillEntry, implied, skills
from services.documents.rules.skills.matching import SkillMatcher, matcher
from tests.documents.build import skills_in

COMMON = """
or and one lead via impact exact team teams total all other time work test code plan go to in on at
it is be so up we us an as by do if no of the for with from this that drive rest note page form type
link view edit save open close sort
"""

FIELDS = {
    "software",
    "platform",
    "data",
    "product",
    "design",
    "marketing",
    "sales",
    "finance",
    "operations",
    "health",
    "education",
    "public",
}


def test_there_are_more_than_seven_hundred_skills_over_all_fields() -> None:
    known = skills().values()

    assert len(known) > 700
    assert {entry.field for entry in known} == FIELDS


def test_every_skill_is_found_by_each_of_its_names_in_a_list() -> None:
    lost = []
    for entry in skills().values():
        for name in entry.names:
            text = f"Skills: {name}, and so on"
            if entry.id not in skills_in(text, ((0, len(text)),)):
                lost.append((entry.id, name))

    assert lost == []


@pytest.mark.parametrize(
    "text",
    [
        "one or more of these, via impact, exact lead",
        "Go to market quickly and react to change",
        "We grow teams of five and access to data",
        "Excel in a fast-paced team",
        "Access to Excel in a fast-paced team",
        "Word of mouth brings a spark of joy",
        "Swift response to incidents",
        "Chef Ramsay visited; a ray of light",
        "R&D, C-level and C.V. are no languages",
        "Spring 2020 semester",
        "a temporal pattern in the snowflake",
        "Reporting to the director, we are hiring a postman",
        "vitamin D3 and a cucumber; Julia lives in Phoenix with a Python",
        "pass the Bar, rest well, be safe",
    ],
)
def test_ordinary_words_are_no_skills(text: str) -> None:
    found = set(skills_in(text)) - {"product-marketing", "python"}

    assert found == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("C++, C# and .NET", ["cpp", "csharp", "dotnet"]),
        ("C/C++", ["c", "cpp"]),
        ("CI/CD", ["ci-cd"]),
        ("ASP.NET", ["aspnet"]),
        ("statistics in R with SPSS", ["statistics", "r", "spss"]),
        ("services written in Go.", ["go"]),
        ("golang", ["go"]),
        ("Python, Go, or Rust", ["python", "go", "rust"]),
        ("iOS (Swift)", ["ios", "swift"]),
        ("Proficient in Excel and Word", ["excel", "word"]),
        ("Ansible, Puppet, Chef", ["ansible", "puppet", "chef"]),
        ("Kafka and Spark", ["kafka", "spark"]),
        ("Microsoft Teams", ["ms-teams"]),
        ("node.js,Next.js", ["nodejs", "nextjs"]),
        ("front-end development", ["frontend"]),
        ("C++17", ["cpp"]),
    ],
)
def test_short_and_odd_names_survive_in_their_context(text: str, wanted: list[str]) -> None:
    assert skills_in(text) == wanted


@pytest.mark.parametrize("text", ["GitHub\nActions", "GitHub   Actions", "github-actions"])
def test_a_name_may_be_broken_by_lines_spaces_and_hyphens(text: str) -> None:
    (hit,) = matcher().find(text)

    assert hit.skill_id == "github-actions"
    assert text[hit.start : hit.end] == text


def test_an_ambiguous_word_counts_in_a_list_if_it_is_a_whole_item() -> None:
    listed = "go, r, access"
    sentence = "access to go, and r matters"

    assert skills_in(listed, ((0, len(listed)),)) == ["go", "r", "access"]
    assert skills_in(sentence, ((0, len(sentence)),)) == []


def test_what_is_certain_once_is_meant_where_it_is_named_again() -> None:
    certain = "Skills: Kafka, Spark, Go"

    assert skills_in("Moved our Spark loads and Go code to the night\n") == []
    assert skills_in(f"Moved our Spark loads and Go code to the night\n{certain}") == [
        "spark",
        "go",
        "kafka",
        "spark",
        "go",
    ]


@pytest.mark.parametrize(
    "said",
    ["Spark joy in children", "We spark interest", "Go above and beyond", "We Go Above And Beyond"],
)
def test_what_is_certain_once_does_not_make_a_skill_of_a_word(said: str) -> None:
    assert skills_in(f"{said}\nSkills: Kafka, Spark, Go") == ["kafka", "spark", "go"]


def test_a_span_is_exact_after_letters_that_grow_when_lowered() -> None:
    text = "İİİ  knows\n\n  Machine\tLearning   and PostgreSQL"

    found = {hit.skill_id: text[hit.start : hit.end] for hit in matcher().find(text)}

    assert found == {"machine-learning": "Machine\tLearning", "postgresql": "PostgreSQL"}


def test_the_longest_name_wins() -> None:
    assert skills_in("Django REST Framework") == ["drf"]
    assert skills_in("React Native") == ["react-native"]


def test_using_one_skill_implies_others_through_others() -> None:
    assert {"python", "django", "rest", "api-design"} <= implied("drf")
    assert "drf" not in implied("drf")


def test_a_matcher_knows_only_what_it_was_given() -> None:
    small = SkillMatcher(
        [SkillEntry("knots", "Knots", "practice", "sailing", aliases=("bowline",))]
    )

    assert [hit.skill_id for hit in small.find("a bowline, not Python")] == ["knots"]


def test_no_alias_is_a_common_word() -> None:
    common = set(re.findall(r"\w+", COMMON))

    aliases = {alias.lower() for entry in skills().values() for alias in entry.aliases}

    assert aliases & common == set()
