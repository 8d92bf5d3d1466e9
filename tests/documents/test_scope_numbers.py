"""Sizes of work, whatever stands between their thousands."""

import pytest

from contracts.analysis import WorkScope
from tests.documents.reading import a_resume

RESUME = """Mara Lindqvist
mara@example.org

EXPERIENCE
Product Manager, Harbour Portal
Jan 2018 - Present
- Ran a portal with 900\u202f000 users and a budget of €1 500 000
"""


def test_a_size_with_spaces_between_thousands_is_read_whole() -> None:
    (role,) = a_resume(RESUME).roles

    assert (role.scope.users, role.scope.money) == (900_000, 1_500_000)


@pytest.mark.parametrize(
    ("said", "money", "currency"),
    [
        ("Managed a budget of 150 000 €", 150_000, "eur"),
        ("Managed a budget of 150\u202f000 €", 150_000, "eur"),
        ("Managed a budget of 150.000 EUR", 150_000, "eur"),
        ("Managed a budget of €150.000", 150_000, "eur"),
        ("Budget von 2,4 Mio. Euro verantwortet", 2_400_000, "eur"),
        ("Umsatz von 900 Tsd. €", 900_000, "eur"),
        ("Cartera de 2,4 millones de euros", 2_400_000, "eur"),
        ("Budget de 1,2 million d'euros", 1_200_000, "eur"),
        ("Actifs de 3 milliards d'euros", 3_000_000_000, "eur"),
        ("Won grants of 45 000 dollars", 45_000, "usd"),
        ("Sales of £11.4m", 11_400_000, "gbp"),
        ("Revenue of $1.234m", 1_234_000, "usd"),
        ("Sold 2,50 € coffee", 2, "eur"),
        ("Managed a budget of 90 000 SEK", 90_000, "sek"),
        ("Managed a budget of 12 MSEK", 12_000_000, "sek"),
        ("Budget of DKK 3.5m", 3_500_000, "dkk"),
        ("Budget NOK 800 000", 800_000, "nok"),
        ("Budget of CHF 2'400'000", 2_400_000, "chf"),
        ("Revenue of Rs. 45 lakh", 4_500_000, "inr"),
        ("Revenue of ₹3.2 crore", 32_000_000, "inr"),
        ("Budget of ₹12,50,000", 1_250_000, "inr"),
        ("Ran a ₦4m budget", 4_000_000, "ngn"),
        ("Sales of R$ 2,5 milhões", 2_500_000, "brl"),
        ("Budget of A$2m", 2_000_000, "aud"),
        ("Budget of R3.5m", 3_500_000, "zar"),
        ("Budget 450 tys. zł", 450_000, "pln"),
        ("Budget of $1.5–2 million", 2_000_000, "usd"),
        ("Managed a budget of $2m per year", 2_000_000, "usd"),
        ("Budget of 1.2m kr", 1_200_000, "kr"),
        ("Budget of 1.2m kr for the coast of Norway", 1_200_000, "nok"),
        ("Ran a company with £9m turnover", 9_000_000, "gbp"),
    ],
)
def test_money_is_read_with_its_sign_on_either_side(said: str, money: int, currency: str) -> None:
    scope = scope_of(said)

    assert (scope.money, scope.currency) == (money, currency)


def scope_of(said: str) -> WorkScope:
    (role,) = a_resume(
        f"Ada Fernweh\n\nEXPERIENCE\n\nBuyer, Corner Mill, 2019 - 2021\n- {said}\n"
    ).roles
    return role.scope


@pytest.mark.parametrize(
    "said",
    [
        "Hourly rate of £12.50",
        "Paid £9 an hour",
        "Earned £24,000 p.a.",
        "Left on €45k gross",
        "Advised a client with a turnover of €30m",
        "Audited firms with revenues of up to $50m",
        "Worked for a company with £9m turnover",
        "Supplier to a €4bn retailer",
        "Joined a startup that had raised $5m",
        "Carried sacks of 50 pounds",
        "Cleaned section R3 and route R12",
    ],
)
def test_pay_a_clients_turnover_and_weight_are_no_money_of_the_work(said: str) -> None:
    assert scope_of(said).money is None


@pytest.mark.parametrize(
    ("said", "users"),
    [
        ("Taught five classes of 28 pupils", 28),
        ("Served 300 covers a night", 300),
        ("Fed 4,000 people a day", 4000),
        ("Drove up to 60 passengers", 60),
        ("Worked in 12 households", 12),
        ("Led a group of 25 tourists", 25),
        ("Taught Year 10 pupils", None),
        ("Grade 7 students and Level 3 learners", None),
        ("Ran 24/7 customers support", None),
        ("In 2019 customers asked for it", None),
        ("Classes for ages 5 to 7 children", None),
        ("5 years with customers", None),
        ("30 sessions for clients", None),
        ("Led 12 team members", None),
        ("Wrote to 3 members of staff", None),
        ("Marked 120 students' essays", None),
    ],
)
def test_whom_somebody_served_is_counted_and_no_name_or_year_is(
    said: str, users: int | None
) -> None:
    assert scope_of(said).users == users


@pytest.mark.parametrize(
    ("said", "region"),
    [
        ("Opened shops across 12 sites", "across 12 sites"),
        ("Sales in five European countries", "in five european countries"),
        ("Ran a statewide programme", "statewide"),
        ("Led the DACH desk", "dach"),
        ("Wrote on three states of matter", None),
        ("Filed in 3 languages", None),
    ],
)
def test_where_the_work_reached_is_read(said: str, region: str | None) -> None:
    assert scope_of(said).region == region
