"""What years are asked of: a kind of work, or something that its words name."""

import re
from dataclasses import dataclass

from services.documents.rules import durations
from services.documents.rules.occupations import family_of
from services.documents.rules.phrases import read

_TURNS_TO_OTHERS = re.compile(
    r"\b(?:of|to|for|with|among|from|by|about|alongside|between|(?!nursing|engineering|working)"
    r"[a-z]{3,}ing)\b",
    re.IGNORECASE,
)
"""Behind it stands what the work is done to: "selling to hospitals", "supervising nurses"."""

_WORDS = re.compile(r"[A-Za-z][A-Za-z-]{3,}")
_SINCE = re.compile(r"\s+(?:since|after|post)\s+(?:qualif|regist|graduat)\w+", re.IGNORECASE)
_MOST = 3


@dataclass(frozen=True)
class Wanted:
    """`family` is the kind of work, where one is known; `words` of the `subject` name it."""

    family: str | None
    words: tuple[str, ...]
    subject: str = ""

    @property
    def said(self) -> str:
        return " and ".join(self.words)


def years_in(said: str) -> Wanted:
    """What the years in `said` are asked of. Whom the work is done for or with is not it."""
    subject = _SINCE.sub("", durations.years_of(said))
    hit = family_of(subject)
    words = [word.lower() for word in _WORDS.findall(subject.partition(",")[0])]
    kept = tuple(word for word in words if word not in read("common")["years"])[:_MOST]
    is_done = hit is not None and not _TURNS_TO_OTHERS.search(subject[: hit.start])
    return Wanted(hit.family if hit and is_done else None, kept, subject)
