"""Where somebody lives: by a post code or a county, whatever else stands on the line."""

import pytest

from tests.documents.reading import a_resume

BELOW = "\n\nEXPERIENCE\n\nBaker, Mill Lane Bakery, 2019 - 2021\n- Baked.\n"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("14 Orchard Close, Lisburn BT28 • M: 07700 900318", "14 Orchard Close, Lisburn BT28"),
        ("Ilkeston DE7 8AB | ada@example.org", "Ilkeston DE7 8AB"),
        ("Plymouth, Devon – will travel, own van", "Plymouth, Devon"),
        ("Tiverton, Devon / relocating to Leeds", "Tiverton, Devon"),
        ("12 rue des Jonquilles – 29200 Brest", "12 rue des Jonquilles – 29200 Brest"),
        ("33100 Udine", "33100 Udine"),
    ],
)
def test_a_place_is_known_by_its_code_or_its_county(line: str, place: str) -> None:
    read = a_resume(f"Ada Fernweh\n{line}{BELOW}")

    assert read.contact.location is not None
    assert read.contact.location.value == place


@pytest.mark.parametrize("line", ["Head Baker – Team A1", "A 12 B", "Born 12345"])
def test_other_letters_with_numbers_are_no_place(line: str) -> None:
    read = a_resume(f"Ada Fernweh\nada@example.org\n{line}\nLeeds, UK{BELOW}")

    assert read.contact.location is not None
    assert read.contact.location.value == "Leeds, UK"
