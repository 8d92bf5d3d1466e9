"""How large somebody's work was, as they say it themselves."""

import pytest

from chassis.errors import Invalid
from contracts.analysis import ScopeLevel, WorkScope
from contracts.corrections import Corrections, OwnScope
from contracts.evidence import Certainty
from services.documents.corrections import checked
from services.documents.rules.fit.comparison import compare_scope
from tests.documents.reading import spans
from tests.documents.resume.test_editor import amended, in_first_role

CV = b"""Ilse Marwood
ilse@example.org

Experience

Ward Sister, Tolland Infirmary
March 2019 - present
- Led a team of 9 nurses for 40 patients a day
- Held a budget of EUR 50,000
"""


def scope_with(**said: str) -> WorkScope:
    return amended(Corrections(scope=OwnScope(**said)), CV)[1].analysis.scope


def test_what_its_owner_says_of_a_size_counts_instead_of_what_was_read() -> None:
    found = scope_with(people="12", money="90000 SEK", level="manager", region="Europe")

    assert (found.people, found.users) == (12, 40)
    assert (found.money, found.currency) == (90_000, "sek")
    assert (found.level, found.region) == (ScopeLevel.MANAGER, "europe")


def test_what_is_left_empty_counts_as_not_said() -> None:
    found = scope_with(people="", level="", money="")

    assert (found.people, found.money, found.currency) == (None, None, None)
    assert found.level is ScopeLevel.UNKNOWN
    assert {one.dimension for one in found.readings} == {"users"}


def test_what_nobody_corrected_stays_as_it_was_read() -> None:
    before, after = amended(Corrections(scope=OwnScope(region="Nordic")), CV)

    kept = after.analysis.scope.model_copy(update={"region": None})
    assert kept.people == before.analysis.scope.people == 9
    assert set(before.analysis.scope.readings) < set(kept.readings)


def test_every_size_of_its_owner_has_its_quote_and_is_sure() -> None:
    _, after = amended(Corrections(scope=OwnScope(people="12", level="director")), CV)

    own = [one for one in after.analysis.scope.readings if one.dimension in {"people", "level"}]
    assert [one.span.quote for one in own] == ["People led: 12", "Level: directs managers"]
    assert {one.certainty for one in own} == {Certainty.SURE}
    assert all(after.text[s.start : s.end] == s.quote for s in spans(after.analysis))


def test_the_same_as_was_read_confirms_it_and_adds_no_word() -> None:
    before, after = amended(Corrections(scope=OwnScope(users="40")), CV)

    (users,) = (one for one in after.analysis.scope.readings if one.dimension == "users")
    assert after.text == before.text
    assert users.certainty is Certainty.SURE


def test_a_corrected_size_outlives_a_corrected_role() -> None:
    given = in_first_role(bullets=("Led a team of 30 engineers",))

    _, after = amended(given.model_copy(update={"scope": OwnScope(people="4")}))

    assert after.analysis.scope.people == 4


def test_a_size_that_was_confirmed_keeps_its_quote_when_a_role_is_corrected() -> None:
    role = in_first_role(bullets=("Led a team of 30 engineers",)).roles[0]
    given = Corrections(scope=OwnScope(people="9"), roles=(role,))

    _, after = amended(given, CV)

    (people,) = (one for one in after.analysis.scope.readings if one.dimension == "people")
    assert (after.analysis.scope.people, people.span.quote) == (9, "team of 9")


def test_a_job_is_compared_with_the_size_that_its_owner_says() -> None:
    (row,) = compare_scope(WorkScope(people=12), scope_with(people="12"))

    assert (row.shown, row.is_met) == ("12", True)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"people": " 1,200 "}, {"people": "1200"}),
        ({"users": "2 500 000"}, {"users": "2500000"}),
        ({"money": "€90,000"}, {"money": "90000 EUR"}),
        ({"money": "90.000 eur"}, {"money": "90000 EUR"}),
        ({"money": "1200 £"}, {"money": "1200 GBP"}),
        ({"money": "1200000 KR"}, {"money": "1200000 KR"}),
        ({"money": "₦4,000,000"}, {"money": "4000000 NGN"}),
        ({"region": " the Nordics\u200b "}, {"region": "the Nordics"}),
        ({"level": "lead"}, {"level": "lead"}),
        ({"people": " "}, {"people": ""}),
    ],
)
def test_a_size_is_kept_in_one_form(typed: dict[str, str], kept: dict[str, str]) -> None:
    assert checked(Corrections(scope=OwnScope(**typed))).scope == OwnScope(**kept)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("people", "a dozen"),
        ("people", "-3"),
        ("users", "12.5"),
        ("users", "9" * 12),
        ("money", "50000"),
        ("money", "much EUR"),
        ("level", "king"),
    ],
)
def test_a_size_that_cannot_be_used_is_refused_with_its_field(name: str, typed: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked(Corrections(scope=OwnScope(**{name: typed})))

    assert refused.value.field == f"scope.{name}"
    assert typed not in str(refused.value)
