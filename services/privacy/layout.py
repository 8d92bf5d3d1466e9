"""Where each row of an owner lies in the archive; a row of a table that nobody thought of, too."""

import base64
import json
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from chassis.jsonresume import json_resume
from chassis.quoting import DELETED, MARK
from contracts.analysis import ResumeAnalysis
from contracts.evidence import DocumentKind
from contracts.interview import Speaker
from contracts.message import Owner
from services.privacy.archive import Archive

Row = dict[str, Any]

QUOTING = {Owner.INTERVIEW, Owner.FEEDBACK}
"""Owners whose rows have a numbered mark where a document is quoted; the quotes are rows, too."""

_GATHERED = {
    ("auth", "account"): "account.json",
    ("auth", "address"): "account.json",
    ("auth", "sign_in"): "technical/sign_ins.json",
    ("auth", "device"): "technical/sign_ins.json",
    ("auth", "link"): "technical/sign_ins.json",
    ("analytics", "consent"): "privacy/consent.json",
    ("privacy", "claim"): "privacy/cases.json",
    ("privacy", "export"): "privacy/exports.json",
}
"""Small tables that share a file, by table. What is not here goes to `technical/<owner>.json`."""
_SUFFIXES = {
    "pdf": "pdf",
    "docx": "docx",
    "html": "html",
    "markdown": "md",
    "text": "txt",
    "json_resume": "json",
}


@dataclass(frozen=True)
class Shown:
    """A line of the index: a thing, where it lies, what can be opened there."""

    kind: str
    title: str
    at: str
    folder: str
    files: tuple[str, ...]


