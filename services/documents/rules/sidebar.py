"""The head of a résumé whose side bar stands before it: the last list there runs on into the name.

So does a profile that LinkedIn saved, read in the order of its page: Contact, Top Skills,
Languages, and then the name, what they are, and where.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from services.documents.rules.contact import is_like_name, names_in_addresses
from services.documents.rules.headings import Section
from services.documents.rules.lexicon import plain
from services.documents.rules.pages import Line
from services.documents.rules.sections import Part
from services.documents.rules.wording import is_place, title_weight

_MAIN = (Section.SUMMARY, Section.EXPERIENCE, Section.EDUCATION, Section.PROJECTS)
_NO_LIST = (Section.REFERENCES, Section.EXPERIENCE, Section.HEAD)
_NEAR = 3
"""Lines below a name within which it says where somebody lives."""


def with_freed_head(parts: Sequence[Part]) -> list[Part]:
    """The same parts; the one that has swallowed the head gives it back, as a part of its own."""
    found = list(parts)
    if any(
        _may_be_name(line) for part in parts if part.section is Section.HEAD for line in part.lines
    ):
        return found
    addressed = names_in_addresses(line.text for part in parts for line in part.lines)
    for number in _before_main(parts):
        part = parts[number]
        start = _beginning(part.lines, addressed)
        if start is not None and part.section not in _NO_LIST:
            held = replace(part, lines=part.lines[:start])
            head = Part(Section.HEAD, None, part.lines[start:])
            return [*found[:number], held, head, *found[number + 1 :]]
    return found


def _before_main(parts: Sequence[Part]) -> Iterator[int]:
    """The parts that stand right above the sections of a body; without any, the last one."""
    main = [number for number, part in enumerate(parts) if part.section in _MAIN]
    yield from (number - 1 for number in main or [len(parts)] if number > 0)


def _beginning(lines: Sequence[Line], addressed: str) -> int | None:
    """Where the name stands: their addresses have it too, or what one is called stands below."""
    named = [at for at, line in enumerate(lines) if at and _may_be_name(line)]
    known = (at for at in named if any(part in addressed for part in _parts(lines[at])))
    return next(known, next((at for at in named if _is_above_headline(lines, at)), None))


def _is_above_headline(lines: Sequence[Line], at: int) -> bool:
    below = lines[at + 1 : at + 1 + _NEAR]
    is_titled = bool(below) and title_weight(below[0].text) == 2
    return is_titled or (lines[at].follows_gap and any(is_place(line.text) for line in below))


def _may_be_name(line: Line) -> bool:
    said = line.text
    is_name = len(said.split()) > 1 and is_like_name(said) and not title_weight(said)
    return is_name and not line.is_bullet


def _parts(line: Line) -> list[str]:
    return [part for part in plain(line.text).split() if len(part) > 2]
