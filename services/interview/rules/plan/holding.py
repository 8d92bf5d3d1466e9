"""What the résumé plainly shows, whatever the fit report found, and is not asked about as lacking.

A line holds what is asked for where all the words that tell what that is stand in it, by their
stems. Words that lie about in several lines are no proof.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice

from contracts.analysis import Entry, ResumeAnalysis, Role
from contracts.documents import Briefing
from services.interview.rules.plan.telling import telling

_OR = re.compile(r"(?<!\w)or(?!\w)|/|(?<!\w)and/or(?!\w)", re.IGNORECASE)
_EXAMPLES = re.compile(
    r"\b(?:such as|for example|e\.?g\.?|for instance|including|ideally|preferably)(?!\w).*$",
    re.IGNORECASE | re.DOTALL,
)
_FEWEST_OF_ONE = 2
"""Words that an alternative must have to do by itself."""

_MOST_CHOICES = 6

Stems = frozenset[str]


class Hold(IntEnum):
    """How a résumé shows a thing: not at all, by its name in a list, in work or as a paper."""

    NONE = 0
    LISTED = 1
    SHOWN = 2


@dataclass(frozen=True)
class Holding:
    """The words of each line of a résumé."""

    shown: tuple[Stems, ...]
    listed: tuple[Stems, ...]
    now: tuple[Stems, ...]

    def of(self, asked: str, *, is_paper: bool) -> Hold:
        """How the résumé shows what `asked` asks for; a list is enough for a paper."""
        ways = ways_to_meet(asked, is_paper=is_paper)
        if _meets(ways, self.shown):
            return Hold.SHOWN
        if _meets(ways, self.listed):
            return Hold.SHOWN if is_paper else Hold.LISTED
        return Hold.NONE

    def is_recent(self, asked: str) -> bool:
        """Whether a line of the last role holds it."""
        return _meets(ways_to_meet(asked, is_paper=False), self.now)


def holding_of(briefing: Briefing) -> Holding:
    resume = briefing.resume
    return Holding(
        shown=_words(_told_of(resume)),
        listed=_words(_named_in(resume)),
        now=_words(line for role in resume.roles[:1] for line in _lines_of(role)),
    )


def ways_to_meet(asked: str, *, is_paper: bool) -> tuple[Stems, ...]:
    """The sets of words each of which is enough: all, or all without one of two alternatives, or
    what examples stand behind.
    """
    head = _EXAMPLES.sub("", asked)
    found = [_main(asked, is_paper=is_paper), _main(head, is_paper=is_paper)]
    for either in islice(_OR.finditer(head), _MOST_CHOICES):
        before, behind = head[: either.start()], head[either.end() :]
        each = [_main(part, is_paper=is_paper) for part in (before, behind)]
        found += [part for part in each if len(part) >= _FEWEST_OF_ONE]
        beside = (" ".join(words) for words in (before.split()[-1:], behind.split()[:1]))
        found += [found[1] - telling(word).all for word in beside]
    return tuple(dict.fromkeys(words for words in found if words))


def _main(said: str, *, is_paper: bool) -> Stems:
    return telling(said, is_paper=is_paper).main


def _meets(ways: tuple[Stems, ...], lines: tuple[Stems, ...]) -> bool:
    return any(words <= line for words in ways for line in lines)


def _words(lines: Iterator[str]) -> tuple[Stems, ...]:
    return tuple(dict.fromkeys(telling(line).all for line in lines))


def _told_of(resume: ResumeAnalysis) -> Iterator[str]:
    for role in resume.roles:
        yield from _lines_of(role)
    for entry in (*resume.projects, *resume.volunteering):
        yield from _lines_in(entry)


def _lines_of(role: Role) -> Iterator[str]:
    yield f"{role.title.value} {role.employer.value if role.employer else ''}"
    yield from (line.span.quote for line in role.bullets)
    yield from (span.quote for span in role.prose)


def _lines_in(entry: Entry) -> Iterator[str]:
    yield f"{entry.title.value} {entry.detail.value if entry.detail else ''}"
    yield from (span.quote for span in (*entry.prose, *entry.lines))


def _named_in(resume: ResumeAnalysis) -> Iterator[str]:
    for entry in (*resume.certifications, *resume.education, *resume.languages):
        yield from _lines_in(entry)
    yield from (skill.label for skill in resume.skills)
    yield from (text.value for text in resume.listed)
    yield from (span.quote for span in resume.unread)
