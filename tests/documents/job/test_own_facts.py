"""What an owner says of the job itself: what can be used, and what comes of it."""

import pytest

from chassis.errors import Invalid
from contracts.analysis import JobAnalysis, RequirementKind, Seniority
from contracts.corrections import JobCorrections, OwnFacts, OwnRequirement, RequirementCorrection
from contracts.work import Remote
from services.documents.corrections import checked_job
from services.documents.domain import JobAmendment, job_name, job_renamed
from services.documents.rules.job.editor import RulesJobEditor
from tests.documents.build import a_job
from tests.documents.reading import spans

TEXT = """Head Baker

Salt & Crumb is a bakery in Leeds. Hybrid.
Salary: £31,000 a year

Requirements
- At least 3 years of baking
- A full driving licence

About us
The ovens of Mill Lane glow all night.
Whoever joins becomes our Lead Pastry
Chef in York, and may be paid £40k.
"""
READ = a_job(TEXT)
EDITOR = RulesJobEditor()


def amended(read: JobAnalysis = READ, **facts: object) -> JobAnalysis:
    own = OwnFacts(**facts)  # type: ignore[arg-type]  # fields by name
    given = checked_job(JobCorrections(facts=own), TEXT)
    after = EDITOR.amend(JobAmendment(read, TEXT, given))
    assert all(TEXT[each.start : each.end] == each.quote for each in spans(after))
    return after


def title_asked(job: JobAnalysis) -> list[str]:
    return [
        " ".join(each.span.quote.split())
        for each in job.requirements
        if each.kind is RequirementKind.EXPERIENCE
        and job.title is not None
        and each.span == job.title.span
    ]


def test_what_is_said_is_quoted_from_the_text_wherever_its_lines_break() -> None:
    after = amended(title="Lead Pastry Chef", employer="Salt & Crumb", place="York", pay="£40k")

    assert after.title is not None
    assert after.title.value == "Lead Pastry Chef"
    assert after.title.span.quote == "Lead Pastry\nChef"
    assert after.company is not None
    assert after.company.value == "Salt & Crumb"
    assert (after.terms.place, after.terms.pay) != (READ.terms.place, READ.terms.pay)
    assert after.terms.pay is not None
    assert after.terms.pay.quote == "£40k"


@pytest.mark.parametrize(
    "facts",
    [
        {"title": "Chef de partie"},
        {"employer": "Salt and Crumb"},
        {"place": "Bradford"},
        {"pay": "£50,000"},
        {"title": "Lead Pastry Cheff"},
    ],
)
def test_words_that_do_not_stand_in_the_text_are_refused_at_their_field(
    facts: dict[str, str],
) -> None:
    with pytest.raises(Invalid, match="does not stand in the text") as refused:
        amended(**facts)

    assert refused.value.field == f"facts.{next(iter(facts))}"


def test_what_is_left_empty_is_not_said() -> None:
    after = amended(title="", employer="", place="", mode=Remote.UNKNOWN, pay="")

    assert (after.title, after.company, after.terms.place, after.terms.pay) == (None,) * 4
    assert after.terms.remote is Remote.UNKNOWN
    assert after.seniority is Seniority.UNKNOWN
    assert [each.span.quote for each in after.requirements] == [
        each.span.quote for each in READ.requirements if READ.title and each.span != READ.title.span
    ]


def test_another_title_is_asked_for_in_place_of_the_first() -> None:
    after = amended(title="Lead Pastry Chef")

    assert title_asked(READ) == ["Head Baker"]
    assert title_asked(after) == ["Lead Pastry Chef"]
    assert [each.id for each in after.requirements] == [each.id for each in READ.requirements]
    assert not any(each.span.quote == "Head Baker" for each in after.requirements)


def test_a_title_where_none_was_read_is_the_first_thing_asked() -> None:
    untitled = READ.model_copy(update={"title": None, "requirements": READ.requirements[1:]})

    after = amended(untitled, title="Head Baker")

    assert title_asked(after) == ["Head Baker"]
    assert after.requirements[0].id == "q0"
    assert [each.id for each in after.requirements[1:]] == [
        each.id for each in untitled.requirements
    ]


def test_the_level_follows_a_corrected_title_unless_it_is_said() -> None:
    assert amended(title="Lead Pastry Chef").seniority is Seniority.LEAD
    assert amended(title="Lead Pastry Chef", level=Seniority.MID).seniority is Seniority.MID
    assert amended(level=Seniority.ENTRY).seniority is Seniority.ENTRY
    assert amended(place="York").seniority is READ.seniority


def test_saying_what_was_read_changes_nothing() -> None:
    said = OwnFacts.of(READ)

    after = EDITOR.amend(JobAmendment(READ, TEXT, JobCorrections(facts=said)))

    assert after == READ


def test_a_requirement_alone_leaves_the_facts_to_the_letter() -> None:
    licence = next(each for each in READ.requirements if "licence" in each.span.quote)
    now = OwnRequirement.of(licence).model_copy(update={"min_years": 2.0})
    one = RequirementCorrection(of=licence.id, now=now)

    after = EDITOR.amend(JobAmendment(READ, TEXT, JobCorrections(requirements=(one,))))

    assert (after.title, after.company, after.terms, after.unread) == (
        READ.title,
        READ.company,
        READ.terms,
        READ.unread,
    )


def test_a_line_that_is_said_to_be_a_fact_is_no_more_told_as_unread() -> None:
    told = [span.quote for span in READ.unread]
    line = next(span for span in READ.unread if "Mill Lane" in span.quote)

    after = amended(place="Mill Lane")

    assert line not in after.unread
    assert len(after.unread) == len(told) - 1


def test_a_name_that_was_read_follows_and_one_that_was_given_stays() -> None:
    after = amended(title="Lead Pastry Chef", employer="")
    was = job_name("", READ)

    assert job_renamed(was, READ, after) == "Lead Pastry Chef"
    assert job_renamed("My dream", READ, after) == "My dream"
