"""Roles under headings and in heads that people word in ways of their own."""

import pytest

from services.documents.rules.resume.sections.headings import Section, section_of
from services.documents.rules.wording import title_weight
from tests.documents.reading import a_resume

HEAD = "Ottilie Brackwater\nottilie@example.org\n\n"

Role = tuple[str, str | None]


def roles(lines: str, heading: str = "WORK") -> list[Role]:
    found = a_resume(f"{HEAD}{heading}\n\n{lines}").roles
    return [(role.title.value, role.employer.value if role.employer else None) for role in found]


@pytest.mark.parametrize(
    "said",
    [
        "My road so far",
        "The journey until now",
        "My professional path to date",
        "Posts I have held",
        "The jobs I have had",
    ],
)
def test_a_heading_that_tells_of_a_way_announces_work(said: str) -> None:
    assert section_of(said) is Section.EXPERIENCE


@pytest.mark.parametrize(
    ("said", "section"),
    [
        ("Tickets I hold", Section.CERTIFICATIONS),
        ("Licences I hold", Section.CERTIFICATIONS),
        ("Machines I know", Section.SKILLS),
        ("Languages I speak", Section.LANGUAGES),
        ("Subjects I studied", Section.EDUCATION),
    ],
)
def test_a_thing_and_what_one_does_with_it_is_a_heading(said: str, section: Section) -> None:
    assert section_of(said) is section


@pytest.mark.parametrize(
    "said", ["The way forward", "Path planning", "Teams I led", "So far so good", "Story editor"]
)
def test_other_words_of_ways_and_things_are_no_heading(said: str) -> None:
    assert section_of(said) is None


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("RESEARCH FUNDING", "Marsh Trust, start-up grant, $48,000, 2018–2021"),
        ("SOCIETIES", "Secretary, Beekeepers of Alnmouth, 2018 – 2020"),
        ("ACADEMIC SERVICE", "Reviewer, Letters on Peat, 2016–2022"),
        ("GRANTS AND FELLOWSHIPS", "Heather fellowship, £9,000, 2015–2016"),
        ("COMMITTEES", "Chair of the seed library, 2014–2019"),
    ],
)
def test_what_one_was_given_or_gave_beside_work_is_none(heading: str, line: str) -> None:
    job = "Soil Scientist, Fenland Growers, 2012–2018\n"
    assert roles(f"{job}\n{heading}\n{line}\n") == [("Soil Scientist", "Fenland Growers")]


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Florist with Petal & Stem (since March 2019)", ("Florist", "Petal & Stem")),
        (
            "Deputy Florist with Morrow Blooms (from May 2015 to June 2018)",
            ("Deputy Florist", "Morrow Blooms"),
        ),
        ("Paramedic with Dale Ambulances, 2014 - 2017", ("Paramedic", "Dale Ambulances")),
    ],
)
def test_an_employer_stands_behind_with(head: str, role: Role) -> None:
    assert roles(f"{head}\nWreaths and weddings.\n", "My road so far") == [role]


def test_with_before_small_letters_parts_nothing() -> None:
    found = roles("Driver with own van, Tarn Parcels, 2014 - 2017\n- Drove.\n")
    assert found == [("Driver with own van", "Tarn Parcels")]


@pytest.mark.parametrize(
    "said",
    ["Director General", "Secretary-General", "Engineer Resident", "Manager Designate"],
)
def test_some_words_stand_behind_the_noun_of_a_job(said: str) -> None:
    assert title_weight(said.replace("-", " ")) == 2


@pytest.mark.parametrize("said", ["Hillside General", "Members Elect Hall", "General Stores"])
def test_the_same_words_alone_are_no_job(said: str) -> None:
    assert title_weight(said) < 2


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Page Editor, The Harwich Porter, Leeds", ("Page Editor", "The Harwich Porter")),
        ("Cook, The Fat Baker, Leeds", ("Cook", "The Fat Baker")),
        ("Reporter, The Wick Messenger", ("Reporter", "The Wick Messenger")),
        ("Cashier, The Little Tailor, York", ("Cashier", "The Little Tailor")),
    ],
)
def test_what_begins_with_the_is_a_firm(head: str, role: Role) -> None:
    assert roles(f"{head}, 2011 to 2013\n- Did.\n") == [role]


@pytest.mark.parametrize(
    ("head", "role"),
    [
        (
            "Sister, Surgery, Westmoor Infirmary",
            ("Sister, Surgery", "Westmoor Infirmary"),
        ),
        (
            "Account Manager, Customer Success, Tern Software Ltd",
            ("Account Manager, Customer Success", "Tern Software Ltd"),
        ),
        ("Porter, Theatres, Castle Clinic", ("Porter, Theatres", "Castle Clinic")),
        (
            "Lecturer, Department of History, Avon University",
            ("Lecturer, Department of History", "Avon University"),
        ),
    ],
)
def test_a_ward_before_the_employer_belongs_to_the_title(head: str, role: Role) -> None:
    assert roles(f"March 2020 - June 2022\n{head}\n- Did much.\n") == [role]


