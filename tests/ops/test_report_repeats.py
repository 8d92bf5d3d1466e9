"""Where an answer counts that was given twice is checked as everything else in a report."""

from functools import partial
from pathlib import Path

from ops.report.verdict import Verdict
from ops.verifying import verify
from tests.feedback.build import a_report
from tests.interview.candidates import STRONG
from tests.ops.signed import given_out, keys_file
from tests.ops.test_report import Report, a_file, untouched


def repeat_at(question_id: str | None, report: Report) -> None:
    report["questions"][2]["counts_at"] = question_id


def test_where_a_repeated_answer_counts_is_checked(tmp_path: Path) -> None:
    report = a_report(STRONG[0], STRONG[1], STRONG[0])
    good = verify(a_file(tmp_path, given_out(report), untouched), keys_file(tmp_path))

    assert good.verdict is Verdict.VALID, good.text
    for counts_at, fault in (
        ("k9", "counts at no question that has a level"),
        ("k3", "counts at no question that has a level"),
        ("k2", "questions: the rules, reading the transcript again"),
        (None, "questions: the rules, reading the transcript again"),
    ):
        change = partial(repeat_at, counts_at)
        bad = verify(a_file(tmp_path, report, change), None)

        assert bad.verdict is Verdict.NOT_VALID
        assert fault in bad.text
