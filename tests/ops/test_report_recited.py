"""What is marked as read out of the résumé is checked as everything else in a report."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ops.report.verdict import Verdict
from ops.verifying import verify
from tests.feedback.reciting import LINES, STORY, read
from tests.ops.signed import given_out, keys_file
from tests.ops.test_report import Report, a_file, untouched


def unmark(report: Report) -> None:
    report["transcript"]["recited"] = []


def misquote(report: Report) -> None:
    report["transcript"]["recited"][0]["quote"] = "Led the move of 90 depots"


def mark_a_question(report: Report) -> None:
    """A place that the candidate did not speak at."""
    asked = report["transcript"]["turns"][0]
    report["transcript"]["recited"][0].update(
        document_id=asked["turn_id"], start=0, end=4, quote=asked["text"][:4]
    )


def test_a_report_on_lines_that_were_read_out_is_valid(tmp_path: Path) -> None:
    report = given_out(read(f"{LINES[0]}. {LINES[1]}.", STORY))

    good = verify(a_file(tmp_path, report, untouched), keys_file(tmp_path))

    assert report.transcript.recited
    assert good.verdict is Verdict.VALID, good.text


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (unmark, "not the one that the engine was given"),
        (misquote, "does not stand at its place"),
        (mark_a_question, "not from the candidate's answer"),
    ],
)
def test_other_marks_are_found(
    tmp_path: Path, change: Callable[[Report], None], fault: str
) -> None:
    bad = verify(a_file(tmp_path, read(LINES[0], STORY), change), None)

    assert bad.verdict is Verdict.NOT_VALID
    assert fault in bad.text
