"""Which piece of a head is the title and which the employer: by their words, else by the order
and the separators of the other heads.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from services.documents.rules.lexicon import plain, words
from services.documents.rules.resume.roles.heads import BEFORE_PLACE, Piece, piece_at
from services.documents.rules.towns import is_place, is_town
from services.documents.rules.wording import employer_weight, is_subject

_COMMA = re.compile(r",\s+")
_AT = re.compile(r"\s+(?:at|with|bei|chez|en|presso|bij)\s+|\s*@\s*", re.IGNORECASE)
_DASH = re.compile(r"\s+(?:[-–—]{1,2}|/)\s+|\s*[–—]\s*|:\s+")
_DEPARTMENT_OF = re.compile(
    r"(?:dep(?:artment|t\.?)|ward|unit|team|abteilung|station|bereich|referat|service|servicio"
    r"|servi[çc]o|reparto|unidad|unit[àé]|d[ée]partement|departamento|dipartimento)"
    r" (?:of|for|\d|[A-Z]\d|de|d['’]|du|des|di|del|da|do|für)\b",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"(?:(?:salary |pay )?(?:band|grade|level|scale|step|tier|cadre)|gl|gs|wg|eg|tvo?d)[ -]?"
    r"(?:\d{1,2}[a-d]?(?:/\d{1,2})?|[ivx]{1,4})$"
)
FOR_ONESELF = re.compile(
    r"(?:self[- ]?employed|freelanc\w*|selbst[äa]ndig\w*|freiberuflich\w*|aut[óo]nom[oa]"
    r"|ind[ée]pendant\w*|libero professionista|free-?lance)\b",
    re.IGNORECASE,
)
"""Who works for themselves does not work for the employer above."""

_PAIR = _WHOLLY = 2
_SMALL = 3
"""Letters of words that have no capital in a name."""
_UNITS = {"unit", "ward", "department", "dept", "division", "abteilung", "team", "squad", "tribe"}
_GRADE = re.compile(r"(?:i{1,3}|iv|v|[lc]?\d|[a-z]{1,4}-\d{1,2})$")


@dataclass(frozen=True)
class Usage:
    """How the heads of one section are written, as far as their own words tell.

    `is_title_first` is the order of their pieces. `between` parts a title from an employer within
    one piece, in the order of `begins_with_title`.
    """

    is_title_first: bool | None = None
    between: str | None = None
    begins_with_title: bool = True


UNKNOWN = Usage()


@dataclass(frozen=True)
class Names:
    """Who one was and where; either may be unknown."""

    title: Piece | None
    employer: Piece | None


def usage_of(heads: Sequence[Sequence[Piece]]) -> Usage:
    """Learned from the heads whose words say which is which."""
    order = 0
    cuts: Counter[tuple[str, bool]] = Counter()
    for found in heads:
        titles = [piece.at for piece in found if piece.title > piece.employer]
        others = [piece.at for piece in found if not piece.title]
        if titles and others:
            order += 1 if titles[0] < others[0] else -1
        if len(found) == 1 and (split := _split(found[0])):
            cuts[_between(found[0], split)] += 1
    is_title_first = None if order == 0 else order > 0
    if not cuts and _are_pairs(heads):
        return Usage(is_title_first, ", ")
    if not cuts:
        return Usage(is_title_first)
    ((between, begins_with_title), _), *_ = cuts.most_common(1)
    return Usage(is_title_first, between, begins_with_title)


def _are_pairs(heads: Sequence[Sequence[Piece]]) -> bool:
    """Whether each is two things with a comma between them, in words that nobody knows."""
    alone = [found[0] for found in heads if len(found) == 1]
    are_alike = all(one.said.count(", ") == 1 and not one.title for one in alone)
    return len(alone) == len(heads) >= _PAIR and are_alike


def names(found: Sequence[Piece], usage: Usage = UNKNOWN, *, may_split: bool) -> Names:
    """Which piece is the title and which the employer; `usage` is that of the other heads.

    `may_split` where one piece may hold both ("Engineer at Acme"); one that ends in a word of
    employers does so anyway, and one that is cut as the others are.
    """
    if not found:
        return Names(None, None)
    if (oneself := _for_oneself(found)) is not None:
        return oneself
    if len(found) == _PAIR and all(piece.title == 2 and not piece.employer for piece in found):
        return _by_order(found, usage)
    title = max(found, key=lambda piece: (2 * piece.title - piece.employer, -piece.line))
    if title.title == 0 or (title.title == 1 and title.employer == 2):
        return _by_order(found, usage)
    others = [piece for piece in found if piece is not title]
    named = _split(title) if others and not any(piece.employer for piece in others) else None
    if named and named.employer and named.employer.employer == 2:
        return named
    if others:
        return Names(title, max(others, key=_likeness_to_employer))
    split = _split(title)
    is_split = split and (may_split or (split.employer and split.employer.employer == 2))
    if split and is_split:
        return split
    return _split_as(title, usage) or Names(_without_unit(title, split), None)


def _for_oneself(found: Sequence[Piece]) -> Names | None:
    """A head that says "Freelance" and what as: who works for themselves is the employer."""
    oneself = [piece for piece in found if FOR_ONESELF.fullmatch(piece.said)]
    others = [piece for piece in found if piece not in oneself]
    if not oneself or len(others) != 1 or not others[0].title or _split(others[0]):
        return None
    return Names(others[0], oneself[0])


def _without_unit(title: Piece, split: Names | None) -> Piece:
    """Within one employer a title stands without the ship, ward or branch behind its comma."""
    if split is None or split.title is None or split.title.title < 2:
        return title
    is_first = split.title.at[0] == title.at[0]
    behind = title.said[len(split.title.said) :]
    return split.title if is_first and behind.startswith(", ") else title


def _likeness_to_employer(piece: Piece) -> tuple[bool, int, int]:
    return not is_department(piece.said), 2 * piece.employer - piece.title, -piece.at[0]


def _by_order(found: Sequence[Piece], usage: Usage) -> Names:
    """No word says which is the title: a word of employers does, or the order of the others."""
    if len(found) == 1:
        (only,) = found
        split = _split(only) or _split_as(only, usage)
        if split:
            return split
        return Names(None, only) if only.employer else Names(only, None)
    first, second = found[0], found[1]
    if second.employer != first.employer:
        employer_first = first.employer > second.employer
    else:
        employer_first = usage.is_title_first is False
    return Names(second, first) if employer_first else Names(first, second)


def _split(piece: Piece) -> Names | None:
    """Title and employer out of one piece, where a separator stands between such a pair."""
    for separator in (_AT, _DASH, _COMMA):
        for cut in separator.finditer(piece.said):
            left = _part(piece, 0, cut.start())
            right = _part(piece, cut.end(), len(piece.said))
            pair = _pair(left, right, is_at=separator is _AT, is_dash=separator is _DASH)
            if pair and not (separator is _COMMA and _begins_with_department(right)):
                return pair
    return None


def _begins_with_department(piece: Piece) -> bool:
    """A ward before the employer belongs to the title: "Sister, Surgery, Hull Infirmary".

    So does what one teaches: "Teacher, Science, Hill School".
    """
    first, comma, rest = piece.said.partition(", ")
    if is_subject(first) and not employer_weight(first) and employer_weight(rest) == _WHOLLY:
        return True
    is_named = bool(comma) and not is_place(rest) and not is_department(rest)
    return is_named and is_department(first)


def _between(piece: Piece, split: Names) -> tuple[str, bool]:
    """What stands between the two, and whether the title stands before it."""
    title, employer = (each.at if each else piece.at for each in (split.title, split.employer))
    first, second = sorted((title, employer))
    return piece.said[first[1] - piece.at[0] : second[0] - piece.at[0]], title < employer


def _split_as(piece: Piece, usage: Usage) -> Names | None:
    """Cut where the others are, though no word says what its parts are."""
    cuts = piece.said.count(usage.between) if usage.between else 0
    if usage.between is None or not (cuts == 1 or (cuts and usage.begins_with_title)):
        return None
    at = piece.said.index(usage.between)
    left = _part(piece, 0, at)
    right = _part(piece, at + len(usage.between), len(piece.said))
    title, employer = (left, right) if usage.begins_with_title else (right, left)
    is_named = employer.said[:1].isupper() and not is_department(employer.said)
    return Names(title, employer) if is_named and employer.title < 2 else None


def _pair(left: Piece, right: Piece, *, is_at: bool, is_dash: bool) -> Names | None:
    if not left.said or not right.said or (is_at and right.said[0].islower()):
        return None
    if left.title == 2 and right.title < 2 and not is_department(right.said):
        return Names(left, right)
    if is_at or (is_dash and left.title and not left.employer and right.said[0].isupper()):
        return Names(left, right) if left.title and not right.title else None
    if right.title == 2 and left.title < 2 and not is_department(left.said):
        return Names(right, left)
    if left.title or right.title or left.employer + right.employer != 2:
        return None
    return Names(left, right) if right.employer else Names(right, left)


def may_be_unit(found: Sequence[Piece], named: Names) -> bool:
    """Whether no word says that what a comma parts from a title is an employer, and no unit."""
    title, unit = named.title, named.employer
    if len(found) != 1 or title is None or unit is None:
        return False
    return not unit.employer and unit.at[0] - title.at[1] == len(", ")


def is_name(said: str) -> bool:
    """Whether all words of some length have capitals, as in the name of a firm."""
    return all(
        word[0].isupper() or not word.isalpha() or len(word) <= _SMALL for word in said.split()
    )


def is_department(said: str) -> bool:
    """Whether it says which part of a company, or which grade, not which company."""
    if (_DEPARTMENT_OF.match(said) and not _names_employer(said)) or _PAY.match(plain(said)):
        return True
    parts = [part for part in re.split(r"\s+(?:and|&)\s+|\s+", plain(said)) if part]
    known = words("departments")
    if len(parts) > 1 and parts[-1] in _UNITS:
        return True
    return all(part in known or _GRADE.match(part) for part in parts)


def _names_employer(said: str) -> bool:
    """Whether an employer stands behind the comma: "Ward 7, Calder Royal Hospital"."""
    _, comma, behind = said.rpartition(", ")
    return bool(comma) and employer_weight(behind) == _WHOLLY and not is_department(behind)


def _part(piece: Piece, start: int, end: int) -> Piece:
    said = piece.said[start:end]
    return piece_at((piece.at[0] + start, piece.at[0] + end), said, piece.line)


def shortened(piece: Piece) -> Piece:
    """An employer alone: without its department before it, its division behind a dash, its town."""
    start, end = 0, len(piece.said)
    for cut in BEFORE_PLACE.finditer(piece.said):
        rest = piece.said[cut.end() :]
        if is_department(piece.said[start : cut.start()]) and not (is_town(rest) or is_place(rest)):
            start = cut.end()
            continue
        is_division = "," not in cut.group() and cut.start() >= start + 2
        if is_division or is_town(rest) or is_place(rest):
            end = cut.start()
            break
    at = (piece.at[0] + start, piece.at[0] + end)
    return replace(piece, at=at, said=piece.said[start:end])
