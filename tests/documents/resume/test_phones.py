"""Phone numbers as different countries write them, and what stands beside them."""

import pytest

from services.documents.rules.resume.layout.lines import lines_of
from services.documents.rules.resume.person.phones import phones_in


@pytest.mark.parametrize(
    ("line", "phone"),
    [
        ("Köln · 0221 / 555 01 99", "0221 / 555 01 99"),
        ("Tel. 0170/5550199", "0170/5550199"),
        ("+49 (0)221 / 555 01 99", "+49 (0)221 / 555 01 99"),
        ("Lyon 69003 – 06 12 34 56 78", "06 12 34 56 78"),
        ("75011 06 12 34 56 78", "06 12 34 56 78"),
        ("Berlin 10115 030 5550199", "030 5550199"),
        ("Leeds · 0113 555 0199", "0113 555 0199"),
        ("98765 01234", "98765 01234"),
        ("(555) 010-1234", "(555) 010-1234"),
    ],
)
def test_a_phone_is_found_whole_and_alone(line: str, phone: str) -> None:
    assert [line[start:end] for start, end in phones_in(line, lines_of(line))] == [phone]


def test_months_are_no_phone() -> None:
    assert list(phones_in("01/2019 - 03/2020", lines_of("01/2019 - 03/2020"))) == []
