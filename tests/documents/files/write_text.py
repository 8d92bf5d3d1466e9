"""The same lives as plain text, Markdown, HTML and JSON Resume."""

import json
from collections.abc import Iterator

from tests.documents.files.lives import Life


def title_above(life: Life) -> bytes:
    """Title and employer on one line, dates on the next."""
    lines = [life.name.upper(), life.headline, f"{life.place} | {life.email} | {life.phone}"]
    lines += ["", "PROFILE", life.summary, "", "EMPLOYMENT HISTORY"]
    for stay in life.stays:
        lines += ["", f"{stay.title}, {stay.employer}, {stay.place}", stay.when]
        lines += [f"- {bullet}" for bullet in stay.bullets]
    return _written([*lines, *_rest(life)])


def piped(life: Life) -> bytes:
    """Everything about a role on one line, between bars; no bullets."""
    lines = [life.name, f"{life.headline} | {life.email} | {life.place}", "", "EXPERIENCE"]
    for stay in life.stays:
        lines.append(f"{stay.title} | {stay.employer} | {stay.place} | {stay.when}")
        lines += [f"{bullet}." for bullet in stay.bullets]
    return _written([*lines, *_rest(life)])


def dates_above(life: Life) -> bytes:
    """Dates first, then the title, then the employer."""
    lines = [life.name, life.email, life.phone, "", "Professional experience"]
    for stay in life.stays:
        lines += ["", stay.when, stay.title, stay.employer]
        lines += [f"* {bullet}" for bullet in stay.bullets]
    return _written([*lines, *_rest(life)])


def without_headings(life: Life) -> bytes:
    """Paragraphs only; nothing announces what they are."""
    lines = [life.name, life.headline, life.email, "", life.summary]
    for stay in life.stays:
        lines += ["", stay.when, f"{stay.title} at {stay.employer}"]
        lines += [f"- {bullet}" for bullet in stay.bullets]
    for study in life.studies:
        lines += ["", study.school, study.degree, study.when]
    return _written(lines)


def spaced_columns(life: Life) -> bytes:
    """Columns made of spaces; headings with letters apart."""
    lines = [life.name, life.email, "", "E X P E R I E N C E", ""]
    for stay in life.stays:
        lines += [f"{stay.employer:<60}{stay.place}", f"{stay.title:<60}{stay.when}"]
        lines += [f"  \u2022 {bullet}" for bullet in stay.bullets]
    return _written([*lines, *_rest(life)])


def markdown(life: Life) -> bytes:
    lines = [f"# {life.name}", f"**{life.headline}**", "", f"{life.email} | {life.phone}", ""]
    lines += ["## Experience", ""]
    for stay in life.stays:
        lines += [f"### {stay.title} — {stay.employer}", f"*{stay.when}*", ""]
        lines += [*(f"- {bullet}" for bullet in stay.bullets), ""]
    lines += ["## Skills", "", ", ".join(life.skills)]
    return _written(lines)


def html(life: Life) -> bytes:
    """As copied from a page: a side bar before the main column, and things not shown."""
    side = "".join(f"<li>{skill}</li>" for skill in life.skills)
    stays = "".join(
        f"<div><b>{stay.title}</b><span>{stay.when}</span></div><p>{stay.employer}</p>"
        f"<ul>{''.join(f'<li>{bullet}</li>' for bullet in stay.bullets)}</ul>"
        for stay in life.stays
    )
    page = (
        "<!doctype html><html><head><title>x</title><style>p{color:red}</style></head><body>"
        f"<div><h2>Contact</h2><p>{life.email}</p><h2>Skills</h2><ul>{side}</ul></div>"
        f"<div><h1>{life.name}</h1><p>{life.headline}</p><h2>Experience</h2>{stays}</div>"
        '<p style="display: none">nobody sees this</p><script>nor(this)</script></body></html>'
    )
    return page.encode()


def json_resume(life: Life) -> bytes:
    work = [
        {
            "position": stay.title,
            "name": stay.employer,
            "location": stay.place,
            "startDate": stay.start,
            **({"endDate": stay.end} if stay.end else {}),
            "highlights": list(stay.bullets),
        }
        for stay in life.stays
    ]
    education = [
        {
            "studyType": study.degree,
            "institution": study.school,
            "startDate": study.start,
            "endDate": study.end,
        }
        for study in life.studies
    ]
    basics = {"name": life.name, "label": life.headline, "email": life.email, "phone": life.phone}
    document = {
        "basics": {**basics, "summary": life.summary},
        "work": work,
        "education": education,
        "skills": [{"name": "Tools", "keywords": list(life.skills)}],
        "languages": [{"language": name, "fluency": level} for name, level in life.languages],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _rest(life: Life) -> Iterator[str]:
    yield from ("", "EDUCATION")
    for study in life.studies:
        yield f"{study.degree}, {study.school}, {study.when}"
    yield from ("", "SKILLS", ", ".join(life.skills), "", "LANGUAGES")
    yield ", ".join(f"{name} ({level})" for name, level in life.languages)


def _written(lines: list[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()
