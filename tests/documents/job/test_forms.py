"""Jobs in forms that people send and copy: mails, job boards, coded criteria, one paragraph."""

import pytest

from contracts.work import Remote
from tests.documents.build import a_job
from tests.documents.job.test_worded import gates, wanted


@pytest.mark.parametrize(
    ("one", "other"), [("E1 ", "E2 "), ("E1. ", "E2. "), ("- K3 ", "- K4 "), ("A9) ", "A10) ")]
)
def test_a_code_of_a_criterion_is_a_mark_and_no_part_of_it(one: str, other: str) -> None:
    text = f"Ranger\n\nEssential criteria\n{one}Fell running\n{other}Able to mend walls\n"

    assert [said for _, said in wanted(text)] == ["Fell running", "Able to mend walls"]
    assert all(r.looked_for == () for r in a_job(text).requirements)


@pytest.mark.parametrize("lines", ["C1 German\nB2 Polish", "C1 licence\nPatience"])
def test_levels_and_licences_are_no_codes(lines: str) -> None:
    text = f"Ranger\n\nEssential criteria\n{lines}\n"

    assert [said for _, said in wanted(text)] == lines.split("\n")


def test_in_a_forwarded_mail_what_is_quoted_is_read_as_it_stood() -> None:
    text = (
        "Subject: Fwd: optician\n\nHi Bram!\n\n> Harrowmead is looking for a Dispensing Optician.\n"
        ">\n> You should be:\n> - happy to run the shop alone\n> - used to children's frames\n>\n"
        "> Lens grinding is a bonus.\n"
    )

    assert wanted(text) == [
        ("must", "happy to run the shop alone"),
        ("must", "used to children's frames"),
        ("nice", "Lens grinding is a bonus"),
    ]


def test_a_lone_mark_of_quotes_may_be_the_mark_of_a_list() -> None:
    text = "Optician\n\nRequirements\n> Patience\n> Steady hands\n"

    assert [said for _, said in wanted(text)] == ["Patience", "Steady hands"]


SPECIFICATION = """Midday Supervisor

                              | E/D | How identified
Qualifications                |     |
Paediatric first aid          | D   | A, C
Experience                    |     |
Work with children aged 4     | E   | A, I
Supervising a dining hall     | D   | A, I
Other                         |     |
Enhanced DBS check            | E   | C
"""
MARKED = """Midday Supervisor

| | E/D |
|---|---|
| Paediatric first aid | D |
| Work with children aged 4 | E |
| Supervising a dining hall | D |
| Enhanced DBS check | E |
"""


@pytest.mark.parametrize("text", [SPECIFICATION, MARKED])
def test_a_table_may_have_an_empty_head_and_rows_that_only_head_others(text: str) -> None:
    assert wanted(text) == [
        ("nice", "Paediatric first aid"),
        ("must", "Work with children aged 4"),
        ("nice", "Supervising a dining hall"),
        ("must", "Enhanced DBS check"),
    ]


def test_demands_that_commas_put_together_behind_a_colon_are_parted() -> None:
    text = (
        "Kiln hand @ Plinth. We fire tiles and we need pair of hands number three: you've loaded "
        "kilns, you've spent 4+ years with clay, and you don't mind heat. Glazing a plus. "
        "Throwing even more so. No degree needed.\n"
    )

    assert wanted(text) == [
        ("must", "you've loaded kilns"),
        ("must", "you've spent 4+ years with clay"),
        ("must", "you don't mind heat"),
        ("nice", "Glazing a plus"),
        ("nice", "Throwing even more so"),
    ]


@pytest.mark.parametrize(
    ("sentence", "much"),
    [
        ("MRCVS, of course.", ["must"]),
        ("Confidence with lambing and a calm head.", ["must"]),
        ("Good spoken Welsh.", ["must"]),
        ("A certificate in imaging would put you in front.", ["nice"]),
        ("We wish to appoint a partner with between 2 and 5 years' PQE.", ["must"]),
        ("You will meet farmers every day, so we're after people with patience.", ["must"]),
        ("Imaging is something we'd teach you.", []),
        ("A degree is by no means a must.", []),
        ("You can start within two weeks.", []),
        ("Hot food at 2 am.", []),
    ],
)
@pytest.mark.parametrize("heading", ["", "What we're after\n"])
def test_prose_asks_alike_under_a_heading_and_without_one(
    heading: str, sentence: str, much: list[str]
) -> None:
    assert [much for much, _ in wanted(f"Farm Vet\n\n{heading}{sentence}\n")] == much


