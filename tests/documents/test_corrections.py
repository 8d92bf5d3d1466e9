"""Which corrections can be used, and how they find what they belong to in another reading."""

import pytest
from rapidfuzz import fuzz

from chassis.errors import Conflict, Invalid
from contracts.corrections import (
    Corrections,
    EntryCorrection,
    OwnEntry,
    OwnRole,
    RoleCorrection,
)
from services.documents.corrections import (
    ALIKE,
    anchored,
    check_version,
    checked,
    entries_read,
    found_again,
    roles_read,
)
from tests.documents.build import a_text
from tests.documents.reading import a_resume

READ = a_resume(a_text("resume.txt"))
ANOTHER = a_resume(
    a_text("resume.txt").replace(
        "Senior Backend Engineer, Quarrystone GmbH",
        "Advisor, Fennmoor\nMay 2021 - June 2021\n- Gave advice\n\n"
        "Senior Backend Engineer, Quarrystone Gmbh",
    )
)
"""The same person as an engine reads them that finds one more role."""


def a_role(**changed: object) -> RoleCorrection:
    return RoleCorrection(of="r1", now=OwnRole.of(READ.roles[0]).model_copy(update=changed))


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (Corrections(email="nobody"), "email"),
        (Corrections(roles=(a_role(title=" "),)), "roles.0.now.title"),
        (Corrections(roles=(a_role(start="2020-13"),)), "roles.0.now.start"),
        (Corrections(roles=(a_role(start="2020", end=None, is_current=False),)), "roles.0.now.end"),
        (Corrections(roles=(a_role(start="2020", end="2019-12", is_current=False),)),
         "roles.0.now.end"),
        (Corrections(roles=(a_role(start="2020", end="2021", is_current=True),)),
         "roles.0.now.end"),
        (Corrections(roles=(a_role(start=None, end="2021", is_current=False),)),
         "roles.0.now.start"),
        (Corrections(languages=(EntryCorrection(now=OwnEntry(title="\u200b")),)),
         "languages.0.now.title"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_with_its_field(given: Corrections, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked(given)

    assert refused.value.field == field


def test_a_year_ends_with_its_december() -> None:
    given = Corrections(roles=(a_role(start="2020-06", end="2020", is_current=False),))

    assert checked(given) == given


def test_what_has_no_shape_is_taken_out() -> None:
    given = checked(Corrections(name="Quince\u202e \n Ferrand", skills_added=(" Go ", "", "Go")))

    assert (given.name, given.skills_added) == ("Quince Ferrand", ("Go",))


def test_what_says_the_same_as_was_read_confirms_it_and_stands() -> None:
    same = Corrections(
        name="Imke Brandt",
        headline="",
        roles=(a_role(),),
        languages=(EntryCorrection(of="e1", now=OwnEntry.of(READ.languages[0])),),
    )

    kept = anchored(same, READ)
    assert (kept.name, kept.headline) == ("Imke Brandt", "")
    assert [each.was for each in (*kept.roles, *kept.languages)] == [
        *list(roles_read(READ).values())[:1],
        entries_read(READ, "languages")["e1"],
    ]


@pytest.mark.parametrize("of", ["r9", "e1", "r1"])
def test_what_was_never_read_or_is_named_twice_is_refused(of: str) -> None:
    given = Corrections(roles=(a_role(title="Poet"), RoleCorrection(of=of)))

    with pytest.raises(Invalid) as refused:
        anchored(given, READ)

    assert refused.value.field in {"roles.0.of", "roles.1.of"}


def test_a_correction_finds_its_role_again_when_another_reading_counts_differently() -> None:
    given = anchored(Corrections(roles=(a_role(title="Poet"), RoleCorrection(of="r2"))), READ)

    again = found_again(given, ANOTHER)

    assert [role.title.value for role in ANOTHER.roles][1:] == [r.title.value for r in READ.roles]
    assert [each.of for each in again.roles] == ["r2", "r3"]
    assert found_again(again, READ) == given


def test_of_two_roles_that_are_alike_the_more_alike_one_is_meant() -> None:
    said = a_text("resume.txt")
    for old, new in (
        ("Senior Backend Engineer, Quarrystone GmbH", "Backend Engineer, Tannenhof"),
        ("March 2019 - Present", "March 2019 - May 2021"),
        ("Software Engineer, Tannenhof Software", "Backend Engineer, Tannenhof AG"),
        ("January 2016 - February 2019", "March 2016 - March 2019"),
    ):
        said = said.replace(old, new)
    given = anchored(Corrections(roles=(RoleCorrection(of="r2"),)), a_resume(said))
    another = a_resume(said.replace("AG", "A.G."))

    again = found_again(given, another)

    assert all(
        fuzz.ratio(given.roles[0].was, words) > ALIKE for words in roles_read(another).values()
    )
    assert [each.of for each in again.roles] == ["r2"]


def test_a_correction_whose_words_are_gone_stays_as_an_addition() -> None:
    given = anchored(Corrections(roles=(a_role(title="Poet"), RoleCorrection(of="r2"))), READ)
    nothing = READ.model_copy(update={"roles": ()})

    lost = found_again(given, nothing)

    assert [(each.of, bool(each.now)) for each in lost.roles] == [(None, True), (None, False)]
    assert found_again(lost, READ) == given


def test_a_change_of_something_older_is_refused() -> None:
    check_version(3, 3)

    for version, code in ((2, "changed-meanwhile"), (None, "version-needed")):
        with pytest.raises(Conflict) as refused:
            check_version(version, 3)
        assert refused.value.code == code
