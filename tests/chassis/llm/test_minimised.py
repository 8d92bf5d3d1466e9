"""What may leave holds no name, and what comes back has its names again."""

import random
import re
import time

import pytest

from chassis.llm.minimised import Minimised, NameKind, SentLine, minimise
from chassis.llm.ways import KnownNames
from contracts.disclosure import SentField

NAMES = [
    (NameKind.PERSON, "Imke de Brandt"),
    (NameKind.CONTACT, "Lisbon"),
    (NameKind.EMPLOYER, "Quarrystone & Sons"),
    (NameKind.EMPLOYER, "Harbour Light"),
    (NameKind.SCHOOL, "Brookhaven College"),
]


TERMS = {"go", "rust", "python", "django", "docker", "react native", "google analytics", "asp.net"}


def is_term(said: str) -> bool:
    return said.lower() in TERMS | {"node.js", "socket.io"}


def hidden(*texts: str) -> Minimised:
    lines = [SentLine(f"l{n}", SentField.RESUME_WORK, text) for n, text in enumerate(texts, 1)]
    return minimise(lines, NAMES, is_term)


def texts(minimised: Minimised) -> list[str]:
    return [line.text for line in minimised.lines]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("At QUARRYSTONE  & Sons I wrote Go", "At [[EMPLOYER_1]] I wrote Go"),
        ("At Quarrystone I wrote Go", "At [[EMPLOYER_1]] I wrote Go"),
        ("Imke and Mr Brandt", "[[PERSON_1]] and Mr [[PERSON_2]]"),
        ("Imke de Brandt, Lisbon", "[[PERSON_1]], [[CONTACT_1]]"),
        ("taught at Brookhaven College", "taught at [[SCHOOL_1]]"),
        ("write to imke@example.org", "write to [[CONTACT_1]]"),
        ("see https://example.org/me for more", "see [[CONTACT_1]] for more"),
        ("call +49 30 1234567 now", "call [[CONTACT_1]] now"),
        ("I met Brandtner, somebody else", "I met [[NAME_1]], somebody else"),
    ],
)
def test_names_and_contacts_are_replaced_wherever_they_stand(text, left):
    assert texts(hidden(text)) == [left]


def test_the_same_name_has_the_same_token_everywhere():
    first = hidden("Brandt, Harbour Light", "I left harbour light in 2020")
    second = hidden("Brandt, Harbour Light", "I left harbour light in 2020")

    assert texts(first) == ["[[PERSON_1]], [[EMPLOYER_1]]", "I left [[EMPLOYER_1]] in 2020"]
    assert texts(first) == texts(second)


def test_names_come_back_and_tokens_that_are_not_ours_stay():
    said = hidden("Wrote Go at Harbour Light").restored("Go at [[EMPLOYER_1]], [[EMPLOYER_9]]")

    assert said == "Go at Harbour Light, [[EMPLOYER_9]]"


@pytest.mark.parametrize("form", ["GmbH", "Inc.", "Ltd", "Limited", "S.A.", "GmbH & Co. KG"])
def test_a_firm_is_hidden_by_its_everyday_name_too(form):
    line = SentLine("l1", SentField.RESUME_WORK, "Built Rust services at Corriedale.")

    left = texts(minimise([line], [(NameKind.EMPLOYER, f"Corriedale {form}")], is_term))

    assert left == ["Built Rust services at [[EMPLOYER_1]]."]


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        (NameKind.EMPLOYER, "Old Mill Software", "Old Mill"),
        (NameKind.EMPLOYER, "Tidewater Robotics GmbH", "Tidewater"),
        (NameKind.EMPLOYER, "The Larkfield Hospital Group", "Larkfield"),
        (NameKind.EMPLOYER, "Halden Pike and Sons", "Halden"),
        (NameKind.EMPLOYER, "Next Retail Ltd", "Next"),
        (NameKind.EMPLOYER, "Kestrel Wharf Boatyard", "KWB"),
        (NameKind.SCHOOL, "University of Brackwell", "Brackwell"),
        (NameKind.SCHOOL, "Brackwell Technical University", "Brackwell"),
        (NameKind.PERSON, "Rose Tanager", "Rose"),
        (NameKind.CONTACT, "Brackwell, Germany", "Brackwell"),
    ],
)
def test_a_name_is_hidden_as_it_is_said_for_short(kind, name, said):
    left = texts(minimise([a_line(f"Moved {said} to Python")], [(kind, name)], is_term))

    assert left == [f"Moved [[{kind.name}_1]] to Python"]


@pytest.mark.parametrize(
    ("kind", "name", "text"),
    [
        (NameKind.EMPLOYER, "Next", "planned the next steps"),
        (NameKind.EMPLOYER, "Apple", "baked apple pie"),
        (NameKind.EMPLOYER, "Data Systems Ltd", "Data analysis of systems"),
        (NameKind.EMPLOYER, "North Sea Energy", "worked in the north and in energy"),
        (NameKind.PERSON, "Mark Will Grant", "will mark tests and grant access"),
        (NameKind.SCHOOL, "University of Brackwell", "taught at a university"),
        (NameKind.CONTACT, "Remote, Germany", "Remote teams"),
    ],
)
def test_a_common_word_stays_where_it_is_no_name(kind, name, text):
    assert texts(minimise([a_line(text)], [(kind, name)], is_term)) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Reported to Odile Marchetti and planned releases",
        "reporting to Odile, who led the group",
        "Mentored Odile and Tarquin Ashby",
        "Worked with Odile Marchetti on Python",
        "Paired alongside Odile van der Berg",
        "Supervised by Dr. Odile Marchetti",
        "Assistant to Prof Marchetti",
        "Referees: Odile Marchetti",
    ],
)
def test_others_who_are_named_beside_somebody_are_hidden(text):
    left = texts(minimise([a_line(text)], [], is_term))[0]

    assert "[[PERSON_1]]" in left
    assert not [name for name in ("Odile", "Marchetti", "Berg", "Tarquin") if name in left]


