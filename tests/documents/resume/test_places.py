"""Where somebody lives, in the ways that heads of résumés say it."""

import pytest

from ops import towns as towns_script
from services.documents.rules.lexicon import words
from services.documents.rules.towns import is_place
from tests.documents.reading import a_resume

BELOW = "\n\nExperience\nBaker, Corner Mill, 2019 - 2021\n- Baked bread\n"


def place_of(head: str) -> str | None:
    found = a_resume(f"Ada Fernweh\n{head}{BELOW}").contact.location
    return found.value if found else None


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("ada@example.org, 07700 900 118, Sheffield", "Sheffield"),
        ("Kirkcaldy | 07700 900 118 | ada@example.org", "Kirkcaldy"),
        ("0161 496 0742 | Flat 3, 88 High Street, Leeds LS1", "Flat 3, 88 High Street, Leeds LS1"),
        ("Address:      27 Mill Lane, Walsall, WS2 8TT", "27 Mill Lane, Walsall, WS2 8TT"),
        ("12 rue des Lilas – 29200 Brest\nada@example.org", "29200 Brest"),
        ("Wigan WN1 | ada@example.org", "Wigan WN1"),
        ("Beauvais (60) | ada@example.org", "Beauvais (60)"),
        ("Based in Wigan\nada@example.org", "Wigan"),
        ("Penzance, Cornwall – will travel, own van", "Penzance, Cornwall"),
        ("Tidworth Camp / relocating to Hull\nada@example.org", "Tidworth Camp"),
        ("Gartenweg 8a, 34119 Kassel\nada@example.org", "34119 Kassel"),
    ],
)
def test_a_place_is_told_by_its_name_its_shape_or_what_stands_beside_it(
    head: str, place: str
) -> None:
    found = place_of(head)

    assert found is not None
    assert place in found


@pytest.mark.parametrize(
    "head",
    [
        "ada@example.org | LinkedIn | GitHub",
        "Head Baker | ada@example.org",
        "Driving Licence | 07700 900 118",
        "Polish | ada@example.org",
    ],
)
def test_what_stands_beside_an_address_is_not_always_a_place(head: str) -> None:
    assert place_of(head) is None


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


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("Ada Fernweh, Hebden Bridge\nada@example.org", "Hebden Bridge"),
        ("Ada Fernweh, Todmorden, 07700 900118, ada@example.org", "Todmorden"),
        ("Ada Fernweh (Todmorden, UK)\nada@example.org", "Todmorden, UK"),
        ("Ada Fernweh\nTodmorden\nada@example.org", "Todmorden"),
        ("Ada Fernweh\nada@example.org\n07700 900118\nTodmorden", "Todmorden"),
        ("ADA FERNWEH\nTODMORDEN | 07700 900118", "TODMORDEN"),
        (
            "Ada Fernweh\nGreater Seattle Area, open to remote\nada@example.org",
            "Greater Seattle Area",
        ),
        ("Ada Fernweh\nTodmorden (willing to relocate)\nada@example.org", "Todmorden"),
        ("Ada Fernweh\nLives in Todmorden. Phone 07700 900118.", "Todmorden"),
        ("Ada Fernweh\nBased: Todmorden | Mail: ada@example.org", "Todmorden"),
        ("Ada Fernweh\n(e) ada@example.org (t) 07700 900118 (a) Todmorden", "Todmorden"),
        ("Ada Fernweh\nada@example.org\nRemote (based near Todmorden)", "Todmorden"),
        ("Ada Fernweh\nNO. 22, ALADE CLOSE, SURULERE, LAGOS STATE", "SURULERE, LAGOS STATE"),
        ("Ada Fernweh\nTodmorden, Lancs - ada@example.org", "Todmorden, Lancs"),
        ("Ada Fernweh\nada@example.org | Remote or on-site | Todmorden", "Todmorden"),
        ("Ada Fernweh\nTodmorden GB / 07700 900118 / ada@example.org", "Todmorden GB"),
        ("Ada Fernweh\nada@example.org · 07700 900118 · Olinda - PE", "Olinda - PE"),
        ("Ada Fernweh\nada@example.org | Macerata/MC", "Macerata/MC"),
        (
            (
                "Ada Fernweh\n31 Cedar Avenue Moorhead Minnesota 56560 US\nada@example.org\n"
                "07700 900118\nKneading"
            ),
            "31 Cedar Avenue Moorhead Minnesota 56560 US",
        ),
        ("Ada Fernweh\nada@example.org\n7 Canal Row\nHX7 8AB Todmorden", "HX7 8AB Todmorden"),
        (
            "Ada Fernweh\nEmail ada@example.org Phone 07700 900118 Location Todmorden, GB",
            "Todmorden, GB",
        ),
        ("Ada Fernweh\nDowntown Toronto\nada@example.org", "Downtown Toronto"),
        ("Ada Fernweh\nada@example.org\nNorth East London", "North East London"),
        (
            "Ada Fernweh\n9 Mill Row\nTodmorden\nWest Yorkshire\nada@example.org",
            "Todmorden West Yorkshire",
        ),
        (
            "Ada Fernweh\n31 Cedar Avenue\nMoorhead,\nMinnesota 56560\n07700 900118",
            "Moorhead, Minnesota 56560",
        ),
        ("Ada Fernweh\n\nOudegem East Flanders\nBE\nada@example.org", "Oudegem East Flanders BE"),
    ],
)
def test_a_town_is_known_by_where_it_stands(head: str, place: str) -> None:
    read = a_resume(f"{head}{BELOW}")

    assert read.contact.name is not None
    assert read.contact.name.value.casefold() == "ada fernweh"
    assert read.contact.location is not None
    assert read.contact.location.value == place
    assert read.headline is None


