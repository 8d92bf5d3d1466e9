"""What a résumé names without claiming to know it: hobbies, referees, and where to be found."""

import re
from collections.abc import Iterator, Sequence

from services.documents.rules.resume.layout.lines import Range
from services.documents.rules.resume.sections.headings import Section
from services.documents.rules.resume.sections.parts import Part
from services.documents.rules.resume.skills.listed import section_of_label

_OTHERS = (Section.INTERESTS, Section.REFERENCES)
_PROFILE = re.compile(
    r"(?:^|(?<=[|•·\t]))[ ]*(?:github|gitlab|bitbucket)[ ]*(?=[|•·\t:\n]|$)",
    re.IGNORECASE | re.MULTILINE,
)
"""A page of one's own, told by the name of its site alone: "LinkedIn | GitHub"."""


def unclaimed(text: str, parts: Sequence[Part]) -> Iterator[Range]:
    """Under their headings, on lines with their label, and in the head."""
    for part in parts:
        if not part.lines:
            continue
        if part.section in _OTHERS:
            yield part.lines[0].start, part.lines[-1].end
        for line in part.lines:
            if section_of_label(text, line) in _OTHERS:
                yield line.start, line.end
        if part.section is Section.HEAD:
            places = _PROFILE.finditer(text, part.lines[0].start, part.lines[-1].end)
            yield from (found.span() for found in places)
