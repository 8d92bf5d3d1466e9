"""Gates are read in the words of many trades: checks, cards, registrations, licences, ages."""

import pytest

from contracts.analysis import RequirementKind
from tests.documents.build import a_job

LOGISTICS, LICENCE = RequirementKind.LOGISTICS, RequirementKind.CERTIFICATION


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Enhanced DBS", LOGISTICS),
        ("PVG scheme membership", LOGISTICS),
        ("A criminal record check", LOGISTICS),
        ("Garda vetting", LOGISTICS),
        ("You must be over 21 for insurance reasons", LOGISTICS),
        ("Must be aged 18 or over", LOGISTICS),
        ("Titre de séjour en cours de validité", LOGISTICS),
        ("CSCS card", LICENCE),
        ("Gas Safe registered", LICENCE),
        ("HCPC registration", LICENCE),
        ("SIA badge", LICENCE),
        ("Reach or counterbalance licence (in date)", LICENCE),
        ("Full clean UK manual licence", LICENCE),
        ("Life support certificate required at hire", LICENCE),
        ("Digi card and Driver CPC", LICENCE),
    ],
)
def test_a_gate_is_read_in_the_words_of_its_trade(line: str, kind: RequirementKind) -> None:
    found = [r for r in a_job(f"Requirements\n- {line}\n").requirements if r.is_gate]

    assert [r.kind for r in found] == [kind]


@pytest.mark.parametrize(
    "line",
    ["Care for over 21 patients a day", "Handle 25 or more calls", "Experience of licensing music"],
)
def test_a_number_or_a_word_alone_is_no_gate(line: str) -> None:
    assert not any(r.is_gate for r in a_job(f"Requirements\n- {line}\n").requirements)


def test_a_licence_that_is_a_gate_is_not_scored_as_a_skill_as_well() -> None:
    found = a_job("Requirements\n- QTS and a degree in Music\n").requirements

    assert all(r.is_gate for r in found)


def test_what_is_offered_holds_a_gate_only_where_it_leaves_no_choice() -> None:
    offer = "Benefits\n- Free parking\n- {}\n"

    demanded = a_job(offer.format("A basic DBS check is mandatory")).requirements
    paid = a_job(offer.format("We pay for your DBS check")).requirements

    assert [r.is_gate for r in demanded] == [True]
    assert paid == ()
