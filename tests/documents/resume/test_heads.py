"""Who a résumé is about and where they worked, when the page makes it hard to see."""

import pytest

from tests.documents.reading import a_resume

HEAD = "Ada Fernweh\nada@example.org\n\nEXPERIENCE\n"
LIST = "\n\nSKILLS\nBaking, planning, buying flour for a mill\n"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("Ada Fernweh – Head Baker\nada@example.org", "Ada Fernweh"),
        ("Ada\nMaria Fernweh\nHead Baker\nada@example.org", "Ada Maria Fernweh"),
        ("Ada\nHead Baker\nada@example.org", "Ada"),
    ],
)
def test_the_name_ends_where_the_title_begins(lines: str, name: str) -> None:
    analysis = a_resume(lines + LIST)

    assert analysis.contact.name is not None
    assert analysis.headline is not None
    assert (analysis.contact.name.value, analysis.headline.value) == (name, "Head Baker")


def test_the_headline_ends_where_the_place_begins() -> None:
    analysis = a_resume(f"Ada Fernweh\nHead Baker | Bruxelles, Belgique\nada@example.org{LIST}")

    assert analysis.headline is not None
    assert analysis.contact.location is not None
    said = (analysis.headline.value, analysis.contact.location.value)
    assert said == ("Head Baker", "Bruxelles, Belgique")


def test_what_a_narrow_column_cuts_is_put_together() -> None:
    lines = (
        "Ada Fernweh\nBaker\nada.fernweh.baker@exam\nple.org\nhttps://www.bread.example/a\nda-f\n"
        "Dubai, United Arab\nEmirates\n"
    )

    contact = a_resume(lines + LIST).contact

    assert contact.email is not None
    assert contact.location is not None
    assert contact.email.value == "ada.fernweh.baker@example.org"
    assert contact.location.value == "Dubai, United Arab Emirates"
    assert [link.value for link in contact.links] == ["https://www.bread.example/ada-f"]


def test_a_whole_address_takes_nothing_from_the_next_line() -> None:
    lines = "Ada Fernweh\nBaker\nada@example.org\nbread\ngithub.com/ada\nmills\n"

    contact = a_resume(lines + LIST).contact

    assert contact.email is not None
    assert contact.email.value == "ada@example.org"
    assert [link.value for link in contact.links] == ["github.com/ada"]


@pytest.mark.parametrize(
    ("head", "title", "employer"),
    [
        ("Infirmier en réanimation, Hôpital de Brume\n2019 - 2021",
         "Infirmier en réanimation", "Hôpital de Brume"),
        ("Weserhof Kaffee\nSachbearbeiterin Einkauf\n2019 - 2021",
         "Sachbearbeiterin Einkauf", "Weserhof Kaffee"),
        ("2019 - 2021\nOrmond Consulting Engineers\nSurveyor",
         "Surveyor", "Ormond Consulting Engineers"),
        ("2019 – 2021\tHead Baker, Corner Mill, Bergen, Norway.", "Head Baker", "Corner Mill"),
        ("Orlo Foods, Bremen, Deutschland —Einkäuferin\nMÄRZ 2019 - HEUTE",
         "Einkäuferin", "Orlo Foods"),
        ("Corner Mill\n2 years\nHead Baker\n2019 - 2021 (2 years)", "Head Baker", "Corner Mill"),
    ],
)  # fmt: skip
def test_title_and_employer_are_told_apart(head: str, title: str, employer: str) -> None:
    (role,) = a_resume(f"{HEAD}{head}\n- Did the work of the place for 30 people\n").roles

    assert (role.title.value, role.employer and role.employer.value) == (title, employer)


def test_a_place_under_the_dates_is_not_something_done() -> None:
    text = f"{HEAD}Corner Mill\nBaker\n2019 - 2021 (2 years)\nLeeds, UK\nBaked 900 loaves a day.\n"

    (role,) = a_resume(text).roles

    assert [bullet.span.quote for bullet in role.bullets] == ["Baked 900 loaves a day."]


def test_a_head_that_a_narrow_column_cuts_is_one() -> None:
    text = (
        f"{HEAD}Head Baker, Corner Mill and\nBakery, Bergen, Norway\n2019 - 2021\n"
        "• Baked bread for the town and\nall of its guests\n\n"
        "Baker, Old Mill\nBergen, Norway | June 2016 –\nMay 2019\n• Baked cakes\n"
    )

    roles = a_resume(text).roles

    assert [(r.title.value, r.employer and r.employer.value, r.end) for r in roles] == [
        ("Head Baker", "Corner Mill and Bakery", "2021"),
        ("Baker", "Old Mill", "2019-05"),
    ]


def test_the_name_of_a_firm_or_school_shows_no_skill() -> None:
    text = (
        f"{HEAD}Baker, Bosphorus Logistics\n2019 - 2021\n- Baked bread\n\n"
        "EDUCATION\nBSc History, Institute of Accounting, 2015 - 2018\n"
    )

    assert [skill.id for skill in a_resume(text).skills] == ["baking"]


