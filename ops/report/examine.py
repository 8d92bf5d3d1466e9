"""`./mira verify report.json`: what there is to say of a report, line by line.

A good signature proves that Mira gave the report out so. Reading it again proves that quotes,
levels and totals follow from the words in it. Only what both prove is called valid.
"""

import json
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from contracts.evidence import EngineKind
from contracts.feedback import FeedbackReport
from ops.report.again import checked_claims
from ops.report.around import around, around_faults, unsigned_around
from ops.report.model import model_faults
from ops.report.numbers import alone_faults, number_faults
from ops.report.quotes import quote_faults
from ops.report.rubrics import find_scale
from ops.report.second import Second, second_reading
from ops.report.signature import Keys, Signed, how_signed
from ops.report.verdict import Finding, Verdict, not_valid

_HOW_CLAIMS = "each beside the line quoted; the résumé itself is not in this file"
_BAD = "signature: it is not that of Mira's feedback, or something was changed after it was signed"


def is_report(document: bytes) -> bool:
    """Whether `document` says that it is one: a report as downloaded, or as the API gives it."""
    return _inner(document) is not None


def examine(document: bytes, keys: Keys) -> Finding:
    """Needs no running Mira."""
    inner = _inner(document) or {}
    try:
        report = FeedbackReport.model_validate_json(json.dumps(inner), extra="forbid")
    except ValidationError as error:
        places = sorted({".".join(map(str, each["loc"])) for each in error.errors()})
        return not_valid([f"shape: this is no whole report; see {', '.join(places[:5])}"])
    if _has_doubles(document):
        return not_valid(["shape: a field is written twice, so nobody knows which one is meant"])
    signed = how_signed(report, inner, keys)
    outside = around(document)
    first = [*_first_faults(report, signed), *around_faults(outside, report)]
    if first:
        return not_valid(first)
    second = second_reading(report)
    if second.faults:
        return not_valid(second.faults)
    return _told(report, signed, second, unsigned_around(outside))


def _inner(document: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(document)
    except (ValueError, RecursionError):
        return None
    if isinstance(found, dict) and isinstance(found.get("report"), dict):
        found = found["report"]
    return found if isinstance(found, dict) and "scorecard" in found else None


def _has_doubles(document: bytes) -> bool:
    """Whether an object has one name twice: programs read the last, and people the first."""
    doubled = []

    def keep(pairs: list[tuple[str, object]]) -> None:
        doubled.extend(pairs[len(dict(pairs)) :])

    json.loads(document, object_pairs_hook=keep)
    return bool(doubled)


def _first_faults(report: FeedbackReport, signed: Signed) -> list[str]:
    """What is wrong by the file alone, before anything is read again."""
    faults = [_BAD] if signed is Signed.BAD else []
    faults += [*quote_faults(report), *model_faults(report)]
    scale = find_scale(report.rubric)
    if scale is not None:
        faults += number_faults(report, scale)
        faults += (f"rules alone, {fault}" for fault in alone_faults(report, scale))
    elif signed is not Signed.GOOD:
        faults.append(_no_scale(report))
    return faults


def _no_scale(report: FeedbackReport) -> str:
    return f"rubric: {report.rubric} is not known here, so no level can be checked"


def _told(
    report: FeedbackReport, signed: Signed, second: Second, outside: Sequence[str]
) -> Finding:
    undone = [*_unsigned(report, signed), *second.undone, *outside]
    if find_scale(report.rubric) is None:
        undone.append(_no_scale(report))
    verdict = Verdict.PARTLY_CHECKED if undone else Verdict.VALID
    return Finding(
        verdict,
        (
            verdict.name.replace("_", " "),
            *_by_signature(report, signed),
            "Proved by reading it again:",
            *_by_reading(report, second),
            *(["Not checked:"] if undone else []),
            *(f"  {each}" for each in undone),
        ),
    )


def _by_signature(report: FeedbackReport, signed: Signed) -> list[str]:
    if signed is not Signed.GOOD or report.signature is None:
        return []
    return [
        "Proved by its signature:",
        f"  unchanged   Mira gave out this report so, to the letter ({report.signature.kid})",
    ]


def _by_reading(report: FeedbackReport, second: Second) -> list[str]:
    card = report.scorecard
    quotes = sum(len(cell.evidence) for cell in card.cells)
    quotes += sum(len(question.what_landed) for question in report.questions)
    levels = sum(cell.level.value is not None for cell in card.cells)
    lines = [f"  quotes      {quotes}, each at its place in the transcript of this file"]
    if find_scale(report.rubric) is not None:
        lines += [
            f"  levels      {levels}, each the one that its evidence gives by {report.rubric}",
            f"  totals      {len(card.competencies)} competencies and the overall, computed again",
        ]
    if not second.done:
        return lines
    claims = len(checked_claims(report))
    lines += [f"  claims      {claims}, {_HOW_CLAIMS}"] if claims else []
    return [*lines, f"  read again  {second.done}"]


def _unsigned(report: FeedbackReport, signed: Signed) -> list[str]:
    """What nobody can tell without the signature."""
    if signed is Signed.GOOD:
        return []
    why = "not signed: there is no signature"
    if signed is Signed.BY_UNKNOWN:
        why = (
            "signature: this machine has no key to check it; give the keys that the Mira that made"
            " it publishes: --keys keys.json"
        )
    parts = "whether claims were left out, and those about roles"
    if report.engine.kind is EngineKind.MODEL:
        parts += "; all that is said of a model's part"
    return [why, f"unknown without it: {parts}"]
