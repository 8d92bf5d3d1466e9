"""What is read of a job description: what was given, or once that is gone, its text."""

from chassis.seal import Key
from contracts.extraction import ExtractionReport, ExtractionState
from services.documents import giving, views
from services.documents.domain import Extracted, Reader, not_ready
from services.documents.tables import JobCorrection, JobDescription


def text_of_job(
    reader: Reader, job: JobDescription, correction: JobCorrection | None, key: Key
) -> Extracted:
    """The same text at every reading, so that what its owner corrected stands in it.

    A paste of before there was a report still has its marks of Markdown or HTML: it is read as if
    it were given today, unless its owner has corrected something in these words.
    """
    if job.analysis is None:
        return reader.read(_given(job, key))
    read, text = views.job_as_read(job, correction, key), views.job_text(job, key)
    if read.extraction is not None:
        return Extracted(report=read.extraction, text=text)
    if correction is None:
        return reader.read(giving.as_file(text))
    return Extracted(report=_as_it_is(text), text=text)


def _given(job: JobDescription, key: Key) -> bytes:
    if job.text is None:
        raise not_ready()
    return key.open(JobDescription.text, job.id, job.text)


def _as_it_is(text: str) -> ExtractionReport:
    characters = len("".join(text.split()))
    return ExtractionReport(
        state=ExtractionState.OK, format="text", pages=1, columns=1, characters=characters
    )
