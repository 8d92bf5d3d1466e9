"""What becomes of an analysis when its owner corrects it: every value keeps its quote."""

import pytest

from contracts.analysis import Tier
from contracts.corrections import (
    Corrections,
    EntryCorrection,
    OwnEntry,
    OwnRole,
    RoleCorrection,
)
from contracts.evidence import Certainty
from services.documents.domain import Amended, Amendment
from services.documents.rules.resume.corrected.editor import RulesEditor
from tests.documents.build import ON, a_text
from tests.documents.files.make import FOLDER
from tests.documents.reading import read, rendered, spans
from tests.documents.test_engine import ORDERS


def amended(given: Corrections, data: bytes | None = None) -> tuple[Amended, Amended]:
    """What was read, and what is left of it with `given`."""
    extracted, analysis = read(data or a_text("resume.txt").encode())
    before = Amended(extracted.text, analysis)
    source = Amendment(analysis, extracted.text, given, ON)
    return before, RulesEditor().amend(source)


def skills(found: Amended) -> dict[str, tuple[Tier, float | None]]:
    return {skill.id: (skill.tier, skill.years) for skill in found.analysis.skills}


def the_role(found: Amended, number: int, **changed: object) -> RoleCorrection:
    role = found.analysis.roles[number - 1]
    now = OwnRole.of(role).model_copy(update=changed)
    return RoleCorrection(of=role.id, now=now)


def in_first_role(**changed: object) -> Corrections:
    return Corrections(roles=(the_role(amended(Corrections())[0], 1, **changed),))


LAYOUTS = sorted(file.name for file in FOLDER.glob("engineer-*"))

EVERYTHING = Corrections(
    name="Quince Ferrand",
    email="quince@example.org",
    phone="",
    location="Turku",
    links=("https://example.org/quince",),
    headline="Platform engineer",
    roles=(
        RoleCorrection(of="r2"),
        RoleCorrection(
            now=OwnRole(
                title="Kotlin Developer",
                employer="Mossbank",
                start="2013-01",
                end="2015",
                bullets=("Cut build times by 40% with Terraform",),
            )
        ),
    ),
    education=(EntryCorrection(of="e1", now=OwnEntry(title="MSc Physics", end="2015")),),
    projects=(EntryCorrection(now=OwnEntry(title="Gullwing", detail="A map in FastAPI")),),
    certifications=(EntryCorrection(now=OwnEntry(title="CKA", detail="CNCF")),),
    languages=(EntryCorrection(of="e2"), EntryCorrection(now=OwnEntry(title="Finnish"))),
    skills_added=("Ansible", "Falconry"),
    skills_removed=("git",),
)


def test_without_corrections_nothing_changes() -> None:
    before, after = amended(Corrections())

    assert after == before


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_quote_of_a_corrected_analysis_stands_in_its_text(name: str) -> None:
    data = rendered(name)
    last = amended(Corrections(), data)[0].analysis.roles[-1]
    given = EVERYTHING.model_copy(
        update={"roles": (RoleCorrection(of=last.id), EVERYTHING.roles[1])}
    )

    before, after = amended(given, data)

    assert after.text.startswith(before.text)
    assert "Corrected by its owner" in after.text
    assert all(after.text[s.start : s.end] == s.quote for s in spans(after.analysis))


@pytest.mark.parametrize("name", LAYOUTS)
def test_one_more_skill_leaves_every_other_as_it_was(name: str) -> None:
    before, after = amended(Corrections(skills_added=("Falconry",)), rendered(name))

    assert [s for s in after.analysis.skills if s.label != "Falconry"] == list(
        before.analysis.skills
    )


def test_every_part_says_what_its_owner_says() -> None:
    _, after = amended(EVERYTHING)
    it = after.analysis

    assert (it.contact.name.value, it.contact.email.value) == ("Quince Ferrand", EVERYTHING.email)
    assert (it.contact.phone, it.contact.location.value) == (None, "Turku")
    assert [link.value for link in it.contact.links] == ["https://example.org/quince"]
    assert it.headline.value == "Platform engineer"
    assert [role.title.value for role in it.roles] == [
        "Senior Backend Engineer",
        "Kotlin Developer",
    ]
    assert [(e.title.value, e.end) for e in it.education] == [("MSc Physics", "2015")]
    assert [(e.title.value, e.detail.value) for e in it.projects] == [
        ("Gullwing", "A map in FastAPI")
    ]
    assert [e.title.value for e in it.certifications] == ["CKA"]
    assert [e.title.value for e in it.languages] == ["German", "Finnish"]


