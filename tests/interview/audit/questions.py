"""What is asked: the plan and nothing but the plan, followed up by rule."""

import re
from itertools import pairwise

from contracts.interview import Question, Turn, TurnKind
from contracts.room import Difficulty
from services.interview.rules.room.heard import heard_in
from services.interview.rules.room.probing import MAX_PROBES
from tests.interview.audit.checks import check
from tests.interview.audit.sessions import Held

_ASKING = {TurnKind.QUESTION, TurnKind.PROBE, TurnKind.RETRY}
_PROTECTED = re.compile(
    r"\b(?:how old|your age|married|children|pregnant|religio\w+|nationality|where are you from"
    r"|disab\w+|sexual\w*|born)\b",
    re.IGNORECASE,
)


def of_kind(held: Held, *kinds: TurnKind) -> list[Turn]:
    return [turn for turn in held.turns if turn.kind in kinds]


def question_of(held: Held, turn: Turn) -> Question:
    return next(q for q in held.plan.questions if q.id == turn.question_id)


def answers_before(held: Held, turn: Turn) -> list[str]:
    """What was answered to the same question before `turn`."""
    return [
        said.text
        for said in held.turns[: turn.number]
        if said.kind is TurnKind.ANSWER and said.question_id == turn.question_id
    ]


@check("opens with the disclosure, then the first question")
def _opens(held: Held) -> bool:
    first, second = held.turns[:2]
    return (first.text, second.question_id) == (held.plan.disclosure, held.plan.questions[0].id)


@check("says that it is an AI for practice before anything else")
def _discloses(held: Held) -> bool:
    return "an AI recruiter for practice" in held.turns[0].text


@check("asks no question of the plan twice")
def _once(held: Held) -> bool:
    asked = [turn.question_id for turn in of_kind(held, TurnKind.QUESTION)]
    return len(asked) == len(set(asked))


@check("asks in the planned order and leaves none out")
def _in_order(held: Held) -> bool:
    asked = [turn.question_id for turn in of_kind(held, TurnKind.QUESTION)]
    return asked == [question.id for question in held.plan.questions][: len(asked)]


@check("asks in one of the planned wordings, letter by letter")
def _worded(held: Held) -> bool:
    return all(
        turn.text in (question_of(held, turn).texts or (question_of(held, turn).text,))
        for turn in of_kind(held, TurnKind.QUESTION)
    )


@check("says at which level it asks, and it is the level of the wording")
def _says_level(held: Held) -> bool:
    return all(
        turn.level is not None
        and (
            not question_of(held, turn).texts
            or question_of(held, turn).texts[turn.level - 1] == turn.text
        )
        for turn in of_kind(held, TurnKind.QUESTION)
    )


@check("stays within one step of the planned level")
def _near_plan(held: Held) -> bool:
    return held.person.difficulty is not Difficulty.ADAPTIVE or all(
        abs((turn.level or 0) - question_of(held, turn).level) <= 1
        for turn in of_kind(held, TurnKind.QUESTION)
    )


@check("keeps the level that the person has locked")
def _locked(held: Held) -> bool:
    level = held.person.difficulty.level
    return level is None or {t.level for t in of_kind(held, TurnKind.QUESTION)} == {level}


@check("goes up only after nearly all was heard, and down only after hardly any")
def _level_follows(held: Held) -> bool:
    for before, turn in pairwise(of_kind(held, TurnKind.QUESTION)):
        answers = answers_before(
            held, held.turns[turn.number].model_copy(update={"question_id": before.question_id})
        )
        expects = question_of(held, before).expects
        asked = question_of(held, before)
        heard = len(heard_in(*answers, question=asked) & set(expects)) if answers else None
        step = (turn.level or 0) - (before.level or 0)
        planned_step = question_of(held, turn).level - question_of(held, before).level
        if held.person.difficulty is not Difficulty.ADAPTIVE or planned_step:
            continue
        if step > 0 and (heard is None or heard < 0.8 * len(expects)):
            return False
        if step < 0 and (heard is None or heard > 0.2 * len(expects)):
            return False
    return True


@check("follows up at most twice on one question")
def _two_probes(held: Held) -> bool:
    probes = [turn.question_id for turn in of_kind(held, TurnKind.PROBE)]
    return all(probes.count(each) <= MAX_PROBES for each in probes)


@check("never says the same follow-up twice")
def _new_probes(held: Held) -> bool:
    probes = [turn.text for turn in of_kind(held, TurnKind.PROBE)]
    return len(probes) == len(set(probes))


@check("follows up only as the plan of that question says")
def _planned_probes(held: Held) -> bool:
    return all(
        turn.text in {probe.ask for probe in question_of(held, turn).probes}
        for turn in of_kind(held, TurnKind.PROBE)
    )


@check("follows up for a named type that was not heard")
def _missing_probes(held: Held) -> bool:
    return all(
        probe.if_missing
        not in heard_in(*answers_before(held, turn), question=question_of(held, turn))
        for turn in of_kind(held, TurnKind.PROBE)
        for probe in question_of(held, turn).probes
        if probe.ask == turn.text
    )


@check("follows up on answers alone")
def _after_answers(held: Held) -> bool:
    return all(
        before.kind is TurnKind.ANSWER
        for before, turn in pairwise(held.turns)
        if turn.kind is TurnKind.PROBE
    )


@check("never asks the same twice in a row")
def _no_echo(held: Held) -> bool:
    return all(one.text != two.text for one, two in pairwise(of_kind(held, *_ASKING)))


@check("asks one thing at a time")
def _one_at_a_time(held: Held) -> bool:
    return all(sum(turn.kind in _ASKING for turn in beat.replies) <= 1 for beat in held.beats)


@check("asks nothing about what no interviewer may ask")
def _lawful(held: Held) -> bool:
    return not any(_PROTECTED.search(turn.text) for turn in of_kind(held, *_ASKING))


@check("belongs to a question with everything between disclosure and end")
def _belongs(held: Held) -> bool:
    ids = {question.id for question in held.plan.questions}
    free = {TurnKind.DISCLOSURE, TurnKind.CLOSING}
    return all(turn.question_id in ids for turn in held.turns if turn.kind not in free)


@check("changes nothing of the plan, whatever is said")
def _plan_stays(held: Held) -> bool:
    return held.session.plan == held.plan