@dataclass
class Layout:
    """Takes rows in the order in which owners give them; keeps one transcript at a time."""

    archive: Archive
    shown: list[Shown] = field(default_factory=list)
    account: Row = field(default_factory=dict)
    _quotes: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    _gathered: dict[str, dict[str, list[Row]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    _said: list[Row] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._places: dict[tuple[str, str], Callable[[Row], None]] = {
            ("documents", "resume"): self._resume,
            ("documents", "correction"): self._correction,
            ("documents", "job_correction"): self._job_correction,
            ("documents", "fit"): self._fit,
            ("interview", "interview"): self._session,
            ("interview", "turn"): self._turn,
            ("feedback", "report"): self._feedback,
        }

    def note(self, table: str, row: Row) -> None:
        """Before the rows of an owner that quotes: what its marks stand for."""
        if table == "quote":
            self._quotes[row["interview_id"]].append(row)

    def take(self, owner: Owner, table: str, row: Row, base64_in: list[str]) -> None:
        """Write a row, or hold it until its file is complete."""
        if (owner, table) == (Owner.DOCUMENTS, "original"):
            self._original(row, is_base64="data" in base64_in)
        elif (owner, table) == (Owner.DOCUMENTS, "job_description"):
            self._job_description(row, is_base64="text" in base64_in)
        elif place := self._places.get((owner.value, table)):
            place(row)
        elif not (owner in QUOTING and table == "quote"):  # a quote stands where it is quoted
            self._gather(owner, table, row)

    def end(self) -> None:
        """After the last row of an owner."""
        self._transcript()
        self._quotes.clear()

    def close(self) -> None:
        """After the last row of the last owner."""
        for path, tables in self._gathered.items():
            self.archive.add_json(path, tables, rows=sum(map(len, tables.values())))

    def _gather(self, owner: Owner, table: str, row: Row) -> None:
        path = _GATHERED.get((owner, table), f"technical/{owner}.json")
        self._gathered[path][table].append(row)
        if table == "account":
            self.account = row

    def _resume(self, row: Row) -> None:
        folder = f"resumes/{row['id']}"
        analysis, text = row.pop("analysis"), row.pop("text")
        self.archive.add_json(f"{folder}/about.json", row)
        files = ["about.json"]
        if text is not None:
            self.archive.add(f"{folder}/text.txt", text)
            files.append("text.txt")
        if analysis is not None:
            told = json_resume(ResumeAnalysis.model_validate_json(analysis))
            self.archive.add_json(f"{folder}/analysis.json", _parsed(analysis))
            self.archive.add_json(f"{folder}/resume.json", told)
            files += ["analysis.json", "resume.json"]
        self._show("Résumé", row["title"], row["added_at"], folder, *files)

    def _correction(self, row: Row) -> None:
        """What its owner corrected, and what was read before that."""
        folder = f"resumes/{row['resume_id']}"
        row["given"], row["analysis"] = _parsed(row["given"]), _parsed(row["analysis"])
        self.archive.add_json(f"{folder}/corrections.json", row)

    def _job_correction(self, row: Row) -> None:
        """The same for a job description."""
        folder = f"job_descriptions/{row['job_description_id']}"
        row["given"], row["analysis"] = _parsed(row["given"]), _parsed(row["analysis"])
        self.archive.add_json(f"{folder}/corrections.json", row)

    def _original(self, row: Row, *, is_base64: bool) -> None:
        data = row["data"] or ""
        content = base64.b64decode(data) if is_base64 else data.encode()
        suffix = _SUFFIXES.get(row["format"], "bin")
        path = f"resumes/{row['resume_id']}/original.{suffix}"
        self.archive.add(path, content, pack=not is_base64)

    def _job_description(self, row: Row, *, is_base64: bool) -> None:
        """Its text; while it waits to be read, the file as it was given."""
        folder, files = f"job_descriptions/{row['id']}", ["job_description.json"]
        row["analysis"], text = _parsed(row["analysis"]), row.pop("text")
        if text is not None:
            files.insert(0, "given.bin" if is_base64 else "text.txt")
            content = base64.b64decode(text) if is_base64 else text
            self.archive.add(f"{folder}/{files[0]}", content, pack=not is_base64)
        self.archive.add_json(f"{folder}/job_description.json", row)
        self._show("Job description", row["title"], row["added_at"], folder, *files)

    def _fit(self, row: Row) -> None:
        row["report"] = _parsed(row["report"])
        folder = f"fits/{row['id']}"
        self.archive.add_json(f"{folder}/fit.json", row)
        self._show("Fit report", None, row["added_at"], folder, "fit.json")

    def _session(self, row: Row) -> None:
        folder, quotes = f"sessions/{row['id']}", self._quotes_of(row["id"])
        row["plan"] = _parsed(row["plan"], quotes)
        row["quotes"] = [_parsed(quote["span"]) for quote in self._quotes[row["id"]]]
        self.archive.add_json(f"{folder}/session.json", row, rows=1 + len(row["quotes"]))
        files = ("transcript.txt", "transcript.json", "feedback.json", "session.json")
        self._show("Interview", row["title"], row["planned_at"], folder, *files)

    def _turn(self, row: Row) -> None:
        if self._said and self._said[0]["interview_id"] != row["interview_id"]:
            self._transcript()
        self._said.append(_whole(row, self._quotes_of(row["interview_id"])))

    def _transcript(self) -> None:
        if not self._said:
            return
        said = sorted(self._said, key=lambda turn: turn["number"])
        folder = f"sessions/{said[0]['interview_id']}"
        lines = [f"{turn['speaker'].upper()}\n{turn['text'] or DELETED}\n" for turn in said]
        self.archive.add_json(f"{folder}/transcript.json", said, rows=len(said))
        self.archive.add(f"{folder}/transcript.txt", "\n".join(lines), rows=len(said))
        self._said = []

    def _feedback(self, row: Row) -> None:
        quotes = self._quotes_of(row["id"])
        for column in ("report", "transcript", "overall"):
            row[column] = _parsed(row[column], quotes)
        row["quotes"] = [_parsed(quote["span"]) for quote in self._quotes[row["id"]]]
        path = f"sessions/{row['id']}/feedback.json"
        self.archive.add_json(path, row, rows=1 + len(row["quotes"]))

    def _quotes_of(self, interview_id: str) -> dict[int, str]:
        spans = {row["number"]: _parsed(row["span"]) for row in self._quotes[interview_id]}
        return {number: span["quote"] for number, span in spans.items() if span}

    def _show(self, kind: str, title: str | None, at: str, folder: str, *files: str) -> None:
        self.shown.append(Shown(kind, title or DELETED, at, folder, files))


def _parsed(text: str | None, quotes: dict[int, str] | None = None) -> Any:
    """The JSON in a column, with the quotes put back in where there may be any."""
    if text is None:
        return None
    return json.loads(text) if quotes is None else _whole(json.loads(text), quotes)


def _whole(value: Any, quotes: dict[int, str]) -> Any:
    match value:
        case list():
            return [_whole(each, quotes) for each in value]
        case dict():
            ours = _ours(value)
            return {
                name: _filled(each, quotes) if name in ours else _whole(each, quotes)
                for name, each in value.items()
            }
    return value


def _ours(part: Row) -> Collection[str]:
    """Where a turn, a question or a span may quote a document: never in what the candidate said."""
    if part.get("speaker") == Speaker.INTERVIEWER:
        return ("text",)
    if part.get("document") == DocumentKind.RESUME:
        return ("quote",)
    return ("text", "texts", "question", "because") if "because" in part else ()


def _filled(told: Any, quotes: dict[int, str]) -> Any:
    """A mark without a quote stands where the document was deleted."""
    if isinstance(told, list):
        return [_filled(each, quotes) for each in told]
    if not isinstance(told, str):
        return told
    return MARK.sub(lambda mark: quotes.get(int(mark[1]), DELETED), told)
