"""What a job asks for and what its owner says of that: the same list as those of a résumé. Pure."""

from chassis.errors import NotFound
from contracts.analysis import JobAnalysis
from contracts.corrections import JobCorrections, OwnRequirement, RequirementCorrection
from contracts.documents import JobDescriptionView
from contracts.evidence import Span
from gateway.documents.ones import Item, Ones


def requirements(job: JobDescriptionView) -> list[Item]:
    """First what was read, in its order, then what was added."""
    return _ones(job).items()


def requirement(job: JobDescriptionView, key: str) -> Item | None:
    """None for a new one. Raises NotFound, like all that follow."""
    return _ones(job).item(key)


def put(job: JobDescriptionView, key: str, now: OwnRequirement | None) -> JobCorrections:
    """With `now` at `key`; without it, the job does not ask for it."""
    return JobCorrections(requirements=_ones(job).put(key, now))  # type: ignore[arg-type]  # as made


def undo(job: JobDescriptionView, key: str) -> JobCorrections:
    """As it was read; what was added is gone."""
    return JobCorrections(requirements=_ones(job).undo(key))  # type: ignore[arg-type]  # as above


def said_by_owner(job: JobDescriptionView) -> dict[str, str]:
    """The requirements of which its owner says something, by their ids: what they did."""
    if job.analysis is None or job.read is None:
        return {}
    read = {each.id for each in job.read.requirements}
    told = {each.key: each.is_confirmed for each in requirements(job) if each.is_corrected}
    now = [each.id for each in job.analysis.requirements]
    return {
        **{key: "confirmed by you" if told[key] else "corrected by you" for key in told},
        **{each: "added by you" for each in now if each not in read},
    }


def words_at(job: JobDescriptionView, start: int | None, end: int | None) -> str:
    """The words of the text at a place, on one line."""
    if job.text is None or start is None or end is None:
        return ""
    return " ".join(job.text[start:end].split())


def unread(job: JobDescriptionView) -> tuple[Span, ...]:
    return job.analysis.unread if job.analysis else ()


def _ones(job: JobDescriptionView) -> Ones:
    read = [(each.id, OwnRequirement.of(each)) for each in _as_read(job).requirements]
    return Ones(read, job.corrections.requirements, RequirementCorrection)


def _as_read(job: JobDescriptionView) -> JobAnalysis:
    """Before any correction. Raises NotFound where nothing is read yet."""
    read = job.read or job.analysis
    if read is None:
        raise NotFound("Nothing is read in this yet.")
    return read
