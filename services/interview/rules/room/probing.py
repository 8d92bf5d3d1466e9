"""What is asked on after an answer: what an interviewer looks for and has not been told.

A follow-up is asked only for a type of evidence that is named in the plan and was not heard, at
most two to a question, and never the same one twice. Of those that are left the one comes first
that goes with what was told. Who tells of something that shows no sign of the requirement which is
asked about is first asked how it comes close to that; it is one of the two.
"""

import re
from collections.abc import Sequence
from uuid import UUID

from chassis.hearing.lexicon import even, sign_lists
from chassis.hearing.relevance import names_subject, signs_of_asked
from chassis.hearing.text import sentences_of
from contracts.evidence import EvidenceType
from contracts.interview import Probe, QuestionKind, TurnKind
from contracts.message import TurnId
from services.interview.domain import Line
from services.interview.rules.phrases import phrases
from services.interview.rules.room import chatting
from services.interview.rules.room.heard import PLAIN, heard_in, is_case, is_imagined
from services.interview.rules.room.moment import Moment
from services.interview.rules.room.signs import Intent

MAX_PROBES = 2

_AFTER_DEEDS = set(EvidenceType) - {EvidenceType.SITUATION, EvidenceType.OWN_ACTION}
"""Of what one would do nothing has come; to a case there are follow-ups of its own (case_probe)."""

_ASKS_WHERE = re.compile(r"\b(?:where|when|what kind of place)\b", re.IGNORECASE)


def follow_up(intent: Intent, moment: Moment, said: str) -> Line | None:
    """Who does not know is asked once for any occasion; who is abusive is not pressed at all; who
    says the same again, or tells of others alone, is told so once.
    """
    if intent is Intent.ANSWER:
        if chatting.is_said_again(said, moment):
            return chatting.same(moment)
        return _own_part(moment, said) or _tie(moment, said) or _probe(moment, said)
    if intent is Intent.ABUSE or moment.told:
        return None
    return Line(TurnKind.CLARIFICATION, phrases().reply[intent], moment.question.id)


def _own_part(moment: Moment, said: str) -> Line | None:
    """Where one's own part was asked for outright no follow-up of the plan asks for it."""
    question = moment.question
    own = EvidenceType.OWN_ACTION
    is_asked = own in question.expects and own not in {one.if_missing for one in question.probes}
    plain, words = sign_lists(PLAIN), even(said)
    is_shared = plain["shared"].search(words) and not plain["owned"].search(words)
    if not is_asked or moment.told or not is_shared or own in heard_in(said, question=question):
        return None
    return _once(phrases().own_part, moment)


def _tie(moment: Moment, said: str) -> Line | None:
    """Only what was done can come close to what the job asks for, and many tell of that in words
    which no list has: they are asked, and nothing is held against them.
    """
    question = moment.question
    if question.kind is not QuestionKind.GAP_PROBE or moment.told or not names_subject(question):
        return None
    told = sentences_of(TurnId(UUID(int=0)), said)
    is_deed = EvidenceType.OWN_ACTION in heard_in(said, question=question)
    if not is_deed or signs_of_asked(question, told):
        return None
    return _once(phrases().tie, moment)


def _once(ways: Sequence[str], moment: Moment) -> Line:
    """The first of `ways` to ask that was not said in this interview yet."""
    said = {turn.text for turn in moment.session.turns}
    text = next((way for way in ways if way not in said), ways[-1])
    return Line(TurnKind.CLARIFICATION, text, moment.question.id)


def _probe(moment: Moment, said: str) -> Line | None:
    question = moment.question
    ours = [turn for turn in moment.session.turns if turn.question_id == question.id]
    asked_before = [turn.text for turn in ours if turn.kind is TurnKind.PROBE]
    is_tied = any(turn.text in phrases().tie for turn in ours)
    if len(asked_before) + is_tied >= MAX_PROBES:
        return None
    told = [*moment.told, said]
    heard = heard_in(*told, question=question)
    is_wish = not is_case(question) and is_imagined("\n".join(told))
    left = [
        probe
        for probe in question.probes
        if probe.if_missing not in heard
        and not (is_wish and probe.if_missing in _AFTER_DEEDS)
        and not any(text.endswith(probe.ask) for text in asked_before)
    ]
    fitting = _fitting(left, told)
    return Line(TurnKind.PROBE, fitting.ask, question.id) if fitting else None


def _fitting(left: Sequence[Probe], told: Sequence[str]) -> Probe | None:
    """As planned; how much it was is asked after what came of it, and where it was at the end,
    where some place was named.
    """
    open_types = {probe.if_missing for probe in left}
    has_place = any(sign_lists(PLAIN)["placed"].search(even(text)) for text in told)

    def waits(probe: Probe) -> bool:
        if probe.if_missing is EvidenceType.SITUATION:
            return has_place and bool(_ASKS_WHERE.search(probe.ask))
        return probe.if_missing is EvidenceType.MEASURE and EvidenceType.RESULT in open_types

    return min(left, key=waits, default=None)
