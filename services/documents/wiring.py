"""What documents is made of, given a configuration."""

from chassis.bus.inject import Parts
from chassis.config import Settings
from chassis.llm.wiring import asker
from services.documents.adviser import Adviser
from services.documents.domain import Analyst, Editor, JobEditor, Reader
from services.documents.reader import ChildReader
from services.documents.rules.engine import RulesAnalyst
from services.documents.rules.job.editor import RulesJobEditor
from services.documents.rules.resume.corrected.editor import RulesEditor
from services.documents.tables import MODEL
from services.documents.twin import TwinnedAnalyst
from services.documents.work import AdviseJob, AdviseResume


def analyst(_settings: Settings) -> Analyst:
    return TwinnedAnalyst(RulesAnalyst(), RulesJobEditor())


def editor(_settings: Settings) -> Editor:
    return RulesEditor()


def job_editor(_settings: Settings) -> JobEditor:
    return RulesJobEditor()


def reader(_settings: Settings) -> Reader:
    return ChildReader()


def adviser(parts: Parts) -> Adviser:
    """Without a model, unless the operator names one."""
    return Adviser(asker(parts, MODEL, (AdviseResume, AdviseJob)))
