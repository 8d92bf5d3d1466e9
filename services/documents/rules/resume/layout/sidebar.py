"""The head of a résumé whose side bar stands before it: the last list there runs on into the name.

So does a profile that LinkedIn saved, read in the order of its page: Contact, Top Skills,
Languages, and then the name, what they are, and where.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from services.documents.rules.lexicon import plain, words
from services.documents.rules.resume.layout.lines import Line
from services.documents.rules.resume.person.name import (
    is_like_name,
    names_in_addresses,
    without_degrees,
)
from services.documents.rules.resume.sections.headings import Section
from services.documents.rules.resume.sections.parts import Part
from services.documents.rules.towns import is_place
from services.documents.rules.wording import title_weight

_MAIN = (Section.SUMMARY, Section.EXPERIENCE, Section.EDUCATION, Section.PROJECTS)
_NO_LIST = (Section.REFERENCES, Section.EXPERIENCE, Section.HEAD)
_NEAR = 3
"""Lines below a name within which it says where somebody lives."""
_MOST_WORDS = 5
_LONG = 3
"""Letters of a part of a name by which it can be known in an address."""
_ITEM = re.compile(
    r"\b(?:certifi\w*|associate|foundations?|fundamentals|essentials|practitioner|licen[cs]\w*"
    r"|course|training|award|prize|diploma|level|introduction|skills?|management|leadership"
    r"|engineering|development|design|analysis|control|safety|care|services?|marketing|strategy"
    r"|planning|response|systems?|first aid|life support|security|research|data|project"
    r"|software)\b",
    re.IGNORECASE,
)
"""Words of skills and certificates, which nobody is called."""


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
        name = _name_in(part.lines, addressed)
        if name is not None and part.section not in _NO_LIST:
            held = replace(part, lines=part.lines[: name.first])
            head = Part(Section.HEAD, None, (name.line, *part.lines[name.last + 1 :]))
            return [*found[:number], held, head, *found[number + 1 :]]
    return found


def _before_main(parts: Sequence[Part]) -> Iterator[int]:
    """The parts that stand right above the sections of a body; without any, the last one."""
    main = [number for number, part in enumerate(parts) if part.section in _MAIN]
    yield from (number - 1 for number in main or [len(parts)] if number > 0)


@dataclass(frozen=True)
class _Name:
    """One line or two, `first` to `last` of the list; `line` is both as one."""

    first: int
    last: int
    line: Line


def _name_in(lines: Sequence[Line], addressed: str) -> _Name | None:
    """The likeliest: their addresses have it too, or what one is called stands below, or a gap
    above it and a place below.
    """
    best: tuple[float, _Name] | None = None
    for name in _names(lines):
        weight = _weight(lines, name, addressed)
        if weight > 0 and (best is None or weight > best[0]):
            best = (weight, name)
    return best[1] if best else None


def _names(lines: Sequence[Line]) -> Iterator[_Name]:
    for at, line in enumerate(lines):
        if at == 0 or line.text[0].islower() or _is_item(line):
            continue
        if _may_be_name(line):
            yield _Name(at, at, line)
        if at + 1 < len(lines) and _goes_on(line, lines[at + 1]):
            below = lines[at + 1]
            said = f"{line.text}\n{below.text}"
            both = Line(line.start, below.end, line.body, said, follows_gap=line.follows_gap)
            yield _Name(at, at + 1, both)


def _goes_on(line: Line, below: Line) -> bool:
    """Whether both may be one name, which a narrow column or large letters cut in two."""
    both = f"{line.text} {below.text}"
    is_alike = line.text.isupper() == below.text.isupper()
    if below.follows_gap or _is_item(below) or not is_alike or len(both.split()) > _MOST_WORDS:
        return False
    is_name = is_like_name(line.text) and is_like_name(both)
    return is_name and not title_weight(line.text) and not title_weight(below.text)


def _weight(lines: Sequence[Line], name: _Name, addressed: str) -> float:
    below = lines[name.last + 1 : name.last + 1 + _NEAR]
    if not below:
        return 0.0
    is_titled = title_weight(below[0].text) == 2
    is_told = is_titled or not is_like_name(below[0].text)
    is_placed = any(is_place(line.text) for line in below)
    is_addressed = any(part in addressed for part in _long(name.line.text))
    weight = 4.0 * is_addressed + 3.0 * is_titled
    if name.line.follows_gap:
        weight += 2.0 * is_placed + is_told
    elif is_placed and is_told:
        weight += 1.0
    if name.last == name.first or not weight:
        return weight
    return weight + (0.5 if _is_surely_two(lines, name, addressed) else -0.5)


def _is_surely_two(lines: Sequence[Line], name: _Name, addressed: str) -> bool:
    """Whether the second line is no name by itself, or is in an address as the first is."""
    first, second = lines[name.first].text, lines[name.last].text
    if " " not in second or second[0].islower() or lines[name.first].follows_gap:
        return True
    return all(any(part in addressed for part in _long(said)) for said in (first, second))


def _long(said: str) -> list[str]:
    return [part for part in plain(said).split() if len(part) >= _LONG]


def _is_item(line: Line) -> bool:
    named = words("languages").intersection(plain(line.text).split())
    return bool(named) or _ITEM.search(line.text) is not None


def _may_be_name(line: Line) -> bool:
    said = without_degrees(line.text)
    is_name = len(said.split()) > 1 and is_like_name(said) and not title_weight(said)
    return is_name and not line.is_bullet