@pytest.mark.parametrize(
    "head",
    [
        "Ada Fernweh\nCurriculum Vitae\nada@example.org",
        "Ada Fernweh\nBread | Chocolate | ada@example.org",
        "Ada Fernweh\nada@example.org\nFull Stack",
        "Ada Fernweh\nada@example.org\nNorth Facing",
        "Ada Fernweh\nSourdough - QA\nada@example.org",
        "Ada Fernweh BA / 07700 900118 / ada@example.org",
        "Ada Fernweh, CEng MIMechE\nada@example.org",
        "Ada Fernweh, The Crooked Well\nada@example.org",
        "Registered Nurse | Intensive Care | ada@example.org",
    ],
)
def test_what_stands_there_is_not_always_a_town(head: str) -> None:
    assert a_resume(f"{head}{BELOW}").contact.location is None


def test_a_town_with_its_postcode_stands_behind_a_title() -> None:
    read = a_resume(f"CURRICULUM VITAE of Ada Fernweh\nHead Baker, Leicester LE2{BELOW}")

    assert read.contact.name is not None
    assert read.contact.name.value == "Ada Fernweh"
    assert read.contact.location is not None
    assert read.contact.location.value == "Leicester LE2"


def test_a_place_behind_a_title_is_no_part_of_the_headline() -> None:
    read = a_resume(f"Ada Fernweh\nHead Baker | Olinda - PE\nada@example.org{BELOW}")

    assert read.contact.location is not None
    assert read.contact.location.value == "Olinda - PE"
    assert read.headline is not None
    assert read.headline.value == "Head Baker"


@pytest.mark.parametrize(
    "place",
    [
        "Quezon City, Philippines",
        "Benin City, Nigeria",
        "Ludwigstraße 14, 80539 München, Germany",
    ],
)
@pytest.mark.parametrize("label", ["", "Address: "])
def test_a_place_is_read_whole_and_without_its_label(label: str, place: str) -> None:
    found = a_resume(
        f"Tor Tallerson\n{label}{place}\nMobile: +44 20 7946 0018\nNationality: Filipino\n\n"
        "EXPERIENCE\nBaker, Corner Mill, 2019 - 2021\n- Baked bread.\n"
    )

    assert found.contact.location is not None
    assert found.contact.location.value == place


@pytest.mark.parametrize(
    "place",
    ["Hobart TAS 7000", "Austin TX 78701", "Toronto ON M5V 2T6", "Darwin NT", "Elmville OH 44012"],
)
def test_a_town_may_stand_before_its_region_without_a_comma(place: str) -> None:
    assert place_of(f"ada@example.org | {place} | 07700 900 118") == place


@pytest.mark.parametrize("said", ["Night Nurse OR", "Site Manager CA", "Head Chef ME 12345"])
def test_work_before_two_capitals_is_no_town(said: str) -> None:
    assert not is_place(said)


def test_towns_are_plain_names_of_places_alone() -> None:
    towns = towns_script.TARGET.read_text(encoding="utf-8").splitlines()

    assert towns == sorted(set(towns))
    assert {"ibadan", "wollongong", "coimbatore"} <= set(towns)
    assert not {"alexandra", "spring", "union", "python", "manager"} & words("cities")


def test_a_town_that_is_small_or_called_like_somebody_is_not_listed() -> None:
    named = [("Wolvermouth", 60_000), ("Wolverfen", 900), ("Alexandra", 90_000), ("Häverö", 70_000)]

    listed = towns_script.listed({"name": name, "population": people} for name, people in named)

    assert listed == ["havero", "wolvermouth"]


@pytest.mark.parametrize(
    "head",
    [
        "Am Anger 12, 06108 Halle (Saale)\nada@example.org",
        "ada@example.org · 0345 555 0187 · Freiburg im Breisgau",
        "ada@example.org · 082 555 0164 · Pietermaritzburg, KwaZulu-Natal",
        "Ranchi, Jharkhand | ada@example.org",
    ],
)
def test_a_town_may_be_told_from_others_and_stand_in_any_region(head: str) -> None:
    place = place_of(head)

    assert place is not None
    assert place in head
    assert place.endswith(("(Saale)", "im Breisgau", "KwaZulu-Natal", "Jharkhand"))


@pytest.mark.parametrize("said", ["Baker (Leeds)", "Nurse on call", "Work in progress"])
def test_what_brackets_and_small_words_add_makes_no_place(said: str) -> None:
    assert not is_place(said)
