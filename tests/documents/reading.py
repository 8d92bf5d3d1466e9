"""Reads rendered files as the service does, without a service."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from pydantic import BaseModel

from contracts.analysis import ResumeAnalysis
from contracts.evidence import Span
from contracts.message import ResumeId
from services.documents.domain import Extracted, ResumeSource
from services.documents.extract import extract
from services.documents.rules.engine import RulesAnalyst
from tests.documents.files.make import FOLDER

ON = date(2026, 1, 15)


def rendered(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def text_of(data: bytes) -> str:
    return extract(data).text


def read(data: bytes, columns: int | None = None) -> tuple[Extracted, ResumeAnalysis]:
    """`columns` stands for a page that was split into so many, whatever the file says."""
    extracted = extract(data)
    if columns is not None:
        report = extracted.report.model_copy(update={"columns": columns})
        extracted = extracted.model_copy(update={"report": report})
    source = ResumeSource(ResumeId(UUID(int=1)), extracted, ON)
    return extracted, RulesAnalyst().read_resume(source)


def a_resume(text: str, columns: int | None = None) -> ResumeAnalysis:
    """The analysis of pasted text."""
    return read(text.encode(), columns)[1]


def spans(part: object) -> Iterator[Span]:
    """Every quote in a message, however deep."""
    if isinstance(part, Span):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from spans(getattr(part, name))
    elif isinstance(part, tuple):
        for item in part:
            yield from spans(item)


def flat(text: str) -> str:
    """On one line, as a person reads it."""
    return " ".join(text.split())
