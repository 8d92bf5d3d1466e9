"""What documents is made of, given a configuration."""

from chassis.config import Settings
from services.documents.domain import Analyst, Editor, Reader
from services.documents.reader import ChildReader
from services.documents.rules.editor import RulesEditor
from services.documents.rules.engine import RulesAnalyst


def analyst(_settings: Settings) -> Analyst:
    return RulesAnalyst()


def editor(_settings: Settings) -> Editor:
    return RulesEditor()


def reader(_settings: Settings) -> Reader:
    return ChildReader()
