"""A résumé without headings: which of its lines speak of schools, of certificates and of work."""

import re
from collections.abc import Iterator, Sequence

from services.documents.rules.resume.beside.entries import says_languages
from services.documents.rules.resume.beside.held import is_certificate_line
from services.documents.rules.resume.dates.periods import periods
from services.documents.rules.resume.layout.lines import Line
from services.documents.rules.resume.person.name import is_like_name
from services.documents.rules.resume.roles.heads import unlabelled
from services.documents.rules.wording import degree, is_subject, school_weight, title_weight

MAX_CHARACTERS = 160
_FEWEST_NAMES = 2
_MOST_DATE_WORDS = 2
"""Words of a line that says only when: "Graduated 2014"."""

_STUDIED = re.compile(
    r"(?:(?:i|ich|yo|eu) )?(?:studied|attended|graduated|studierte|estudi[ée]|estudei)\s",
    re.IGNORECASE,
)
_CERTIFICATE = re.compile(
    r"\b(?:certificat\w*|certifi(?:ed|cado|cada)|zertifi\w+|licen[cs]ed?|registered|registration"
    r"|accredited|accreditation|chartered|diploma in|provider course|permis|f[üu]hrerschein|carnet"
    r"|patente|brevet|attestation|qualified)\b",
    re.IGNORECASE,
)


def paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Cut at empty lines, and where a school follows work or work a school."""
    block: list[Line] = []
    was_other = has_job = has_school = has_fact = False
    for at, line in enumerate(lines):
        is_other = says_languages(line.content) or _names_certificate(line)
        is_school = has_school and has_fact and not has_job
        is_cut = (
            line.follows_gap
            or (is_school and is_dated_once(line) and len(line.content.split()) > _MOST_DATE_WORDS)
            or is_other != was_other
            or (_begins_work(lines, at) if is_school else _begins_school(lines, at))
        )
        if block and is_cut:
            yield block
            block = []
            has_job = has_school = has_fact = False
        was_other = is_other and (was_other or not block)
        has_job = has_job or _is_job(line)
        has_school = has_school or _names_school(line)
        has_fact = has_fact or _is_fact(line)
        block.append(line)
    if block:
        yield block


def _names_school(line: Line) -> bool:
    return bool(_degree(line) or school_weight(line.content))


def is_about_school(block: Sequence[Line]) -> bool:
    """Whether a paragraph names a degree, or a school and no job."""
    if any(_is_job(line) for line in block):
        return False
    return any(map(_names_school, block))


def is_beside(block: Sequence[Line]) -> bool:
    """Whether a paragraph is neither work nor schooling: certificates or spoken languages."""
    return all(says_languages(line.content) or _names_certificate(line) for line in block)


def certificates_of(block: Sequence[Line]) -> list[Line]:
    """Lines of which each is a certificate, by its words or its single date; else none."""
    found = [line for line in block if not says_languages(line.content)]
    is_all = all(_names_certificate(line) or is_dated_once(line) for line in found)
    return found if is_all else []


def _names_certificate(line: Line) -> bool:
    """By its words; a job that one is certified for is a job, unless a single date stands by it."""
    if not _may_name(line) or degree(line.content) or "@" in line.text:
        return False
    dates = list(periods(line.content))
    is_work = any(period.is_range for period in dates) or (not dates and _is_job(line))
    is_named = _CERTIFICATE.search(line.content) is not None or is_certificate_line(line)
    return is_named and not is_work


def is_dated_once(line: Line) -> bool:
    """One date, and neither a job nor a school beside it."""
    found = list(periods(line.content))
    is_once = len(found) == 1 and not found[0].is_range and _may_name(line)
    return is_once and not (_is_job(line) or degree(line.content) or school_weight(line.content))


def _degree(line: Line) -> re.Match[str] | None:
    """The degree that a line tells of, not the letters behind somebody's name."""
    named = degree(line.content)
    if named is None or named.end() < len(line.content) or any(periods(line.content)):
        return named
    said = line.content[: named.start()].rstrip(" ,")
    is_name = len(said.split()) >= _FEWEST_NAMES and is_like_name(said)
    return None if is_name and not (is_subject(said) or school_weight(said)) else named


def _begins_school(lines: Sequence[Line], at: int) -> bool:
    """A degree, or a school right above one; a school beside a job is where somebody worked."""
    line = lines[at]
    if _STUDIED.match(line.content) and school_weight(line.content):
        return True
    if not _may_name(line) or _is_job(line):
        return False
    below = lines[at + 1] if at + 1 < len(lines) else None
    is_above_degree = below is not None and _is_degree(below)
    return _is_degree(line) or bool(school_weight(line.content) and is_above_degree)


def _begins_work(lines: Sequence[Line], at: int) -> bool:
    """A job, or the line right above one, unless a school's facts go on there."""
    line = lines[at]
    if not _may_name(line):
        return False
    below = lines[at + 1] if at + 1 < len(lines) else None
    is_above_job = below is not None and _may_name(below) and _is_job(below)
    return _is_job(line) or (is_above_job and not _is_fact(line))


def _is_fact(line: Line) -> bool:
    """Whether it tells a degree or dates, as one's own studies do."""
    return _degree(line) is not None or any(periods(line.content))


def _is_degree(line: Line) -> bool:
    return _may_name(line) and _degree(line) is not None


def _is_job(line: Line) -> bool:
    return title_weight(unlabelled(_undated(line))) == 2 and not degree(line.content)


def _may_name(line: Line) -> bool:
    """Whether it could be a line of facts: no point of a list, no sentence."""
    is_sentence = line.text.endswith((".", ";", ":")) and len(line.text.split()) > 6
    return not (line.is_bullet or is_sentence) and len(line.text) <= MAX_CHARACTERS


def _undated(line: Line) -> str:
    """What a line says beside its dates."""
    found = next(periods(line.content), None)
    if found is None:
        return line.content
    return f"{line.content[: found.start]} {line.content[found.end :]}".strip(" :|,()")
