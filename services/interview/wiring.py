"""What interview is made of, given a configuration."""

from dataclasses import replace
from datetime import timedelta

from chassis.bus.inject import Parts
from chassis.config import Settings
from chassis.llm.wiring import asker
from services.interview.adviser import Adviser
from services.interview.domain import Interviewer
from services.interview.planning import Planner
from services.interview.replan import Editor
from services.interview.rules.plan.editor import RulesEditor
from services.interview.rules.plan.planner import RulesPlanner
from services.interview.rules.room.interviewer import RulesInterviewer
from services.interview.suggester import Suggester
from services.interview.tables import MODEL
from services.interview.work import SuggestPlan


def planner(_settings: Settings) -> Planner:
    return RulesPlanner()


def editor(_settings: Settings) -> Editor:
    return RulesEditor()


def interviewer(_settings: Settings) -> Interviewer:
    return RulesInterviewer()


def adviser(parts: Parts) -> Adviser:
    """Without a model, unless the operator names one. A turn waits for none that is away; a plan
    that is suggested waits as long as a report does.
    """
    told = parts.settings
    ask = replace(
        asker(parts, MODEL, (SuggestPlan,)), patience=timedelta(seconds=told.model_report_s)
    )
    at_once = replace(ask, patience=timedelta(seconds=told.model_probe_s))
    return Adviser(at_once, told.model_probe_s, Suggester(ask))
