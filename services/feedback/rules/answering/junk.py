"""What is no answer: copied, pasted, pressed at random, an order, or too little to read.

Each has a code that the page explains. The checks read content words only, so that padding with
function words and fillers changes nothing.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from uuid import UUID

from chassis.hearing.distress import is_distress
from chassis.hearing.lexicon import even, sign_lists, signs, words
from chassis.hearing.mashed import is_mashed
from chassis.hearing.orders import place_of_order
from chassis.hearing.persons import tells_who, without_names
from chassis.hearing.relevance import root_of
from chassis.hearing.remarks import is_remark
from chassis.hearing.substance import is_salad
from chassis.hearing.text import Piece, all_words, content, sentences_of
from contracts.evidence import EvidenceType
from contracts.interview import Question
from contracts.message import Slug, TurnId
from services.feedback.rules.answering.asked import answers_by_itself
from services.feedback.rules.answering.deeds import opens_with_deed
from services.feedback.rules.retracted.slips import behind_taking_back
from services.feedback.rules.rubric import topic_words

HERE = Path(__file__).parent

FEWEST_WORDS = 5
"""Different content words; "I rewrote the query: 6 hours became 40 minutes" has seven."""

FEWEST_NAMED = 3
"""Particular words, in more than one sentence: fewer are "fine" and "it went well"."""

FEWEST_PASTED = 2
"""Signs of a text of other people's; see pasted.toml."""

FEWEST_AGAIN = 2
"""Times that a word stands behind itself: "blah blah blah" is no words."""

COPIED_SHARE = 0.8
REWORDED_SHARE = 0.6
FEWEST_ENGLISH = 0.15
"""Share of function words. English prose has 0.4 to 0.55, other languages under 0.1."""

_LOREM = re.compile(
    r"\blorem ipsum\b|\bdolor sit amet\b|\bconsectetur adipiscing\b"
    r"|\bquick brown fox\b|\bfive boxing wizards\b|\bbox with five dozen\b",
    re.IGNORECASE,
)
_SAID_ASIDE = r"(?:laugh\w*|chuckl\w*|smil\w*|paus\w*|sic|inaudible|sigh\w*|silence)\b"
_BLANK = re.compile(
    rf"\[(?!{_SAID_ASIDE})[^\W\d][^\[\]\n]{{0,60}}\]|<[a-z][a-z _-]{{1,30}}>"
    r"|\{[a-z _]{2,30}\}|_{3,}",
    re.IGNORECASE,
)
"""A blank of a form or of a pattern that nobody filled in: "at [company]"."""

_ORDER = re.compile(
    r"^(?:please |now |just |and )*(?:mark|score|rate|grade|rank|ignore|disregard|forget|override"
    r"|pretend|reveal|award|act as|you are now|you must|do not (?:follow|apply|use) the"
    r"|(?:system|assistant) ?:(?!.*\b(?:i|we|my|our)\b)"
    r"|(?:set|put|write|give|assign|choose|select|return|output) (?:\w+ ){0,3}"
    r"(?:levels?|scores?|marks?|ratings?|grades?|points)\b(?=[^.?!]*\b(?:\d|five|ten|full))"
    r"|(?:set|put|write|give|assign|choose|select) (?:me |this |it )?(?:an? |the )?"
    r"(?:full|top|high\w*|max\w*|best) (?:level|score|mark|rating|grade|points)\w*)"
    r"|^(?:the |my )?(?:correct |right |final |only )?(?:level|score|mark|rating|grade)"
    r"(?: for (?:this|me|it|my answer))?(?: is| should be| must be|:)? ?(?:an? |the )?"
    r"(?:\d|five|ten|highest|maximum)(?: (?:of|out of|/) ?\d+)?\W*$"
    r"|\b(?:rate|score|mark|grade|award) (?:me|this answer|my answer)\b[^.?!]{0,20}?"
    r"\b(?:\d|five|ten|level|full|top|high|highest|max|best|perfect)\b"
    r"|\bgive (?:me|this|it|my answer) (?:an? |the )?"
    r"(?:\d|one|five|ten|full|top|high|max|best|perfect)"
    r"(?! (?:more |full )?(?:minutes?|hours?|days?|weeks?|months?|years?|people|of them)\b)"
    r"|\b(?:previous|prior|your) instructions\b|\bsystem prompt\b"
    r"|\bas an? (?:ai|language model|large language model)\b"
    r"|\bi (?:really |clearly |fully )?(?:deserve|should (?:get|receive|have)|must (?:get|receive))"
    r" (?:an? |the |at least )*(?:\d|five|level|full|top|high|highest|max|maximum|best|perfect"
    r"|score|mark|marks|rating)\b"
    r"|\b(?:this|my|the following) answer (?:(?:shows|contains|demonstrates|deserves|meets"
    r"|should|must|satisfies|reaches)\b|(?:is|has) (?!(?:the same|like|similar|no|not)\b))"
    r"|^(?:as (?:the|an?|my) )?(?:ai|grader|evaluator|assessor|scorer|rater|marker) ?[,:]"
    r"|^(?:dear|hello|hi|hey|note to)\b[ ,]*(?:the |all |any )*(?:ai|model|grader|evaluator"
    r"|assessor|scorer|coach|machine|system|rater|marker)\b",
    re.IGNORECASE,
)
_RESUME_SIGNS = (
    re.compile(r"^[^\S\n]*[•·▪◦*–-]\s", re.MULTILINE),
    re.compile(r"\b(?:19|20)\d\d\s?[–—-]\s?(?:(?:19|20)\d\d|present|today|now)\b", re.IGNORECASE),
    re.compile(
        r"^[^\S\n]*(?:work )?(?:experience|education|skills|summary|profile|projects|certifications"
        r"|languages|employment)[^\S\n]*:?[^\S\n]*$",
        re.IGNORECASE | re.MULTILINE,
    ),
    re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}\.\w{2,}\b|\bhttps?://|\blinkedin\.com/"),
)
_OF_ONESELF = re.compile(r"\b(?:i|my|mine|we|our|ours)\b", re.IGNORECASE)
_OF_ONE = re.compile(r"\b(?:i|me|my|mine|myself)\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”")


