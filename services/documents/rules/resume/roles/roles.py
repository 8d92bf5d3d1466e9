"""Roles of an experience section: who one was, where and when, what one did."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from services.documents.rules.resume.dates.periods import Period, periods
from services.documents.rules.resume.layout.lines import Line, Range
from services.documents.rules.resume.layout.wraps import unwrapped_heads, width_of
from services.documents.rules.resume.roles.finder import Head, HeadFinder
from services.documents.rules.resume.roles.heads import (
    Piece,
    is_link,
    with_prose_apart,
    without_number,
)
from services.documents.rules.resume.roles.items import Items, items_of
from services.documents.rules.resume.roles.naming import (
    FOR_ONESELF,
    UNKNOWN,
    Names,
    is_department,
    names,
    shortened,
    usage_of,
)
from services.documents.rules.towns import is_place
from services.documents.rules.wording import employer_weight, title_weight

_SUPERIOR = re.compile(
    r"(?:report(?:s|ed|ing)?(?: directly)? to|line manager|supervised by)"
    r"(?:\s*:|(?<=to)(?: the)?)\s+(?-i:[A-ZÀ-Þ])[^.;:\d\t\n]{1,60}",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"(?:(?:city|town|country|address|website|web ?site|stadt|land|ort|ville|pays|ciudad|pa[íi]s"
    r"|citt[àa]|paese|localidade?|miasto|kraj|business or sector|sector)\s*:\s*[^|:]{1,60}"
    r"(?:\||$)\s*){1,4}",
    re.IGNORECASE,
)
"""As in the European form: "City: Gdynia | Country: Poland"."""

_OF_FORM = re.compile(
    r"(?:^|\t|\s{2}|\|\s?)(?:(?:average )?hours(?: worked)? per week|supervisor|pay plan|series"
    r"|(?:okay|ok|permission) to contact[^:\n]{0,30}|may we contact[^:\n]{0,30}|work schedule"
    r"|job type)\s*:",
    re.IGNORECASE,
)
"""As in the form of the United States' government: "Hours per week: 40"."""

_PAIR = 2
_MOST_ABOUT = 3
"""Lines that say what a company does."""

_CAPITALISED = r"[A-ZÀ-ÖØ-ÞŁŚŻŽČŠ][^\W\d_]+(?:[ -][^\W\d_]+){0,2}"
_TOWN = re.compile(
    r",\s(?P<comma>(?!(?:Inc|Ltd|LLC|LLP|Co|Corp|GmbH|AG|KG|SA|SL|Srl|SARL|SAS|PLC|Plc)\b)"
    rf"{_CAPITALISED})|\s\((?P<bracket>{_CAPITALISED})\)?"
)
_BEHIND = re.compile(r"\)?(?:,|\s[-–—|]|\s?\(|\t+)\s?([^\n,|\t()–—]{2,40})")


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
    lines = [part for line in lines for part in with_prose_apart(without_number(line))]
    lines = [line for line in unwrapped_heads(text, lines) if not _is_aside(line)]
    heads = HeadFinder(text, lines, width).heads()
    usage = usage_of([head.pieces for head in heads])
    roles: list[FoundRole] = []
    employer: Piece | None = None
    is_grouped = is_shared = False
    for head, following in zip(heads, [*heads[1:], None], strict=False):
        is_own = employer is None or not is_shared or len(heads[0].pieces) < _PAIR
        may_split = is_own and not is_grouped
        named = names(head.pieces, UNKNOWN if is_grouped else usage, may_split=may_split)
        if _is_company(lines, head, named, following):
            employer, is_grouped, is_shared = named.employer or named.title, True, True
            continue
        is_grouped = is_grouped and named.employer is None
        if named.employer or not is_shared:
            employer = named.employer
        is_shared = is_grouped or _stands_above(named) or (is_shared and not named.employer)
        end = following.first if following else len(lines)
        if title := named.title or named.employer:
            where = employer if named.title else None
            if FOR_ONESELF.match(title.said):
                where = named.employer
            roles.append(_role(lines, head, end, title, where))
    return list(_without_towns(text, roles))


def _is_aside(line: Line) -> bool:
    """The address of a page, whom one reports to, or a form's line on where the employer is."""
    said = line.text
    is_told = _SUPERIOR.fullmatch(said) or _WHERE.fullmatch(said)
    is_of_form = _OF_FORM.search(said) and not any(period.is_range for period in periods(said))
    return is_link(said) or is_told is not None or bool(is_of_form)


def _stands_above(named: Names) -> bool:
    """Whether the employer comes before the title: then roles below may be of the same one."""
    if named.title is None or named.employer is None:
        return False
    return named.employer.at < named.title.at


def _without_towns(text: str, roles: Sequence[FoundRole]) -> Iterator[FoundRole]:
    """Where half of the employers have a town behind them, one that no list has is a town too."""
    tails = [_town_behind(text, role) for role in roles]
    is_usual = sum(tail is not None for tail in tails) >= max(2, len(roles) / 2)
    for role, tail in zip(roles, tails, strict=True):
        if is_usual and role.employer and tail and tail < role.employer[1]:
            yield replace(role, employer=(role.employer[0], tail))
        else:
            yield role


def _town_behind(text: str, role: FoundRole) -> int | None:
    """Where a town, or what looks like one, begins behind an employer: ", Hull", " (Hull)"."""
    if role.employer is None:
        return None
    start, end = role.employer
    inside = _TOWN.search(text, start, end)
    if inside and inside.end() == end and start < inside.start():
        said = inside["comma"] or inside["bracket"]
        is_name = not (employer_weight(said) or title_weight(said) or is_department(said))
        return inside.start() if is_name else None
    behind = _BEHIND.match(text, end)
    return end if behind and is_place(behind[1]) else None


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


def _is_company(lines: Sequence[Line], head: Head, named: Names, following: Head | None) -> bool:
    """A company with the time spent there, above the roles held in it, each with its own time.

    A few words about the company may stand between, where the next role lies within that time.
    """
    if following is None or head.period is None or following.period is None:
        return False
    between = lines[head.last + 1 : following.first]
    if between and not (_tells_of_company(between) and _holds(head.period, following)):
        return False
    is_untitled = not any(piece.title > piece.employer for piece in head.pieces)
    within = following.period.first >= head.period.first
    return is_untitled and within and named.title != named.employer


def _tells_of_company(between: Sequence[Line]) -> bool:
    return len(between) <= _MOST_ABOUT and not any(line.is_bullet for line in between)


def _holds(time: Period, following: Head) -> bool:
    """Whether a role without an employer of its own was held within that time."""
    named = names(following.pieces, may_split=True)
    inner, last = following.period, time.last
    is_within = time.is_current or bool(inner and last and inner.last and inner.last <= last)
    return is_within and named.title is not None and named.employer is None
