"""One backend résumé against jobs of four kinds, beside the rate of a keyword matcher.

    .mira/venv/bin/python -m bench.fit [folder]

The goal: the backend job that was written for it at 60 or more, and 30 or more above every job of
another kind. With a folder, every résumé in it (PDF, DOCX, *.resume.json,
resume*.txt) is put against every job (*.md, other *.txt).
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from bench.overlap import overlap
from contracts.analysis import FitReport
from contracts.message import FitId, JobDescriptionId, ResumeId
from services.documents.domain import FitSource, JobSource, ResumeSource
from services.documents.extract import extract
from services.documents.rules.engine import RulesAnalyst
from tests.documents.build import a_text
from tests.documents.truth import true_jobs

ON = date(2026, 6, 1)
MATCH, SAME, OTHERS = "backend.txt", "backend", ("frontend", "machine-learning", "product-manager")


@dataclass(frozen=True)
class Row:
    """Scores in [0, 1]; `score` is None where too little can be told."""

    job: str
    score: float | None
    low: float
    high: float
    overlap: float


def judged(resume: bytes, job: str) -> tuple[FitReport, str]:
    """The report, and the text that was read of the résumé."""
    engine, read = RulesAnalyst(), extract(resume)
    known = engine.read_resume(ResumeSource(ResumeId(UUID(int=1)), read, ON))
    asked = engine.read_job(JobSource(JobDescriptionId(UUID(int=2)), job))
    source = FitSource(FitId(UUID(int=3)), ON, known, read.text, asked, job)
    return engine.judge_fit(source), read.text


def row(name: str, resume: bytes, job: str) -> Row:
    report, text = judged(resume, job)
    score = report.score
    low, high = (score.low, score.high) if score else (0.0, 1.0)
    return Row(name, score.value if score else None, low, high, overlap(text, job))


def four_kinds() -> Iterator[Row]:
    """The invented backend résumé against every job of the four kinds; its match comes first."""
    jobs = {job.name: job.text for job in true_jobs()}
    resume = a_text("resume.txt").encode()
    yield row(MATCH, resume, a_text(MATCH))
    for kind in (SAME, *OTHERS):
        for name in sorted(name for name in jobs if name.startswith(f"{kind}-")):
            yield row(name, resume, jobs[name])


def of_folder(folder: Path) -> Iterator[tuple[str, Row]]:
    """Every résumé of a folder with every job of it."""
    files = sorted(file for file in folder.iterdir() if file.is_file())
    resumes = [file for file in files if _is_resume(file)]
    jobs = [file for file in files if file.suffix in (".txt", ".md") and file not in resumes]
    for resume in resumes:
        for job in jobs:
            yield resume.name, row(job.name, resume.read_bytes(), job.read_text("utf-8"))


def _is_resume(file: Path) -> bool:
    return (
        file.suffix in (".pdf", ".docx")
        or file.name.endswith(".resume.json")
        or (file.suffix == ".txt" and file.name.startswith("resume"))
    )


def line(found: Row) -> str:
    score = f"{100 * found.score:>6.0f}" if found.score is not None else f"{'-':>6}"
    interval = f"{100 * found.low:.0f} to {100 * found.high:.0f}"
    return f"  {found.job:<28}{score}{interval:>12}{100 * found.overlap:>12.0f}"


HEAD = f"  {'':<28}{'score':>6}{'interval':>12}{'keywords %':>12}"


def main() -> None:
    rows = list(four_kinds())
    print("an invented backend résumé against invented jobs of four kinds", HEAD, sep="\n")
    print(*map(line, rows), sep="\n")
    others = [found for found in rows if not found.job.startswith(SAME)]
    apart = (rows[0].score or 0.0) - max(found.score or 0.0 for found in others)
    by_words = rows[0].overlap - max(found.overlap for found in others)
    print(
        f"the match above every other kind by {100 * apart:.0f}, by keywords {100 * by_words:.0f}"
    )
    for argument in sys.argv[1:2]:
        last = ""
        for resume, found in of_folder(Path(argument)):
            print(*([resume, HEAD] if resume != last else []), line(found), sep="\n")
            last = resume


if __name__ == "__main__":
    main()
