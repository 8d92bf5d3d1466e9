"""Dates of a résumé, in the ways in which people write them."""

import pytest

from services.documents.rules.resume.dates.periods import Period, periods
from services.documents.rules.resume.roles.metrics import metrics_in

NOW = "now"


def said(period: Period) -> tuple[str, str]:
    return str(period.first), NOW if period.is_current else str(period.last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Sep. 2023 - Mar. 2024", "2023-09", "2024-03"),
        ("June 2023 – present", "2023-06", NOW),
        ("04/2021 — 06/2022", "2021-04", "2022-06"),
        ("2019-03 to 2020-11", "2019-03", "2020-11"),
        ("2019-Mar - Present", "2019-03", NOW),
        ("2015-Sep - 2019-Feb", "2015-09", "2019-02"),
        ("2019 March – 2020 May", "2019-03", "2020-05"),
        ("Mar 2015-Sep 2016", "2015-03", "2016-09"),
        ("01.02.2019 - 28.02.2020", "2019-02", "2020-02"),
        ("12 March 2019 – 3 April 2020", "2019-03", "2020-04"),
        ("2019–20", "2019", "2020"),
        ("1998-2003", "1998", "2003"),
        ("since 2019", "2019", NOW),
        ("Jan – Mar 2020", "2020-01", "2020-03"),
        ("Jan '19 – Dec '20", "2019-01", "2020-12"),
        ("März 2018 bis heute", "2018-03", NOW),
        ("seit 04/2020", "2020-04", NOW),
        ("août 2019 à présent", "2019-08", NOW),
        ("enero de 2019 - actualidad", "2019-01", NOW),
        ("MARZO DE 2013 - JULIO DE 2018", "2013-03", "2018-07"),
        ("sept. 2016 – febr. 2019", "2016-09", "2019-02"),
        ("June 2016 – May\n2019", "2016-06", "2019-05"),
        ("fevereiro 2017 – atual", "2017-02", NOW),
        ("gennaio 2016 - oggi", "2016-01", NOW),
        ("januar 2019 - nåværende", "2019-01", NOW),
        ("marts 2018 - nuværende", "2018-03", NOW),
        ("augusti 2017 - pågående", "2017-08", NOW),
        ("kesäkuu 2016 - nykyinen", "2016-06", NOW),
        ("Q1 2020 - Q3 2021", "2020-01", "2021-07"),
        ("Enero de 2010 - febrero de 2012", "2010-01", "2012-02"),
        ("desde enero de 2010 hasta la actualidad", "2010-01", NOW),
        ("1 de março de 2010 a 31 de maio de 2012", "2010-03", "2012-05"),
        ("da gennaio 2010 a marzo 2012", "2010-01", "2012-03"),
        ("de janvier 2010 à mars 2012", "2010-01", "2012-03"),
        ("mars 2018 à ce jour", "2018-03", NOW),
        ("březen 2015 – únor 2018", "2015-03", "2018-02"),
        ("od ledna 2015 do února 2018", "2015-01", "2018-02"),
        ("σεπτέμβριος 2012 – Μάιος 2014", "2012-09", "2014-05"),
        ("март 2011 г. – июнь 2012 г.", "2011-03", "2012-06"),  # noqa: RUF001 - meant
        ("с января 2019 по настоящее время", "2019-01", NOW),  # noqa: RUF001 - meant
        ("Ocak 2008 - Şubat 2009", "2008-01", "2009-02"),
        ("Hösten 2009 - våren 2010", "2009-09", "2010-03"),
        ("2005年3月 - 2007年4月", "2005-03", "2007-04"),
        ("2005年3月至今", "2005-03", NOW),
        ("2022 - Ambassador of the fair", "2022", NOW),
        ("Summer 2019", "2019", "2019"),
        ("Summer 2018 - Fall 2019", "2018-06", "2019-09"),
        ("Graduated 1995", "1995", "1995"),
        ("Acme Corp 2019 - 2021", "2019", "2021"),
    ],
)
def test_a_date_is_understood(text: str, first: str, last: str) -> None:
    (period,) = periods(text)

    assert said(period) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Septmber 2019 – Decmber 2021",
        "იანვარი 2019 – მაისი 2021",
        "tháng 3 2019 - tháng 5 2021",
        "meán 2019 – bealtaine 2021",
        "Ionawr 2019 to Mai 2021",
    ],
)
def test_of_a_month_that_nobody_knows_the_year_counts(text: str) -> None:
    (period,) = periods(text)

    assert (period.start, period.end) == (0, len(text))
    assert (period.first.year, period.last and period.last.year) == (2019, 2021)
    assert period.is_vague


