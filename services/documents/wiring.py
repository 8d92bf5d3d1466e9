"""What documents is made of, given a configuration."""

from chassis.config import Settings
from services.documents.domain import Analyst, Reader
from services.documents.reader import ChildReader
from services.documents.rules.engine import RulesAnalyst


def analyst(_settings: Settings) -> Analyst:
    return RulesAnalyst()


def reader(_settings: Settings) -> Reader:
    return ChildReader()
