"""A word whose capital nobody can explain does not leave; what speaks of the work does."""

import pytest

from chassis.llm.minimised import SentLine, minimise
from chassis.namelists.given import given
from contracts.disclosure import SentField
from ops import given_names

TERMS = {"python", "google analytics", "ci/cd", "node.js", "julia"}


def sent(*texts: str) -> list[str]:
    lines = [SentLine(f"l{n}", SentField.RESUME_WORK, text) for n, text in enumerate(texts, 1)]
    return [line.text for line in minimise(lines, [], lambda said: said.lower() in TERMS).lines]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "with Amara and Lukas I moved it to Python",
            "with [[NAME_1]] and [[NAME_2]] I moved it to Python",
        ),
        ("Migrated Harbour Light to Python", "Migrated [[NAME_1]] to Python"),
        ("Harbour Light moved to Python", "[[NAME_1]] moved to Python"),
        ("Okonjo asked me to lead", "[[NAME_1]] asked me to lead"),
        ("Ahmed and I paired", "[[NAME_1]] and I paired"),
        ("Grace and I paired", "[[NAME_1]] and I paired"),
        ("Fleming's team used it", "[[NAME_1]]'s team used it"),
        ("• Zsofia left in March", "• [[NAME_1]] left in March"),
        ("1. Ngozi reviewed it", "1. [[NAME_1]] reviewed it"),
        ("(Thandiwe, our designer)", "([[NAME_1]], our designer)"),
        ("I said so. Katarzyna agreed", "I said so. [[NAME_1]] agreed"),
        ("Łukasz's plan for eVantis", "[[NAME_1]]'s plan for [[NAME_2]]"),
        ("J. R. van der Meulen's list", "[[NAME_1]]'s list"),
        ("asked Dlamini-Okonjo twice", "asked [[NAME_1]] twice"),
        ("worked with thandiwe on tests", "worked with [[NAME_1]] on tests"),
        ("thandiwe asked for tests", "[[NAME_1]] asked for tests"),
        ("sold it to BVN and KTZ", "sold it to [[NAME_1]] and [[NAME_2]]"),
        ("Pleasby rang. Evensen came", "[[NAME_1]] rang. [[NAME_2]] came"),
        ("Please ask Okonjo. Horsley left", "Please ask [[NAME_1]]. [[NAME_2]] left"),
        ("the Evenings in town", "the [[NAME_1]] in town"),
        ("LED A TEAM AT HARBOUR LIGHT", "LED A TEAM AT [[NAME_1]]"),
        ("Wei Chen (陈伟) wrote it", "[[NAME_1]] ([[NAME_2]]) wrote it"),
        ("для Амары и Python", "для [[NAME_1]] и Python"),
        ("Umstellung bei Lerchenfeld mit Amara", "Umstellung bei [[NAME_1]] mit [[NAME_2]]"),
    ],
)
def test_who_and_what_nobody_knows_is_hidden(text, left):
    assert sent(text) == [left]


@pytest.mark.parametrize(
    "text",
    [
        "Led five Engineers and the Data Engineering team in Python",
        "Redesigned CI/CD; I kept Node.js and Google Analytics",
        "Customers waited. They had asked for it in March, on a Monday",
        "I've cut the SLA from Q3 on, as the CTO wanted",
        "Refactored it: Organised the move, then wrote the API",
        "Responsible for the MBA course and the PhD students",
        "grace and hope, will and mark, in small letters",
        "Mark exams and grade them",
        "Reduzierung der Abteilungen und Einführung der Qualitätssysteme",
        "12 people, 40,000 users, 3.5 years",
        "Please be quick, the ward sister said",
        "Evenings were short of hands. Weekends were worse",
        "Thank goodness it was dry. Sorry, it was not",
        "Neighbours complained. Tenants wrote letters",
        "Milk went off. Horses broke out. Afternoons were lost",
    ],
)
def test_what_tells_of_the_work_stays(text):
    assert sent(text) == [text]


def test_a_name_within_one_line_is_a_name_at_the_start_of_another():
    within, start = sent("I asked Brannoning for help", "Brannoning helped")

    assert (within, start) == ("I asked [[NAME_1]] for help", "[[NAME_1]] helped")


def test_a_word_that_is_also_written_small_may_start_a_sentence():
    assert sent("Grommets first", "then more grommets") == ["Grommets first", "then more grommets"]


def test_the_names_are_those_of_the_package_in_the_lock():
    assert given_names.TARGET.read_text(encoding="utf-8") == given_names.written(
        given_names.listed()
    )


def test_names_are_known_with_and_without_their_marks():
    assert {"zsófia", "zsofia", "ngozi", "amara", "fleming"} <= given()
