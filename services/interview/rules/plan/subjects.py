"""What a requirement is about, without how long: "experience in hotels" of "At least 5 years of
experience in hotels". A question can be about the one; nobody can tell of the other.
"""

import re

from contracts.evidence import Span

_NUMBER = (
    r"(?:\d{1,2}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen)"
)
_MANY = (
    r"(?:(?:several|many|some|a\ (?:good\ )?few|a\ couple\ of|a\ number\ of)\ (?:full\ |good\ )?)"
)
_YEARS = re.compile(
    rf"""(?<![\w.])(?<!within\ )(?<!every\ )(?<!last\ )(?<!past\ )(?<!first\ )
    (?:{_MANY}|\(?{_NUMBER}\s*(?:\(\d{{1,2}}\)\s*)?(?:\+|plus\b|or\ more\b)?\s*
    (?:(?:-|–|to|or)\s*{_NUMBER}\s*\+?\s*)?(?:full\s+)?)(?:years?|yrs?\.?|months?)
    (?![\w-])(?!\s+(?:old|of\ age)\b)['’]?\)?(?:\s+or\s+more\b)?""",
    re.IGNORECASE | re.VERBOSE,
)
_BEHIND = re.compile(
    r"""^[\s,:–-]*(?:(?:of|in|as|an?|the|with|on|at|using|doing|work(?:ing|ed)?|experience[d]?
    |professional|relevant|practical|proven|proved|solid|recent|hands[- ]on|prior|previous|direct
    |full[- ]time|paid|progressive|total|combined|successful|demonstrated|verifiable|minimum
    |being|serving|acting|employed|preferably|ideally)\b[\s,]*)*""",
    re.IGNORECASE | re.VERBOSE,
)
_EXPERIENCE = re.compile(
    r"\bexperience (?:on|in|at|as|of|with|within) (?:an? |the )?$", re.IGNORECASE
)
"""Without these words a post or a thing would stand for the work: "pastry chef", "artics"."""

_BEFORE = re.compile(
    r"""[\s(,:–-]*(?:\b(?:at\ least|(?:a\ )?minimum|min\.?|more\ than|over|for|with|and
    |has|have|having|you(?:\ will)?|must|should|need(?:s|ed)?|require[sd]?|requiring|experience
    |of|in|ideally|preferably|about|around|approximately)(?!\w)[\s(,:–-]*)*$""",
    re.IGNORECASE | re.VERBOSE,
)
_AT_HEAD = re.compile(
    r"""^(?:(?:you\ (?:have|bring|need|are)|must\ (?:have|be)|have|are|be)\s+)?
    (?:experience\ (?:with|in|of|as\ an?|as)\s+)?""",
    re.IGNORECASE | re.VERBOSE,
)
_NOTHING = re.compile(
    rf"""^(?:(?:is|are)\s)?(?:{_NUMBER}|required|preferred|needed|desired|essential|mandatory
    |necessary|minimum|ideal(?:ly)?|experience|plus|or|and|work
    |(?:since|after)\ (?:qualif|regist|graduat)\w+\W*$)(?![\w-])|^\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_POINTS_BACK = re.compile(
    r"""^(?:similar|comparable|related|relevant|equivalent|same|this|that|these|such|which|what
    |field|industry|role|position|area|capacity|setting|environment|job|post
    |pqe|post-?(?:qualif|registr|gradu)\w+(?:\ experience)?\W*$)(?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)
"""Understood only beside the words before it: "3 years in a similar role"."""

OFFER = re.compile(
    r"[\s,(/](?:and/)?or (?:be |an? )?(?:willing(?:ness)?|prepared|happy|ready|working|work|keen)"
    r" (?:to|towards?)\b.*$",
    re.IGNORECASE,
)
"""What will do instead of it says nothing of what it is: "warrant or willingness to train"."""

_LABEL = re.compile(
    r"^(?:(?-i:[A-Z]{1,4}\d{1,2}|[A-H])|[ivx]{1,4}|\d{1,2})[.):]\s+(?=\S+ \S)", re.IGNORECASE
)
"""The number of the line in a list: "KSC1:", "iv.", "3)"."""


def subject_in(asked: Span) -> Span | None:
    """The part of `asked` that says what is wanted, without what will do instead; None where there
    are only years.
    """
    about = _timeless(asked)
    if about is None:
        return None
    label = _LABEL.match(about.quote)
    offer = OFFER.search(about.quote)
    start = label.end() if label else 0
    end = len(about.quote[: offer.start()].rstrip(" ,;(")) if offer else len(about.quote)
    return _part(about, start, end) if start < end else about


def _timeless(asked: Span) -> Span | None:
    """The part of `asked` that says of what years are wanted: all of it where no years are, None
    where nothing else is.
    """
    years = _YEARS.search(asked.quote)
    if years is None:
        return asked
    start = years.end() + len((_BEHIND.match(asked.quote[years.end() :]) or [""])[0])
    if not _NOTHING.search(asked.quote[start:]):
        is_clear = not _POINTS_BACK.search(asked.quote[start:])
        experience = _EXPERIENCE.search(asked.quote, years.end(), start)
        start = experience.start() if experience else start
        return _part(asked, start, len(asked.quote)) if is_clear else asked
    head = _BEFORE.sub("", asked.quote[: years.start()])
    begin = len((_AT_HEAD.match(head) or [""])[0])
    return None if _NOTHING.search(head[begin:]) else _part(asked, begin, len(head))


def _part(whole: Span, start: int, end: int) -> Span:
    return whole.model_copy(
        update={
            "start": whole.start + start,
            "end": whole.start + end,
            "quote": whole.quote[start:end],
        }
    )
