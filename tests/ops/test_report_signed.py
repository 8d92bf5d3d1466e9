"""A signed report: whatever is changed in it is found, and no part is taken out unseen."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from typer.testing import CliRunner

from chassis.reportseal import signed
from contracts.claims import ResumeFacts
from contracts.evidence import DocumentKind, EngineKind, Twin
from contracts.feedback import FeedbackReport, Sampled
from ops.cli import app
from ops.report.examine import examine
from ops.report.verdict import Finding, Verdict
from services.feedback.rules.claimed.claims import with_claims
from tests.feedback.build import a_report
from tests.interview.build import a_span
from tests.ops.signed import given_out, keys_file, with_keys, without_keys

Report = dict[str, Any]
Change = Callable[[Report], object]

LINES = (
    "Led a team of 12 nurses on a 28-bed ward",
    "Cut medication errors by 22% in a year with a second check",
)
TOLD = (
    "In 2022 I led a team of 12 nurses on the ward because two wards had been joined.",
    "I cut medication errors by 25% in a year with a second check, which I wrote myself.",
)


def of_rules() -> FeedbackReport:
    facts = ResumeFacts(lines=tuple(a_span(DocumentKind.RESUME, line) for line in LINES))
    return with_claims(a_report(*TOLD), facts)


def of_a_model() -> FeedbackReport:
    """As where a model read both answers and showed nothing new."""
    alone = of_rules()
    cells = tuple(
        cell.model_copy(update={"read_by": EngineKind.MODEL}) for cell in alone.scorecard.cells
    )
    sampled = {"sampled": Sampled(samples=2, agreement=0.75)}
    twin = Twin(version=alone.engine.version, agreement=1.0)
    engine = {"kind": EngineKind.MODEL, "version": "1.1.0", "model": "some-7b", "twin": twin}
    return alone.model_copy(
        update={
            "scorecard": alone.scorecard.model_copy(update={"cells": cells}),
            "questions": tuple(one.model_copy(update=sampled) for one in alone.questions),
            "engine": alone.engine.model_copy(update=engine),
            "alone": alone.scorecard,
        }
    )


def loaded(report: FeedbackReport) -> Report:
    found: Report = json.loads(given_out(report).model_dump_json())
    return found


def examined(report: Report) -> Finding:
    return examine(json.dumps(report, indent=1).encode(), with_keys())


def claims_of(report: Report) -> list[Report]:
    return [claim for question in report["questions"] for claim in question["claims"]]


def drop_claims(report: Report) -> None:
    for question in report["questions"]:
        question["claims"] = []


def drop_conflicts(report: Report) -> None:
    for question in report["questions"]:
        question["claims"] = [c for c in question["claims"] if c["status"] != "conflict"]


def reconcile(report: Report) -> None:
    """The conflict made to agree, with the line of the résumé changed to fit."""
    claim = next(claim for claim in claims_of(report) if claim["status"] == "conflict")
    claim["status"] = "supported"
    claim["resume"]["quote"] = LINES[1].replace("22", "25")


def praise(report: Report) -> None:
    """Under a version of which nobody can say what it would have told."""
    report["engine"]["version"] = "1.0.0"
    report["headline"] = "In these answers nothing is missing."


def invent(report: Report) -> None:
    """What shows one thing is said to show another, too."""
    cell = next(cell for cell in report["scorecard"]["cells"] if cell["evidence"])
    cell["evidence"].append(cell["evidence"][0] | {"type": "reflection"})


def relabel(report: Report) -> None:
    report["alone"] = None
    report["engine"].update(kind="rules", version=report["engine"]["twin"]["version"])
    report["engine"].update(model=None, twin=None)
    for cell in report["scorecard"]["cells"]:
        cell["read_by"] = "rules"
    for question in report["questions"]:
        question["sampled"] = None


def first(report: Report) -> Report:
    found: Report = report["questions"][0]
    return found


OF_RULES: dict[str, Change] = {
    "a claim that reads differently": drop_conflicts,
    "all claims": drop_claims,
    "a conflict and its line": reconcile,
    "the version": lambda r: r["engine"].update(version="1.0.0"),
    "the version and the headline": praise,
    "evidence": invent,
    "a fix": lambda r: first(r)["one_fix"].update(text="Nothing to fix"),
    "a stronger version": lambda r: first(r).update(stronger_version=None),
    "the limits": lambda r: r.update(limits=["We promise you the job."]),
    "the key that is named": lambda r: r["signature"].update(kid="feedback-0123456789abcdef"),
}
OF_A_MODEL: dict[str, Change] = {
    "the model": lambda r: r["engine"].update(model="another-70b"),
    "the samples": lambda r: first(r)["sampled"].update(samples=9),
    "how far samples agree": lambda r: first(r)["sampled"].update(agreement=1.0),
    "how far the rules agree": lambda r: r["engine"]["twin"].update(agreement=0.5),
    "what was added": lambda r: first(r)["sampled"].update(added=["reflection"]),
    "what was dropped": lambda r: r["engine"]["twin"].update(dropped=7),
    "the refused quotes": lambda r: r["scorecard"]["cells"][0].update(rejected_quotes=3),
    "who read": lambda r: r["scorecard"]["cells"][0].update(read_by="rules"),
    "whose it is": relabel,
}


@pytest.mark.parametrize("made", [of_rules, of_a_model])
def test_a_report_as_it_was_given_out_is_valid(made: Callable[[], FeedbackReport]) -> None:
    found = examined(loaded(made()))

    assert found.verdict is Verdict.VALID, found.text
    assert "Proved by its signature:" in found.lines
    assert "Proved by reading it again:" in found.lines


@pytest.mark.parametrize("what", OF_RULES)
def test_what_is_changed_in_a_report_of_the_rules_is_found(what: str) -> None:
    report = loaded(of_rules())
    OF_RULES[what](report)

    found = examined(report)

    assert found.verdict is Verdict.NOT_VALID
    assert "signature:" in found.text


@pytest.mark.parametrize("what", OF_A_MODEL)
def test_what_is_changed_in_a_report_with_a_model_is_found(what: str) -> None:
    report = loaded(of_a_model())
    OF_A_MODEL[what](report)

    found = examined(report)

    assert found.verdict is Verdict.NOT_VALID
    assert "signature:" in found.text


@pytest.mark.parametrize("change", [drop_claims, praise])
def test_a_change_is_never_valid_with_the_signature_taken_out(change: Change) -> None:
    report = loaded(of_rules())
    change(report)
    report["signature"] = None

    found = examined(report)

    assert found.verdict is Verdict.PARTLY_CHECKED
    assert "not signed" in found.text
    assert "whether claims were left out" in found.text


@pytest.mark.parametrize(
    "what", ["how far the rules agree", "what was dropped", "who read", "whose it is"]
)
def test_what_is_said_of_a_model_is_counted_without_a_signature_too(what: str) -> None:
    report = loaded(of_a_model())
    OF_A_MODEL[what](report)
    report["signature"] = None
    if what == "whose it is":
        report["alone"] = report["scorecard"]

    assert examined(report).verdict is Verdict.NOT_VALID


def test_another_version_is_partly_checked_and_says_what_differs() -> None:
    other = of_rules()
    engine = other.engine.model_copy(update={"version": "0.9.0"})
    limits = ("No pass mark is given.", *other.limits)

    found = examined(loaded(other.model_copy(update={"engine": engine, "limits": limits})))

    assert found.verdict is Verdict.PARTLY_CHECKED
    assert "gave out this report so" in found.text
    assert "rules 0.9.0 made it" in found.text
    assert "limits: “No pass mark is given.”" in found.text
    assert "limits: the rules, reading" in found.text
    assert "headline: the rules" not in found.text


def test_the_signature_of_another_key_is_none() -> None:
    other = Ed25519PrivateKey.generate()
    report = signed(of_rules(), other).model_dump_json().encode()

    assert examine(report, with_keys()).verdict is Verdict.NOT_VALID


def test_without_the_key_of_who_signed_a_report_is_partly_checked() -> None:
    report = given_out(of_rules()).model_dump_json().encode()

    found = examine(report, without_keys())

    assert found.verdict is Verdict.PARTLY_CHECKED
    assert "--keys" in found.text


def test_a_field_written_twice_is_found() -> None:
    text = given_out(of_rules()).model_dump_json()
    twice = text.replace("{", '{"headline": "Nothing is missing.", ', 1)

    found = examine(twice.encode(), with_keys())

    assert found.verdict is Verdict.NOT_VALID
    assert "written twice" in found.text


def test_a_file_that_was_only_set_out_otherwise_is_the_same() -> None:
    report = loaded(of_rules())
    agreement = json.dumps(report, sort_keys=True, indent=4).replace(".0,", ",")

    assert examine(agreement.encode(), with_keys()).verdict is not Verdict.NOT_VALID


def test_the_signature_says_nothing_of_what_was_said_and_stays_the_same() -> None:
    once, again = given_out(of_rules()), given_out(given_out(of_rules()))

    assert once == again
    assert once.signature is not None
    assert len(once.signature.value) == 86


@pytest.mark.parametrize(
    ("change", "code"),
    [(None, 0), (lambda r: r.update(limits=[]), 1), (lambda r: r.update(signature=None), 3)],
)
def test_a_relative_path_is_taken_from_where_one_calls(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Change | None, code: int
) -> None:
    report = loaded(of_rules())
    if change:
        change(report)
    (tmp_path / "mine.json").write_text(json.dumps(report), encoding="utf-8")
    keys_file(tmp_path)
    monkeypatch.setenv("MIRA_CALLED_FROM", str(tmp_path))

    said = CliRunner().invoke(app, ["verify", "mine.json", "--keys", "keys.json"])

    assert said.exit_code == code, said.output


def test_the_launcher_tells_from_where_it_was_called() -> None:
    launcher = Path("mira").read_text(encoding="utf-8")

    assert launcher.index("MIRA_CALLED_FROM=") < launcher.index('cd "$root"\n')
