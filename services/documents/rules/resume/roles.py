"""Roles of an experience section: who one was, where and when, what one did."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from services.documents.rules.resume.dates import Period
from services.documents.rules.resume.finder import Head, HeadFinder
from services.documents.rules.resume.heads import Piece
from services.documents.rules.resume.items import Items, items_of
from services.documents.rules.resume.naming import UNKNOWN, Names, names, shortened, usage_of
from services.documents.rules.resume.pages import Line, Range
from services.documents.rules.resume.wraps import unwrapped_heads, width_of

_FOR_ONESELF = re.compile(
    r"(?:self[- ]?employed|freelanc\w*|selbst[äa]ndig\w*|freiberuflich\w*|aut[óo]nom[oa]"
    r"|ind[ée]pendant\w*|libero professionista|free-?lance)\b",
    re.IGNORECASE,
)
"""Who works for themselves does not work for the employer above."""


@dataclass(frozen=True)
class FoundRole:
    """`head` covers the lines that name it; every range counts in the whole text.

    `is_announced` where it stands under a heading for work.
    """

    title: Range
    employer: Range | None
    period: Period | None
    head: Range
    items: Items
    is_announced: bool = True


def roles_in(text: str, lines: Sequence[Line]) -> list[FoundRole]:
    """The roles under one heading, in the order of the text."""
    width = width_of(lines)
    lines = unwrapped_heads(text, lines)
    heads = HeadFinder(text, lines, width).heads()
    usage = usage_of([head.pieces for head in heads])
    roles: list[FoundRole] = []
    employer: Piece | None = None
    is_grouped = False
    for head, following in zip(heads, [*heads[1:], None], strict=False):
        may_split = not is_grouped and (employer is None or len(heads[0].pieces) < 2)
        named = names(head.pieces, UNKNOWN if is_grouped else usage, may_split=may_split)
        if _is_company(head, named, following):
            employer, is_grouped = named.employer or named.title, True
            continue
        is_grouped = is_grouped and named.employer is None
        employer = named.employer or employer
        end = following.first if following else len(lines)
        if title := named.title or named.employer:
            where = employer if named.title else None
            if _FOR_ONESELF.match(title.said):
                where = named.employer
            roles.append(_role(lines, head, end, title, where))
    return roles


def _role(
    lines: Sequence[Line], head: Head, end: int, title: Piece, employer: Piece | None
) -> FoundRole:
    return FoundRole(
        title=title.at,
        employer=shortened(employer).at if employer else None,
        period=head.period,
        head=(lines[head.first].start, lines[head.last].end),
        items=items_of(lines[head.last + 1 : end]),
    )


def _is_company(head: Head, named: Names, following: Head | None) -> bool:
    """A company with the time spent there, above the roles held in it, each with its own time."""
    if following is None or following.first != head.last + 1 or head.period is None:
        return False
    is_untitled = not any(piece.title > piece.employer for piece in head.pieces)
    within = following.period is not None and following.period.first >= head.period.first
    return is_untitled and within and named.title != named.employer
