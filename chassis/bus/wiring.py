"""What the chassis gives every service, by builder; `chassis/owner.py` declares them."""

from chassis.bus.answers import Answers
from chassis.bus.call import caller
from chassis.bus.client import Bus
from chassis.bus.inject import Parts
from chassis.bus.outbox import Outbox
from chassis.config import Settings
from chassis.db import database
from chassis.jobs import Jobs
from chassis.keys import keyring
from chassis.secrets import secrets

__all__ = ["answers", "bus", "caller", "jobs", "outbox"]


def bus(settings: Settings) -> Bus:
    """For the few reads that a service may ask of another; the broker refuses any other."""
    return Bus(settings.amqp_url, secrets(settings), name=settings.process)


def outbox(parts: Parts) -> Outbox:
    return Outbox(parts.service.tables.outbox)


def jobs(parts: Parts) -> Jobs:
    return Jobs(parts.of(database), parts.service.tables.job)


def answers(parts: Parts) -> Answers:
    return Answers(parts.of(database), parts.service.tables, parts.of(keyring))
