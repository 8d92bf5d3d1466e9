"""A feedback report is checked offline, and whatever is changed in it is found."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from contracts.claims import ResumeFacts
from contracts.evidence import DocumentKind
from contracts.feedback import FeedbackReport
from contracts.interview import QuestionKind
from ops.report.rubrics import LEVELS, find_scale
from ops.report.verdict import Verdict
from ops.verifying import verify
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.rules.rubric import name_of, rubric
from tests.feedback.build import a_question, a_report, report_on
from tests.interview.build import a_span
from tests.interview.candidates import junk, rehearse, strong
from tests.ops.signed import given_out, keys_file

Report = dict[str, Any]


def a_file(tmp_path: Path, report: FeedbackReport, change: Callable[[Report], None]) -> Path:
    """The report as the page gives it, with one thing changed."""
    loaded = json.loads(report.model_dump_json(indent=2))
    change(loaded)
    file = tmp_path / "report.json"
    file.write_text(json.dumps(loaded, indent=2), encoding="utf-8")
    return file


def a_report_of(file: Path) -> FeedbackReport:
    return FeedbackReport.model_validate_json(file.read_bytes())


def untouched(_: Report) -> None:
    """Nothing."""


def scored(report: Report) -> Report:
    """The first cell with a level."""
    cells = report["scorecard"]["cells"]
    found: Report = next(cell for cell in cells if cell["level"]["value"])
    return found


def promise(change: Report, report: Report) -> None:
    report["questions"][0]["one_fix"].update(change)


def misquote_claim(report: Report) -> None:
    report["questions"][0]["claims"][0]["said"]["quote"] = "I led a team of 50"


def change_claim(change: Report, report: Report) -> None:
    report["questions"][0]["claims"][0].update(change)


def raise_level(report: Report) -> None:
    cell = scored(report)
    cell["level"]["value"] = 1 if cell["level"]["value"] == 5 else 5


def swap_type(report: Report) -> None:
    first, second = scored(report)["evidence"][:2]
    first["type"], second["type"] = second["type"], first["type"]


CHANGES: dict[str, tuple[Callable[[Report], None], str]] = {
    "the words of a quote": (
        lambda r: scored(r)["evidence"][0]["span"].update(quote="I did it all"),
        "does not stand at its place",
    ),
    "the place of a quote": (
        lambda r: scored(r)["evidence"][0]["span"].update(start=1),
        "does not stand at its place",
    ),
    "the turn of a quote": (
        lambda r: scored(r)["evidence"][0]["span"].update(document_id=r["interview_id"]),
        "not in this transcript",
    ),
    "a quote of the interviewer": (
        lambda r: scored(r)["evidence"][0]["span"].update(
            document_id=r["transcript"]["turns"][1]["turn_id"]
        ),
        "not from the candidate's answer",
    ),
    "a quote of what landed": (
        lambda r: r["questions"][0]["what_landed"][0]["evidence"]["span"].update(quote="x"),
        "what landed: a quote does not stand",
    ),
    "a level": (raise_level, "its evidence gives"),
    "a piece of evidence": (lambda r: scored(r).update(evidence=[]), "its evidence gives 1"),
    "the type of evidence": (swap_type, "the rules, reading the transcript again"),
    "what is missing": (
        lambda r: scored(r).update(missing=["reflection", "result"]),
        "what is missing does not follow",
    ),
    "a level with the status of none": (
        lambda r: scored(r)["level"].update(status="not_assessed"),
        "without the status “scored”",
    ),
    "a cell": (lambda r: r["scorecard"]["cells"].pop(), "not one for each question"),
    "a competency's score": (
        lambda r: r["scorecard"]["competencies"][0].update(value=1.1),
        "its cells give",
    ),
    "a competency": (lambda r: r["scorecard"]["competencies"].pop(), "not those of the cells"),
    "the overall level": (
        lambda r: r["scorecard"]["overall"].update(value=1.1),
        "the competencies give",
    ),
    "the overall count": (
        lambda r: r["scorecard"]["overall"].update(answers_scored=99),
        "the answers counted are not",
    ),
    "the overall status": (
        lambda r: r["scorecard"]["overall"].update(status="insufficient"),
        "does not follow from the number",
    ),
    "the headline": (lambda r: r.update(headline="9.9 of 10 on average."), "none of the report's"),
    "a word of praise": (
        lambda r: r["questions"][0]["what_landed"][0].update(text="Brilliant."),
        "questions: the rules, reading",
    ),
    "an answer shown": (
        lambda r: r["questions"][0].update(answer="I built a bridge."),
        "not what the transcript says",
    ),
    "where an answer counts": (
        lambda r: r["questions"][0].update(counts_at=r["questions"][1]["question_id"]),
        "counts at another question, and has levels of its own",
    ),
    "a question": (lambda r: r["questions"][0].update(question="Why?"), "not those of the plan"),
    "what was said": (
        lambda r: r["transcript"]["turns"][0].update(text="Hello."),
        "not the one that the engine was given",
    ),
    "the interview": (
        lambda r: r.update(interview_id="01900000-0000-7000-8000-000000000000"),
        "of another interview",
    ),
    "the rubric": (lambda r: r.update(rubric="mira-bars 9.9.9"), "not known here"),
    "a field put in": (
        lambda r: r["scorecard"]["overall"].update(pass_probability=0.9),
        "see scorecard.overall.pass_probability",
    ),
    "a field taken out": (lambda r: r.pop("limits"), "no whole report; see limits"),
    "a limit": (lambda r: r.update(limits=[]), "limits: the rules"),
    "delivery": (
        lambda r: r["scorecard"]["delivery"].update(is_measured=True),
        "none that can be measured",
    ),
}


@pytest.mark.parametrize("candidate", [strong, junk])
def test_a_report_as_it_was_downloaded_is_valid(tmp_path: Path, candidate: Any) -> None:
    report = given_out(report_on(rehearse(candidate)))

    found = verify(a_file(tmp_path, report, untouched), keys_file(tmp_path))

    assert found.verdict is Verdict.VALID, found.text
    assert found.lines[0] == "VALID"
    assert found.lines[-1].endswith("to the bit")


def test_a_report_that_nobody_signed_is_checked_and_told_so(tmp_path: Path) -> None:
    found = verify(a_file(tmp_path, report_on(rehearse(strong)), untouched), None)

    assert found.verdict is Verdict.PARTLY_CHECKED
    assert found.lines[0] == "PARTLY CHECKED"
    assert "with the same result to the bit" in found.text
    assert "not signed" in found.text


@pytest.mark.parametrize("what", CHANGES)
def test_a_report_is_not_valid_when_somebody_changed(what: str, tmp_path: Path) -> None:
    change, fault = CHANGES[what]

    found = verify(a_file(tmp_path, report_on(rehearse(strong)), change), None)

    assert found.verdict is Verdict.NOT_VALID
    assert found.lines[0] == "NOT VALID"
    assert fault in found.text


def test_what_a_fix_promises_is_checked(tmp_path: Path) -> None:
    report = a_report("Last year I led the move of our billing to another bank.")

    for change in ({"level_then": 5}, {"level_now": None}, {"missing": "reflection"}):
        file = a_file(tmp_path, report, partial(promise, change))
        found = verify(file, None)

        assert found.verdict is Verdict.NOT_VALID
        assert "one fix" in found.text


def test_a_stronger_version_has_nobody_elses_words(tmp_path: Path) -> None:
    report = a_report("Last year I led the move of our billing to another bank.")
    invented = "Last year I led the move of our billing to another bank. It saved 40 %."

    file = a_file(tmp_path, report, lambda r: r["questions"][0].update(stronger_version=invented))

    assert "words that the candidate did not say" in verify(file, None).text


def test_a_report_with_claims_and_corrections_is_valid_and_its_claims_are_checked(
    tmp_path: Path,
) -> None:
    line = a_span(DocumentKind.RESUME, "Led a team of 5 engineers through the billing move")
    said = "Last spring I led a team of 12 for the billing move. Sorry, it was 5, not 12. "
    told = "I wrote the plan and cut the run from 6 hours to 2 hours because it was late."
    report = with_claims(a_report(said + told), ResumeFacts(lines=(line,)))

    good = verify(a_file(tmp_path, report, untouched), None)
    bad = verify(a_file(tmp_path, report, misquote_claim), None)
    texts = verify(a_file(tmp_path, report, partial(change_claim, {"text": "20"})), None)
    kept = verify(a_file(tmp_path, report, partial(change_claim, {"status": "supported"})), None)

    assert good.verdict is Verdict.PARTLY_CHECKED, good.text
    assert report.questions[0].claims
    assert "claims: a quote does not stand" in bad.text
    assert "what is claimed does not stand" in texts.text
    assert "questions: the rules, reading the transcript again" in kept.text


def test_what_a_later_answer_takes_back_is_valid(tmp_path: Path) -> None:
    report = a_report(
        "In 2022 I cut medication errors by 60% because of interruptions on the ward at night.",
        "I must correct something: I said 60%, but it was 31%. In 2023 I wrote the new rota.",
    )

    found = verify(a_file(tmp_path, with_claims(report, None), untouched), None)

    assert found.verdict is Verdict.PARTLY_CHECKED, found.text


def test_what_a_question_gives_counts_without_a_quote(tmp_path: Path) -> None:
    asked = a_question(kind=QuestionKind.SITUATIONAL, text="What would you do to finish in time?")
    report = a_report("I would finish the smallest part of the work first.", questions=[asked])

    found = verify(a_file(tmp_path, given_out(report), untouched), keys_file(tmp_path))

    assert found.verdict is Verdict.VALID, found.text


def test_what_a_deleted_document_took_along_is_no_fault(tmp_path: Path) -> None:
    def delete(report: Report) -> None:
        report["title"] = report["transcript"]["title"] = "[deleted]"

    whole = report_on(rehearse(strong))
    left = a_report_of(a_file(tmp_path, whole, delete))

    found = verify(a_file(tmp_path, given_out(left), untouched), keys_file(tmp_path))

    assert found.verdict is Verdict.PARTLY_CHECKED, found.text
    assert "has been deleted since" in found.lines[-1]
    assert "gave out this report so" in found.text


def test_a_deletion_covers_no_words_that_the_rules_never_say(tmp_path: Path) -> None:
    def delete(report: Report) -> None:
        report["title"] = report["transcript"]["title"] = "[deleted]"
        report["limits"] = ["We promise you the job."]

    found = verify(a_file(tmp_path, report_on(rehearse(strong)), delete), None)

    assert found.verdict is Verdict.NOT_VALID
    assert "nothing that the rules are known to say" in found.text


def test_the_answer_of_the_api_is_a_report_too(tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    report = json.loads(given_out(report_on(rehearse(strong))).model_dump_json())
    file.write_text(json.dumps({"state": "done", "report": report}), encoding="utf-8")

    assert verify(file, keys_file(tmp_path)).verdict is Verdict.VALID


def test_the_rubric_in_force_is_known_to_those_who_verify() -> None:
    """Whoever gives the rubric a new version adds it to ops/report/rubrics.toml."""
    scale = find_scale(name_of(rubric()))

    assert scale is not None
    for bars in rubric().competencies:
        for level, anchor in zip(LEVELS, bars.anchors, strict=True):
            assert scale.required(bars.competency, level) == anchor.requires
