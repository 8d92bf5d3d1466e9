"""The person of a résumé: where their name and addresses are looked for, and how sure each is."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

from contracts.analysis import Contact, Text
from contracts.evidence import Certainty
from services.documents.rules.lexicon import plain
from services.documents.rules.resume import certainty
from services.documents.rules.resume.dates.periods import periods
from services.documents.rules.resume.layout.lines import Line, Range, furniture_of
from services.documents.rules.resume.person.contact import contact_in
from services.documents.rules.resume.person.name import spoken_name
from services.documents.rules.resume.person.phones import phones_in
from services.documents.rules.resume.roles.career import Writer
from services.documents.rules.resume.sections.headings import Section
from services.documents.rules.resume.sections.parts import Part

_CONTACT = re.compile(
    r"\b(?:contact\w*|person\w*|kontakt\w*|contatti|contato|coordonnees"
    r"|recapiti|details|links|find me|reach me|touch|connect)\b"
)
_MAIL = re.compile(r"[\w.+-]@[\w-]+")
"""Also one that a narrow column has cut."""
_BOX = re.compile(r"[\w.+-]{1,64}(?=@)")
_SHORT = 3


@dataclass(frozen=True)
class Person:
    contact: Contact
    headline: Text | None


@dataclass(frozen=True)
class _Places:
    """Where a person may stand: first all `lines`, of which `others` are not meant for it."""

    lines: tuple[Line, ...]
    others: tuple[Line, ...]

    def is_apart(self, found: Range) -> bool:
        return any(line.start <= found[0] < line.end for line in self.others)


def person_in(text: str, parts: Sequence[Part], say: Writer) -> Person:
    """From the head, else from a part headed "Contact" and from what every page repeats."""
    places = _places(text, parts)
    found = contact_in(text, places.lines)

    def grade(at: Range, as_said: Certainty) -> Certainty:
        return certainty.lowered(as_said) if places.is_apart(at) else as_said

    def said(at: Range | None, of: Callable[[str, Range], Certainty]) -> Text | None:
        return say.said(at, grade(at, of(text, at))) if at else None

    def address(at: Range) -> Text:
        return say.address(at, grade(at, certainty.of_address(text, at)))

    name = said(found.name, partial(certainty.of_name, email=found.email))
    contact = Contact(
        name=name and name.model_copy(update={"value": spoken_name(name.span.quote)}),
        email=address(found.email) if found.email else None,
        phone=said(found.phone, certainty.of_phone),
        location=said(found.location, certainty.of_place),
        links=tuple(map(address, found.links)),
    )
    return Person(contact, said(found.headline, certainty.of_headline))


def _places(text: str, parts: Sequence[Part]) -> _Places:
    """The last resort is whatever stands first, and whatever stands beside a mail address."""
    lines = [line for part in parts if part.section is Section.HEAD for line in part.lines]
    head = list(takewhile(is_undated, lines))
    first = [] if head else [line for part in parts[:2] for line in part.lines]
    named = [line for part in parts if is_about_contact(part) for line in part.lines]
    known = [*(head or first), *named]
    has_mail = any(_MAIL.search(line.text) for line in known)
    beside = [*([] if has_mail else _lines_with_mail(text, parts)), *furniture_of(text)]
    return _Places((*known, *beside), (*first, *beside))


def is_about_contact(part: Part) -> bool:
    """Whether its heading says how to reach somebody, or who they are."""
    return part.heading is not None and _CONTACT.search(plain(part.heading.content)) is not None


def _lines_with_mail(text: str, parts: Sequence[Part]) -> list[Line]:
    """The paragraph that has a mail address, wherever it stands, and a number next to it.

    A referee's is another's; below referees only one that has a word of the first lines is meant.
    """
    first = [word for part in parts[:1] for line in part.lines[:2] for word in _names_in(line)]
    for part in parts:
        lines = part.lines
        if part.section is Section.REFERENCES:
            lines = lines if _has_mail_of(lines, first) else ()
        blocks: list[list[Line]] = [[]]
        for line in lines:
            if line.follows_gap:
                blocks.append([])
            blocks[-1].append(line)
        for above, block, below in zip([[], *blocks], blocks, [*blocks[1:], []], strict=False):
            is_own = part.section is not Section.REFERENCES or _has_mail_of(block, first)
            if is_own and any(_MAIL.search(line.text) for line in block):
                near = [line for line in (*above, *below) if any(phones_in(text, [line]))]
                return [*block, *near]
    return []


def _names_in(line: Line) -> list[str]:
    """Words of a line that a mail address may have."""
    return [word for word in plain(line.content).split() if len(word) > _SHORT and word.isalpha()]


def _has_mail_of(lines: Sequence[Line], names: Sequence[str]) -> bool:
    boxes = [found.group() for line in lines for found in _BOX.finditer(line.text)]
    return any(name in plain(box) for name in names for box in boxes)


def is_undated(line: Line) -> bool:
    """Without headings the head runs on into the roles; it ends where their dates begin."""
    return not any(period.is_range for period in periods(line.text))
