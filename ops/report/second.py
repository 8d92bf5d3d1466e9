"""What a second reading by the rules says of a report: the same, something else, or nothing."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from contracts.claims import ClaimStatus
from contracts.evidence import EngineKind
from contracts.feedback import FeedbackReport
from contracts.interview import Speaker, Transcript
from contracts.rereading import ReadAgain
from ops.report.again import DELETED, claim_faults, read_again
from ops.report.sentences import strange_sentences

_ENGINES_OWN = ("headline", "scorecard", "questions", "limits")
"""What an engine makes out of a transcript, and makes again in the same way."""

_SAME = "by the same rules, with the same result to the bit"
_SAME_ALONE = "what the rules say alone is the same to the bit; a model does not answer twice"


@dataclass(frozen=True)
class Second:
    """`undone` is what could not be told, and why; then there is nothing `done`."""

    done: str = ""
    undone: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def second_reading(report: FeedbackReport) -> Second:
    is_same_input = report.engine.input_hash in _hashes(report.transcript)
    if not is_same_input and not _has_lost_words(report):
        return Second(faults=("transcript: it is not the one that the engine was given",))
    again = read_again(report)
    if again is None:
        return Second(undone=("read again: the rules could not be run",))
    theirs, ours = report.engine.rules_version, again.report.engine.version
    strange = tuple(strange_sentences(report, again.sentences))
    if theirs != ours:
        why = f"read again: it says that rules {theirs} made it, and here are rules {ours}"
        return Second(undone=(why, *strange, *_others(report, again)))
    if not is_same_input:
        why = "read again: a document that it quotes has been deleted since"
        return Second(undone=(why, *_others(report, again)), faults=strange)
    faults = (*claim_faults(report, again), *strange, *_others(report, again))
    is_rules = report.engine.kind is EngineKind.RULES
    return Second(done=_SAME if is_rules else _SAME_ALONE, faults=faults)


def _others(report: FeedbackReport, again: ReadAgain) -> Iterator[str]:
    """What the rules say differently now."""
    said = "the rules, reading the transcript again, say something else"
    if report.engine.kind is not EngineKind.RULES:
        if report.alone != again.report.scorecard:
            yield f"alone: {said}"
        return
    first, then = _own_words(report), _own_words(again.report)
    yield from (f"{each}: {said}" for each in _ENGINES_OWN if first[each] != then[each])


def _own_words(report: FeedbackReport) -> dict[str, object]:
    """What the rules made of the transcript alone: of claims, those that were taken back."""
    questions = tuple(
        each.model_copy(
            update={
                "claims": tuple(c for c in each.claims if c.status is ClaimStatus.RETRACTED),
                "sampled": None,
                "worded": None,
            }
        )
        for each in report.questions
    )
    own = report.model_copy(update={"questions": questions})
    return {each: getattr(own, each) for each in _ENGINES_OWN}


def _hashes(transcript: Transcript) -> tuple[str, ...]:
    """Of what an engine was given: without defaults, and whole, as reports once had it."""
    written = (
        transcript.model_dump_json(exclude_defaults=True),
        transcript.model_dump_json(exclude={"recited"}),
    )
    return tuple(hashlib.sha256(each.encode()).hexdigest() for each in written)


def _has_lost_words(report: FeedbackReport) -> bool:
    turns = report.transcript.turns
    ours = [turn.text for turn in turns if turn.speaker is Speaker.INTERVIEWER]
    return any(DELETED in text for text in (report.title, *ours))