@pytest.mark.parametrize(
    "text", ["Bachelor 2015 – Master 2018", "Engineer 2015 - Manager 2018", "2015 - Globex 2018"]
)
def test_what_else_stands_before_a_year_is_no_month(text: str) -> None:
    assert not any(period.is_range and period.last for period in periods(text))


@pytest.mark.parametrize("text", ["$2019", "2019%", "room 1203", "ISO 27001", "call 2019123"])
def test_a_number_that_is_no_date_is_none(text: str) -> None:
    assert list(periods(text)) == []


def test_a_date_stands_where_it_says() -> None:
    text = "Baker (Mar 2019 – Apr 2020), then Cook since 2021"

    quoted = [text[period.start : period.end] for period in periods(text)]

    assert quoted == ["Mar 2019 – Apr 2020", "since 2021"]


@pytest.mark.parametrize(
    ("line", "value", "unit", "direction"),
    [
        ("reducing latency by 73% compared to before", 73.0, "%", "down"),
        ("Raised $18M in one round", 18_000_000.0, "usd", "up"),
        ("Scaled the team from 3 to 28", 28.0, "count", "up"),
        ("Grew from 2k to 1.5M readers", 1_500_000.0, "count", "up"),
        ("Improved start by 6x", 6.0, "x", "up"),
        ("Care for up to 12 patients per shift", 12.0, "patients", None),
        ("Used by 30+ companies", 30.0, "companies", None),
        ("page weight down 45%", 45.0, "%", "down"),
        ("Went from 6 hours to 20 minutes", 20.0, "minutes", "down"),
        ("Went from 300 ms to 2 seconds", 2.0, "seconds", "up"),
        ("Reducción de la merma de 4% a 1,5%", 1.5, "%", "down"),
        ("Portal para 300.000 pacientes", 300_000.0, "pacientes", None),
        ("Uptime of 99.995%", 99.995, "%", None),
        ("9 engineers down to 4", 4.0, "count", "down"),
        ("Took it from 40 tickets a week down to 6", 6.0, "count", "down"),
        ("Error rate: 12% down to 3%", 3.0, "%", "down"),
        ("Build time 40 min -> 9 min", 9.0, "min", "down"),
        ("Complaints → from 30 a week to 3", 3.0, "count", "down"),
        ("Costs down 40% year on year", 40.0, "%", "down"),
        ("Waiting times fell by 35%", 35.0, "%", "down"),
        ("Cutting-edge platform for 40 clinics", 40.0, "clinics", None),
        ("Start-up with 12 staff", 12.0, "staff", None),
        ("Follow-up of 30 patients", 30.0, "patients", None),
        ("Shut down 3 plants", 3.0, "plants", None),
        ("Served 900 000 users", 900_000.0, "users", None),
        ("Served 1\u202f200\u202f000 users", 1_200_000.0, "users", None),
        ("Saved €1 500 000", 1_500_000.0, "eur", "down"),
        ("In 2020 450 patients", 450.0, "patients", None),
        ("Budget of 2,5 Mio. Euro", 2_500_000.0, "eur", None),
        ("Umsatz von 3 Mrd. EUR", 3e9, "eur", None),
        ("Portal für 12 Mio Kunden", 12e6, "kunden", None),
        ("Stiftung mit 500.000 €", 500_000.0, "eur", None),
        ("Infections cut to 1.2 per 1,000 line days", 1.2, "per 1,000", "down"),
        ("4.5 falls per 1,000 bed days", 4.5, "falls", None),
    ],
)
def test_a_measure_has_value_unit_and_direction(
    line: str, value: float, unit: str, direction: str | None
) -> None:
    (metric,) = metrics_in(line, 0, len(line))

    assert (metric.value, metric.unit, metric.direction) == (value, unit, direction)


