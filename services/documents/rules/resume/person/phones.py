"""Numbers by which somebody can be called; only their shape is asked."""

import re
from collections.abc import Iterator, Sequence

import phonenumbers

from services.documents.rules.resume.dates.periods import periods
from services.documents.rules.resume.layout.lines import Line, Range

REGIONS = ("US", "GB", "DE", "IN", "FR")
"""Numbers without a country code are tried as these; only their shape is asked."""

_DAY = re.compile(r"\(?\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d")
_PHONE = re.compile(
    r"(?<![\w@/.-])(?:(?:\+\d{1,3} ?\(0\) ?\d{2,4}|0\d{2,4}) ?/ ?\d[\d \t-]{3,12}\d"
    r"|(?:\+|\(\+?)?\d[\d \t().–-]{6,22}\d)(?![\w@])"
)
_POSTCODE = re.compile(r"[1-9]\d{4}[ \t]+(?:[–-][ \t]+)?(?=[+(]?0)")
"""On one line before a number that begins with a nought."""


def phones_in(text: str, lines: Sequence[Line]) -> Iterator[Range]:
    for line in lines:
        for found in _PHONE.finditer(text, line.start, line.end):
            postcode = _POSTCODE.match(found.group())
            rest = found.start() + (postcode.end() if postcode else 0)
            if postcode and _is_phone(text[rest : found.end()]):
                yield rest, found.end()
            elif _is_phone(found.group()):
                yield found.span()


def _is_phone(said: str) -> bool:
    digits = sum(map(str.isdigit, said))
    if _DAY.fullmatch(said.strip()):
        return False
    if not 7 <= digits <= 15 or any(period.is_range for period in periods(said)):
        return False
    return any(_is_possible(said, region) for region in REGIONS)


def _is_possible(said: str, region: str) -> bool:
    try:
        number = phonenumbers.parse(said, region)
    except phonenumbers.NumberParseException:
        return False
    return bool(phonenumbers.is_possible_number(number))
