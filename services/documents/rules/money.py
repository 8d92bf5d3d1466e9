"""Money that work was about, in any currency: neither pay nor the turnover of a client."""

import re
from collections.abc import Iterator

from services.documents.rules.amounts import Size, asked, count
from services.documents.rules.carries import carries_in

_SIGNED = {
    "US$": "usd", "A$": "aud", "AU$": "aud", "C$": "cad", "CA$": "cad", "NZ$": "nzd",
    "S$": "sgd", "HK$": "hkd", "NT$": "twd", "MX$": "mxn", "R$": "brl", "$": "usd",
    "€": "eur", "£": "gbp", "¥": "jpy", "₹": "inr", "₦": "ngn", "₱": "php", "₺": "try",
    "₽": "rub", "₩": "krw", "₫": "vnd", "₴": "uah", "GH₵": "ghs", "₵": "ghs", "₪": "ils",
    "฿": "thb", "Rs.": "inr", "Rs": "inr", "KSh": "kes", "Ksh": "kes", "RM": "myr",
}  # fmt: skip
"""Signs that stand before a number, or behind it."""
_NAMED = {
    "euro": "eur", "dollar": "usd", "pound": "gbp", "rupee": "inr", "naira": "ngn",
    "kronor": "sek", "zloty": "pln", "zł": "pln", "kč": "czk", "yen": "jpy", "rand": "zar",
    "reais": "brl", "franken": "chf", "forint": "huf", "kr": "kr", "cedi": "ghs",
}  # fmt: skip
_CODES = (
    *("AED", "ARS", "AUD", "BDT", "BGN", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK"),
    *("EGP", "EUR", "GBP", "GHS", "HKD", "HRK", "HUF", "IDR", "ILS", "INR", "ISK", "JPY", "KES"),
    *("KRW", "LKR", "MAD", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PHP", "PKR", "PLN", "QAR"),
    *("RON", "RSD", "RUB", "SAR", "SEK", "SGD", "THB", "TND", "TRY", "TWD", "TZS", "UAH", "UGX"),
    *("USD", "VND", "XAF", "XOF", "ZAR", "ZMW"),
)
_NUMBER = r"""(?P<number>\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3})+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}
    |\d+(?:[.,]\d{1,3})?)"""
_UNIT = r"""(?P<unit>k|m|mm|mn|bn|b|mio\.?|mln\.?|mrd\.?|tsd\.?|tys\.?|thousand|tausend
    |million(?:en|s|i)?|mill[oó]n(?:es)?|milh[oõ](?:es)?|milion[ei]|billion|milliarden?|milliards?
    |la(?:kh|c)s?|crores?|cr|l)?"""
CODE = rf"(?-i:{'|'.join(_CODES)})"
SIGNS = rf"(?-i:{'|'.join(map(re.escape, _SIGNED))})"
_SIGN_BEFORE = rf"""(?P<sign>(?<![^\W\d_]){SIGNS}|\b(?:{CODE}|EUR|USD|GBP|CHF)
    |\b(?-i:R)(?=\d[\d.,]*\ ?(?:k|m|bn|million|billion)\b))"""
_LOW = r"(?:\d[\d.,]*\s?(?:k|m|bn)?\s?[–-]\s?)?"
"""Of "$1.5–2 million" the less."""
_BEFORE = asked(rf"{_SIGN_BEFORE}\s*{_LOW}{_NUMBER}(?:\s*{_UNIT}\b\+?|\+?)(?!\w)")
_BEHIND = asked(
    rf"""(?<![\w.,]){_NUMBER}\s*{_UNIT}\s*(?:\b(?:de|di)\s|d['’])?
    (?P<sign>[€₹₦₺₽]|(?:\b|(?<=\d)|(?<=[mk]))(?:{CODE}|EUR|USD|GBP|CHF)\b
    |\b(?:euros?|dollars?|pounds?|rupees?|nairas?|kronor|zlotys?|zł|kč|yen|rand|reais|franken
    |forints?|kr|cedis?)(?!\w))"""
)
"""As most of Europe writes it: "150 000 €", "2,4 Mio. Euro"."""
_PAY = asked(
    r"""\b(?:salar\w+|compensation|remuneration|hourly|day\ rate|an\ hour|per\ (?:hour|day)|bonus
    |pay|wages?|stipend|commission|gross(?!\ (?:profit|margin|sales|revenue)))\b"""
)
_EACH_YEAR = asked(r"\b(?:per\ (?:year|annum)\b|p\.\ ?a\.)")
OF_WORK = asked(
    r"\b(?:budgets?|revenues?|turnover|p&l|portfolio|sales|pipeline|funding|spend(?:ing)?|contracts?"
    r"|quota|grants?|assets)\b"
)
_FIRM = r"""(?:clients?|customers?|compan(?:y|ies)|firms?|retailers?|business(?:es)?|employers?
    |start-?ups?|suppliers?|organi[sz]ations?|charit(?:y|ies)|brands?|manufacturers?|banks?)"""
_OF_A_FIRM = asked(
    rf"\b{_FIRM},?\ (?:with|whose|that|which|having|of|worth|turning)\b[^.;]{{0,50}}$"
)
_BEFORE_A_FIRM = asked(r"\b(?:to|for|at|by|in|with|joined|of)\ (?:an?|the|this)\ $")
_A_FIRM = asked(rf"(?:[ -][\w-]{{1,40}}){{0,2}}\ {_FIRM}\b")
_RUNS = asked(
    r"""\b(?:r[au]n|runs|running|manag\w+|led|lead(?:ing)?|found\w*|grew|grow\w*|built|own(?:s|ed|er)?
    |head\w*|direct(?:ed|ing)|scal(?:ed|ing)|sold|responsible|in\ charge)\b"""
)
"""A firm of which it is said is the writer's own to run."""
_KRONOR = asked(
    r"""\b(?:(?P<sek>SEK|Sweden|Sverige)|(?P<nok>NOK|Norway|Norge)|(?P<dkk>DKK|Denmark|Danmark)
    |(?P<isk>ISK|Iceland))\b"""
)
_NEAR = 80
_LIGHT = 1000
"""Fewer pounds are of weight, unless the line speaks of money."""


def money_in(text: str, start: int, end: int, *, is_own: bool) -> Iterator[Size]:
    """Each amount in a line, in whole units of its currency; none in a line about pay."""
    said = text[start:end]
    if _is_pay(said):
        return
    for pattern in (_BEFORE, _BEHIND):
        for found in pattern.finditer(text, start, end):
            amount = count(found)
            if _is_weight(found, amount, said):
                continue
            if is_own and (
                _is_of_a_firm(text, start, end, found)
                or not carries_in(text, (start, end), found.span())
            ):
                continue
            yield Size(amount, *found.span(), currency_of(found["sign"], text))


def _is_pay(said: str) -> bool:
    is_yearly = _EACH_YEAR.search(said) and not OF_WORK.search(said)
    return bool(is_yearly or _PAY.search(said))


def _is_weight(found: re.Match[str], amount: int, said: str) -> bool:
    is_pounds = found["sign"].lower().startswith("pound")
    return is_pounds and amount < _LIGHT and not OF_WORK.search(said)


def _is_of_a_firm(text: str, start: int, end: int, found: re.Match[str]) -> bool:
    """Whether it says how large a firm is for which, or in which, the writer did something."""
    before = text[max(start, found.start() - _NEAR) : found.start()]
    is_its = _OF_A_FIRM.search(before) or (
        _BEFORE_A_FIRM.search(before) and _A_FIRM.match(text, found.end(), end)
    )
    return bool(is_its) and not _RUNS.search(before)


def currency_of(sign: str, text: str = "") -> str:
    """By its sign or name; whose kronor are meant, by the countries that the text names."""
    if sign in _SIGNED:
        return _SIGNED[sign]
    said = sign.lower()
    if said == "r":
        return "zar"
    if said == "kr" and (named := _KRONOR.search(text)):
        return str(named.lastgroup)
    return _NAMED.get(said) or _NAMED.get(said.removesuffix("s"), said)