@pytest.mark.parametrize("line", ["Moved to Python 3", "from 2019 to 2021", "Wrote it in 2020"])
def test_versions_and_years_measure_nothing(line: str) -> None:
    assert list(metrics_in(line, 0, len(line))) == []


@pytest.mark.parametrize(
    ("line", "directions"),
    [
        ("Cut infections by 30% on a 24-bed ward", ["down", None]),
        ("Increased yield by 8% across 12 greenhouses", ["up", None]),
        ("Improved uptime on 40 servers to 99.9%", [None, "up"]),
        ("Reduced no-shows among 300 patients by 18%", [None, "down"]),
        ("Increased speed of 12 lines by 15%", [None, "up"]),
        ("Removed 30 trees in 2 weeks", ["down", None]),
        ("Handled 60 calls a day, reducing the backlog by 200 cases", [None, "down"]),
        ("Conversion 12% higher, churn 4% lower", ["up", "down"]),
        ("Cut hair for 12 clients a day", [None]),
        ("Cut 40 keys a day", [None]),
        ("Raised 400 pigs a year", [None]),
        ("Growing 14 varieties of tomato", [None]),
        ("Fall-prevention programme with 60 residents", [None]),
        ("Lower school teacher, 24 pupils", [None]),
        ("Wrote down 200 stories", [None]),
        ("Dropped off 60 parcels a day", [None]),
        ("More than 50 events, up to 300 guests each", [None, None]),
        ("Fewer than 5 incidents", [None]),
        ("An increase of 40 members", ["up"]),
        ("A saving of £3m", ["down"]),
        ("Resulted in a 20% increase in sales", ["up"]),
        ("Cut response to within 2 hours", ["down"]),
        ("Eliminated 4 steps from the process", ["down"]),
        ("Grew the team to 12 nurses", ["up"]),
        ("Increased revenue by over 20%", ["up"]),
    ],
)
def test_a_number_has_a_direction_only_where_it_says_how_much(
    line: str, directions: list[str | None]
) -> None:
    assert [metric.direction for metric in metrics_in(line, 0, len(line))] == directions


@pytest.mark.parametrize(
    "line",
    [
        "Kept the 2:1 staffing ratio",
        "Taught Grade 7 and Year 10 maths",
        "Band 6 nurse on Ward 14",
        "Unit 5 warehouse, Bay 3",
        "Ran the Studio 54 bar and the Apollo 11 exhibit",
        "Lived at 12 Elm Street, SW1A 2AA",
        "Born 12 March 1990",
        "Filed Form 16 returns",
        "Printed A4 and A3 posters",
        "Answered 24/7",
        "Title 9 compliance and Article 30 records",
    ],
)
def test_names_dates_addresses_and_ratios_measure_nothing(line: str) -> None:
    assert list(metrics_in(line, 0, len(line))) == []


@pytest.mark.parametrize(
    ("line", "value", "unit"),
    [
        ("Sold 900 000 SEK of timber", 900_000.0, "sek"),
        ("Budget of ₦4m", 4e6, "ngn"),
        ("Won R$ 2 million in contracts", 2e6, "brl"),
        ("Collected ₹45 lakh of dues", 4.5e6, "inr"),
        ("Turnover of 1.2m kr", 1.2e6, "kr"),
        ("Won grants of 45 000 dollars", 45_000.0, "usd"),
        ("Try 3 things", 3.0, "things"),
        ("Led 12 Junior Cooks", 12.0, "junior cooks"),
        ("Fed 14 Marines", 14.0, "marines"),
    ],
)
def test_money_of_any_currency_is_measured_in_it(line: str, value: float, unit: str) -> None:
    (metric,) = metrics_in(line, 0, len(line))

    assert (metric.value, metric.unit) == (value, unit)


@pytest.mark.parametrize(
    ("line", "directions"),
    [
        ("Cut release time by 40% by moving 40 services to one platform", ["down", None]),
        ("Reduced waste by 12% through training 30 cooks", ["down", None]),
        ("Raised sales by 9% by cutting 3 steps", ["up", "down"]),
        ("Lowered costs by 20% and errors by 5%", ["down", "down"]),
    ],
)
def test_what_was_done_to_get_there_went_neither_up_nor_down(
    line: str, directions: list[str | None]
) -> None:
    assert [metric.direction for metric in metrics_in(line, 0, len(line))] == directions
