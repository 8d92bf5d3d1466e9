"""Résumés of trades and of layouts that say things their own way."""

import pytest

from contracts.analysis import ResumeAnalysis
from tests.documents.reading import a_resume


def stays(read: ResumeAnalysis) -> list[tuple[str, str]]:
    return [(r.title.value, r.employer.value if r.employer else "") for r in read.roles]


@pytest.mark.parametrize(
    "said", ["Career break (caring for a parent)", "Parental leave", "Elternzeit", "Sabbatical"]
)
def test_time_without_work_is_shown_and_counts_no_years(said: str) -> None:
    read = a_resume(
        "Marek Nowicki\n\nEmployment History\n\nJan 2021 - Dec 2022: Driver, Northgate Haulage\n"
        f"- Drove.\n\nJan 2015 - Dec 2020: {said}\n\nJan 2013 - Dec 2014: Driver, Apollo Cars\n"
        "- Drove too.\n"
    )

    assert stays(read) == [("Driver", "Northgate Haulage"), ("Driver", "Apollo Cars")]
    assert read.years_total == 4.0
    assert [span.quote for span in read.unread] == [f"Jan 2015 - Dec 2020: {said}"]


def test_who_works_for_themselves_does_not_work_for_the_employer_above() -> None:
    read = a_resume(
        "Darren Oakes\n\nWork History\n\nBrightspark Electrical Ltd, Leeds    03/2016 – to date\n"
        "Approved Electrician\n- Tested.\n\n"
        "Self-employed Electrician (subcontract)    06/2012 – 02/2016\n- Rewired.\n"
    )

    assert stays(read) == [
        ("Approved Electrician", "Brightspark Electrical Ltd"),
        ("Self-employed Electrician (subcontract)", ""),
    ]
    assert read.roles[0].is_current


def test_ranks_under_one_service_share_it() -> None:
    read = a_resume(
        "James Kowalski\n\nMilitary Experience\n\nUNITED STATES NAVY, Norfolk, VA\t2008 - 2024\n"
        "Chief Petty Officer (E-7), Aviation Maintenance\t2018 - 2024\n- Managed 45 sailors.\n"
        "Petty Officer First Class, Work Center Supervisor\t2013 - 2018\n- Trained.\n"
    )

    assert [employer for _, employer in stays(read)] == ["UNITED STATES NAVY"] * 2


def test_a_practice_area_is_no_employer() -> None:
    read = a_resume(
        "Sophia Lindgren\n\nLegal Experience\n\nAdvokatfirman Norrgård, Stockholm\n"
        "Senior Associate, Mergers & Acquisitions (2018–Present)\n- Led due diligence.\n\n"
        "Cravath & Moore LLP, New York, NY\nAssociate, Corporate (2014–2018)\n- Drafted.\n"
    )

    assert [employer for _, employer in stays(read)] == [
        "Advokatfirman Norrgård",
        "Cravath & Moore LLP",
    ]


def test_a_lebenslauf_in_two_columns_is_read() -> None:
    read = a_resume(
        "Lebenslauf\n\nPersönliche Daten\nName:\tKatrin Seifert\nGeburtsdatum:\t12.03.1986\n"
        "Telefon:\t0661 123456\n\nBerufliche Tätigkeit\n"
        "seit 04/2019\tStationsleitung, Klinikum Rhön, Fulda\n\t- Führung von 14 Pflegekräften\n"
        "10/2012 - 03/2019\tGesundheits- und Krankenpflegerin, Herz-Jesu-Krankenhaus, Fulda\n\n"
        "Schule und Ausbildung\n"
        "2009 - 2012\tAusbildung zur Krankenpflegerin, Klinikum Rhön\n"
    )

    assert stays(read) == [
        ("Stationsleitung", "Klinikum Rhön"),
        ("Gesundheits- und Krankenpflegerin", "Herz-Jesu-Krankenhaus"),
    ]
    assert read.contact.phone is not None
    assert read.contact.phone.value == "0661 123456"
    assert len(read.education) == 1


def test_an_orcid_is_no_phone() -> None:
    read = a_resume(
        "Oluwaseun Adebayo\norcid.org/0000-0001-2345-6789\n\nAppointments\n"
        "Professor of Phonetics, University of Oslo, 2019–present\n"
    )

    assert read.contact.phone is None


def test_a_headline_behind_a_dash_leaves_the_name() -> None:
    read = a_resume(
        "Chloé Garnier — Zanterelle\nchloe.garnier@example.org\n\nExpériences\n\n"
        "Sous-cheffe — Le Petit Jean, Lyon\nDepuis mars 2020\n- Réduit le gaspillage de 30 %\n"
    )

    assert read.contact.name is not None
    assert read.contact.name.value == "Chloé Garnier"
    assert [metric.direction for metric in read.roles[0].bullets[0].metrics] == ["down"]


def test_what_brackets_add_to_dates_is_no_employer() -> None:
    read = a_resume(
        "Tomas Reyes\n\nExperiencia\n\nSocorrista – Piscina Municipal de Paterna\n"
        "Junio de 2018 – septiembre de 2021 (fines de semana)\n- Primeros auxilios.\n"
    )

    assert stays(read) == [("Socorrista", "Piscina Municipal de Paterna")]
