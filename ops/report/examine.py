"""`./mira verify report.json`: what there is to say of a report, line by line."""

import hashlib
import json

from pydantic import ValidationError

from contracts.claims import ClaimStatus
from contracts.evidence import EngineKind
from contracts.feedback import FeedbackReport
from contracts.interview import Speaker, Transcript
from contracts.rereading import ReadAgain
from ops.report.again import DELETED, checked_claims, claim_faults, read_again
from ops.report.numbers import alone_faults, number_faults
from ops.report.quotes import quote_faults
from ops.report.rubrics import find_scale

_ENGINES_OWN = ("headline", "scorecard", "questions", "limits")
"""What an engine makes out of a transcript, and makes again in the same way."""
_HOW_CLAIMS = "each beside the line quoted; the résumé itself is not in this file"


def is_report(document: bytes) -> bool:
    """Whether `document` says that it is one: a report as downloaded, or as the API gives it."""
    return _inner(document) is not None


def examine(document: bytes) -> tuple[list[str], bool]:
    """What was found, line by line, and whether the report is good. Needs no running Mira."""
    try:
        report = FeedbackReport.model_validate_json(_inner(document) or b"{}", extra="forbid")
    except ValidationError as error:
        places = sorted({".".join(map(str, each["loc"])) for each in error.errors()})
        return _bad([f"shape: this is no whole report; see {', '.join(places[:5])}"])
    faults = [*quote_faults(report)]
    scale = find_scale(report.rubric)
    if scale is None:
        faults.append("rubric: this version of it is not known here, so no level can be checked")
    else:
        faults += number_faults(report, scale)
        faults += (f"rules alone, {fault}" for fault in alone_faults(report, scale))
    if faults:
        return _bad(faults)
    again, faults = _read_again(report)
    return _bad(faults) if faults else ([*_good(report), f"  read again  {again}"], True)


def _inner(document: bytes) -> bytes | None:
    try:
        found = json.loads(document)
    except ValueError:
        return None
    if isinstance(found, dict) and isinstance(found.get("report"), dict):
        found = found["report"]
    return json.dumps(found).encode() if isinstance(found, dict) and "scorecard" in found else None


def _bad(faults: list[str]) -> tuple[list[str], bool]:
    return ["NOT VALID", *(f"  {fault}" for fault in dict.fromkeys(faults))], False


def _good(report: FeedbackReport) -> list[str]:
    card = report.scorecard
    quotes = sum(len(cell.evidence) for cell in card.cells)
    quotes += sum(len(question.what_landed) for question in report.questions)
    claims = len(checked_claims(report))
    levels = sum(cell.level.value is not None for cell in card.cells)
    return [
        "VALID",
        f"  quotes      {quotes}, each at its place in the transcript of this file",
        f"  levels      {levels}, each the one that its evidence gives by {report.rubric}",
        f"  totals      {len(card.competencies)} competencies and the overall, computed again",
        *([f"  claims      {claims}, {_HOW_CLAIMS}"] if claims else []),
    ]


def _read_again(report: FeedbackReport) -> tuple[str, list[str]]:
    """How a second reading went, or why there was none; and what is wrong."""
    if report.engine.input_hash not in _hashes(report.transcript):
        if _has_lost_words(report):
            return "not done: a document that it quotes has been deleted since", []
        return "", ["transcript: it is not the one that the engine was given"]
    again = read_again(report)
    if again is None or again.report.engine.version != report.engine.rules_version:
        return "not done: this Mira has another version of the rules", []
    return _compared(report, again)


def _compared(report: FeedbackReport, again: ReadAgain) -> tuple[str, list[str]]:
    second, faults = again.report, list(claim_faults(report, again))
    if report.engine.kind is not EngineKind.RULES:
        if report.alone != second.scorecard:
            faults.append("alone: the rules, reading the transcript again, say something else")
        said = "what the rules say alone is the same to the bit; a model does not answer twice"
        return said, faults
    first, then = _own_words(report), _own_words(second)
    other = [each for each in _ENGINES_OWN if first[each] != then[each]]
    faults += [
        f"{each}: the rules, reading the transcript again, say something else" for each in other
    ]
    return "by the same rules, with the same result to the bit", faults


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
        transcript.model_dump_json(),
    )
    return tuple(hashlib.sha256(each.encode()).hexdigest() for each in written)


def _has_lost_words(report: FeedbackReport) -> bool:
    turns = report.transcript.turns
    ours = [turn.text for turn in turns if turn.speaker is Speaker.INTERVIEWER]
    return any(DELETED in text for text in (report.title, *ours))