def readable_sentences(sentences: Sequence[Piece], asked: str) -> list[Piece]:
    """Those that are the person's own answer: neither copied from `asked`, nor addressed to the
    machine, nor a list of what evidence is called, nor said of the interview or of how they feel
    while they speak, nor a pattern with a blank in it.

    What the question quotes between “ and ” is the person's own résumé: they may repeat it.
    """
    question = set(content(_QUOTED.sub("", asked)))
    return [
        sentence
        for sentence in sentences
        if _takes_back(sentence.text)
        or not (
            _is_order(sentence.text)
            or is_salad(sentence.text)
            or is_distress(sentence.text)
            or is_remark(sentence)
            or tells_who(sentence.text)
            or _BLANK.search(sentence.text)
            or _is_copied(sentence.text, question)
        )
    ]


def why_unreadable(text: str) -> Slug | None:
    """The code of what makes `text` no answer to anything, or None."""
    if _LOREM.search(text):
        return "placeholder-text"
    if sum(len(sign.findall(text)) >= 2 for sign in _RESUME_SIGNS[:3]) >= 2 or (
        _RESUME_SIGNS[3].search(text) and _RESUME_SIGNS[1].search(text)
    ):
        return "pasted-resume"
    if is_mashed(_without_filler(text)) or _is_one_word(text):
        return "not-words"
    if _is_pasted(text):
        return "pasted-text"
    return None if _is_english(text) else "not-english"


def _without_filler(text: str) -> str:
    """Without the sentences that carry nothing, which make no words out of keys beside them."""
    cut = (one.text for one in sentences_of(TurnId(UUID(int=0)), text))
    return "\n".join(one for one in cut if content(one)) or text


def _is_one_word(text: str) -> bool:
    """Whether hardly anything is said but one word over and over, which says nothing itself."""
    spoken = all_words(text)
    again = sum(one == other for one, other in pairwise(spoken))
    is_said = any(word in words().function or word in words().filler for word in spoken)
    return again >= FEWEST_AGAIN and 2 * again > len(spoken) and not is_said


def _is_pasted(text: str) -> bool:
    """Whether nobody speaks of themselves in it and it has the marks of an advert, of a product
    page or of an article.
    """
    plain = even(text)
    if _OF_ONE.search(plain):
        return False
    marks = sign_lists(str(HERE / "pasted.toml")).values()
    return sum(bool(mark.search(plain)) for mark in marks) >= FEWEST_PASTED


