"""The sizes of somebody's work as they type them: whether they can be used, in one form. Pure."""

import re
from collections.abc import Callable

from chassis.errors import Invalid
from contracts.analysis import ScopeLevel
from contracts.corrections import OwnScope
from services.documents.domain import cleaned_title as cleaned

MOST_DIGITS = 11
"""Of a number; a hundred thousand million is more than anybody led, served or spent."""

_WHOLE = re.compile(r"\d+|\d{1,3}(?:[ ,.\u00a0\u202f']\d{3})+")
_CURRENCY = r"[A-Za-z]{3}|kr|KR|[€$£₹₦]"
_MONEY = re.compile(
    rf"(?:(?P<before>{_CURRENCY})\s*)?(?P<number>\d[\d ,.\u00a0\u202f']*?)"
    rf"\s*(?P<after>{_CURRENCY})?"
)
_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "₹": "INR", "₦": "NGN"}
_LEVELS = tuple(level.value for level in ScopeLevel if level is not ScopeLevel.UNKNOWN)


def checked_sizes(given: OwnScope) -> OwnScope:
    """In the form of `OwnScope.of`. Raises Invalid with the field that cannot be used."""
    forms: dict[str, Callable[[str], str | None]] = {
        "people": _whole,
        "users": _whole,
        "money": _money,
        "region": lambda said: said,
        "level": lambda said: said if said in _LEVELS else None,
    }
    return OwnScope(**{name: _checked(given, name, form) for name, form in forms.items()})


def money_in(said: str) -> tuple[int, str]:
    """The amount and the currency, in small letters, of money in that form."""
    amount, _, currency = said.partition(" ")
    return int(amount), currency.lower()


def _checked(given: OwnScope, name: str, form: Callable[[str], str | None]) -> str | None:
    typed: str | None = getattr(given, name)
    said = None if typed is None else cleaned(typed)
    if not said:
        return said
    if (found := form(said)) is None:
        raise Invalid(_WRONG[name], code="correction-invalid", field=f"scope.{name}")
    return found


def _whole(said: str) -> str | None:
    digits = re.sub(r"\D", "", said) if _WHOLE.fullmatch(said) else ""
    return str(int(digits)) if 0 < len(digits) <= MOST_DIGITS else None


def _money(said: str) -> str | None:
    found = _MONEY.fullmatch(said)
    amount = _whole(found["number"]) if found else None
    named = [each for each in (found["before"], found["after"]) if each] if found else []
    if amount is None or len(named) != 1:
        return None
    return f"{amount} {_SIGNS.get(named[0], named[0].upper())}"


_NUMBER = f"Write a whole number of at most {MOST_DIGITS} digits, such as 12 or 2500."
_WRONG = {
    "people": _NUMBER,
    "users": _NUMBER,
    "money": f"Write whole units, at most {MOST_DIGITS} digits, and a currency: 90000 EUR.",
    "level": "Choose one of the levels.",
}
