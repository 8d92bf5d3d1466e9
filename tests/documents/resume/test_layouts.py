"""Heads of roles in the many orders in which people put them; everyone here is invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.reading import a_resume, read, spans

Role = tuple[str, str | None, str | None, str | None]

LAYOUTS: dict[str, tuple[str, list[Role]]] = {
    "place between dashes": (
        (
            "Co-Founder & CTO, Pipacs AI – Budapest, Hungary\tJune 2023 – present\n• Built it\n"
            "Intern, Duna Research – Vienna, Austria\tMay 2022 – Aug 2022\n• Tested it\n"
        ),
        [
            ("Co-Founder & CTO", "Pipacs AI", "2023-06", None),
            ("Intern", "Duna Research", "2022-05", "2022-08"),
        ],
    ),
    "title and dates over employer and place": (
        (
            "Research Assistant\tJune 2020 – Present\nMarsh University\tBryan, TX\n• Ran trials\n"
            "Support Specialist\tSep. 2018 – May 2020\nMarsh University\tBryan\n• Fixed a lot\n"
        ),
        [
            ("Research Assistant", "Marsh University", "2020-06", None),
            ("Support Specialist", "Marsh University", "2018-09", "2020-05"),
        ],
    ),
    "capitals and bars": (
        (
            "FERNHOLD | SOFTWARE ENGINEERING INTERN\nMay 2014 – Sep 2014 | Reno, NV\n• Shipped it\n"
            "OPALINE | BAKER + DRIVER\nJune 2013 – Sep 2013 | Reno, NV\n• Drove bread about\n"
        ),
        [
            ("SOFTWARE ENGINEERING INTERN", "FERNHOLD", "2014-05", "2014-09"),
            ("BAKER + DRIVER", "OPALINE", "2013-06", "2013-09"),
        ],
    ),
    "dates first, then both on one line": (
        (
            "Jan 2020 - Current\nSenior Accountant, Hoshi Trading, Osaka\nClosed the books.\n\n"
            "Apr 2015 - Dec 2019\nAccountant, Umi Foods, Kobe\nPrepared tax filings.\n"
        ),
        [
            ("Senior Accountant", "Hoshi Trading", "2020-01", None),
            ("Accountant", "Umi Foods", "2015-04", "2019-12"),
        ],
    ),
    "a company with its own dates": (
        (
            "VERIDIAN PARTNERS, New York, NY\n2018 – Present\n"
            "Assistant to the CEO (2020 – Present)\n• Kept 3 calendars\n"
            "Office Coordinator (2018 – 2020)\n• Ran an office of 45\n\n"
            "BLUE HERON HOTELS, Boston, MA\nFront Desk Agent, 2015 – 2018\n• Checked in guests\n"
        ),
        [
            ("Assistant to the CEO", "VERIDIAN PARTNERS", "2020", None),
            ("Office Coordinator", "VERIDIAN PARTNERS", "2018", "2020"),
            ("Front Desk Agent", "BLUE HERON HOTELS", "2015", "2018"),
        ],
    ),
    "dashes between everything": (
        (
            "Store Manager\nLarkspur Books — Portland, OR — Full-time — 2019 to Present\n"
            "Managed a staff of 9.\n\n"
            "Assistant Manager\nLarkspur Books — Portland, OR — 2016 to 2019\nTrained new hires.\n"
        ),
        [
            ("Store Manager", "Larkspur Books", "2019", None),
            ("Assistant Manager", "Larkspur Books", "2016", "2019"),
        ],
    ),
    "French": (
        (
            "Depuis mars 2021 : Chef de projet, Sonar Demo, Dakar\n- Gestion de 12 projets\n\n"
            "De janvier 2018 à février 2021 : Développeur chez Baobab Soft, Dakar\n- Trois sites\n"
        ),
        [
            ("Chef de projet", "Sonar Demo", "2021-03", None),
            ("Développeur", "Baobab Soft", "2018-01", "2021-02"),
        ],
    ),
    "German": (
        (
            "seit 04/2020    Projektleiterin, Feldmann Anlagenbau GmbH, Leipzig\n"
            "                - Leitung von neun Leuten\n"
            "08/2014 - 03/2020    Konstrukteurin, Hallesche Werke AG, Halle\n"
            "                - Bau von Anlagen\n"
        ),
        [
            ("Projektleiterin", "Feldmann Anlagenbau GmbH", "2020-04", None),
            ("Konstrukteurin", "Hallesche Werke AG", "2014-08", "2020-03"),
        ],
    ),
    "labels": (
        (
            "Company: Fabrikat\nPosition: Order Picking\nDuration: 03/2019 - 05/2021\n- Picked\n"
            "Company: Umber\nPosition: Forklift\nDuration: 01/2016 - 02/2019\n- Lifted\n"
        ),
        [
            ("Order Picking", "Fabrikat", "2019-03", "2021-05"),
            ("Forklift", "Umber", "2016-01", "2019-02"),
        ],
    ),
    "an at sign and a bracket": (
        (
            "Frontend Developer @ Papaya Studio (2021–Present)\n* Led the move\n\n"
            "Web Developer, Kumru Ajans — Ankara (2018–2021)\n* Built sites\n"
        ),
        [
            ("Frontend Developer", "Papaya Studio", "2021", None),
            ("Web Developer", "Kumru Ajans", "2018", "2021"),
        ],
    ),
    "employers that have no word for it": (
        (
            "Self Employed\nFabrikat\n12/2000 - 05/2003 Cupertino, CA\n• Built a keyboard\n"
            "Vendor Consultant\nUmber\n04/1995 - 12/2000 Santa Clara, CA\n• Built an interface\n"
        ),
        [
            ("Self Employed", "Fabrikat", "2000-12", "2003-05"),
            ("Vendor Consultant", "Umber", "1995-04", "2000-12"),
        ],
    ),
    "a sentence between head and bullets": (
        (
            "Sr. Manager\nNorthwold Systems - Customer Experience\n04/2021 - Present Austin, TX\n"
            "Manage user-facing applications across web, mobile web,\nAndroid, and iOS.\n"
            "• Built a team of 50.\n"
        ),
        [("Sr. Manager", "Northwold Systems", "2021-04", None)],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_roles_are_found_in_this_layout(layout: str) -> None:
    lines, lived = LAYOUTS[layout]

    roles = a_resume(f"Ada Fernweh\nada@example.org\n\nEXPERIENCE\n\n{lines}").roles

    found = [(r.title.value, r.employer and r.employer.value, r.start, r.end) for r in roles]
    assert found == lived


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_role_has_what_was_done_in_it(layout: str) -> None:
    lines, _ = LAYOUTS[layout]

    roles = a_resume(f"Ada Fernweh\nada@example.org\n\nEXPERIENCE\n\n{lines}").roles

    assert all(len(role.bullets) == 1 for role in roles)


PIECES = st.sampled_from(
    [
        "EXPERIENCE",
        "Skills:",
        "Engineer",
        "Acme Inc",
        "2019 - 2021",
        "since 2020",
        "(",
        "\t",
        " | ",
        "- ",
        "• ",
        "\n",
        "\n\n",
        "Berlin, Germany",
        "BSc",
        "University",
        "Python",
        "from 3 to 28",
        "ada@example.org",
        "+1 312 555 0187",
        "40%",
        ", ",
        " at ",
        "İ",
        "😀",
        "a.",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=12), min_size=12, max_size=60).map(" ".join))
def test_nothing_that_can_be_typed_breaks_a_quote(text: str) -> None:
    extracted, analysis = read(text.encode("utf-8", "replace"))

    for span in spans(analysis):
        assert extracted.text[span.start : span.end] == span.quote
