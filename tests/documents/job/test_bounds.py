"""What bounds a demand: a gate, a ceiling, a share of the years, a choice, what is refused."""

import pytest

from contracts.analysis import RequirementKind, Strength
from tests.documents.build import a_job

Groups = tuple[tuple[str, ...], ...]


def points(said: str) -> list[tuple[Strength, float | None, Groups]]:
    """How much each part of one point is wanted, for how long, and of what."""
    return [
        (r.strength, r.min_years, r.all_of or ((r.any_of,) if r.any_of else ()))
        for r in a_job(f"Requirements\n- {said}\n").requirements
    ]


@pytest.mark.parametrize("heading", ["Requirements", "Conditions of Employment"])
@pytest.mark.parametrize(
    "gate",
    [
        "Must be able to obtain and maintain a Top Secret/SCI clearance",
        "Candidates must be able to get and hold SC clearance",
        "Eligible for DV clearance",
        "Active TS/SCI with polygraph required",
        "Must hold a clearance of the federal government",
        "You must already be entitled to work in the EU",
        "You are legally permitted to work in Canada",
        "You must have settled status",
        "You must not be based in Russia",
        "Must live within 30 minutes of the station",
        "Must pass police vetting",
    ],
)
def test_a_clearance_and_leave_to_work_are_gates_and_never_scored(heading: str, gate: str) -> None:
    (found,) = a_job(f"{heading}\n- {gate}\n").requirements

    assert (found.is_gate, found.kind) == (True, RequirementKind.LOGISTICS)


@pytest.mark.parametrize(
    "work",
    [
        "Experience of customs clearance",
        "Able to work in a team",
        "Experience of vetting suppliers",
        "Experience holding stock for house clearance",
    ],
)
def test_work_that_sounds_like_a_gate_is_none(work: str) -> None:
    (found,) = a_job(f"Requirements\n- {work}\n").requirements

    assert not found.is_gate


def test_a_place_where_nobody_may_be_based_is_not_the_place_of_the_job() -> None:
    said = "Requirements\n- You must not be based in Russia\n"

    named = a_job(f"{said}\nYou are based in Leeds.\n").terms.place

    assert a_job(said).terms.place is None
    assert named is not None
    assert named.quote == "Leeds"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Anything but PHP", []),
        ("Any language except PHP", []),
        ("Anything but PHP, and Docker", [("docker",)]),
        ("Experience in any cloud except Azure", []),
        ("CPA required", [("cpa",)]),
        ("Kafka required", [("kafka",)]),
        ("ACLS and BLS", [("acls",), ("bls",)]),
        ("Either Java or Kotlin, and either AWS or GCP", [("java", "kotlin"), ("aws", "gcp")]),
        ("Python and one of AWS, GCP or Azure", [("python",), ("aws", "gcp", "azure")]),
        ("Either Postgres or MySQL", [("postgresql", "mysql")]),
        ("Clouds such as AWS, Azure or GCP", [("aws", "azure", "gcp")]),
    ],
)
def test_each_choice_is_one_group_and_what_is_refused_is_none(
    said: str, found: list[tuple[str, ...]]
) -> None:
    assert [group for _, _, groups in points(said) for group in groups] == found


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("Up to 5 years of Java", None),
        ("No more than 5 years of Java", None),
        ("Fewer than 5 years of Java", None),
        ("No fewer than 5 years of Java", 5),
        ("Not less than 5 years of Java", 5),
        ("3 to 5 years of Java", 3),
        ("Java (5 years preferred, 3 required)", 3),
        ("Three or more years of Java (5 preferred)", 3),
        ("At least 3 years, ideally 5, of Java", 3),
        ("3 years of Java required, 6 preferred", 3),
        ("Must have 3 years of Java (10 a plus)", 3),
    ],
)
def test_a_ceiling_is_no_floor_and_what_would_be_better_is_not_asked(
    said: str, years: float | None
) -> None:
    assert points(said) == [(Strength.MUST, years, (("java",),))]


@pytest.mark.parametrize("said", ["5+ years of Java preferred", "Ideally 5 years of Java"])
def test_years_that_are_only_a_wish_stay_one(said: str) -> None:
    assert points(said) == [(Strength.NICE, 5, (("java",),))]


