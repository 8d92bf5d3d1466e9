"""Which lines of a résumé an interviewer for this job asks about first.

What a line says of the work that is asked for counts as much as what came of it: the largest number
of a résumé may stand in a line about something else, and a line that merely shares a word with the
job may be no more than part of the day.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from contracts.analysis import Bullet, FitStatus, RequirementKind, Strength
from contracts.documents import Briefing
from contracts.evidence import Span
from services.interview.rules.plan.strength import weakness
from services.interview.rules.plan.telling import Telling, telling

_SAYS = (6, 4, 2, 0)
"""By `weakness`."""

_BARE, _FEWEST_WORDS = -2, 6
"""For a line of so few words that nothing but a part of the day stands in it."""

_OF_WANTED, _OF_WELCOME, _PROVES = 2, 1, 1
"""Of a word that the line shares with the job, and of its being evidence in the fit."""

_BEARS = (-5, -2, -1, 2, 3, 3, 4)
"""By what it shares: one word may be chance."""

_OUTCOME, _BEARS_BY_ROLE = 1, 0
"""An outcome of the same work bears on the job by that, whatever words it is told in: at most this
weakness, and at least this much.
"""

_SHORT_LINE = 2
"""Words of a line of the job that is spoken of with one of them."""

_OF_LATE = (1, 0)
"""In the last role, and in the one before it."""

_LONG_AGO = -1
_NO_WORK = {RequirementKind.LOGISTICS, RequirementKind.LANGUAGE}


@dataclass(frozen=True)
class Posting:
    """What a job asks for, line by line, and what of the résumé speaks of it."""

    wanted: tuple[Telling, ...]
    welcome: tuple[Telling, ...]
    proved: tuple[Span, ...]


def by_bearing(lines: Sequence[tuple[int | None, Bullet]], briefing: Briefing) -> list[Bullet]:
    """The lines, each with the number of its role or None where it is told outside of the roles,
    those first that bear most on the job and say most.
    """
    posting = _posting(briefing)
    same = _same_work(briefing)
    ranked = sorted(
        (
            -_worth(line, posting, role, is_same=role is not None and same[role]),
            weakness(line),
            place,
            line,
        )
        for place, (role, line) in enumerate(lines)
    )
    return [line for *_, line in ranked]


def _same_work(briefing: Briefing) -> list[bool]:
    """Of each role, whether it was the work that is to be done here, by its title."""
    title = briefing.job.title
    sought = telling(title.span.quote).own if title else frozenset()
    roles = briefing.resume.roles
    return [bool(sought & telling(role.title.span.quote).own) for role in roles]


def _worth(line: Bullet, posting: Posting, role: int | None, *, is_same: bool) -> int:
    """Of a line in the role of that number, 0 the last: what it says, how it bears on the job, how
    late it was and whether it was the `same` work. Of what is told elsewhere nobody knows how late.
    """
    said = telling(line.span.quote)
    proves = any(_overlap(line.span, span) for span in posting.proved)
    shared = _shared(said, posting) + (_PROVES if proves else 0)
    weak = weakness(line)
    is_bare = weak == len(_SAYS) - 1 and len(line.span.quote.split()) < _FEWEST_WORDS
    bears = _BEARS[min(shared, len(_BEARS) - 1)]
    if is_same and weak <= _OUTCOME:
        bears = max(bears, _BEARS_BY_ROLE)
    late = 0 if role is None else _OF_LATE[role] if role < len(_OF_LATE) else _LONG_AGO
    return _SAYS[weak] + bears + late + is_same + (_BARE if is_bare else 0)


def _shared(said: Telling, posting: Posting) -> int:
    """Each word once, as it stands in the line of the job that has most of them."""
    worth: dict[str, int] = {}
    for most, lines in ((_OF_WANTED, posting.wanted), (_OF_WELCOME, posting.welcome)):
        for line in lines:
            words = said.own & line.own
            is_about = len(words) > 1 or len(line.own) <= _SHORT_LINE
            for word in words:
                worth[word] = max(worth.get(word, 0), most if is_about else 1)
    is_near = any(said.general & line.general for line in posting.wanted)
    return sum(worth.values()) + is_near


def _posting(briefing: Briefing) -> Posting:
    job = briefing.job
    asked = [one for one in job.requirements if one.kind not in _NO_WORK and not one.is_gate]
    musts = [one.span for one in asked if one.strength is Strength.MUST]
    wanted = [*musts, *(duty.span for duty in job.duties), *([job.title.span] if job.title else [])]
    welcome = [one.span for one in asked if one.strength is not Strength.MUST]
    proved = (item for item in briefing.fit.items if item.status is not FitStatus.MISSING)
    return Posting(
        wanted=tuple(telling(span.quote) for span in wanted),
        welcome=tuple(telling(span.quote) for span in welcome),
        proved=tuple(span for item in proved for span in item.evidence),
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.document is other.document and one.start < other.end and other.start < one.end
