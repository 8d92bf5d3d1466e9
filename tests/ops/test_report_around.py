"""What the API gives beside a report is checked against it, or told as not signed."""

import json

import pytest

from ops.report.examine import examine
from ops.report.verdict import Finding, Verdict
from tests.feedback.build import a_report
from tests.ops.signed import given_out, with_keys


def as_the_api_gives_it(**changed: object) -> Finding:
    report = given_out(a_report("I led twelve nurses because two wards had been joined."))
    around = {
        "interview_id": str(report.transcript.interview_id),
        "title": report.title,
        "state": "done",
        "report": json.loads(report.model_dump_json()),
    }
    return examine(json.dumps({**around, **changed}, indent=1).encode(), with_keys())


def test_what_stands_beside_a_report_and_says_the_same_is_valid() -> None:
    assert as_the_api_gives_it().verdict is Verdict.VALID


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "Head of Nursing"),
        ("state", "refused"),
        ("interview_id", "01900000-0000-7000-8000-000000000009"),
        ("level", 5),
    ],
)
def test_what_was_changed_beside_a_report_is_found(name: str, value: object) -> None:
    found = as_the_api_gives_it(**{name: value})

    assert found.verdict is Verdict.NOT_VALID
    assert f"  {name}: " in found.text


def test_what_nobody_signed_beside_a_report_is_told_as_not_checked() -> None:
    found = as_the_api_gives_it(added_at="2026-01-01T00:00:00Z", version=3)

    assert found.verdict is Verdict.PARTLY_CHECKED
    assert "not signed: added_at, version beside the report" in found.text