@pytest.mark.parametrize(
    "said",
    [
        "No more than 3 years of experience",
        "Maximum 2 years' experience",
        "2 years of experience or less",
    ],
)
def test_too_much_experience_is_nothing_to_be_shown(said: str) -> None:
    assert points(said) == []


@pytest.mark.parametrize(
    "share",
    [
        ", at least 2 of which in critical care",
        ", of which at least two in critical care",
        ", 2 of them in critical care",
        " including at least 2 years in critical care",
        " (2 years of which in critical care)",
    ],
)
def test_a_share_of_the_years_is_asked_for_by_itself(share: str) -> None:
    assert points(f"Minimum 5 years of nursing{share}") == [
        (Strength.MUST, 5, (("nursing",),)),
        (Strength.MUST, 2, (("critical-care",),)),
    ]


@pytest.mark.parametrize(
    "said",
    ["5 years of Java, up to 2 of which may be in Kotlin", "3 references, 2 of them in Java"],
)
def test_what_is_no_share_of_the_years_parts_nothing(said: str) -> None:
    assert len(points(said)) == 1


@pytest.mark.parametrize(
    "said",
    [
        "Experience with Power BI would set you apart",
        "Power BI skills will make you stand out",
        "Knowledge of Power BI could give you an edge",
    ],
)
def test_what_sets_apart_is_nice_to_have(said: str) -> None:
    assert points(said) == [(Strength.NICE, None, (("power-bi",),))]


@pytest.mark.parametrize(
    ("line", "pay"),
    [
        ("€52,000 – €61,000", "€52,000 – €61,000"),
        ("€85k–€105k", "€85k–€105k"),
        ("£31k - £38k | Leeds | Full time", "£31k - £38k"),
        ("Leeds | £31-38k", "£31-38k"),
    ],
)
def test_a_range_alone_on_its_line_is_pay_and_no_scope(line: str, pay: str) -> None:
    found = a_job(f"Ledger Clerk\n\n{line}\n\nWe are kind.\n")

    assert found.terms.pay is not None
    assert (found.terms.pay.quote, found.scope.money) == (pay, None)


def test_a_range_below_the_word_budget_is_no_pay() -> None:
    found = a_job("Marketing Lead\n\nYour budget:\n€52,000 – €61,000\n")

    assert (found.terms.pay, found.scope.money) == (None, 61_000)


@pytest.mark.parametrize(
    "said",
    ["Our client turns over £240m", "The group has a turnover of £240m", "We are a £240m business"],
)
def test_how_large_the_employer_is_is_no_scope_of_the_work(said: str) -> None:
    found = a_job(f"Sales Lead\n\n{said}. You manage a budget of £2m.\n")

    assert found.scope.money == 2_000_000


def test_a_turnover_that_is_looked_after_is_scope() -> None:
    text = "Sales Lead\n\nYou will look after a portfolio with a turnover of £3m.\n"

    assert a_job(text).scope.money == 3_000_000


FRENCH = """Infirmière

Notre clinique accueille les familles de la région depuis trente ans.

Profil recherché
- Vous avez cinq ans de pratique dans un service de soins
- Maîtrise des gestes techniques et des dossiers
"""


HUNGARIAN = """Ápoló

A rendelőnk harminc éve fogadja a környék családjait.

Elvárások
- Öt év gyakorlat kórházi osztályon
- Az ápolási technikák és a dokumentáció biztos ismerete
"""


def test_a_language_that_is_not_read_is_told() -> None:
    assert a_job(HUNGARIAN).red_flags == ("language_not_read",)


def test_a_language_of_which_only_the_commonest_words_are_read_is_told() -> None:
    assert a_job(FRENCH).red_flags == ("language_partly_read",)


ENGLISH = """Cook

The kitchen is the heart of our house. The people in it stay for years,
and the others like to come to see them.
"""
GERMAN = """Koch

Die Küche ist das Herz von unserem Haus, und wir sind stolz auf die Leute,
die mit uns seit vielen Jahren hier arbeiten.
"""


@pytest.mark.parametrize("text", [ENGLISH, GERMAN, "Cook\n"])
def test_a_text_that_asks_nothing_in_a_language_that_is_read_is_no_foreign_one(text: str) -> None:
    assert a_job(text).red_flags == ()
