"""Where, when and for how much: read where a job says it, and not where it says something else."""

import pytest

from contracts.work import Remote, WorkTerms
from tests.documents.build import a_job


def terms(line: str) -> WorkTerms:
    return a_job(f"Baker\n\nWe bake bread in the morning.\n\n{line}\n").terms


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Location: Graz, Austria (hybrid)", "Graz, Austria"),
        ("**Where:** Cardiff with some working from home", "Cardiff"),
        ("You will be based in Tromsø and travel little.", "Tromsø"),
        ("Work Location: In person, Reno, NV", "Reno, NV"),
        ("We value place and time.", None),
        ("Site: Elm Infirmary, Halifax", "Elm Infirmary, Halifax"),
    ],
)
def test_a_place_is_read(line: str, place: str | None) -> None:
    found = terms(line).place

    assert (found and found.quote) == place


def test_a_place_may_stand_on_the_first_lines() -> None:
    found = a_job("Baker\nHollin Bakery, Dublin\n\nWe bake bread.").terms.place

    assert found is not None
    assert found.quote == "Dublin"


@pytest.mark.parametrize(
    ("second", "place"),
    [
        ("Hollin Foods Ltd – Exmoor", "Exmoor"),
        ("Hollin Foods Ltd. - Valencia", "Valencia"),
        ("Hollin · Remote (United States) · Full-time", "United States"),
        ("Hollin Foods Ltd – Marketing", None),
        ("Hollin Foods Ltd, Permanent", None),
        ("Hollin Inc. | Austin, TX or Remote - US", "Austin, TX"),
        ("Elmthorpe, DN40", "Elmthorpe, DN40"),
        ("*** ELMTHORPE NSW ***", "ELMTHORPE NSW"),
        ("COME IN", None),
        ("The Hollin Institute for Bread in Göttingen invites applications.", "Göttingen"),
    ],
)
def test_a_place_may_stand_beside_the_employer_or_its_code(second: str, place: str | None) -> None:
    found = a_job(f"Baker\n{second}\n\nWe bake bread.").terms.place

    assert (found and found.quote) == place


@pytest.mark.parametrize(
    ("line", "remote"),
    [
        ("Fully remote, anywhere in the EU.", Remote.REMOTE),
        ("Hybrid: two days a week at home.", Remote.HYBRID),
        ("This is an on-site role.", Remote.ONSITE),
        ("There is no remote work in this job.", Remote.ONSITE),
        ("Remote within Spain, or hybrid from our bakery.", Remote.HYBRID),
        ("We sell hybrid cars.", Remote.UNKNOWN),
        ("We have an on-site gym.", Remote.UNKNOWN),
        ("We bake at night.", Remote.UNKNOWN),
        ("You lead remote teams.", Remote.UNKNOWN),
        ("Fully remote; you lead remote teams.", Remote.REMOTE),
        ("A hybrid role; you run our hybrid cloud.", Remote.HYBRID),
        ("Remote job: No", Remote.ONSITE),
        ("Remote work: none", Remote.ONSITE),
        ("Remote? No.", Remote.ONSITE),
        ("Remote working is not available for this role.", Remote.UNKNOWN),
        ("We are unable to offer remote work.", Remote.UNKNOWN),
        ("This is not a remote role.", Remote.UNKNOWN),
        ("Hybrid: no", Remote.UNKNOWN),
        ("Hybrid working is not possible here.", Remote.UNKNOWN),
        ("On-site: no", Remote.UNKNOWN),
        ("Hybrid: no. Remote: yes", Remote.REMOTE),
        ("Remote: no weekends", Remote.REMOTE),
        ("Hybrid, not fully remote.", Remote.HYBRID),
        ("Remote work is not only possible but usual.", Remote.REMOTE),
        ("Telework eligible: Yes", Remote.HYBRID),
        ("Home office: 2 Tage pro Woche", Remote.HYBRID),
        ("Modalidad híbrida", Remote.HYBRID),
        ("One or two days a week can be done from home.", Remote.HYBRID),
        ("We pay the same wherever you are.", Remote.REMOTE),
    ],
)
def test_where_work_is_done_is_read(line: str, remote: Remote) -> None:
    assert terms(line).remote is remote


