"""What interview is made of, given a configuration."""

from chassis.config import Settings
from services.interview.domain import Interviewer, Planner
from services.interview.replan import Editor
from services.interview.rules.editor import RulesEditor
from services.interview.rules.interviewer import RulesInterviewer
from services.interview.rules.planner import RulesPlanner


def planner(_settings: Settings) -> Planner:
    return RulesPlanner()


def editor(_settings: Settings) -> Editor:
    return RulesEditor()


def interviewer(_settings: Settings) -> Interviewer:
    return RulesInterviewer()