@pytest.mark.parametrize(
    "text",
    [
        "Reported to the CTO",
        "Reported to Head of Engineering",
        "Mentored Junior Engineers and Interns",
        "Worked with React Native and Google Analytics",
        "Built services with Python, Django and Docker",
        "Runs on Node.js, ASP.NET and Socket.IO",
        "Kept to ISO 27001, used Python 3.11.4 and served 40,000 users in 2021",
        "From March 2019 to 05/2021 with 99.95 % of uptime",
    ],
)
def test_words_of_the_trade_and_plain_numbers_stay(text):
    assert texts(minimise([a_line(text)], [], is_term)) == [text]


@pytest.mark.parametrize(
    "secret",
    [
        "12 Quince Hill Road",
        "221b Larkfield Street, LS1 4AB",
        "Lerchenfelder Straße 14, 10115 Brackwell",
        "Quittenweg 7",
        "14 rue de Larkfield",
        "P.O. Box 1123",
        "born 12 March 1991",
        "Date of birth: 03/12/1991",
        "geboren am 3. Mai 1991",
        "1991-03-12",
        "12.03.1991",
        "March 12, 1991",
        "aged 34",
        "odile.m (at) example (dot) org",
        "0151 2345678",
        "(415) 555-0134",
        "larkfield.dev/odile",
        "github.com/odile",
        "www.larkfield.example",
        "@odilecodes",
        "student number 20231234",
        "Licence no. RN-123456",
        "NMC PIN 12A3456E",
        "Matrikelnummer 1234567",
        "member id QX99321",
        "123-45-6789",
        "AB 12 34 56 C",
        "DE89 3704 0044 0532 0130 00",
    ],
)
def test_what_tells_somebody_by_its_form_is_hidden(secret):
    left = texts(minimise([a_line(f"Wrote Go, {secret}, and tests")], [], is_term))[0]

    assert left.startswith("Wrote Go, ")
    assert left.endswith(", and tests")
    digits = [part for part in re.findall(r"\w*\d\w*", secret) if part in left.split("[[")[0]]
    assert digits == []
    assert not re.search(r"odile|Larkfield|Quince|Quitten|\d{3}", left)


def test_whatever_is_hidden_comes_back():
    said = "Odile Marchetti, 12 Quince Road, 0151 2345678, born 1991-03-12, reported to Tarquin"
    made = minimise([a_line(said)], [(NameKind.PERSON, "Odile Marchetti")])

    assert made.restored(texts(made)[0]) == said


def test_names_are_found_as_an_alternation_of_all_of_them_would():
    rng = random.Random(17)
    parts = ["oak", "elm", "fir", "a", "&", "-", ".", "yew", "b"]
    for _ in range(300):
        names = ["".join(rng.choices([*parts, " "], k=rng.randint(1, 6))) for _ in range(5)]
        names = [" ".join(name.split()) for name in names if re.search(r"\w", name)]
        text = "".join(rng.choices([*parts, " ", " "], k=40))

        found = [(it.start, it.end) for it in _found_whole(names, text)]

        assert found == _by_alternation(names, text)


def test_a_giant_text_with_many_names_is_minimised_in_time():
    names = [(NameKind.EMPLOYER, f"Larkfield {n} Wharf {n * 7}") for n in range(1000)]
    text = "Moved Larkfield 77 Wharf 539 and aaaaaaaaaa.bbbb@ccc to 7 Larkfield streets. " * 600
    hostile = ["a" * 50_000, "a." * 25_000, "1 " * 25_000, "Ab " * 16_000, "larkfield " * 5_000]
    began = time.monotonic()

    minimise([a_line(each) for each in (text, *hostile)], names)

    assert time.monotonic() - began < 15


def a_line(text: str) -> SentLine:
    return SentLine("l1", SentField.RESUME_WORK, text)


def _found_whole(names, text):
    return KnownNames((NameKind.CONTACT, name) for name in names).find(text)


def _by_alternation(names, text):
    """The plain way, which takes as long as there are names: the longest first, whole words."""
    known = sorted(set(names), key=lambda name: -len(re.findall(r"\w+|[^\w\s]", name)))
    spaced = (re.sub(r"(?<=\w) (?=\w)", "_ ", name) for name in known)
    parts = (re.findall(r"[^\W_]+_?|[^\w\s]", name) for name in spaced)
    ways = (r"\s*".join(re.escape(part).replace("_", r"\s") for part in name) for name in parts)
    pattern = "|".join(rf"(?<!\w){way}(?!\w)" for way in ways)
    return [found.span() for found in re.finditer(pattern, text)] if pattern else []


def test_nobody_else_makes_what_may_leave():
    with pytest.raises(TypeError, match="minimise"):
        Minimised((), {}, None)


def test_names_are_not_in_its_repr():
    assert "Harbour" not in repr(hidden("Wrote Go at Harbour Light"))


def test_text_without_any_name_stays_as_it_is():
    line = SentLine("l1", SentField.JOB_DUTIES, "You write Go")

    assert texts(minimise([line], [], is_term)) == ["You write Go"]
