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
        ("White Card", LOGISTICS),
        ("Subject to a request to the Disclosure and Barring Service", LOGISTICS),
        ("Current registration with the Health and Care Council", LICENCE),
        ("State Plumbing Contractor or Master Supervisor licence (B Grade)", LICENCE),
        ("You are a qualified barrister or a licensed conveyancer", LICENCE),
        ("P.Eng.", LICENCE),
        ("Police vetting and reference checks apply.", LOGISTICS),
        ("CSCS card", LICENCE),
        ("Gas Safe registered", LICENCE),
        ("HCPC registration", LICENCE),
        ("SIA badge", LICENCE),
        ("Reach or counterbalance licence (in date)", LICENCE),
        ("Full clean UK manual licence", LICENCE),
        ("Life support certificate required at hire", LICENCE),
        ("Digi card and Driver CPC", LICENCE),
        ("U.S. persons only", LOGISTICS),
        ("No criminal convictions", LOGISTICS),
        ("A credit check and a pre-employment medical", LOGISTICS),
        ("A negative TB test", LOGISTICS),
        ("Annual flu shot", LOGISTICS),
        ("Be fully vaccinated against hepatitis B", LOGISTICS),
        ("18+", LOGISTICS),
        ("You are 21 or older", LOGISTICS),
        ("Available on Saturdays", LOGISTICS),
        ("Able to work earlies and lates on a rota", LOGISTICS),
        ("On the register of your profession", LICENCE),
        ("A valid PIN", LICENCE),
        ("Oregon CPT-1 license", LICENCE),
    ],
)
def test_a_gate_is_read_in_the_words_of_its_trade(line: str, kind: RequirementKind) -> None:
    found = [r for r in a_job(f"Requirements\n- {line}\n").requirements if r.is_gate]

    assert [r.kind for r in found] == [kind]


@pytest.mark.parametrize(
    "line",
    [
        "Experience with right to work checks",
        "Knowledge of visa sponsorship",
        "You have handled DBS applications",
        "Experience carrying out background checks for tenants",
        "Managing work permits",
        "Experience integrating driver licence verification",
        "Organise relocation of new hires",
        "Lift boxes of up to 20 kg",
        "Driving the van to customers",
        "Travel clinic experience",
        "We take references",
        "Worked with on-site clients",
        "Night-time economy background",
    ],
)
def test_what_the_work_is_about_is_no_condition(line: str) -> None:
    assert not any(r.is_gate for r in a_job(f"Requirements\n- {line}\n").requirements)


def test_a_condition_holds_behind_what_the_work_is_about() -> None:
    found = a_job("Requirements\n- Experience of tenancy checks and a full driving licence\n")

    assert any(r.is_gate for r in found.requirements)


@pytest.mark.parametrize(
    "said",
    [
        "You will need to be on the NMC register.",
        "You will have to be over 21.",
        "We run an occupational health check on everyone.",
        "Clean driving licence held for two years.",
        "Drug screening is a part of hiring.",
    ],
)
def test_a_condition_in_prose_is_read_and_is_no_duty(said: str) -> None:
    found = a_job(f"Nurse\n\nThe ward is small and the kettle is on. {said}\n")

    assert [r.span.quote for r in found.requirements if r.is_gate] == [said.rstrip(".")]
    assert found.duties == ()


@pytest.mark.parametrize("said", ["You do not need a licence.", "We have a licence to sell wine."])
def test_a_condition_that_is_denied_or_of_the_firm_is_none(said: str) -> None:
    assert not any(r.is_gate for r in a_job(f"Waiter\n\nOur bar is old. {said}\n").requirements)


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


def test_a_clearance_that_stands_as_a_field_above_the_text_is_a_gate() -> None:
    head = "Analyst\nSecurity clearance: {}\n\nRequirements\n- 3 years of planning\n"

    asked, unasked = (a_job(head.format(level)) for level in ("Secret", "Not required"))

    assert [r.span.quote for r in asked.requirements if r.is_gate] == ["Security clearance: Secret"]
    assert not any(r.is_gate for r in unasked.requirements)
