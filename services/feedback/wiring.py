"""What feedback is made of, given a configuration."""

from dataclasses import replace
from datetime import timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from chassis.bus.inject import Parts
from chassis.config import Settings
from chassis.llm.wiring import asker
from chassis.secrets import secrets
from contracts.message import Owner
from services.feedback.adviser import Adviser, Limits
from services.feedback.domain import Coach
from services.feedback.rules.coach import RulesCoach
from services.feedback.tables import MODEL
from services.feedback.work import EvaluateInterview


def coach(_settings: Settings) -> Coach:
    return RulesCoach()


def signing_key(settings: Settings) -> Ed25519PrivateKey:
    return secrets(settings).signing_key(Owner.FEEDBACK)


def adviser(parts: Parts) -> Adviser:
    """Without a model, unless the operator names one. A report waits for none that is away."""
    ask = replace(
        asker(parts, MODEL, (EvaluateInterview,)),
        patience=timedelta(seconds=parts.settings.model_report_s),
    )
    limits = Limits(parts.settings.model_samples, parts.settings.model_report_s)
    return Adviser(ask, parts.of(coach), limits)
