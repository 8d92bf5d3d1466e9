"""Which of the skills named in a clause are alternatives, and which are asked for together."""

import re
from collections.abc import Sequence

from services.documents.rules.skills.matching import SkillHit, SkillMatcher

_OR = re.compile(r"\bor\b|^\s*/\s*$|\band/or\b", re.IGNORECASE)
_AND = re.compile(
    r"\band\b|&|\bas well as\b|\bplus\b|\balong with\b|\bcombined with\b", re.IGNORECASE
)
_UNKNOWN = r"(?:,\s*[A-Z][\w.+#-]*(?:\s[A-Z][\w.+#-]*)?\s*)*"
"""Names in a list that are no skills of ours."""

_COMMA = re.compile(rf"^\s*{_UNKNOWN},\s*$")
_OR_MORE = re.compile(
    rf"\s*{_UNKNOWN},?\s*\(?\s*(?:and/)?or\b(?!\s+(?:more|better|above|higher|later|newer|less|not|if"
    r"|to|you|we|have|willing\w*|able|ready|eager\w*)\b)"
)
"""Behind the last skill: the list goes on to what we do not know, "A, B or similar"."""

_OR_LIKE = re.compile(
    r"\bor (?:an? |any |some )?(?:other |another )?(?:similar|equivalent|comparable)\b[^,;]*$",
    re.IGNORECASE,
)
"""Between a name and its kind: "SAP EWM or a similar WMS"."""

_OF_THESE = re.compile(r"\b(?:one|any|either)\s+of\s+(?:these|those|them)\b", re.IGNORECASE)
_EXAMPLES = re.compile(
    r"\(|\bsuch as\b|\be\.?g\b|\bfor example\b|\blike\b|\bincluding\b|\bi\.?e\b|:",
    re.IGNORECASE,
)
_SUCH_AS = re.compile(r"\b(?:such as|like|e\.?g\.?|for example),?\W*$", re.IGNORECASE)
_CLOSES = re.compile(r"\)|;|\.\s|\band\s+\w+\s+\w+")
_BEGINS = re.compile(
    r"(?:\band\b|,|;)\s+[\w-]+[^,;]*(?:\(|\bsuch as|\blike|\bvia|\busing)", re.IGNORECASE
)
"""Examples of something that stands between two skills and belongs to neither: "SQL and big data
(Spark)".
"""

_MAX_WORDS_BETWEEN = 3
_MAX_WORDS_AFTER_OR = 6
_BEGINS_WITH_OR = re.compile(r"\s*,?\s*(?:and/)?or\b", re.IGNORECASE)
_NEAR = 8
"""How many skills to either side may touch one: those of one compound, and what overlaps."""
_ONE_OF = re.compile(
    r"\b(?:one (?:or more )?of|any of|at least one(?! year| month)|either|one or more|some of"
    r"|(?:two|three)(?: or more)? of(?! (?:which|these|those|them)\b))\b",
    re.IGNORECASE,
)
_ANEW = re.compile(
    rf"(?:\band\b|&|;|\bplus\b|\bas well as\b|,(?! or\b))\s*(?:\w+\s+){{0,3}}{_ONE_OF.pattern}",
    re.IGNORECASE,
)
"""Another choice begins: "either Java or Kotlin, and either AWS or Azure"."""

Groups = tuple[tuple[str, ...], ...]


def groups_of(clause: str, offset: int, hits: Sequence[SkillHit], matcher: SkillMatcher) -> Groups:
    """Groups of skill ids: one of each group is asked for. In the order of the clause.

    "Docker and Kubernetes or ECS" is two groups; "clouds such as AWS or Azure" is one, and so is
    "CI (Jenkins, CircleCI)", because what follows gives examples of what stands before. `hits`
    lie in the clause, which starts at `offset` of the text.
    """
    hits = _specific(clause, offset, hits, matcher)
    groups: list[list[str]] = []
    before = clause[: hits[0].start - offset] if hits else ""
    is_open = bool(_ONE_OF.search(before) or _SUCH_AS.search(before))
    betweens = _betweens(clause, offset, hits)
    behind = clause[hits[-1].end - offset :] if hits else ""
    goes_on = _OR_MORE.match(behind) or _OF_THESE.search(behind)
    is_either = _leads_to_or(betweens, goes_on=goes_on is not None)
    for index, (hit, between) in enumerate(zip(hits, betweens, strict=True)):
        begins = bool(index and _ANEW.search(between))
        was_open = is_open and not begins and not _ends_examples(between)
        is_open = was_open or begins or (index > 0 and bool(_EXAMPLES.search(between)))
        is_joined = was_open or (is_open and not _BEGINS.search(between))
        if index and not begins and (is_joined or is_either[index]):
            groups[-1].append(hit.skill_id)
        else:
            groups.append([hit.skill_id])
    return tuple(dict.fromkeys(tuple(dict.fromkeys(group)) for group in groups))


def _ends_examples(between: str) -> bool:
    """Examples end with their bracket, their sentence, or where "and" begins something new."""
    return bool(_CLOSES.search(between)) or len(between.split()) > 5


def _betweens(clause: str, offset: int, hits: Sequence[SkillHit]) -> list[str]:
    """What stands before each skill: since the one before it, and nothing before the first."""
    ends = [hits[0].start, *(hit.end for hit in hits)] if hits else []
    return [clause[end - offset : hit.start - offset] for end, hit in zip(ends, hits, strict=False)]


def _leads_to_or(betweens: Sequence[str], *, goes_on: bool) -> list[bool]:
    """For each skill, whether it is an alternative to the one before: "or" stands between them,

    or a comma does and the list goes on to an "or" ("AWS, GCP or Azure"); `goes_on` where it does
    behind the last. Read once from the end, so that a list of any length costs as much as its
    characters.
    """
    found: list[bool] = []
    for between in reversed(betweens):
        most = _MAX_WORDS_AFTER_OR if _BEGINS_WITH_OR.match(between) else _MAX_WORDS_BETWEEN
        has_or = bool(_OR.search(between)) and len(between.split()) <= most
        has_or = has_or or _OR_LIKE.search(between) is not None
        by_comma = goes_on and bool(_COMMA.match(between))
        found.append(has_or or by_comma)
        goes_on = not _AND.search(between) if has_or else by_comma
    return found[::-1]


def _specific(
    clause: str, offset: int, hits: Sequence[SkillHit], matcher: SkillMatcher
) -> list[SkillHit]:
    """Without the general word of a compound: "Redis caching" asks for Redis."""
    return [
        hit
        for index, hit in enumerate(hits)
        if not any(
            hit.skill_id in matcher.implied(other.skill_id)
            and not clause[
                min(hit.end, other.end) - offset : max(hit.start, other.start) - offset
            ].strip()
            for other in hits[max(0, index - _NEAR) : index + _NEAR + 1]
        )
    ]
