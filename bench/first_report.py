"""From upload to fit report: the whole stack over HTTP, beside the same engine called in-process.

    .mira/venv/bin/python -m bench.first_report [rounds]

Starts a stack of its own. Each round is a new upload of a three-page PDF by one person and a fit
against one job description that is read already; both ways take turns, so that they share the
machine's moods. The peer does the same thinking and nothing else: no HTTP, bus, database, sealing
or child process.
"""

import io
import statistics
import sys
import time
from datetime import UTC, datetime
from uuid import UUID

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from chassis.ids import new_id
from contracts.message import FitId, JobDescriptionId, ResumeId
from ops.places import HOME
from ops.stack import Stack
from services.documents.domain import FitSource, JobSource, ResumeSource
from services.documents.extract.file import extract
from services.documents.rules.engine import RulesAnalyst
from tests.flows.journey import Person
from tests.flows.texts import JOB, RESUME

LINES_PER_PAGE = 52
PAGES = 3


def three_pages() -> bytes:
    """The invented résumé, with its bullets told again until it fills three pages."""
    lines = RESUME.splitlines()
    bullets = [line for line in lines if line.startswith("- ")]
    place = lines.index(bullets[-1]) + 1
    missing = PAGES * LINES_PER_PAGE - len(lines)
    more = [bullets[number % len(bullets)] for number in range(missing)]
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for number, line in enumerate([*lines[:place], *more, *lines[place:]]):
        if number and number % LINES_PER_PAGE == 0:
            canvas.showPage()
        canvas.setFont("Helvetica", 9)
        canvas.drawString(50, 800 - 14.5 * (number % LINES_PER_PAGE), line)
    canvas.save()
    return buffer.getvalue()


def over_http(person: Person, pdf: bytes, job: UUID) -> float:
    """Seconds from the upload until the fit report is there."""
    begun = time.perf_counter()
    sent = person.http.post("/resumes", files={"file": ("resume.pdf", pdf, "application/pdf")})
    sent.raise_for_status()
    wanted = {"resume_id": sent.json()["resume_id"], "job_description_id": str(job)}
    asked = person.http.post("/fits", json=wanted)
    asked.raise_for_status()
    address = f"/fits/{asked.json()['fit_id']}"
    while person.http.get(address).json()["state"] == "waiting":
        time.sleep(0.01)
    took = time.perf_counter() - begun
    person.http.delete(f"/resumes/{wanted['resume_id']}").raise_for_status()
    return took


def in_process(engine: RulesAnalyst, pdf: bytes) -> float:
    begun = time.perf_counter()
    on = datetime.now(UTC).date()
    extracted = extract(pdf)
    job = engine.read_job(JobSource(JobDescriptionId(new_id()), JOB))
    resume = engine.read_resume(ResumeSource(ResumeId(new_id()), extracted, on))
    engine.judge_fit(FitSource(FitId(new_id()), on, resume, extracted.text, job, JOB))
    return time.perf_counter() - begun


def row(name: str, took: list[float]) -> str:
    cuts = statistics.quantiles(took, n=100)
    ms = [1000 * value for value in (cuts[49], cuts[94], cuts[98], max(took))]
    return f"{name:<38}" + "".join(f"{value:>10.1f}" for value in ms)


def main(rounds: int) -> None:
    pdf, engine = three_pages(), RulesAnalyst()
    with Stack(HOME / "bench", is_durable=True, prefer_ports=False) as stack:
        stack.start()
        person = Person(stack.address, stack.mailbox_address)
        job = person.add_job()
        person.settled(f"/job-descriptions/{job}")
        for _ in range(3):
            over_http(person, pdf, job)
            in_process(engine, pdf)
        whole, alone = [], []
        for _ in range(rounds):
            whole.append(over_http(person, pdf, job))
            alone.append(in_process(engine, pdf))
    print(f"{PAGES}-page PDF of {len(pdf)} bytes, {rounds} rounds, milliseconds")
    print(f"{'':<38}" + "".join(f"{name:>10}" for name in ("p50", "p95", "p99", "max")))
    print(row("upload to fit report, whole stack", whole))
    print(row("the same thinking, one process", alone))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
