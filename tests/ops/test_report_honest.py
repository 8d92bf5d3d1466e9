"""A report that nobody touched is good; the claims in it follow from their own quotes."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bench.truth.answers import samples
from contracts.claims import ClaimStatus, ResumeFacts
from contracts.evidence import Competency, DocumentKind, EvidenceType
from contracts.feedback import FeedbackReport
from contracts.interview import QuestionKind
from ops.report.numbers import number_faults
from ops.report.quotes import quote_faults
from ops.report.rubrics import find_scale
from ops.verifying import verify
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.rules.rubric import name_of, rubric
from tests.feedback.build import a_question, a_report
from tests.interview.build import a_span

Report = dict[str, Any]

LINES = (
    "Led a team of 12 nurses on a 28-bed ward",
    "Cut medication errors by 30% in a year with a second check",
    "Managed a budget of £400,000 for the ward",
)
TOLD = (
    "In 2022 I led a team of 12 nurses on the ward because two wards had been joined.",
    "I cut medication errors by 60% in a year with a second check, which I wrote myself.",
    "I also managed 9 volunteers for the summer fair and wrote their plan by hand.",
)


@pytest.fixture
def report() -> FeedbackReport:
    facts = ResumeFacts(lines=tuple(a_span(DocumentKind.RESUME, line) for line in LINES))
    return with_claims(a_report(*TOLD), facts)


def the_claim(report: Report, status: ClaimStatus) -> Report:
    claims = [claim for question in report["questions"] for claim in question["claims"]]
    found: Report = next(claim for claim in claims if claim["status"] == status)
    return found


def verified(tmp_path: Path, report: FeedbackReport, change: Callable[[Report], None]) -> str:
    loaded = json.loads(report.model_dump_json())
    change(loaded)
    file = tmp_path / "report.json"
    file.write_text(json.dumps(loaded), encoding="utf-8")
    return verify(file, None).text


def drop_conflicts(report: Report) -> None:
    for question in report["questions"]:
        question["claims"] = [c for c in question["claims"] if c["status"] != "conflict"]


def test_reports_of_any_answers_have_no_fault() -> None:
    choose, known = random.Random(5), list(samples())
    scale = find_scale(name_of(rubric()))
    assert scale is not None

    for _ in range(60):
        chosen = choose.sample(known, 7)
        questions = [
            a_question(number, text=one.question, competencies=(one.competency,), kind=one.kind)
            for number, one in enumerate(chosen, 1)
        ]
        made = a_report(*(one.text for one in chosen), questions=questions)

        assert [*number_faults(made, scale), *quote_faults(made)] == []


def test_a_case_that_somebody_wrote_themselves_gives_its_situation() -> None:
    question = a_question(
        text="How would you handle an angry customer?",
        kind=QuestionKind.OWN,
        competencies=(Competency.CUSTOMER_FOCUS,),
    )
    told = (
        "I would first let her finish, because somebody who is heard calms down. Then I would ask"
        " what went wrong, put it right myself, and ring her the next day to see that it is."
    )
    made, scale = a_report(told, questions=[question]), find_scale(name_of(rubric()))
    assert scale is not None
    cell = made.scorecard.cells[0]

    assert cell.level.value is not None
    assert EvidenceType.SITUATION not in {*cell.missing, *(one.type for one in cell.evidence)}
    assert list(number_faults(made, scale)) == []


def test_a_report_with_claims_of_every_kind_is_valid(
    tmp_path: Path, report: FeedbackReport
) -> None:
    found = {claim.status for question in report.questions for claim in question.claims}
    said = verified(tmp_path, report, lambda _: None)

    assert found == {ClaimStatus.SUPPORTED, ClaimStatus.CONFLICT, ClaimStatus.UNSUPPORTED}
    assert said.startswith("PARTLY CHECKED")
    assert "claims      3" in said


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (
            lambda r: the_claim(r, ClaimStatus.CONFLICT).update(status="supported"),
            "is supported does not follow",
        ),
        (
            lambda r: the_claim(r, ClaimStatus.SUPPORTED).update(status="conflict"),
            "is conflict does not follow",
        ),
        (
            lambda r: the_claim(r, ClaimStatus.CONFLICT)["resume"].update(
                quote=LINES[1].replace("30", "60")
            ),
            "is conflict does not follow",
        ),
        (
            lambda r: the_claim(r, ClaimStatus.SUPPORTED).update(resume=None),
            "is supported does not follow",
        ),
        (drop_conflicts, "has been left out"),
    ],
)
def test_a_claim_that_does_not_follow_from_its_quotes_is_found(
    tmp_path: Path, report: FeedbackReport, change: Callable[[Report], None], fault: str
) -> None:
    said = verified(tmp_path, report, change)

    assert said.startswith("NOT VALID")
    assert fault in said


def test_a_claim_beside_a_line_that_was_deleted_is_no_fault(
    tmp_path: Path, report: FeedbackReport
) -> None:
    def delete(loaded: Report) -> None:
        the_claim(loaded, ClaimStatus.CONFLICT)["resume"].update(quote="[deleted]")

    assert verified(tmp_path, report, delete).startswith("PARTLY CHECKED")
