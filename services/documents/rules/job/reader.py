"""What a sentence tells of the person who is sought, as something that they are to have already."""

import re
from functools import cache

from services.documents.rules.phrases import any_of, phrases, read

_ADVERBS = (
    r"(?:\s+(?:\w+ly|also|already|ever|often|once|yourself|at least|just|both"
    r"|either|perhaps|by now))*"
)
_BEFORE = (
    r"^\W*(?:[\w;’' ]{1,20}(?::|\s[—–-])\s+)?(?:(?:ideally|also|and|but|so|naturally|of course"
    r"|in short|for this|to do this(?: well)?|by now|in return|better still|above all|most of all"
    r"|plus|then),?\s+)*"
)

_FRAGMENT = re.compile(
    r"\W*(?:(?:an?|some|at least|strong|solid|good|proven|deep|excellent|sound|working|basic"
    r"|previous|prior|first|firm|recent|relevant|advanced|extensive|broad|hands-on|real|practical"
    r"|demonstrable|genuine|natural|keen|confident|full|thorough|general|significant|minimum"
    r"|outstanding|superb)[,\s]+(?:and\s+)?)*(?:[\w&/+#.-]+\s+){0,2}?(?:experience|knowledge|grasp"
    r"|command|understanding|background|skills|expertise|ability|fluency|familiarity|proficiency"
    r"|track record|know-how|competence|awareness|eye for|head for|nose for|feel for|love of"
    r"|passion for|interest in|confidence (?:with|in)|competence (?:with|in)|flair for|ease with"
    r"|patience with|hand at|calm head)\b(?=\W*\w)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\W*(?:are you (?:an? )?(?:\w+ )?(?:qualified|certified|registered|licensed|trained|fluent"
    r"|experienced|skilled)"
    r"|(?:do|can) you (?:already |also )?(?:have|hold|know|speak|own|understand)"
    r"|have you (?:already |ever )?(?:got|worked|run|led|taught|built|managed|sold|driven|kept))\b",
    re.IGNORECASE,
)
_TEASES = re.compile(
    r"\b(?:looking|ready|interested|tired|bored|want|what it takes|questions?|change|challenge|next"
    r"|join|wonder\w*|dream\w*)\b",
    re.IGNORECASE,
)
"""Words of a question that only wakes up its reader."""

_TELLS = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|had|can|may|we|us|our|they|their|it|that|grows?|comes?"
    r"|makes?|gives?|needed|gained|offered|provided|shared|transfer|exchange)\b",
    re.IGNORECASE,
)


_DOER = re.compile(
    r"\W*(?:the|this|these|those|there|all|if|when|at|in|to|for|by|and|as|on|no|not|please|see|i|he|she"
    r"|apply|send|call|join|come|click|read|visit|contact|you\w*|who|what|how|why|where)\b",
    re.IGNORECASE,
)
_MOST_OF_FRAGMENT = 16


def tells_of_reader(said: str) -> bool:
    """Whether it says what the person who is sought has done, holds or knows.

    What they will do is the work, and what the firm has done is its own.
    """
    if is_idle(said):
        return False
    return any(pattern.search(said) for pattern in (_has_done(), _knows(), _sought(), _expects()))


def is_idle(said: str) -> bool:
    """Whether it only greets the reader: "You have come to the right place"."""
    return _idle().search(said) is not None


def asks_in_question(said: str) -> bool:
    """Whether it asks for something by a question: "Do you hold a certificate?"."""
    return _ASKS.match(said) is not None and _TEASES.search(said) is None


def names_what_is_wanted(said: str) -> bool:
    """Whether it is a fragment such as "Strong grasp of customs law", without a verb of its own."""
    return _FRAGMENT.match(said) is not None and _TELLS.search(said) is None


def is_fragment(said: str) -> bool:
    """Whether it has no verb and no doer of its own: "Good spoken English", "A calm head"."""
    is_short = len(said.split()) <= _MOST_OF_FRAGMENT and not said.endswith((":", "?"))
    return is_short and _DOER.match(said) is None and _TELLS.search(said) is None


@cache
def _has_done() -> re.Pattern[str]:
    known = read("reader")
    done = rf"(?:(?!{any_of(known['no_deeds'])}\b)\w{{3,}}ed|{any_of(known['done'])})"
    will = r"(?:(?:will|should|must|would|ought to)(?:\s+\w+)?\s+)?"
    have = rf"(?:['’]ve|['’]d have|['’]ll(?:\s+\w+)?\s+have|\s+{will}have)"
    return re.compile(rf"{_BEFORE}(?:you{have}|{will}have){_ADVERBS}\s+{done}\b", re.IGNORECASE)


@cache
def _knows() -> re.Pattern[str]:
    known = read("reader")
    be = r"(?:['’]re|['’]ll be|\s+(?:are|will be|should be|must be))"
    knows = rf"{_ADVERBS}\s*{any_of(known['knows'])}"
    return re.compile(
        rf"{_BEFORE}you(?:{knows}|{be}{_ADVERBS}\s+(?:[\w-]+\s+){{0,3}}?{any_of(known['traits'])})\b",
        re.IGNORECASE,
    )


@cache
def _sought() -> re.Pattern[str]:
    known = read("reader")
    sought = any_of(known["sought"]).replace("{person}", any_of(known["person"]))
    gap = r"(?:\s+(?!has\b|have\b|will\b|is\b)[\w'’-]+){0,6}?"
    return re.compile(
        rf"{_BEFORE}{sought}{gap}{_ADVERBS}\s*\b{any_of(known['has'])}(?!\w)", re.IGNORECASE
    )


@cache
def _expects() -> re.Pattern[str]:
    return phrases("reader")["expects"]


@cache
def _idle() -> re.Pattern[str]:
    idle = any_of(read("reader")["idle"])
    have = r"(?:['’]ve|\s+(?:may |might |will )?have)"
    return re.compile(rf"\byou{have}{_ADVERBS}\s+{idle}\b", re.IGNORECASE)
