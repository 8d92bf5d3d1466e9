"""Every reading says how sure it is, and each reason for that is one that can be seen."""

from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from contracts.analysis import Entry, ResumeAnalysis, Role, Text
from contracts.corrections import Corrections, EntryCorrection, OwnEntry, OwnRole, RoleCorrection
from contracts.evidence import Certainty, Dated, Read
from services.documents.domain import Amendment
from services.documents.rules.resume.corrected.editor import RulesEditor
from tests.documents.build import ON
from tests.documents.files.make import names
from tests.documents.reading import a_resume, read, rendered

SURE, LIKELY, GUESS = Certainty.SURE, Certainty.LIKELY, Certainty.GUESS
WORK = "EXPERIENCE\n\nBaker\nMossbank Ltd\n2019 – 2021\n- Baked bread for the town\n"
HEAD = "Ada Fernweh\nada.fernweh@example.org\n\n"


def parts(part: object) -> Iterator[BaseModel]:
    """Every message in a message, however deep."""
    if isinstance(part, BaseModel):
        yield part
        for name in type(part).model_fields:
            yield from parts(getattr(part, name))
    elif isinstance(part, tuple):
        for item in part:
            yield from parts(item)


def the_role(work: str) -> Role:
    return a_resume(f"{HEAD}EXPERIENCE\n\n{work}\n- Baked bread for the town\n").roles[-1]


def certainty_of(text: Text | None) -> Certainty | None:
    assert text is not None
    return text.certainty


@pytest.mark.parametrize("name", names())
def test_every_value_and_every_date_says_how_sure_it_is(name: str) -> None:
    _, analysis = read(rendered(name))

    found = list(parts(analysis))

    assert all(each.certainty for each in found if isinstance(each, Read))
    dated = [each for each in found if isinstance(each, Role | Entry)]
    assert all(bool(each.dates_certainty) == bool(each.start or each.end) for each in dated)


@pytest.mark.parametrize(
    ("head", "is_sure"),
    [
        ("Ada Fernweh\nada.fernweh@example.org", SURE),
        ("Name: Ada Fernweh\nbread@example.org", SURE),
        ("Ada Fernweh\nbread@example.org", LIKELY),
        ("Fernweh\nfernweh@example.org", LIKELY),
        ("Fernweh\nbread@example.org", GUESS),
    ],
)
def test_a_name_is_sure_by_its_label_or_its_address(head: str, is_sure: Certainty) -> None:
    contact = a_resume(f"{head}\n\n{WORK}").contact

    assert certainty_of(contact.name) is is_sure


def test_an_address_beside_the_roles_only_is_less_sure() -> None:
    apart = "Ada Fernweh\n\nEXPERIENCE\n\nBaker, Mossbank Ltd, 2019 – 2021\n\n"

    contact = a_resume(f"{apart}WRITING\n\nada@example.org\n+49 30 5550123\n").contact

    assert certainty_of(contact.email) is LIKELY
    assert certainty_of(contact.phone) is LIKELY


@pytest.mark.parametrize(
    ("link", "is_sure"),
    [("https://example.org/ada", SURE), ("linkedin.com/in/ada", SURE), ("fernweh.dev", LIKELY)],
)
def test_a_link_by_its_shape_alone_is_likely(link: str, is_sure: Certainty) -> None:
    (found,) = a_resume(f"{HEAD.rstrip()}\n{link}\n\n{WORK}").contact.links

    assert found.certainty is is_sure


@pytest.mark.parametrize(
    ("line", "is_sure"),
    [("+49 30 5550123", SURE), ("Phone: 030 5550123", SURE), ("030 5550123", LIKELY)],
)
def test_a_phone_is_sure_by_its_country_or_label(line: str, is_sure: Certainty) -> None:
    contact = a_resume(f"{HEAD.rstrip()}\n{line}\n\n{WORK}").contact

    assert certainty_of(contact.phone) is is_sure


