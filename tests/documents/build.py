"""Whole documents out of what a test cares about; their people and employers are invented."""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

from chassis.ids import new_id
from contracts.analysis import (
    Bullet,
    Contact,
    Entry,
    FitReport,
    JobAnalysis,
    Metric,
    ResumeAnalysis,
    Role,
    Text,
    Tier,
    WorkScope,
)
from contracts.evidence import DocumentKind, Engine, EngineKind, Span
from contracts.extraction import ExtractionReport, ExtractionState
from contracts.message import FitId, JobDescriptionId, ResumeId
from services.documents.domain import FitSource, JobSource
from services.documents.rules.fit.judging import judge_fit
from services.documents.rules.job.reading import read_job
from services.documents.rules.months import month_on, months_between
from services.documents.rules.resume.skills.tiers import Passage, skills_shown
from services.documents.rules.skills.matching import matcher

TEXTS = Path(__file__).parent / "texts"
ON = date(2026, 1, 15)
RESUME_ID = ResumeId(UUID(int=1))
JOB_ID = JobDescriptionId(UUID(int=2))
FIT_ID = FitId(UUID(int=3))
RULES = Engine(kind=EngineKind.RULES, version="1.0.0", input_hash="0" * 64)


def a_text(name: str) -> str:
    return (TEXTS / name).read_text(encoding="utf-8")


def skills_in(text: str, lists: tuple[tuple[int, int], ...] = ()) -> list[str]:
    return [hit.skill_id for hit in matcher().find(text, lists)]


def a_job(text: str) -> JobAnalysis:
    return read_job(JobSource(JOB_ID, text), matcher(), RULES)


@dataclass
class Job:
    """A role to be written into a résumé; `bullets` with a number in them have a measure."""

    title: str
    bullets: list[str] = field(default_factory=list)
    start: str | None = "2022-01"
    end: str | None = None


@dataclass
class Written:
    """A résumé that says what it was given, with its analysis."""

    roles: list[Job] = field(default_factory=list)
    skills: str = ""
    name: str = "Imke Brandt"
    school: str = "Brookhaven College"
    education: list[str] = field(default_factory=list)
    certifications: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    scope: WorkScope = field(default_factory=WorkScope)
    years_total: float | None = None

    def __post_init__(self) -> None:
        self.text = ""
        self._passages: list[Passage] = []
        self._line(self.name)
        roles = tuple(self._role(number, job) for number, job in enumerate(self.roles))
        if self.skills:
            self._passages.append(Passage(*self._line(self.skills), Tier.LISTED, is_list=True))
        entries = {
            kind: tuple(Entry(title=self._read(self._line(line))) for line in getattr(self, kind))
            for kind in ("education", "certifications", "languages")
        }
        self._line(self.school)
        self.analysis = ResumeAnalysis(
            resume_id=RESUME_ID,
            extraction=ExtractionReport(
                state=ExtractionState.OK, format="text", pages=1, columns=1, characters=1
            ),
            contact=Contact(),
            roles=roles,
            skills=skills_shown(matcher(), self.text, self._passages, self.quote),
            scope=self.scope,
            years_total=self.years_total,
            engine=RULES,
            education=entries["education"],
            certifications=entries["certifications"],
            languages=entries["languages"],
        )

    def quote(self, start: int, end: int) -> Span:
        return Span(
            document=DocumentKind.RESUME,
            document_id=RESUME_ID,
            start=start,
            end=end,
            quote=self.text[start:end],
        )

    def _role(self, number: int, job: Job) -> Role:
        title = self._line(job.title)
        bullets = tuple(
            self._bullet(f"r{number}b{n}", job, line) for n, line in enumerate(job.bullets)
        )
        return Role(
            id=f"r{number}",
            title=self._read(title),
            start=job.start,
            end=job.end,
            is_current=job.end is None,
            bullets=bullets,
        )

    def _bullet(self, bullet_id: str, job: Job, line: str) -> Bullet:
        place = self._line(line)
        found = re.search(r"\d+", line)
        measure = found and Metric(
            value=float(found[0]),
            unit="count",
            span=self.quote(place[0] + found.start(), place[0] + found.end()),
        )
        self._passages.append(
            Passage(
                *place,
                Tier.OUTCOME if measure else Tier.USED,
                months=months_between(job.start, job.end, now=month_on(ON)),
                last=job.end or "2026-01",
            )
        )
        return Bullet(id=bullet_id, span=self.quote(*place), metrics=(measure,) if measure else ())

    def _line(self, line: str) -> tuple[int, int]:
        start = len(self.text)
        self.text += f"{line}\n"
        return start, start + len(line)

    def _read(self, place: tuple[int, int]) -> Text:
        span = self.quote(*place)
        return Text(value=span.quote, span=span)


def a_fit(resume: Written, job_text: str, *, on: date = ON) -> FitReport:
    source = FitSource(FIT_ID, on, resume.analysis, resume.text, a_job(job_text), job_text)
    return judge_fit(source, matcher(), RULES)


def a_backend_resume(**changed: object) -> Written:
    """Somebody who fits `backend.txt` well."""
    given: dict[str, object] = {
        "roles": [
            Job(
                "Senior Backend Engineer",
                [
                    "Built Django services on PostgreSQL that serve 300000 shops",
                    "Moved message queues from cron to RabbitMQ and cut delays by 70%",
                    "Mentored 2 engineers and ran the on-call rotation",
                ],
                start="2019-03",
            ),
            Job("Software Engineer", ["Wrote Python importers"], start="2016-01", end="2019-02"),
        ],
        "skills": "Skills: Python, Docker, Kubernetes, Google Cloud, Git",
        "education": ["BSc Computer Science"],
        "years_total": 10.0,
    }
    return Written(**{**given, **changed})  # type: ignore[arg-type]  # a test names real fields


def new_resume_id() -> ResumeId:
    return ResumeId(new_id())