def test_a_degree_without_headings_is_no_job() -> None:
    text = (
        "Théo Brume\ntheo@example.be\n\n2019 - 2021\nBaker at Corner Mill\n- Baked bread\n\n"
        "Bachelier en soins infirmiers\nHaute École de Vevey\n2011 – 2014\n"
    )

    analysis = a_resume(text)

    assert [role.title.value for role in analysis.roles] == ["Baker"]
    assert [study.title.value for study in analysis.education] == ["Bachelier en soins infirmiers"]


def test_a_heading_that_a_narrow_column_cuts_is_one() -> None:
    text = (
        f"{HEAD}Baker, Corner Mill\n2019 - 2021\n- Baked bread\n\n"
        "ACADEMIC\nBACKGROUND\n\nBSc History\nCarrow College\n2012 - 2015\n"
    )

    analysis = a_resume(text)

    assert [study.title.value for study in analysis.education] == ["BSc History"]
    assert len(analysis.roles) == 1


def test_a_measure_that_a_line_cuts_is_whole() -> None:
    text = f"{HEAD}Baker, Corner Mill\n2019 - 2021\n- Baked for a banquet of 300\nguests in May\n"

    (role,) = a_resume(text).roles

    assert [(m.value, m.unit) for m in role.bullets[0].metrics] == [(300, "guests")]


def test_the_mail_address_is_found_under_any_heading() -> None:
    text = (
        "Ada Fernweh\nBaker\n\nEXPERIENCE\nBaker, Corner Mill\n2019 - 2021\n- Baked bread\n\n"
        "SAY HELLO\nada@example.org\nLeeds, UK\n"
    )

    contact = a_resume(text).contact

    assert contact.email is not None
    assert contact.email.value == "ada@example.org"


WAYS = [
    "{title}\n{employer}\n{dates}",
    "{dates}\n{title}\n{employer}",
    "{dates}\n{employer}\n{title}",
    "{dates}: {title}, {employer}",
    "{title}, {employer} ({dates})",
    "{title} | {employer} | {dates}",
    "{title} – {employer}\t{dates}",
    "{employer}, {dates}\n{title}",
    "{dates}. {title}. {employer}.",
    "{title}. {employer}. {dates}",
]
LIVES = [
    (
        "Experiencia",
        ("Jefa de cocina", "Restaurante El Olivo", "Enero de 2010 - febrero de 2012"),
        ("Camarera", "Bar Sol", "Marzo de 2007 - diciembre de 2009"),
    ),
    (
        "Esperienza professionale",
        ("Impiegata amministrativa", "Studio Bianchi", "Da gennaio 2010 a febbraio 2012"),
        ("Commessa", "Tessuti Rossi", "Da marzo 2007 a dicembre 2009"),
    ),
    (
        "Berufserfahrung",
        ("Elektroniker", "Stadtwerke Fulda", "von Januar 2010 bis Februar 2012"),
        ("Lagerhelfer", "Huber Holz", "von März 2007 bis Dezember 2009"),
    ),
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("life", LIVES, ids=lambda life: life[0])
def test_months_with_their_small_words_stand_anywhere_in_a_head(
    way: str, life: tuple[str, tuple[str, str, str], tuple[str, str, str]]
) -> None:
    heading, *stays = life
    heads = [way.format(title=t, employer=e, dates=d) for t, e, d in stays]

    read = a_resume(f"Lucía Ferrer\n\n{heading}\n\n" + "\n- Hizo algo.\n\n".join(heads))

    found = [(r.title.value, r.employer.value if r.employer else "") for r in read.roles]
    assert found == [stay[:2] for stay in stays]
    assert [(r.start, r.end) for r in read.roles] == [
        ("2010-01", "2012-02"),
        ("2007-03", "2009-12"),
    ]


@pytest.mark.parametrize(
    "way",
    [
        "{title}, {employer}, {dates}",
        "{title} – {employer}\t{dates}",
        "{dates}\n{title} - {employer}",
    ],
)
def test_a_head_without_a_known_word_is_cut_as_the_others_are(way: str) -> None:
    stays = [("Nurse", "Oakview Home", "2018 - 2021"), ("Plimmer", "Tasca do Zé", "2014 - 2018")]
    heads = [way.format(title=t, employer=e, dates=d) for t, e, d in stays]

    read = a_resume("Lucía Ferrer\n\nExperience\n\n" + "\n- Did this.\n\n".join(heads))

    found = [(r.title.value, r.employer.value if r.employer else "") for r in read.roles]
    assert found == [stay[:2] for stay in stays]


@pytest.mark.parametrize(
    "dates", ["von 2011 kuni 2014", "mesi 2011 wona mesi 2014", "2011 rud amach 2014"]
)
@pytest.mark.parametrize("way", ["Plimmer. Zanta Kolo. {dates}", "{dates}: Plimmer, Zanta"])
def test_a_line_with_two_dates_is_read_or_shown(way: str, dates: str) -> None:
    line = way.format(dates=dates)
    read = a_resume(
        f"Lucía Ferrer\n\nExperience\n\nNurse, Oakview Home, 2015 - 2021\n- Cared.\n\n{line}\n"
    )

    shown = [span.quote for span in read.unread]
    assert line in shown or any(role.dates and role.dates.quote in line for role in read.roles[1:])
