"""Sizes of work, whatever stands between their thousands."""

import pytest

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
    ],
)
def test_money_is_read_with_its_sign_on_either_side(said: str, money: int, currency: str) -> None:
    (role,) = a_resume(
        f"Ada Fernweh\n\nEXPERIENCE\n\nBuyer, Corner Mill, 2019 - 2021\n- {said}\n"
    ).roles

    assert (role.scope.money, role.scope.currency) == (money, currency)