@pytest.mark.parametrize(
    ("line", "is_sure"),
    [("Leipzig, Germany", SURE), ("Location: Leipzig", SURE), ("Leipzig", LIKELY)],
)
def test_a_place_is_sure_with_its_region_or_label(line: str, is_sure: Certainty) -> None:
    contact = a_resume(f"{HEAD.rstrip()}\n{line}\n\n{WORK}").contact

    assert certainty_of(contact.location) is is_sure


@pytest.mark.parametrize(
    ("line", "is_sure"), [("Head Baker", SURE), ("Bread and senior bakers", LIKELY)]
)
def test_a_headline_is_as_sure_as_its_words_name_a_job(line: str, is_sure: Certainty) -> None:
    analysis = a_resume(f"Ada Fernweh\n{line}\nada@example.org\n\n{WORK}")

    assert certainty_of(analysis.headline) is is_sure


def test_a_summary_without_its_heading_is_likely() -> None:
    said = "I bake bread for whole towns and teach others how to, with patience and with numbers."

    under = a_resume(f"{HEAD}SUMMARY\n\n{said}\n\n{WORK}").summary
    alone = a_resume(f"{HEAD}{said}\n\n- Rye and wheat\n\n{WORK}").summary

    assert (certainty_of(under), certainty_of(alone)) == (SURE, LIKELY)


@pytest.mark.parametrize(
    ("work", "is_sure"),
    [
        ("Head Baker\nMossbank Ltd\n2019 – 2021", SURE),
        ("Title: Kneader\nEmployer: Mossbank Ltd\n2019 – 2021", SURE),
        ("Baker of bread and cakes\nMossbank Ltd\n2019 – 2021", SURE),
        ("Kneader\nMossbank Ltd\n2019 – 2021", GUESS),
    ],
)
def test_a_title_is_sure_by_its_label_or_a_known_word(work: str, is_sure: Certainty) -> None:
    assert certainty_of(the_role(work).title) is is_sure


@pytest.mark.parametrize(
    ("work", "is_sure"),
    [
        ("Kneader\nMossbank Ltd\n2019 – 2021", SURE),
        ("Baker\nMossbank\n2019 – 2021", SURE),
        ("Kneader\nEmployer: Mossbank\n2019 – 2021", SURE),
        ("Kneader\nMossbank\n2019 – 2021", GUESS),
        ("Mossbank\n2015 – 2021\nHead Baker\n2019 – 2021\n- Led\n\nBaker\n2015 – 2019", LIKELY),
    ],
)
def test_an_employer_is_sure_by_its_words_or_beside_a_title(work: str, is_sure: Certainty) -> None:
    role = the_role(work)

    assert role.employer is not None
    assert role.employer.value.startswith("Mossbank")
    assert role.employer.certainty is is_sure


@pytest.mark.parametrize(
    ("dates", "is_sure"),
    [
        ("March 2019 – June 2021", SURE),
        ("2019 – 2021", SURE),
        ("2019 – present", SURE),
        ("March 2019 – 2021", LIKELY),
        ("2019 –", LIKELY),
        ("2019", LIKELY),
        ("2021 – 2019", GUESS),
    ],
)
def test_dates_are_sure_where_both_ends_say_as_much(dates: str, is_sure: Certainty) -> None:
    assert the_role(f"Baker\nMossbank Ltd\n{dates}").dates_certainty is is_sure


@pytest.mark.parametrize(
    ("work", "is_sure"),
    [
        ("Baker\nMossbank Ltd\n2019 – 2021", LIKELY),
        ("Certified Baker\nMossbank Ltd\n2019", GUESS),
    ],
)
def test_a_role_without_a_heading_is_never_sure(work: str, is_sure: Certainty) -> None:
    found = a_resume(f"{HEAD}Baker\nHarbour Ltd\n2021 – 2023\n- Baked\n{work}\n- Baked more\n")

    role = found.roles[-1]
    assert (role.title.certainty, role.dates_certainty) == (is_sure, is_sure)
    assert certainty_of(role.employer) is is_sure


