"""Whole sessions of scripted people, held by the same decisions as the service's."""

from dataclasses import dataclass
from functools import cache
from itertools import chain, cycle

from chassis.errors import Conflict
from contracts.analysis import Seniority
from contracts.interview import Answer, InterviewPlan, InterviewState, Turn, TurnKind
from services.interview import domain
from services.interview.domain import Interviewer, Session
from services.interview.rules.room.signs import Intent
from services.interview.timing import Left
from tests.interview.audit.people import NEXT, Person, Said
from tests.interview.build import Rehearsal, a_briefing, a_plan


@dataclass(frozen=True)
class Beat:
    """Something said, and the session before and after; `heard` is its turn, if it was taken."""

    said: Said
    before: Session
    after: Session
    heard: Turn | None
    time: Left | None
    time_after: Left | None
    is_resend_harmless: bool

    @property
    def is_late(self) -> bool:
        """Whether it was refused, which only the clock does here."""
        return bool(self.said.text) and self.heard is None

    @property
    def replies(self) -> tuple[Turn, ...]:
        return self.after.turns[len(self.before.turns) + (self.heard is not None) :]


@dataclass(frozen=True)
class Held:
    """One whole session."""

    person: Person
    plan: InterviewPlan
    beats: tuple[Beat, ...]
    session: Session
    is_finish_harmless: bool

    @property
    def turns(self) -> tuple[Turn, ...]:
        return self.session.turns

    def meant(self, *intents: Intent) -> list[Beat]:
        """Where that was said and taken."""
        return [beat for beat in self.beats if beat.heard and beat.said.means in intents]


@cache
def plans() -> tuple[InterviewPlan, ...]:
    """Of the real planner: with gaps, without any, without a claim, for a first and a high job."""
    return tuple(
        a_plan(briefing)
        for briefing in (
            a_briefing(),
            a_briefing(met=(0, 1, 2)),
            a_briefing(claims=["Did 3 things"], seniority=Seniority.ENTRY),
            a_briefing(met=(), seniority=Seniority.SENIOR),
        )
    )


def hold(person: Person, plan: InterviewPlan, interviewer: Interviewer | None = None) -> Held:
    rehearsal = Rehearsal(
        plan, mode=person.mode, difficulty=person.difficulty, interviewer=interviewer
    )
    beats: list[Beat] = []
    lines = chain(person.script, cycle(person.rest)) if person.rest else iter(person.script)
    while not rehearsal.is_over and len(beats) < person.finishes_after:
        said = _next_said(rehearsal, lines)
        if said is None:
            break
        beats.append(_beat(rehearsal, said))
    rehearsal.finish()
    once = rehearsal.session
    rehearsal.finish()
    return Held(person, plan, tuple(beats), once, rehearsal.session == once)


_ON_ONE_QUESTION = {Intent.ANSWER, Intent.UNKNOWN, Intent.ABUSE}


def _next_said(rehearsal: Rehearsal, lines: "chain[Said]") -> Said | None:
    """The next line; at the stop after a question in practice, whoever would answer goes on."""
    said = next(lines, None)
    asked = rehearsal.session.asked
    if said and asked and asked.kind is TurnKind.BETWEEN and said.means in _ON_ONE_QUESTION:
        return NEXT
    return said


def _beat(rehearsal: Rehearsal, said: Said) -> Beat:
    rehearsal.wait(said.after_s)
    before, time = rehearsal.session, rehearsal.session.left(rehearsal.now)
    asked = before.asked
    text = said.text.format(asked=asked.text if asked else "")
    heard: Turn | None = None
    try:
        if text:
            rehearsal.say(text, after_s=0)
            heard = rehearsal.turns[len(before.turns)]
        else:
            rehearsal.look()
    except Conflict:
        pass
    after = rehearsal.session
    is_harmless = heard is None or asked is None or _resent(rehearsal, asked, heard)
    return Beat(said, before, after, heard, time, after.left(rehearsal.now), is_harmless)


def _resent(rehearsal: Rehearsal, asked: Turn, heard: Turn) -> bool:
    """Whether the same turn once more changes nothing."""
    cmd = Answer(
        interview_id=rehearsal.session.interview_id,
        turn_id=heard.turn_id,
        asked=asked.turn_id,
        text=heard.text,
    )
    return domain.answer(rehearsal.session, rehearsal.interviewer, cmd, rehearsal.now) is None


def is_over(session: Session) -> bool:
    return session.state is InterviewState.FINISHED
