"""Correcting what a job asks for, outside the container on the real database."""

import pytest

from chassis.errors import Conflict, Invalid
from contracts.analysis import Seniority, Strength
from contracts.corrections import JobCorrections, OwnFacts, OwnRequirement, RequirementCorrection
from contracts.documents import (
    CorrectJobDescription,
    FindFit,
    FindJobDescription,
    ReadJobDescriptionAgain,
    WorkState,
)
from contracts.work import Remote
from services.documents.rules.engine import RulesAnalyst
from tests.documents.desk import a_judged_fit, correct_job, documents, give_both, work_off
from tests.support.people import a_person
from tests.support.services import owed


class NewerAnalyst(RulesAnalyst):
    """Reads as the rules do, under another version, and counts from the other end."""

    @property
    def version(self):
        return "9.9.9"

    def read_job(self, source):
        found = super().read_job(source)
        engine = found.engine.model_copy(update={"version": self.version})
        turned = tuple(
            each.model_copy(update={"id": f"q{number}"})
            for number, each in enumerate(reversed(found.requirements), 1)
        )
        return found.model_copy(update={"engine": engine, "requirements": turned})


def job_of(stack, person, fit):
    query = FindJobDescription(job_description_id=fit.job_description_id)
    return documents(stack, person).find_job_description(query)


def fit_of(stack, person, fit):
    return documents(stack, person).find_fit(FindFit(fit_id=fit.fit_id))


def a_skill_asked(view):
    """The first requirement of a skill."""
    return next(each for each in view.analysis.requirements if each.any_of)


def not_asked(view):
    one = RequirementCorrection(of=a_skill_asked(view).id)
    return JobCorrections(requirements=(one,))


def nice(view):
    asked = a_skill_asked(view)
    now = OwnRequirement.of(asked).model_copy(update={"strength": Strength.NICE})
    return JobCorrections(requirements=(RequirementCorrection(of=asked.id, now=now),))


def test_a_correction_is_seen_beside_what_was_read(stack):
    person, fit = a_judged_fit(stack)
    before = job_of(stack, person, fit)

    after = correct_job(stack, person, fit.job_description_id, nice(before))

    assert after == job_of(stack, person, fit)
    assert a_skill_asked(after).strength is Strength.NICE
    assert (after.read, after.text) == (before.analysis, before.text)
    assert [each.of for each in after.corrections.requirements] == [a_skill_asked(before).id]
    assert after.version == before.version + 1


def test_undoing_everything_leaves_what_was_read(stack):
    person, fit = a_judged_fit(stack)
    before = job_of(stack, person, fit)
    correct_job(stack, person, fit.job_description_id, not_asked(before))

    after = correct_job(stack, person, fit.job_description_id, JobCorrections())

    assert after.analysis == before.analysis
    assert (after.read, after.corrections) == (None, JobCorrections())


def test_a_fit_is_judged_again_from_what_was_corrected(stack):
    person, fit = a_judged_fit(stack)
    before = job_of(stack, person, fit)
    gone = a_skill_asked(before).span

    correct_job(stack, person, fit.job_description_id, not_asked(before))

    waiting = fit_of(stack, person, fit)
    assert (waiting.state, waiting.report) == (WorkState.WAITING, None)
    assert work_off(stack, person) == ["documents.judge_fit"]
    after = fit_of(stack, person, fit).report
    assert gone in [each.requirement.span for each in fit.report.items]
    assert gone not in [each.requirement.span for each in after.items]
    assert after.score != fit.report.score


def test_corrections_survive_reading_again_by_an_engine_that_counts_differently(stack):
    person, fit = a_judged_fit(stack)
    view = job_of(stack, person, fit)
    unread = view.analysis.unread[0].quote
    new = RequirementCorrection(now=OwnRequirement(quote=unread, looked_for=("Python",)))
    given = JobCorrections(requirements=(*not_asked(view).requirements, new))
    before = correct_job(stack, person, fit.job_description_id, given)
    work_off(stack, person)

    service = documents(stack, person, analyst=NewerAnalyst())
    query = ReadJobDescriptionAgain(job_description_id=fit.job_description_id)
    waiting = service.read_job_description_again(query)
    done = work_off(stack, person, analyst=NewerAnalyst())

    assert waiting.state is WorkState.WAITING
    assert done == ["documents.read_job", "documents.judge_fit"]
    after = job_of(stack, person, fit)
    said = {each.span.quote for each in after.analysis.requirements}
    assert said == {each.span.quote for each in before.analysis.requirements}
    assert after.analysis.engine.version == "9.9.9"
    assert after.read.engine.version == "9.9.9"
    assert [each.was for each in after.corrections.requirements] == [
        each.was for each in before.corrections.requirements
    ]


