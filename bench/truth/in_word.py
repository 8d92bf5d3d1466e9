"""DOCX files as Word keeps them, written by hand."""

from collections.abc import Callable

from bench.truth.sheet import Sheet
from tests.documents.files.write_docx import package, paragraph, run


def _h(text: str) -> str:
    return paragraph(text, "H1")


def box(sheet: Sheet) -> bytes:
    """Contact, skills and languages in a text box beside the name; employer, title, dates."""
    person = sheet.person
    side = [_h(sheet.heading("contact")), *map(paragraph, sheet.contact)]
    side += [_h(sheet.heading("skills")), *map(paragraph, person.skills)]
    side += [_h(sheet.heading("languages")), *map(paragraph, sheet.languages("{} – {}"))]
    inner = f"<w:txbxContent>{''.join(side)}</w:txbxContent>"
    shape = f"<mc:AlternateContent><mc:Choice><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp>"
    shape += f"</mc:Choice><mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback>"
    body = [f"<w:p>{run(sheet.name)}</w:p>", paragraph(person.headline)]
    body += [f"<w:p><w:r>{shape}</mc:AlternateContent></w:r></w:p>"]
    body += [_h(sheet.heading("summary")), paragraph(person.summary)]
    body.append(_h(sheet.heading("experience")))
    for stay in person.stays:
        body += [paragraph(f"{stay.employer} | {stay.place}")]
        body += [paragraph(f"{stay.title} | {sheet.when(stay)}")]
        body += [paragraph(line, "LB") for line in stay.lines]
    body.append(_h(sheet.heading("education")))
    body += [paragraph(f"{s.degree} | {s.school} | {sheet.studied(s)}") for s in person.studies]
    body.append(_h(sheet.heading("certifications")))
    body += [paragraph(held, "LB") for held in sheet.certificates("{0}, {1} ({2})")]
    return package("".join(body))


def title_above(sheet: Sheet) -> bytes:
    """The title alone on its line; employer, place and dates on the next."""
    person = sheet.person
    body = [paragraph(line) for line in sheet.name.split("\n")]
    body += [paragraph(person.headline), paragraph(" · ".join(sheet.contact))]
    body += [_h(sheet.heading("summary")), paragraph(person.summary)]
    body += [_h(sheet.heading("skills")), paragraph(" | ".join(person.skills))]
    body.append(_h(sheet.heading("experience")))
    for stay in person.stays:
        body += [paragraph(stay.title)]
        body += [paragraph(f"{stay.employer}, {stay.place}\t{sheet.when(stay)}")]
        body += [paragraph(line, "LB") for line in stay.lines]
    body.append(_h(sheet.heading("education")))
    for study in person.studies:
        body += [paragraph(study.degree), paragraph(f"{study.school}\t{sheet.studied(study)}")]
    body.append(_h(sheet.heading("certifications")))
    body += [paragraph(held) for held in sheet.certificates("{0}\t{2}")]
    body += [_h(sheet.heading("languages")), paragraph("; ".join(sheet.languages("{}: {}")))]
    return package("".join(body))


PAGES: dict[str, Callable[[Sheet], bytes]] = {
    "word-box": box,
    "word-title-above": title_above,
}


def draw(sheet: Sheet) -> bytes:
    return PAGES[sheet.layout.name](sheet)
