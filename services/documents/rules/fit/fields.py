"""The field of work that a head of a role names: its ward, its department, its kind of employer."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from contracts.analysis import Role
from contracts.evidence import Span
from services.documents.rules import durations
from services.documents.rules.carries import carries
from services.documents.rules.choices import choices
from services.documents.rules.fit.shown import Shown
from services.documents.rules.occupations import family_of
from services.documents.rules.phrases import any_of, phrases, read, whole_words

_TOLD_BEHIND = re.compile(
    r"\b(?:experience[d]?|background|worked|working|employed|employment|career|time|spent)\b"
    r"(?:\s+\w+){0,2}?\s+(?:in|within|at|of|from|for|on)\s+(?P<what>[^.;()]+)",
    re.IGNORECASE,
)
_TOLD_BEFORE = re.compile(
    r"^\W*(?P<what>[^.;()]{2,60}?)\s+(?:experience|background)\b", re.IGNORECASE
)
_ENDS = re.compile(
    r"[.;()]|,(?![^.;]*\bor\b)|\b(?:with|where|who|that|which|required|preferred)\b|\bis\b"
)
_PARTED = re.compile(r"\s*(?:[,;|·•()\t\n]|\s[–—-]\s|\s{2,})\s*")
"""What parts a title, a ward, an employer and a place from each other."""

_WORD = re.compile(r"[^\W\d_][\w&'’-]*")
_STEM, _LEAST = 6, 5
"""The letters of a beginning, and of a word that has one."""


@dataclass(frozen=True)
class Field:
    """`said` is what a job calls it, `heads` finds it in the head of a role, `lines` in a line."""

    said: str
    heads: tuple[re.Pattern[str], ...]
    is_by_hand: bool = False
    lines: re.Pattern[str] | None = None

    def found_in(self, head: str) -> tuple[int, int] | None:
        """From the first to the last of its words in a head; None where it does not name it."""
        found = [pattern.search(head) for pattern in self.heads]
        places = [each.span() for each in found if each]
        if not places or len(places) < len(found):
            return None
        return min(start for start, _ in places), max(end for _, end in places)


@dataclass(frozen=True)
class _Known:
    """What a job calls a field, and what heads and lines of roles say of it."""

    asked: re.Pattern[str]
    heads: re.Pattern[str]
    lines: re.Pattern[str] | None


def fields_asked(said: str) -> tuple[Field, ...]:
    """The fields in one of which work is asked for; none where it asks for something else too.

    What is done by hand is no field by itself: nursing is not shown by a hospital.
    """
    named = [_bare(each) for each in _alternatives(said) if durations.years_asked(each) is None]
    if not named or not all(named):
        return ()
    tail = _place_word(named[-1])
    shared = [each if _place_word(each) or not tail else f"{each} {tail}" for each in named]
    by_hand = {*read("fields")["by_hand"]}
    if any(by_hand.issuperset(whole.lower().split()) for whole in shared):
        return ()
    return tuple(
        Field(
            each,
            _heads(whole),
            is_by_hand=not by_hand.isdisjoint(whole.lower().split()),
            lines=_lines(whole),
        )
        for each, whole in zip(named, shared, strict=True)
    )


def names_setting(said: str) -> bool:
    """Whether a field in which work is asked for is in a house of many trades: a hospital."""
    return any(_settings().search(each.said) for each in fields_asked(said))


def roles_in(field: Field, shown: Shown) -> list[tuple[Role, Span]]:
    """The roles whose head or lines name the field, each with what does."""
    found = []
    for role, (start, end) in shown.heads:
        place = field.found_in(shown.text[start:end])
        if place and not (field.is_by_hand and _is_of_other_hands(role)):
            found.append((role, shown.quoted(*_part(shown.text, start, end, place))))
    return found + _told_in(field.lines, shown) if field.lines else found


def _told_in(lines: re.Pattern[str], shown: Shown) -> list[tuple[Role, Span]]:
    def tells(line: str) -> bool:
        at = lines.search(line)
        return at is not None and carries(line, *at.span())

    told = sorted(shown.named.where(lines.pattern, tells))
    return [(shown.resume.roles[shown.role_of[at]], shown.lines[at].span) for at in told]


def _part(text: str, start: int, end: int, place: tuple[int, int]) -> tuple[int, int]:
    """The part of a head that holds the words: a ward, an employer, a title."""
    before = [found.end() for found in _PARTED.finditer(text, start, start + place[0])]
    after = _PARTED.search(text, start + place[1], end)
    return before[-1] if before else start, after.start() if after else end


def label(fields: Sequence[Field]) -> str:
    said = " or ".join(field.said for field in fields)
    return said[:1].upper() + said[1:]


def _alternatives(said: str) -> tuple[str, ...]:
    subject = _subject(said)
    return choices(subject) or ((subject,) if subject else ())


def _subject(said: str) -> str:
    """What stands behind the years, else behind or before the word of experience."""
    told = durations.years_of(said)
    if not told:
        found = _TOLD_BEHIND.search(said) or _TOLD_BEFORE.search(said)
        told = found["what"] if found else ""
    behind = _TOLD_BEHIND.search(told)
    return _ENDS.split(behind["what"] if behind else told, maxsplit=1)[0].strip()


def _bare(said: str) -> str:
    """Without what says no more than that it is a field: "a busy hospital setting"."""
    return " ".join(word for word in said.split() if not _around().fullmatch(word.strip(",:")))


def _is_of_other_hands(role: Role) -> bool:
    hit = family_of(role.title.value)
    if hit is None:
        return phrases("fields")["other_hands"].search(role.title.value) is not None
    return hit.family not in read("fields")["hands"]


def _place_word(said: str) -> str:
    last = said.rsplit(maxsplit=1)[-1]
    return last if _places().fullmatch(last) else ""


def _heads(said: str) -> tuple[re.Pattern[str], ...]:
    """What finds it: what is known of it, else all of its words; one part of a house is another."""
    known = [known.heads for known in _known() if known.asked.fullmatch(said)]
    if known:
        return (whole_words(each.pattern for each in known),)
    return tuple(_beginning(word) for word in _WORD.findall(said))


def _lines(said: str) -> re.Pattern[str] | None:
    """What finds it in a line of work, where lines tell of such a field."""
    known = (known.lines for known in _known() if known.lines and known.asked.fullmatch(said))
    return next(known, None)


def _beginning(word: str) -> re.Pattern[str]:
    if _places().fullmatch(word):
        return _places()
    stem = word[: max(_LEAST, min(_STEM, len(word) - 2))] if len(word) >= _LEAST else word
    ends = r"\w*" if len(word) >= _LEAST else ""
    return re.compile(rf"(?<!\w){re.escape(stem)}{ends}(?!\w)", re.IGNORECASE)


def _tables() -> Iterator[dict[str, list[str]]]:
    yield from (each for each in read("fields").values() if isinstance(each, dict))


@cache
def _known() -> tuple[_Known, ...]:
    return tuple(
        _Known(
            whole_words(each["asked"]),
            whole_words(each["heads"]),
            whole_words(each["lines"]) if "lines" in each else None,
        )
        for each in _tables()
    )


@cache
def _settings() -> re.Pattern[str]:
    known = read("fields")
    return whole_words(said for name in known["settings"] for said in known[name]["asked"])


@cache
def _around() -> re.Pattern[str]:
    return re.compile(any_of(read("fields")["around"]), re.IGNORECASE)


@cache
def _places() -> re.Pattern[str]:
    return whole_words(read("fields")["places"])
