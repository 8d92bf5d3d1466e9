"""Correcting what a job asks for: what can be used, what is found again, what comes of it."""

import pytest

from chassis.errors import Invalid
from contracts.analysis import Requirement, RequirementKind, Strength
from contracts.corrections import JobCorrections, OwnRequirement, RequirementCorrection
from services.documents.corrections import anchored_job, checked_job, found_again_job
from services.documents.domain import JobAmendment
from services.documents.rules.job.editor import RulesJobEditor
from tests.documents.build import a_job

TEXT = """Night nurse

Requirements
- At least 3 years of Python
- Docker or Kubernetes
- A full driving licence
- Fluent German is a plus

About us
Whoever comes to us keeps the
ward book by hand.
We drink tea.
"""
READ = a_job(TEXT)
EDITOR = RulesJobEditor()


def asked(words: str) -> Requirement:
    (found,) = (each for each in READ.requirements if words in each.span.quote)
    return found


def one(words: str | None, now: OwnRequirement | None) -> JobCorrections:
    of = asked(words).id if words else None
    return JobCorrections(requirements=(RequirementCorrection(of=of, now=now),))


def changed(words: str, **update: object) -> Requirement:
    """What is read now of the requirement with these words, once it is said differently."""
    read = asked(words)
    now = OwnRequirement.of(read).model_copy(update=update)
    after = EDITOR.amend(JobAmendment(READ, TEXT, one(words, now)))
    others = [each for each in READ.requirements if each.id != read.id]
    assert [each for each in after.requirements if each.id != read.id] == others
    return next(each for each in after.requirements if each.id == read.id)


def added(quote: str, **said: object) -> Requirement:
    now = OwnRequirement(quote=quote, **said)  # type: ignore[arg-type]  # fields by name
    return EDITOR.amend(JobAmendment(READ, TEXT, one(None, now))).requirements[-1]


def test_without_corrections_it_is_what_was_read() -> None:
    assert EDITOR.amend(JobAmendment(READ, TEXT, JobCorrections())) == READ


def test_a_must_becomes_nice_to_have_and_nothing_else_of_it_changes() -> None:
    read = asked("Python")

    assert changed("Python", strength=Strength.NICE) == read.model_copy(
        update={"strength": Strength.NICE}
    )


def test_years_are_mended_and_taken_away() -> None:
    assert changed("Python", min_years=5.0).min_years == 5.0
    assert changed("Python", min_years=None).min_years is None


def test_another_skill_is_looked_for_as_its_owner_types_it() -> None:
    mended = changed("Docker", looked_for=("Terraform", "AWS or Azure"))

    assert mended.all_of == (("terraform",), ("aws", "azure"))
    assert (mended.any_of, mended.looked_for) == ((), ("Terraform", "AWS or Azure"))
    assert mended.span == asked("Docker").span


def test_what_no_list_of_ours_knows_is_looked_for_in_its_words() -> None:
    mended = changed("Docker", looked_for=("Rigging lofts or Docker",))

    assert (mended.any_of, mended.is_choice) == (("docker",), True)
    assert mended.looked_for == ("Rigging lofts", "Docker")
    assert changed("Docker", looked_for=()).any_of == ()


def test_a_choice_that_is_left_alone_stays_one() -> None:
    read = asked("Docker")

    assert OwnRequirement.of(read).looked_for == ("Docker or Kubernetes",)
    assert changed("Docker", strength=Strength.BONUS).any_of == read.any_of


def test_what_is_not_asked_is_taken_out() -> None:
    after = EDITOR.amend(JobAmendment(READ, TEXT, one("Python", None)))

    assert [each.id for each in after.requirements] == [
        each.id for each in READ.requirements if each.id != asked("Python").id
    ]


def test_a_condition_becomes_something_to_be_shown_and_back() -> None:
    licence = changed("driving", is_gate=False)
    python = changed("Python", is_gate=True)

    assert asked("driving").is_gate
    assert not licence.is_gate
    assert (python.is_gate, python.kind) == (True, RequirementKind.LOGISTICS)
    assert (python.any_of, python.competencies) == ((), ())


def test_a_line_that_was_missed_is_added_with_its_quote_and_is_not_unread_any_more() -> None:
    now = OwnRequirement(quote="Whoever comes to us keeps the ward book by hand.")
    after = EDITOR.amend(JobAmendment(READ, TEXT, one(None, now)))
    new = after.requirements[-1]

    assert TEXT[new.span.start : new.span.end] == new.span.quote
    assert new.span.quote == "Whoever comes to us keeps the\nward book by hand."
    assert new.id not in {each.id for each in READ.requirements}
    assert "ward book" in "".join(span.quote for span in READ.unread)
    assert "ward book" not in "".join(span.quote for span in after.unread)


def test_what_is_added_is_read_by_the_rules_unless_its_owner_says_what_is_meant() -> None:
    assert added("Docker or Kubernetes").any_of == asked("Docker").any_of
    assert added("We drink tea.", looked_for=("Python",), min_years=2.0).any_of == ("python",)
    licence = added("A full driving licence", is_gate=True)
    assert licence.kind is asked("driving").kind


def test_the_text_of_one_is_mended_by_other_words_of_the_text() -> None:
    mended = changed("Python", quote="Python", looked_for=None, min_years=None)

    assert (mended.span.quote, mended.any_of) == ("Python", ("python",))


@pytest.mark.parametrize("quote", ["We drink coffee.", " ", "we drink tea."])
def test_what_does_not_stand_in_the_text_is_refused(quote: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked_job(one(None, OwnRequirement(quote=quote)), TEXT)

    assert refused.value.field == "requirements.0.now.quote"


def test_lines_of_what_is_looked_for_are_cleaned() -> None:
    given = OwnRequirement(quote="We  drink\ntea.", looked_for=(" Go\u202e ", ""))
    (kept,) = checked_job(one(None, given), TEXT).requirements

    assert kept.now == OwnRequirement(quote="We drink tea.", looked_for=("Go",))


def test_a_requirement_that_was_never_read_is_refused() -> None:
    with pytest.raises(Invalid):
        anchored_job(JobCorrections(requirements=(RequirementCorrection(of="q99"),)), READ)


def test_a_correction_finds_its_requirement_again_by_its_words() -> None:
    given = anchored_job(one("Docker", None), READ)
    turned = READ.model_copy(
        update={
            "requirements": tuple(
                each.model_copy(update={"id": f"q{number}"})
                for number, each in enumerate(reversed(READ.requirements), 1)
            )
        }
    )

    (again,) = found_again_job(given, turned).requirements

    same = next(each for each in turned.requirements if each.id == again.of)
    assert same.span == asked("Docker").span


def test_a_correction_never_turns_to_another_requirement_that_is_only_alike() -> None:
    python = asked("Python")
    text = TEXT.replace("of Python", "of Java")
    another = a_job(text)
    given = anchored_job(one("Python", None), READ)

    lost = found_again_job(given, another)

    assert python.id in {each.id for each in another.requirements}
    assert [each.of for each in lost.requirements] == [None]
    assert EDITOR.amend(JobAmendment(another, text, lost)).requirements == another.requirements
    assert found_again_job(lost, READ) == given


def test_a_quote_that_is_gone_from_the_text_changes_nothing() -> None:
    gone = one("Python", OwnRequirement(quote="nowhere"))
    new = one(None, OwnRequirement(quote="nowhere"))

    for given in (gone, new):
        after = EDITOR.amend(JobAmendment(READ, TEXT, given))
        assert after.requirements == READ.requirements