@pytest.mark.parametrize(
    ("study", "title", "school"),
    [
        ("BSc in Chemistry, Brookhaven College, 2012 – 2015", SURE, SURE),
        ("BSc in Chemistry\nBrookhaven\n2012 – 2015", SURE, LIKELY),
        ("Brookhaven College, 2012 – 2015", LIKELY, None),
    ],
)
def test_schooling_is_as_sure_as_its_words(
    study: str, title: Certainty, school: Certainty | None
) -> None:
    (entry,) = a_resume(f"{HEAD}EDUCATION\n\n{study}\n").education

    assert entry.title.certainty is title
    assert (entry.detail.certainty if entry.detail else None) is school


def test_schooling_without_a_heading_is_never_sure() -> None:
    study = "BSc in Chemistry\nBrookhaven College\n2012 – 2015\n"

    (entry,) = a_resume(f"{HEAD}{study}\nBaker\nMossbank Ltd\n2019 – 2021\n- Baked\n").education

    assert entry.title.certainty is LIKELY
    assert certainty_of(entry.detail) is LIKELY


def test_a_certificate_of_one_line_alone_is_likely() -> None:
    found = a_resume(f"{HEAD}CERTIFICATES\n\n- Bread Safety, 2019\n- Ovens and Fire\n")

    assert [each.title.certainty for each in found.certifications] == [SURE, LIKELY]


def test_a_level_that_is_no_word_for_one_is_likely() -> None:
    found = a_resume(f"{HEAD}LANGUAGES\n\nFrench: fluent\nGerman: at home\n").languages

    assert [certainty_of(each.detail) for each in found] == [SURE, LIKELY]


def test_a_project_is_sure_by_its_dates() -> None:
    found = a_resume(f"{HEAD}PROJECTS\n\nOven Watch, 2019\n- Baked\n\nCrumbs\n- Swept\n").projects

    assert [each.title.certainty for each in found] == [SURE, LIKELY]


def test_a_skill_that_is_only_implied_is_likely() -> None:
    skills = {each.id: each for each in a_resume(f"{HEAD}SKILLS\n\nFastAPI, SQL\n").skills}

    assert skills["fastapi"].certainty is SURE
    assert skills["python"].certainty is LIKELY


def corrected(text: str, given: Corrections) -> ResumeAnalysis:
    extracted, analysis = read(text.encode())
    return RulesEditor().amend(Amendment(analysis, extracted.text, given, ON)).analysis


def test_what_its_owner_wrote_or_left_beside_it_is_sure() -> None:
    text = f"{HEAD}EXPERIENCE\n\nKneader\nMossbank\n2021 – 2019\n\nCERTIFICATES\n\nOvens and Fire\n"
    own = OwnRole(title="Kneader", employer="Mossbank Bread", start="2019", end="2021")
    given = Corrections(
        headline="Baker of bread",
        roles=(RoleCorrection(of="r1", now=own),),
        certifications=(
            EntryCorrection(of="e1", now=OwnEntry(title="Ovens and Fire", end="2019")),
        ),
        skills_added=("Kneading of dough",),
    )

    found = corrected(text, given)

    told = list(parts((found.headline, found.roles, found.certifications)))
    assert {each.certainty for each in told if isinstance(each, Text)} == {SURE}
    assert {each.dates_certainty for each in told if isinstance(each, Dated)} == {SURE}
    assert [each.certainty for each in found.skills] == [SURE]


def test_what_nobody_corrected_stays_as_sure_as_it_was() -> None:
    text = "Fernweh\nbread@example.org\n\nEXPERIENCE\n\nKneader\nMossbank\n2021 – 2019\n"

    found = corrected(text, Corrections(headline="Baker of bread"))

    assert certainty_of(found.contact.name) is GUESS
    assert found.roles[0].dates_certainty is GUESS


def test_an_analysis_that_was_stored_before_is_read_as_saying_nothing_of_it() -> None:
    stored = a_resume(f"{HEAD}EXPERIENCE\n\nBaker\nMossbank Ltd\n2019 – 2021\n").model_dump_json(
        exclude={"contact": {"name": {"certainty"}}, "roles": {0: {"dates_certainty"}}}
    )

    found = ResumeAnalysis.model_validate_json(stored)

    assert found.contact.name is not None
    assert found.contact.name.certainty is None
    assert found.roles[0].dates_certainty is None