@pytest.mark.parametrize(
    ("said", "is_gate"),
    [
        ("Full driving licence please, we do farms.", True),
        ("Driving licence, please.", True),
        ("Already got a D licence?", False),
        ("Hull, England (On-site)", False),
    ],
)
def test_a_gate_is_put_by_asking_and_not_by_naming(said: str, *, is_gate: bool) -> None:
    assert bool(gates(f"Farm Vet\n\n{said}\n\nWe like sheep.\n")) is is_gate


@pytest.mark.parametrize("said", ["18 months' work with a museum", "Six months service at sea"])
def test_months_of_work_are_counted(said: str) -> None:
    found = a_job(f"Curator\n\nRequirements\n- {said}\n- Patience\n").requirements

    assert [r.min_years for r in found if r.min_years] in ([1.5], [0.5])


def test_what_would_be_preferable_is_a_wish() -> None:
    text = "Solicitor\n\nYou will need:\n- to have drafted leases (preferable)\n- to enjoy tea\n"

    assert [much for much, _ in wanted(text)] == ["nice", "must"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("You ought to have managed large budgets.", ["must"]),
        ("You'll come with a diploma in drama.", ["must"]),
        ("What matters is that you turn up at five.", ["must"]),
        ("The essentials: a head for maps.", ["must"]),
        ("What counts to us: patience; a steady hand.", ["must", "must"]),
        ("Not essential, but we'd be happy to see it: some Italian.", ["nice"]),
        ("Work in a museum would be considered equally.", ["nice"]),
        ("Trustees are seeking to appoint a curator with a proven record.", ["must"]),
        ("The person will know ships, and will have led others for three years.", ["must", "must"]),
        ("Extra marks if you have seen R. We make tea.", ["nice"]),
        ("Knowledge of Proclaim isn't vital.", []),
        ("Required for September 2031.", []),
        ("What matters is that you get a fair wage.", []),
        ("You will start with us in May.", []),
        ("All applications will be considered.", []),
    ],
)
def test_more_ways_of_asking_and_of_not_asking(sentence: str, expected: list[str]) -> None:
    text = f"Curator of Ships\n\nOur house is old.\n\n{sentence}\n"

    assert [much for much, _ in wanted(text)] == expected


def test_a_name_with_national_in_it_is_no_nationality() -> None:
    assert gates("Tree Surgeon\nNorthmere National Park Authority\n\nWe like trees.\n") == []
    assert gates("Tree Surgeon\n\nRequirements\n- Irish national\n- Tact\n") == ["Irish national"]


def test_a_level_is_no_begin_of_a_range_of_years() -> None:
    text = "Tree Surgeon\n\nRequirements\n- NVQ level 3 or two years of climbing\n- Tact\n"

    assert [r.min_years for r in a_job(text).requirements if r.min_years] == [2]


HEAD = "Tree Surgeon\n\nRequirements\n"


@pytest.mark.parametrize(
    "joined",
    [
        "- Two years with ropes\nOR\n- three years with cranes",
        "- Two years with ropes\n\nor\n\n- three years with cranes",
        "- Two years with ropes\n- OR -\n- three years with cranes",
        "1. Two years with ropes\n(or)\n2. three years with cranes",
    ],
)
def test_what_an_or_on_its_own_line_parts_is_one_choice(joined: str) -> None:
    inline = "- Two years with ropes or three years with cranes"
    apart, in_line = (
        [
            (r.looked_for, r.min_years, r.kind)
            for r in a_job(f"{HEAD}{asked}\n- Tact\n").requirements
        ]
        for asked in (joined, inline)
    )

    assert apart == in_line
    assert len([looked_for for looked_for, *_ in apart if len(looked_for) == 2]) == 1


def test_an_or_that_ends_a_line_or_stands_below_a_heading_joins_nothing_new() -> None:
    text = "Tree Surgeon\n\nRequirements:\nor\n- Two years with ropes\n- three years with cranes\n"

    assert not [r for r in a_job(text).requirements if r.is_choice]


NO_HEADING = "Audit Manager\nElm & Partners LLP, Mumbai (hybrid)\n"


def test_points_below_no_heading_ask_where_one_says_what_a_person_has() -> None:
    text = f"{NO_HEADING}- 6+ years in statutory audit\n- Advanced Excel\n- Tact\n"

    assert [said for _, said in wanted(text)] == [
        "6+ years in statutory audit",
        "Advanced Excel",
        "Tact",
    ]
    assert a_job(text).terms.remote is Remote.HYBRID


@pytest.mark.parametrize(
    "points",
    ["- Lead audits\n- Coach 6+ juniors\n", "- Free lunch\n- 25 days of holiday\n- A pension\n"],
)
def test_points_below_no_heading_that_are_work_or_an_offer_ask_for_nothing(points: str) -> None:
    assert wanted(NO_HEADING + points) == []