def why_insufficient(
    texts: Sequence[str], own: Sequence[Piece], question: Question, found: set[EvidenceType]
) -> Slug | None:
    """The code of what is wrong with an answer, or None where it can be given a level.

    `texts` is what was said to the question, `own` what `readable_sentences` left of it.
    """
    whole = "\n".join(texts)
    return why_unreadable(whole) or _why_too_little(whole, own, question, found)


def _why_too_little(
    whole: str, own: Sequence[Piece], question: Question, found: set[EvidenceType]
) -> Slug | None:
    said = set(content(" ".join(sentence.text for sentence in own)))
    is_shown = bool(found - {EvidenceType.SITUATION})
    lines = re.split(r"[.!?\n]", without_names(even(whole)))
    if not is_shown and any(_is_order(line.strip()) for line in lines):
        return "instruction-only"
    if len(said) < FEWEST_WORDS and not _tells_deed(whole, said, own):
        if is_salad(whole):
            return "only-keywords"
        if _BLANK.search(whole):
            return "placeholder-text"
        is_copied = not own and content(whole) and not is_distress(whole)
        return "copied-question" if is_copied else "answer-too-short"
    if _is_reworded(said, question):
        return "copied-question"
    is_about = (
        is_shown
        or _is_on_topic(said, question)
        or answers_by_itself(question, own)
        or _tells_deed(whole, said, own)
    )
    return None if is_about else "off-topic"


def _tells_deed(whole: str, said: set[str], own: Sequence[Piece]) -> bool:
    """Whether it tells of something done, in however few words."""
    is_told = any(map(opens_with_deed, own)) or _is_told_in_few(said, own) or _is_occasion(own)
    return is_told and not is_salad(whole)


def _is_occasion(own: Sequence[Piece]) -> bool:
    """Whether it tells of something done where several things are named, though not all beside it:
    "Two nurses had a row about the rota. I swapped one week for both."
    """
    deed = signs().clause[EvidenceType.OWN_ACTION]
    named = {word for one in own for word in content(one.text) if _is_particular(word)}
    return len(named) >= FEWEST_NAMED and any(deed.search(one.text) for one in own)


def _is_told_in_few(said: set[str], own: Sequence[Piece]) -> bool:
    """Whether a few words name several things, sentence by sentence: who writes little English
    tells a deed so ("Pump broke. Change seal.").
    """
    named = [set(filter(_is_particular, content(one.text))) for one in own]
    is_many = len(set().union(*named)) >= FEWEST_NAMED and sum(map(bool, named)) > 1
    return len(said) < FEWEST_WORDS and is_many


def _is_particular(word: str) -> bool:
    return not words().is_general(word)


def _takes_back(sentence: str) -> bool:
    """Whether it takes back what was said, and orders nothing beside that."""
    behind = behind_taking_back(sentence)
    return behind is not None and not _is_order(behind.lstrip(" ,.:;–—-"))


def _is_order(sentence: str) -> bool:
    return bool(_ORDER.search(sentence)) or place_of_order(sentence) is not None


def _is_copied(sentence: str, question: set[str]) -> bool:
    """Nearly all of it; of a short one, all, unless somebody speaks of themselves."""
    said = set(content(sentence))
    if len(said) < 3:
        return bool(said) and said <= question and not _OF_ONESELF.search(sentence)
    return len(said & question) >= COPIED_SHARE * len(said)


def repeats_question(whole: str, question: Question) -> bool:
    """Whether an answer names next to nothing but what stands in its question, and not only the
    line that this quotes.
    """
    said = set(content(whole))
    asked = set(content(_QUOTED.sub("", question.text)))
    return bool(said & asked) and _is_reworded(said, question)


def _is_reworded(said: set[str], question: Question) -> bool:
    """Whether all that it names stands in the question, or in the line that the question quotes:
    then it says again what is known, whatever the order of the words.
    """
    asked = {root_of(word) for word in content(question.text)}
    new = [word for word in said if root_of(word) not in asked]
    is_same = len(said) - len(new) >= REWORDED_SHARE * len(said)
    return is_same and not any(map(_is_particular, new))


def _is_english(text: str) -> bool:
    spoken = all_words(text)
    known = sum(word in words().function or word in words().filler for word in spoken)
    return len(spoken) < 10 or known >= FEWEST_ENGLISH * len(spoken)


def _is_on_topic(said: set[str], question: Question) -> bool:
    roots = tuple(root for competency in question.competencies for root in topic_words(competency))
    asked = set(content(f"{question.text} {question.because}"))
    return bool(said & asked) or any(word.startswith(roots) for word in said)
