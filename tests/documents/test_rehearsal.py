from chassis.bus.inject import Preparable
from services.documents.domain import JobSource
from services.documents.rules.engine import RulesAnalyst
from services.documents.rules.job.editor import RulesJobEditor
from services.documents.rules.rehearsal import JOB, RESUME
from services.documents.twin import TwinnedAnalyst
from tests.documents.advised import a_source
from tests.documents.build import JOB_ID, a_text


def test_a_service_has_its_engine_ready_before_any_call():
    assert isinstance(TwinnedAnalyst(RulesAnalyst(), RulesJobEditor()), Preparable)


def test_the_rehearsed_resume_has_something_of_every_kind():
    read = RulesAnalyst().read_resume(a_source(RESUME))

    kinds = ("roles", "education", "projects", "volunteering", "skills", "languages")
    assert [kind for kind in (*kinds, "certifications") if not getattr(read, kind)] == []
    assert read.scope.people == 4
    assert any(bullet.metrics for role in read.roles for bullet in role.bullets)


def test_the_rehearsed_job_asks_for_something_of_every_kind():
    read = RulesAnalyst().read_job(JobSource(JOB_ID, JOB))

    kinds = {requirement.kind.value for requirement in read.requirements}
    assert {"skill", "education", "certification", "logistics"} <= kinds


def test_getting_ready_changes_nothing_that_is_read():
    analyst, source = RulesAnalyst(), a_source(a_text("resume.txt"))
    before = analyst.read_resume(source)

    analyst.prepare()
    analyst.prepare()

    assert analyst.read_resume(source) == before