def test_a_school_behind_a_dash_is_not_its_town() -> None:
    lines = (
        "Cook - Bramble Hotel. Otley, Jan, 2018 - Present\n\n"
        "Trainee Cook - St Anselm's School. Denby, Jan, 2012 - Jan, 2014\n"
    )
    assert roles(lines) == [("Cook", "Bramble Hotel"), ("Trainee Cook", "St Anselm's School")]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "1. Company : Ember Tiles\n   Position : Kiln Operator\n   Period : 2016 to 2019\n\n"
            "2. Company : Sable Glass\n   Position : Cutter\n   Period : 2012 to 2016\n"
        ),
        (
            "1) Employer: Ember Tiles\nRole: Kiln Operator\nDates: 2016 - 2019\n\n"
            "2) Employer: Sable Glass\nRole: Cutter\nDates: 2012 - 2016\n"
        ),
        (
            "1. Designation: Kiln Operator\nOrganisation: Ember Tiles\nDuration: 2016 - 2019\n\n"
            "2. Designation: Cutter\nOrganisation: Sable Glass\nDuration: 2012 - 2016\n"
        ),
    ],
)
def test_a_label_behind_a_number_names_the_employer(lines: str) -> None:
    assert roles(lines) == [("Kiln Operator", "Ember Tiles"), ("Cutter", "Sable Glass")]


def test_a_numbered_deed_stays_a_point_of_its_role() -> None:
    lines = "Cutter, Sable Glass, 2012 - 2016\n1. Client visits: 40 a year\n2. Cut glass\n"
    assert roles(lines) == [("Cutter", "Sable Glass")]


@pytest.mark.parametrize(
    "head",
    [
        "Florist\t2016-06-15 - 2020-01-31 • Bound wreaths for ten parishes",
        "Florist\tMay 2016 - Present • Planned and bound 40 weddings",
        "Florist    2016 - 2019 ▪ Cared for two hundred orchids",
        "Florist\t03/2016 - now ● Taught four trainees to graft",
    ],
)
def test_a_deed_beside_the_dates_is_no_employer(head: str) -> None:
    (role,) = a_resume(f"{HEAD}WORK\n\nPetal & Stem\n{head}\n• Ran the shop\n").roles
    assert role.title.value == "Florist"
    assert role.employer is not None
    assert role.employer.value == "Petal & Stem"
    assert len(role.bullets) > 1


@pytest.mark.parametrize(
    "firm", ["United Petal Growers of Kent", "Registered Florists of the Dale"]
)
def test_a_name_beside_the_dates_is_one(firm: str) -> None:
    assert roles(f"Florist • 2016 – 2020 • {firm}\n- Bound wreaths\n") == [("Florist", firm)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ember Tiles, York", "Sable Glass"),
        ("Alnmouth Academy, Leeds", "St Anselm's School, London"),
        ("Tern Radio", "Fen College, Oxford"),
    ],
)
def test_an_employer_below_the_dates_needs_no_deed_below_it(first: str, second: str) -> None:
    lines = (
        f"Cook\n2018 - 2020\n{first}\nHead Cook\n2014 - 2018\n{second}\n"
        "Trainee Cook\n2012 - 2014\nTern Inn\n"
    )
    assert roles(lines) == [
        ("Cook", first.partition(",")[0]),
        ("Head Cook", second.partition(",")[0]),
        ("Trainee Cook", "Tern Inn"),
    ]


def test_a_title_below_the_dates_of_another_is_its_own() -> None:
    lines = (
        "Cook\n2018 - 2020\nEmber Inn\nFreelance Baker\n2014 - 2018\n"
        "Head Cook\n2012 - 2014\nTern Inn\n"
    )
    assert roles(lines) == [
        ("Cook", "Ember Inn"),
        ("Freelance Baker", None),
        ("Head Cook", "Tern Inn"),
    ]


@pytest.mark.parametrize(
    "dates",
    ["Jan 2015 - Mar 20194 years", "Jan 2015 – Mar 20194 yrs 3 mos", "01/2015 - 03/20194 Jahre"],
)
def test_how_long_a_role_took_may_be_written_on_to_its_end(dates: str) -> None:
    (role,) = a_resume(f"{HEAD}WORK\n\nFlorist, Petal & Stem\n{dates}\n- Bound wreaths\n").roles
    assert (role.start, role.end) == ("2015-01", "2019-03")


def test_a_longer_number_is_no_year() -> None:
    (role,) = a_resume(f"{HEAD}WORK\n\nFlorist, Stem, 2015 - 2019\n- Sold 20194 roses\n").roles
    assert (role.start, role.end) == ("2015", "2019")