def test_what_does_not_stand_in_the_text_changes_nothing(stack):
    person, fit = a_judged_fit(stack)
    before = job_of(stack, person, fit)
    wrong = RequirementCorrection(now=OwnRequirement(quote="Nobody wrote this."))

    with pytest.raises(Invalid):
        correct_job(stack, person, fit.job_description_id, JobCorrections(requirements=(wrong,)))

    assert job_of(stack, person, fit) == before
    assert owed(documents(stack, person), person) == []


def test_of_two_who_change_the_same_version_one_is_told(stack):
    person, fit = a_judged_fit(stack)
    there = job_of(stack, person, fit)
    kept = correct_job(stack, person, fit.job_description_id, nice(there))

    with pytest.raises(Conflict) as refused:
        documents(stack, person).correct_job_description(
            CorrectJobDescription(
                job_description_id=fit.job_description_id,
                version=there.version,
                corrections=not_asked(there),
            )
        )

    assert refused.value.code == "changed-meanwhile"
    assert job_of(stack, person, fit) == kept


def test_what_is_still_being_read_cannot_be_corrected(stack):
    person = a_person()
    _, job = give_both(stack, person)

    with pytest.raises(Conflict, match="still being worked on"):
        correct_job(stack, person, job.job_description_id, JobCorrections())


def test_an_interview_is_planned_from_what_was_corrected(stack):
    person, fit = a_judged_fit(stack)
    correct_job(stack, person, fit.job_description_id, nice(job_of(stack, person, fit)))
    work_off(stack, person)

    briefing = documents(stack, person).find_briefing(FindFit(fit_id=fit.fit_id))

    assert next(e for e in briefing.job.requirements if e.any_of).strength is Strength.NICE


def facts(**said):
    return JobCorrections(facts=OwnFacts(**said))


def test_what_is_said_of_the_job_itself_survives_a_newer_engine(stack):
    person, fit = a_judged_fit(stack)
    before = job_of(stack, person, fit)
    said = facts(title="Design and build APIs", mode=Remote.REMOTE, level=Seniority.ENTRY)
    correct_job(stack, person, fit.job_description_id, said)

    newer = NewerAnalyst()
    again = ReadJobDescriptionAgain(job_description_id=fit.job_description_id)
    documents(stack, person, analyst=newer).read_job_description_again(again)
    work_off(stack, person, analyst=newer)

    after = job_of(stack, person, fit)
    assert after.analysis.engine.version == "9.9.9"
    assert after.analysis.title.value == "Design and build APIs"
    assert (after.analysis.terms.remote, after.analysis.seniority) == (
        Remote.REMOTE,
        Seniority.ENTRY,
    )
    assert after.read.title == before.analysis.title


def test_undoing_one_fact_leaves_the_others(stack):
    person, fit = a_judged_fit(stack)
    before = job_of(stack, person, fit)
    correct_job(stack, person, fit.job_description_id, facts(employer="", level=Seniority.ENTRY))

    after = correct_job(stack, person, fit.job_description_id, facts(level=Seniority.ENTRY))

    assert after.analysis.company == before.analysis.company
    assert after.analysis.seniority is Seniority.ENTRY


def test_a_fit_and_a_plan_follow_the_title_and_the_level(stack):
    person, fit = a_judged_fit(stack)
    said = facts(title="Quillfeather builds invoicing", level=Seniority.LEAD)
    correct_job(stack, person, fit.job_description_id, said)

    assert fit_of(stack, person, fit).state is WorkState.WAITING
    work_off(stack, person)

    asked = [each.requirement.span.quote for each in fit_of(stack, person, fit).report.items]
    briefing = documents(stack, person).find_briefing(FindFit(fit_id=fit.fit_id))
    assert asked[0] == "Quillfeather builds invoicing"
    assert briefing.job.title.value == "Quillfeather builds invoicing"
    assert briefing.job.seniority is Seniority.LEAD