@pytest.mark.parametrize(
    ("line", "pay"),
    [
        ("Salary: £31,500 - £36,000 per annum", "£31,500 - £36,000 per annum"),
        ("Salary: S$7,500 - S$10,500", "S$7,500 - S$10,500"),
        ("Salary: ₱32,000 - ₱38,000 + HMO", "₱32,000 - ₱38,000"),
        ("Salario de 28.000 a 31.000 euros brutos", "28.000 a 31.000 euros"),
        ("Gehalt: 3.200 bis 3.600 € brutto", "3.200 bis 3.600 €"),
        ("Dock 40\n£17.40 per hour days / £19.10 nights", "£17.40 per hour"),
        ("We pay between €2,900 and €3,400 a month.", "€2,900 and €3,400 a month"),
        ("$19.50/hour", "$19.50/hour"),
        ("€75k to €90k, depending on experience", "€75k to €90k"),
        ("48,000 to 52,000 CHF a year", "48,000 to 52,000 CHF a year"),
        ("Main pay scale", "Main pay scale"),
        (
            "Salary: 3,400 EUR to 3,900 EUR gross per month",
            "3,400 EUR to 3,900 EUR gross per month",
        ),
        ("Pay 32 000 - 36 000 € per year", "32 000 - 36 000 € per year"),
        ("Salaire : 1 900 à 2 300 € brut", "1 900 à 2 300 €"),
        ("Stundenlohn 17,40 € bis 19,10 €", "17,40 € bis 19,10 €"),
        ("Salary: R25 000 - R31 500 per month", "R25 000 - R31 500 per month"),
        ("Salary: ₦250,000 to ₦320,000 a month", "₦250,000 to ₦320,000 a month"),
        ("Pay: $62k to $70k USD", "$62k to $70k USD"),
        ("You lift 25 kg, 40 times an hour.", None),
        ("In 2024 we handled 300 000 € of stock.", None),
        ("You manage a budget of £250,000 a year.", None),
        ("You bring home orders worth €6 million a year.", None),
        ("We raised $12m last year.", None),
    ],
)
def test_pay_is_read_and_other_money_is_none(line: str, pay: str | None) -> None:
    found = terms(line).pay

    assert (found and found.quote) == pay


@pytest.mark.parametrize(
    ("line", "hours"),
    [
        ("Full-time, 37.5 hours per week", "37.5 hours per week"),
        ("Hours: 30 per week", "30 per week"),
        ("a 35-hour week", "35-hour week"),
        ("Thirty-two hours a week", "Thirty-two hours a week"),
        ("0.8 FTE", "0.8 FTE"),
        ("Part-time", "Part-time"),
        ("You can stand for 10 hours.", None),
        ("We answer within 48 hours.", None),
    ],
)
def test_hours_are_read(line: str, hours: str | None) -> None:
    found = terms(line).hours

    assert (found and found.quote) == hours


@pytest.mark.parametrize(
    ("line", "travel"),
    [
        ("Travel required: up to 25%", "Travel required: up to 25%"),
        ("You travel about half of the time.", "travel about half of the time"),
        ("We sell travel insurance.", None),
    ],
)
def test_travel_is_read(line: str, travel: str | None) -> None:
    found = terms(line).travel

    assert (found and found.quote) == travel


def test_terms_move_no_score_and_pay_is_no_scope() -> None:
    said = a_job("Baker\n\nRequirements\n- Python\n\nThe pay is €52,000 a year.\n")

    assert said.scope.money is None
    assert len(said.requirements) == 2


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Baker (Dublin, 3 days a week)\n\nWe bake.", "Dublin"),
        ("Baker\n\nYou work at our Lyon office.", "Lyon"),
        ("Baker\n\nOur plant is in Cork.", "Cork"),
        ("Hollin Bakery, Baker, Dublin\n\nWe bake.", "Dublin"),
    ],
)
def test_a_place_stands_in_many_ways(text: str, place: str) -> None:
    found = a_job(text).terms.place

    assert found is not None
    assert found.quote == place


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("You lead a team of 9 nurses.", 9),
        ("You manage the ward with a team of 9 nurses.", 9),
        ("You supervise nine nurses.", 9),
        ("You look after 12 beds with a team of 9 nurses.", None),
        ("You work in a team of 9 nurses.", None),
        ("You join a team of 9.", None),
        ("Our team of 9 nurses looks after 12 beds.", None),
        ("Hollin is a team of 45 people.", None),
    ],
)
def test_the_size_of_a_team_that_one_joins_is_no_number_of_people_led(
    said: str, people: int | None
) -> None:
    job = f"Nurse\n\nAbout the role\n{said}\n\nRequirements\n- Tact\n"

    assert a_job(job).scope.people == people
