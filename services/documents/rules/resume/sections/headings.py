"""Recognises the headings of a résumé: what a line announces if it says nothing else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Self

from services.documents.rules.lexicon import headings, plain
from services.documents.rules.resume.layout.lines import Line
from services.documents.rules.wording import title_weight

MAX_HEADING_CHARACTERS = 60
MAX_HEADING_WORDS = 6

_SPACED_OUT = re.compile(r"(?:\S ){2,}\S")
_EDGES = re.compile(r"^[^\w]+|[^\w]+$")
_AND = re.compile(r"\s*(?:[&/+,]|\b(?:and|und|et|y|e)\b)\s*")
_LETTERS = re.compile(r"(?:\S{1,3} ){3,60}\S{1,3}")
"""A few letters of a spaced word may stand together."""
_WHERE = re.compile(
    r"(?:where|how|wo|wie|donde|como|onde|dove|ou) (?:i\b|ich\b|he\b|ho\b|j['’ ]?ai\b|eu\b)?"
    r"[\w'’ ]{0,16}?"
    r"(?:work\w*|gearbeitet\w*|trabaj\w+|trabalh\w+|lavorat\w+|travaill\w+|cooked|taught|served"
    r"|nursed|practi[sc]ed|driven|cared|built|baked|fixed|flown|sailed"
    r"|(?P<learnt>studied|learn(?:ed|t)|trained|gelernt|studiert|estudi\w+|estudei|aprend\w+|studiato"
    r"|etudie|appris))(?: (?:it|habe|war|before|so far|since|bisher|hasta ahora|until now))?"
)
"""A heading that is a sentence: "Where I have worked", "Dónde he trabajado"."""
_WHAT = re.compile(
    r"(?:(?:what|things|was|lo que|ce que|cosa|o que|quello che) (?:i|ich|jai|je|yo|eu|io|ik)?"
    r"|(?:the |all )?[a-z]+ i)"
    r"(?:['’ ]?ve|['’ ]?m| have| am| can| habe| kann| he| sei)? ?(?:"
    r"(?P<languages>speak|spreche|parle|hablo|falo|parlo)"
    r"|(?P<education>learn(?:ed|t)|studied|gelernt|studiert|aprendi\w*|appris|imparato)"
    r"|(?P<skills>do well|use|know|work with|good at|best at|carry|kann|nutze|uso|so fare)"
    r"|(?P<certifications>hold|passed|certified (?:for|in)|licen[cs]ed (?:for|to do)|qualified in)"
    r"|(?P<interests>love|enjoy|do for fun|do outside work)"
    r"|(?P<experience>do now|do today|did(?: before| earlier)?|done"
    r"|worked (?:on|at|as)|gemacht|hecho|fait|fatto))"
    r"(?: (?:so far|bisher|habe|to do))?"
)
"""The same: "What I speak", "What I have learnt", "Papers I hold"."""
_WAY = re.compile(
    r"(?:(?:my|the|a|working|professional) ){0,2}(?:path|road|route|way|journey|story|trail|ladder)"
    r" (?:so far|until now|till now|up to now|to date|to here|bisher)"
    r"|(?:the )?(?:jobs|posts|roles|positions|appointments|places)"
    r" i(?: have|['’ ]?ve)? (?:held|done|had|filled|left)"
)
"""What somebody went through: "My road so far", "Posts I have held"."""
_TWO = 2
_BILINGUAL = re.compile(r"\s+[/|]\s+")
_JOINED = re.compile(r" (?:and )+")
_CONTINUED = re.compile(r"\s*\(?\bcont(?:inued|d)?\)?$")
_BULLETS_OF_HEADINGS = "#*•■●▶►◆"
_FRAMES = "-–—=~ "
"""What may stand on both sides of one: "-- TRAINING --"."""
_ORDER = re.compile(r"\s*\((?:[a-z][^()\d]{2,40}|Auswahl|Auszug|\d{1,3})\)$")
"""How what follows is chosen or sorted, or how much it is: "Work history (latest first)"."""
_WITHIN_ROLES = {
    "accomplishments", "achievements", "awards", "highlights", "key achievements",
    "key highlights", "key projects", "keywords", "overview", "projects", "research",
    "responsibilities", "selected projects", "skills", "stack", "teaching", "tech stack",
    "technologies", "tools",
}  # fmt: skip
"""These also stand within a role, above its bullets."""


_ONLY_APART = {
    "also", "cards", "college", "extra", "extras", "it", "learning", "methods", "my work",
    "positions", "posts", "roles", "school", "schools", "software", "systems", "techniques",
    "tickets", "university",
}  # fmt: skip
"""Right below another line these may be the rest of it, or an item of a list."""


class Section(StrEnum):
    """`HEAD` is all before the first heading: the person, and what they say of themselves."""

    HEAD = "head"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    SKILLS = "skills"
    PROJECTS = "projects"
    CERTIFICATIONS = "certifications"
    LANGUAGES = "languages"
    VOLUNTEERING = "volunteering"
    INTERESTS = "interests"
    REFERENCES = "references"
    OTHER = "other"


def section_of_line(line: Line) -> Section | None:
    """Which section a line opens, None where it is no heading that we know."""
    is_framed = line.text[0] in _FRAMES and line.text[-1] == line.text[0]
    if line.is_bullet and not is_framed and line.text[0] not in _BULLETS_OF_HEADINGS:
        return None
    said = line.content.strip("#*_ ")
    if is_framed:
        said = said.strip(_FRAMES)
    if not line.follows_gap and plain(_EDGES.sub("", said)) in _ONLY_APART:
        return None
    if len(said) > MAX_HEADING_CHARACTERS or "\t" in said or "@" in said:
        return None
    whole = said
    if _SPACED_OUT.fullmatch(said.replace("  ", " ")):
        whole = " ".join(word.replace(" ", "") for word in said.split("  "))
    return section_of(whole) or _section_of_letters(said)


def section_of(said: str) -> Section | None:
    """Which section these words announce: a known phrase, a known word among fillers,

    or several phrases, of which the first counts: "Licensure and Professional Registration".
    """
    bare = _CONTINUED.sub("", plain(_EDGES.sub("", _ORDER.sub("", said))))
    phrase = _phrase(bare)
    known = _known()
    if phrase in known.phrases:
        return known.phrases[phrase]
    if told := _told(phrase):
        return told
    joined = [known.phrases.get(each) for each in _JOINED.split(phrase)]
    if len(joined) > 1 and all(joined):
        return next((each for each in joined if each is not Section.OTHER), Section.OTHER)
    return _of_two_languages(said) or _of_words(phrase)


def _told(phrase: str) -> Section | None:
    """What a heading that is a sentence announces."""
    if _WAY.fullmatch(phrase):
        return Section.EXPERIENCE
    if where := _WHERE.fullmatch(phrase):
        return Section.EDUCATION if where["learnt"] else Section.EXPERIENCE
    what = _WHAT.fullmatch(phrase)
    return Section(what.lastgroup) if what and what.lastgroup else None


def _of_words(phrase: str) -> Section | None:
    """By known words among fillers, or by a known phrase for work behind one."""
    known = _known()
    parts = phrase.split(" ")
    if parts[0] in known.fillers and known.phrases.get(" ".join(parts[1:])) is Section.EXPERIENCE:
        return Section.EXPERIENCE
    named = [known.words[part] for part in parts if part in known.words]
    if not named or len(parts) > MAX_HEADING_WORDS:
        return None
    if any(part not in known.words and part not in known.fillers for part in parts):
        return None
    return named[0] if " and " in phrase else named[-1]


def is_said_within_roles(said: str) -> bool:
    """Whether these words also stand above the bullets of one role."""
    return plain(_EDGES.sub("", said)) in _WITHIN_ROLES


def _of_two_languages(said: str) -> Section | None:
    """As in "Tools / Ferramentas", of which only one may be in words that we know."""
    halves = _BILINGUAL.split(said)
    if len(halves) != _TWO or any(title_weight(half) == 2 for half in halves):
        return None
    found = [section for half in halves if (section := section_of(half))]
    return found[0] if found else None


def _phrase(said: str) -> str:
    """As phrases are compared: plain, and one word for everything that means "and"."""
    return " ".join(_AND.sub(" and ", plain(said)).split())


def _section_of_letters(said: str) -> Section | None:
    """Which section letters with spaces between them announce, where their words are lost."""
    if not _LETTERS.fullmatch(said):
        return None
    tokens = _EDGES.sub("", plain(said)).split(" ")
    if sum(len(token) == 1 for token in tokens) < len(tokens) / 2:
        return None
    words = _words_in("".join(tokens), _vocabulary())
    return section_of(" ".join(words)) if words else None


def _words_in(letters: str, known: frozenset[str]) -> list[str] | None:
    """The known words that these letters make up, as few as can be."""
    ways: list[list[str] | None] = [[]]
    for end in range(1, len(letters) + 1):
        found = [
            [*way, letters[start:end]]
            for start, way in enumerate(ways)
            if way is not None and letters[start:end] in known
        ]
        ways.append(min(found, key=len, default=None))
    return ways[-1]


@dataclass(frozen=True)
class HeadingStyle:
    """How the headings of one résumé look; `is_upper` is None where they differ."""

    is_upper: bool | None
    ends_in_colon: bool

    @classmethod
    def of(cls, found: Sequence[Line]) -> Self:
        upper = sum(line.content.isupper() for line in found)
        is_upper = None
        if upper > 0.6 * len(found):
            is_upper = True
        elif upper < 0.4 * len(found):
            is_upper = False
        return cls(is_upper, ends_in_colon=all(line.text.endswith(":") for line in found))

    def is_lesser(self, line: Line) -> bool:
        """Whether a line looks less than these headings, and says what also stands in roles."""
        if not is_said_within_roles(line.content):
            return False
        is_smaller = self.is_upper is True and not line.content.isupper()
        has_colon = line.text.endswith(":") and not self.ends_in_colon
        return is_smaller or has_colon or line.is_bullet

    def is_denied_by(self, line: Line) -> bool:
        """Whether a line in small letters follows right on another, where headings are capitals:

        an item of a list, such as a field of study that is called "Studies" or "Research".
        """
        is_smaller = self.is_upper is True and not line.content.isupper()
        return is_smaller and not line.follows_gap and not line.text.endswith(":")

    def is_shared_by(self, line: Line) -> bool:
        """Whether a line we do not know looks like them: capitals, short, only words."""
        said = line.content
        is_words = said.replace(" ", "").replace("&", "").isalpha()
        is_short = len(said.split()) <= 4 and len(said) > 6
        is_plain = not line.is_bullet and is_words and is_short
        return self.is_upper is True and is_plain and said.isupper()


@dataclass(frozen=True)
class _Known:
    phrases: dict[str, Section]
    words: dict[str, Section]
    fillers: frozenset[str]


@cache
def _known() -> _Known:
    facts = dict(headings())
    fillers = frozenset(facts.pop("fillers"))
    return _Known(
        {_phrase(said): Section(kind) for kind, of in facts.items() for said in of["phrases"]},
        {word: Section(kind) for kind, of in facts.items() for word in of.get("words", ())},
        fillers,
    )


@cache
def _vocabulary() -> frozenset[str]:
    """All words of known headings."""
    known = _known()
    of_phrases = (word for phrase in known.phrases for word in phrase.split(" "))
    joining = {"&", "/", "+", "and", "und", "et", "y", "e"}
    return frozenset({*of_phrases, *known.words, *known.fillers, *joining})
