"""What feedback is made of, given a configuration."""

from chassis.config import Settings
from services.feedback.domain import Coach
from services.feedback.rules.coach import RulesCoach


def coach(_settings: Settings) -> Coach:
    return RulesCoach()
