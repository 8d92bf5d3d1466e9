"""What a job is and asks for, and what its owner says of that: as of a résumé. Pure."""

from collections.abc import Mapping, Sequence

from chassis.errors import NotFound
from contracts.analysis import JobAnalysis, Seniority
from contracts.corrections import JobCorrections, OwnFacts, OwnRequirement, RequirementCorrection
from contracts.documents import JobDescriptionView
from contracts.evidence import Span
from contracts.work import Remote
from gateway.documents.mending import Value
from gateway.documents.ones import Item, One, Ones

FACTS = tuple(OwnFacts.model_fields)


def requirements(job: JobDescriptionView) -> list[Item]:
    """First what was read, in its order, then what was added."""
    return _ones(job).items()


def requirement(job: JobDescriptionView, key: str) -> Item | None:
    """None for a new one. Raises NotFound, like all that follow."""
    return _ones(job).item(key)


def put(job: JobDescriptionView, key: str, now: OwnRequirement | None) -> JobCorrections:
    """With `now` at `key`; without it, the job does not ask for it."""
    return _with(job, _ones(job).put(key, now))


def undo(job: JobDescriptionView, key: str) -> JobCorrections:
    """As it was read; what was added is gone."""
    return _with(job, _ones(job).undo(key))


def facts(job: JobDescriptionView) -> list[Value]:
    """Title, employer and terms, in the order of a page; empty where nothing is said."""
    read, given = OwnFacts.of(_as_read(job)), job.corrections.facts
    return [_fact(name, getattr(read, name), getattr(given, name)) for name in FACTS]


def changed(job: JobDescriptionView, said: OwnFacts) -> JobCorrections:
    """With the facts that differ from what is there; the others stay as they are."""
    there = {fact.name: fact.now for fact in facts(job)}
    now = {name: getattr(said, name) for name in FACTS}
    return _stating(job, {name: own for name, own in now.items() if _shown(own) != there[name]})


def fact_as_read(job: JobDescriptionView, name: str) -> JobCorrections:
    """Raises NotFound."""
    if name not in FACTS:
        raise NotFound("There is no such part of this job description.")
    return _stating(job, {name: None})


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


def _fact(name: str, read: str, given: str | None) -> Value:
    now = read if given is None else given
    return Value(name, _shown(read), _shown(now), given is not None)


def _shown(said: str) -> str:
    """Of what is not said, nothing."""
    return "" if said in (Remote.UNKNOWN, Seniority.UNKNOWN) else " ".join(said.split())


def _stating(job: JobDescriptionView, update: Mapping[str, str | None]) -> JobCorrections:
    own = job.corrections
    return own.model_copy(update={"facts": own.facts.model_copy(update=update)})


def _with(job: JobDescriptionView, ones: Sequence[One]) -> JobCorrections:
    return job.corrections.model_copy(update={"requirements": tuple(ones)})


def _ones(job: JobDescriptionView) -> Ones:
    read = [(each.id, OwnRequirement.of(each)) for each in _as_read(job).requirements]
    return Ones(read, job.corrections.requirements, RequirementCorrection)


def _as_read(job: JobDescriptionView) -> JobAnalysis:
    """Before any correction. Raises NotFound where nothing is read yet."""
    read = job.read or job.analysis
    if read is None:
        raise NotFound("Nothing is read in this yet.")
    return read
