"""A word of a list of skills that its owner says is none."""

from contracts.corrections import Corrections
from tests.documents.resume.test_editor import amended

CV = b"""Ilse Marwood
ilse@example.org

Skills
Python, Harbour pilotage, Falconry
"""


def listed(given: Corrections) -> list[str]:
    return [each.value for each in amended(given, CV)[1].analysis.listed]


def test_a_listed_word_is_taken_out_and_the_others_stay() -> None:
    before = listed(Corrections())

    after = listed(Corrections(listed_removed=("harbour pilotage",)))

    assert before == ["Harbour pilotage", "Falconry"]
    assert after == ["Falconry"]


def test_it_stays_out_when_a_skill_is_added() -> None:
    given = Corrections(listed_removed=("Falconry",), skills_added=("Ansible",))

    assert listed(given) == ["Harbour pilotage"]
