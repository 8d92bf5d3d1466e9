"""Text files as people type them, and Markdown."""

from collections.abc import Callable, Iterator

from bench.truth.sheet import Sheet


def at(sheet: Sheet) -> Iterator[str]:
    """As in "Title at Employer (dates)": headings in capitals, bullets of stars."""
    person = sheet.person
    yield from (sheet.name, person.headline, " | ".join(sheet.contact), "")
    yield from (sheet.heading("summary").upper(), person.summary, "")
    yield sheet.heading("experience").upper()
    for stay in person.stays:
        yield f"{stay.title} at {stay.employer}, {stay.place} ({sheet.when(stay)})"
        yield from (f"* {line}" for line in stay.lines)
        yield ""
    yield sheet.heading("education").upper()
    for study in person.studies:
        yield f"{study.degree}, {study.school} ({sheet.studied(study)})"
    yield from ("", sheet.heading("skills").upper(), ", ".join(person.skills))
    yield from ("", sheet.heading("certifications").upper())
    yield from sheet.certificates("{0}, {1}, {2}")
    yield from ("", sheet.heading("languages").upper(), ", ".join(sheet.languages("{} ({})")))


def no_headings(sheet: Sheet) -> Iterator[str]:
    """Paragraphs; only lists have a word before them."""
    person = sheet.person
    yield from (sheet.name, person.headline, *sheet.contact, "", person.summary)
    for stay in person.stays:
        yield from ("", f"{stay.title}, {stay.employer}, {stay.place}", sheet.when(stay))
        yield from (f"- {line}" for line in stay.lines)
    for study in person.studies:
        yield from ("", study.degree, study.school, sheet.studied(study))
    yield from ("", f"{sheet.heading('skills')}: {', '.join(person.skills)}")
    yield from ("", f"{sheet.heading('certifications')}: " + "; ".join(sheet.certificates("{0}")))
    yield ""
    yield f"{sheet.heading('languages')}: {', '.join(sheet.languages('{} ({})'))}"


def spaced(sheet: Sheet) -> Iterator[str]:
    """Columns made of spaces, rules of dashes under the headings."""
    person = sheet.person
    yield from (sheet.name, person.headline)
    yield from (f"{fact}" for fact in sheet.contact)
    for section in ("summary", "experience", "education", "skills", "certifications", "languages"):
        heading = sheet.heading(section)
        yield from ("", heading, "-" * len(heading))
        if section == "summary":
            yield person.summary
        elif section == "experience":
            for stay in person.stays:
                yield f"{stay.title:<52}{sheet.when(stay)}"
                yield f"{stay.employer:<52}{stay.place}"
                yield from (f"  - {line}" for line in stay.lines)
        elif section == "education":
            yield from (
                f"{s.degree + ', ' + s.school:<76}{sheet.studied(s)}" for s in person.studies
            )
        elif section == "skills":
            yield from (f"  - {skill}" for skill in person.skills)
        elif section == "certifications":
            yield from sheet.certificates("{2}  {0}, {1}")
        else:
            yield from sheet.languages("{:<16}{}")


def markdown(sheet: Sheet) -> Iterator[str]:
    """Title, employer and place between bars in a heading; dates in italics."""
    person = sheet.person
    yield from (f"# {sheet.name}", "", f"**{person.headline}**", "")
    yield from (*(f"- {fact}" for fact in sheet.contact), "")
    yield from (f"## {sheet.heading('summary')}", "", person.summary, "")
    yield from (f"## {sheet.heading('experience')}", "")
    for stay in person.stays:
        yield from (f"### {stay.title} | {stay.employer} | {stay.place}", "")
        yield from (f"*{sheet.when(stay)}*", "")
        yield from (*(f"- {line}" for line in stay.lines), "")
    yield from (f"## {sheet.heading('education')}", "")
    for study in person.studies:
        yield from (f"**{study.degree}** | {study.school} | {sheet.studied(study)}", "")
    yield from (f"## {sheet.heading('skills')}", "", ", ".join(person.skills), "")
    yield from (f"## {sheet.heading('certifications')}", "")
    yield from (*(f"- {held}" for held in sheet.certificates("{0} ({1}, {2})")), "")
    yield from (f"## {sheet.heading('languages')}", "")
    yield from (f"- {said}" for said in sheet.languages("{}: {}"))


PAGES: dict[str, Callable[[Sheet], Iterator[str]]] = {
    "text-at": at,
    "text-no-headings": no_headings,
    "text-spaced": spaced,
    "text-markdown": markdown,
}


def draw(sheet: Sheet) -> bytes:
    return ("\n".join(PAGES[sheet.layout.name](sheet)) + "\n").encode()