def test_skills_follow_the_lines_that_show_them() -> None:
    before, after = amended(EVERYTHING)

    assert "python" in skills(before)
    assert skills(after)["kotlin"][0] is Tier.USED
    assert skills(after)["terraform"][0] is Tier.OUTCOME
    assert skills(after)["fastapi"][0] is Tier.USED
    assert skills(after)["ansible"] == (Tier.LISTED, None)
    assert "git" not in skills(after)
    own = next(skill for skill in after.analysis.skills if skill.label == "Falconry")
    assert (own.tier, own.id.startswith("own.")) == (Tier.LISTED, True)


def test_what_nobody_corrected_stays_to_the_letter() -> None:
    before, after = amended(Corrections(name="Quince Ferrand", skills_added=("Ansible",)))

    same = {"roles", "education", "languages", "scope", "years_total", "summary", "headline"}
    assert all(getattr(after.analysis, n) == getattr(before.analysis, n) for n in same)
    assert after.analysis.contact.email == before.analysis.contact.email
    assert set(before.analysis.skills) < set(after.analysis.skills)


def test_other_dates_move_the_years_of_its_skills_and_of_all_work() -> None:
    before, after = amended(in_first_role(start="2023-01"))

    assert skills(before)["postgresql"] == (Tier.USED, 6.9)
    assert skills(after)["postgresql"] == (Tier.USED, 3.1)
    assert after.analysis.years_total == 6.2
    assert [b.span for b in after.analysis.roles[0].bullets] == [
        b.span for b in before.analysis.roles[0].bullets
    ]


def test_a_line_that_is_taken_out_shows_nothing_any_more() -> None:
    before, after = amended(in_first_role(bullets=("Runs the on-call rotation",)))

    assert skills(before)["django"][0] is Tier.USED
    assert skills(after)["django"] == (Tier.LISTED, None)
    assert before.analysis.scope.people == 5
    assert after.analysis.scope.people is None


def test_a_line_that_is_left_keeps_its_place_and_a_new_one_stands_at_the_end() -> None:
    before = amended(Corrections())[0]
    kept = OwnRole.of(before.analysis.roles[0]).bullets
    _, after = amended(in_first_role(bullets=(*kept, "Led a team of 12 engineers")))

    bullets = after.analysis.roles[0].bullets
    assert bullets[0].span == before.analysis.roles[0].bullets[0].span
    assert bullets[-1].span.start > len(before.text)
    assert after.analysis.roles[0].scope.people == 12
    assert len({bullet.id for role in after.analysis.roles for bullet in role.bullets}) == 7


def test_a_role_that_is_taken_out_takes_its_time_along() -> None:
    _, after = amended(Corrections(roles=(RoleCorrection(of="r1"),)))

    assert [role.id for role in after.analysis.roles] == ["r2"]
    assert after.analysis.years_total == 3.2
    assert skills(after)["rabbitmq"] == (Tier.LISTED, None)


@pytest.mark.parametrize("order", ORDERS[:6])
def test_an_order_to_a_machine_shows_nothing_in_a_correction_either(order: str) -> None:
    line = f"{order} Kubernetes in production, costs cut by 90%."
    before = amended(Corrections())[0]
    kept = OwnRole.of(before.analysis.roles[0]).bullets

    _, after = amended(in_first_role(bullets=(*kept, line)))

    assert skills(after)["kubernetes"] == skills(before)["kubernetes"]


def test_the_same_corrections_give_the_same_analysis() -> None:
    assert amended(EVERYTHING)[1] == amended(EVERYTHING)[1]


def test_a_confirmation_changes_no_word_and_makes_it_sure() -> None:
    before, _ = amended(Corrections())
    read_ = before.analysis
    implied = next(skill for skill in read_.skills if skill.certainty is Certainty.LIKELY)
    assert read_.contact.name is not None
    given = in_first_role().model_copy(
        update={"name": read_.contact.name.value, "skills_confirmed": (implied.id,)}
    )

    _, after = amended(given)

    role = after.analysis.roles[0]
    assert after.text == before.text
    assert role.title.value == read_.roles[0].title.value
    assert {role.title.certainty, role.dates_certainty} == {Certainty.SURE}
    assert after.analysis.contact.name is not None
    assert after.analysis.contact.name.certainty is Certainty.SURE
    assert [s.certainty for s in after.analysis.skills if s.id == implied.id] == [Certainty.SURE]
