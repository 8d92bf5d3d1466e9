"""All checks over all sessions, and what came of it as a table."""

from collections.abc import Iterable
from dataclasses import dataclass

from services.interview.domain import Interviewer
from tests.interview.audit import course, questions, requests, words  # noqa: F401  # they enter
from tests.interview.audit.checks import CHECKS
from tests.interview.audit.people import PEOPLE, Person
from tests.interview.audit.sessions import Held, hold, plans


@dataclass(frozen=True)
class Failure:
    check: str
    person: str


def held_by(interviewer: Interviewer | None = None) -> list[Held]:
    """Every person's session, each about one of the plans in turn."""
    return [
        hold(person, plans()[number % len(plans())], interviewer)
        for number, person in enumerate(PEOPLE)
    ]


def failures(sessions: Iterable[Held]) -> list[Failure]:
    return [
        Failure(name, held.person.name)
        for held in sessions
        for name, is_so in CHECKS.items()
        if not is_so(held)
    ]


def table(sessions: list[Held]) -> str:
    failed = failures(sessions)
    lines = [f"{'check':<86} passed of {len(sessions)}"]
    for name in CHECKS:
        names = [each.person for each in failed if each.check == name]
        worst = f"  failed: {', '.join(names)}" if names else ""
        lines.append(f"{name:<86} {len(sessions) - len(names):>6}{worst}")
    turns = sum(len(held.turns) for held in sessions)
    total = len(CHECKS) * len(sessions)
    lines.append(
        f"{len(CHECKS)} checks x {len(sessions)} sessions ({turns} turns): "
        f"{total - len(failed)} of {total} yes"
    )
    return "\n".join(lines)


__all__ = ["Failure", "Person", "failures", "held_by", "table"]
