"""The words by which somebody mends a slip: "in 2018, no, 2019", "I said 12, make that nine"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from chassis.hearing.lexicon import sign_lists
from chassis.hearing.text import Piece, all_words
from services.feedback.rules.figures import bare_numbers_in, number_words

HERE = Path(__file__).parent

NO = r"^\W*(?:(?:well|no|oh|or|and|but|sorry|wait|actually|honestly|hm+)\b\W*){0,3}"
"""How a sentence begins that takes something back."""

FEW = 6
"""Words of a cue that says nothing itself: "That is wrong. It was 4." """

PLAIN = re.compile(
    r"^\W*(?:(?:well|no|oh|or|and|but)\b\W*)*"
    r"(?:(?:actually|really|in fact|in truth|to be (?:exact|precise|honest)|strictly(?: speaking)?)"
    r"\b\W*(?:it|that|this|there|they|we|he|she|i)\s+(?:was|were)\b"
    r"|(?:it|that|there|they|we)\s+(?:was|were)\b[^.?!]*?\b(?:actually|really|in fact|in truth)\b)",
    re.IGNORECASE,
)
"""Says how it was, against what was said before; it corrects only what it names."""

I_SAID = re.compile(
    r"(?<!\bas )\bi (?:just )?(?:said|told you|mentioned)\W+(?:\w+ ){0,5}?$", re.IGNORECASE
)
"""Stands before the number that somebody says to have said."""

_HONEST = r"\b(?:to be honest|honestly|actually|in truth|in fact|truthfully|i (?:must )?admit)\b"
OF_WORDS = re.compile(
    r"\btake (?:it |that |this |all |the )*back\b"
    r"|^\W*(?:a |one |also a )?(?:small )?correction\b[^.;!?]{0,60}\b(?:earlier|before)\b"
    r"|\b(?:must|have to|need to|should|want to|would like to|let me) correct\b"
    r"|\bi(?: have|’ve)? (?:exaggerated|overstated)\b"
    r"|\b(?:is|are)(?: not|n’t) (?:true|right|correct)\b(?! (?:of|for)\b)"
    r"|(?<!\bas )\bi (?:said|told you|mentioned|claimed)\b[^.;!?]*"
    r"\b(?:earlier|before|just now|a moment ago)\b"
    r"|\b(?:earlier|previously|before|just now|a (?:moment|minute|while) ago"
    r"|(?:in|to|at) (?:my|the|your|our) (?:\w+ )?(?:answer|question|interview|session))\b"
    r",? i (?:had |have )?(?:said|told you|mentioned|claimed)\b"
    r"|\bi (?:did not|didn’t) (?:\w+ ){1,2}\d[^.;!?]*\bonly\b"
    r"|\bi (?:do not|don’t) (?:lead|run|manage|supervise|have|handle|look after|train) "
    r"(?:about |all )?\d"
    r"|\bwhat i (?:have |’ve |just )?(?:said|told you|claimed) about\b"
    r"|\bi (?:was|am|’m) (?:wrong|mistaken) about (?:the |that |those |my )?[£$€]?\d"
    rf"|{_HONEST}[^.!?]*\b(?:(?:was|were)(?: not|n’t) (?:true|right|correct)|(?:was|were) wrong)\b",
    re.IGNORECASE,
)
"""Speaks of what was said before, as of words; a story does so of what happened in it."""

_SUPPOSED = re.compile(
    r"\b(?:thought|think|expect\w*|plan(?:ned|s)?|estimat\w*|guess\w*|promis\w+|target|goal|aim\w*"
    r"|suppos\w+|should|would|could|might|hop(?:ed|ing)|fear\w*|looked|looks|seem\w*|said|told"
    r"|ask\w*|want\w*|order\w*|need\w*|wrong\w*|believ\w+|agreed|book\w*|offer\w*|wrote|listed"
    r"|counted|budget\w*|quot\w+|on paper|according)\b",
    re.IGNORECASE,
)

_THAT = r"(?:that|this|it|(?:that|the|this) (?:last )?(?:figure|number|year|date|percentage|one))"
SCRAP = r"(?:scrap|scratch|strike|delete|forget|ignore|disregard|cancel|cross out)"
_BREAK = r"[\s,.:…–—-]{1,4}"
_HESITATES = (
    r"(?:(?:hm+|er+m*|u[mh]+|oh|ah|well|okay|and|or|but|actually|sorry|hang on|hold on|wait|no"
    r"|nope)"
    rf"\b{_BREAK}){{0,3}}"
)
_STOP = r"(?:no|nope|wait|hang on|hold on|sorry)(?: (?:a (?:minute|moment|second|sec)|sorry|wait))?"
_THEN = r"(?:(?:it|that|there|they|we) (?:was|were) |it’s |i mean |about |only |just |rather ){0,2}"
_IN = r"(?:(?:in|to|by|from|of) )?(?:only |just |about )?[£$€]?"
_ENDS = r"(?:\s?(?:%|[^\W\d_]+)){0,2}\s?(?=\W*$|[.,;:!–—]|\s(?:and|but|because|so|in|on|for|at)\b)"
_NO_NEWS = r"(?!\S*\s(?:was|were|is|are|had|has|came|went|did)\b)"

_IT_WAS = (
    rf"{NO}(?:it|that|there|they|we|i|this (?:one|time)|the right (?:one|number)|more like)\b"
    r"[^.?!]{0,30}?\b(?:\d|NUMBER\b)"
)
_AMID = (
    r"\b(?:sorry|correction|i mean|i meant|i misspoke|i should say|let me correct"
    r"|i tell a lie|i stand corrected|i misremember(?:ed)?|slip of the tongue|what am i saying"
    r"|to correct myself|no, actually|actually, no|wait, no|rather"
    r"|make (?:that|it)(?= (?:about |only |just )?(?:\d|NUMBER\b)))\b"
    r"|\bmy (?:mistake|bad)\b(?=\s?[,.;:!–—])"
    rf"|(?:{NO}|[,;:–—-] ){SCRAP} {_THAT}(?=\W|$)"
    rf"|(?:{NO}|[,;:–—-] ){_THAT}(?: is|’s) (?:wrong|incorrect|false|untrue"
    r"|not (?:true|right|correct|accurate)|a lie|a stretch|(?:a bit of )?an exaggeration)"
    r"(?=\W*$|[,.;:!–—])"
    rf"|{NO}i (?:just )?(?:got|had|have|mixed|told|made) {_THAT} (?:wrong|up)(?=\W*$|[,.;:!–—])"
    rf"|{NO}i(?:’m| am|’ve| have)? (?:mixing|mixed|confusing|muddling|muddled) {_THAT}(?: up)?"
    r" with [^.;:!?]{1,40}(?=\W*$)"
    rf"|^\W*{_HESITATES}{_STOP}\W*$"
    rf"|(?:^\W*|[,;:–—-] ){_HESITATES}{_STOP}(?={_BREAK}{_THEN}{_IN}(?:\d|NUMBER\b){_NO_NEWS}"
    rf"[\d.,]*{_ENDS})"
    r"|\bi (?:(?:may|might|must|probably) )?(?:(?:have|had) )?(?:exaggerated|overstated)"
    r"(?: (?:there|that|it|a bit|a little)){0,2}(?=\W*$|[,.;:!–—])"
    r"|\b(?:oops|let me rephrase|i(?:’d| had) better say|(?:well|or|no|actually),? (?:more like"
    r"|closer to|nearer to))(?=[\s,.:–—]{1,3}(?:(?:about|only|just) )?[£$€]?(?:\d|NUMBER\b))"
    rf"|^\W*{_HESITATES}(?:actually|or rather|rather)[,]? "
    r"(?=(?:(?:about|only|just|more like) )?(?:\d[\d.,]*|NUMBER\b)"
    r"(?:\s?%| (?!(?:on|in|at|for|during|when|with) )[^\W\d_]+){0,2}\W*$)"
    rf"|{NO}(?:okay\W+)?not (?:(?:quite|really) )?(?:all|each|every (?:one|single one))"
    r"(?: of (?:them|it|those))?(?=[,;:–—-]{1,2} ?(?:(?:maybe|perhaps|about|only|just|more like"
    r"|nearer|but) ){1,2}[£$€]?(?:\d|NUMBER\b))"
    rf"|{NO}(?:okay\W+)?not (?:quite|exactly|really)(?=[,;:–—-]{{1,2}} ?{_THEN}{_IN}(?:\d|NUMBER\b)"
    rf"{_NO_NEWS}[\d.,]*{_ENDS})"
    r"|\b(?:if i(?:’m| am) (?:being |\w+ )?honest|to be (?:honest|exact|precise|fair)|in truth"
    r"|more like)(?=\W*$)"
)
_NEWS = rf"^\W*{_HESITATES}(?:more like )?{_THEN}{_IN}(?:\d|NUMBER\b)"
_I_SAID_BUT = re.compile(rf"{NO}i (?:just |only )?(?:said|told you|mentioned)\b", re.IGNORECASE)
_MORE_LIKE = re.compile(
    r"\bbut (?:(?:i think|really|actually|in truth|to be honest),? ){0,2}(?:it|there|that|they|we)"
    r" (?:was|were) (?:(?:really|actually|only|rather|probably) ){0,2}"
    r"(?:more like|closer to|nearer to|really|actually|only)\b",
    re.IGNORECASE,
)


_WRONG = (
    r"(?:(?:just|really|actually|probably|clearly|plainly|quite|rather) ){0,2}(?:wrong|incorrect"
    r"|untrue|(?:a bit of )?an? (?:exaggeration|overstatement|slip|mistake|lie)|what i said"
    r"|not (?:(?:quite|really|exactly) ){0,1}(?:right|true|correct|accurate))"
)
_SO_MANY = r"[£$€]?(?:\d[\d.,]*|NUMBER\b)(?:\s?%)?(?: \w+){0,2}?"
_RATHER = (
    r"(?:(?:but|only|just|rather|maybe|perhaps|nearer|more like|about|it was|they were|there were)"
    r" ?){1,3}[£$€]?"
)
_ROUGHLY = r"(?:half|most|some|two thirds|three quarters|a (?:few|third|quarter|couple))\b"
ROUGHLY = re.compile(rf"\b{_ROUGHLY}", re.IGNORECASE)
"""So many as no figure says."""

_LOOKING_BACK = (
    r"(?:thinking|looking) back|(?:now that|when) i think (?:about|of) it|come to think of it"
    r"|on reflection|(?:as for|going back to|about) [^.,;:!?]{1,60}"
)
_NAMES_WRONG = (
    rf"{NO}(?:(?:the|that|my|those) ){{0,1}}{_SO_MANY}"
    rf"(?:(?: is| are|’s) {_WRONG}|(?: is|are)n’t (?:right|true|correct|accurate))"
    r"(?=\W*$|[,.;:!–—])"
    rf"|{NO}(?:the|that|my) {_SO_MANY} was(?:n’t (?:right|true|correct|accurate)| {_WRONG})"
    r"[,;:–—-]{1,2} (?:it|they|there)(?: was| were|’s)\b"
    rf"|{NO}did i (?:(?:just|really) )?say {_SO_MANY}\?"
    rf"|{NO}i (?:was|am|’m) (?:wrong|mistaken) about (?:the |that |those |my )?{_SO_MANY}"
    r"(?=\W*$|[,.;:!–—])"
    rf"|{NO}(?:please )?{SCRAP} what i (?:just )?(?:said|told you) about (?:the |that |those |my )?"
    rf"{_SO_MANY}(?=\W*$|[,.;:!–—])"
    rf"|{NO}{_SO_MANY}(?: is|’s| was) (?:(?:probably|clearly|a bit|a little) )?(?:too (?:many|much"
    r"|high|low)|generous|pushing it|a stretch|optimistic|a guess)[,;:.–—-]{1,2}"
    r" (?:it was|it’s|more like|let’s say|say|make it|maybe|perhaps|nearer)\b"
    rf"|{NO}(?:okay\W+)?not (?:(?:all|quite|really|even) ){{0,1}}(?:the )?{_SO_MANY}"
    rf"(?:[,;:–—-]{{0,1}} {_RATHER}(?:\d|NUMBER\b|{_ROUGHLY})| ?[,;:–—-] {_IN}(?:\d|NUMBER\b)"
    rf"{_NO_NEWS}[\d.,]*{_ENDS})"
    rf"|{NO}(?:please )?(?:{SCRAP}|take out|leave out|drop) (?:the|that|those|my) {_SO_MANY}"
    r"(?=\W*$|[,.;:!–—])"
    rf"|^\W*(?:(?:{_LOOKING_BACK})[,:]? )?(?:it|that|there|they|we) (?:was|were)(?: not|n’t) "
    rf"(?:(?:all|quite|really) ){{0,1}}{_SO_MANY}[,;:–—-]{{0,1}} {_RATHER}(?:\d|NUMBER\b)"
)
_IS_SO = re.compile(r"\W*(?:it|that|there|they|we) (?:was|were)", re.IGNORECASE)
_ASKS_ONESELF = (
    r"(?:^\W*(?:(?:or|hm+|wait|no|well|actually)\b\W*){1,3}|[,;:–—-] (?:or|no) )"
    r"was (?:it|that) (?:(?:more like|only|about|just|really) ){0,1}(?=\d|NUMBER\b)"
)
_CONFIRMS = (
    r"^\W*(?:(?:hm+|well)\W+)?(?:(?:yes|yeah|yep|right|exactly|it was)\b"
    r"|i(?:’m| am)? (?:(?:fairly|pretty|quite) )?(?:think|believe|sure)\b|(?:\d|NUMBER\b))"
)


def names_wrong(text: str) -> bool:
    """Whether it calls a number wrong: "eleven is wrong", "not 30, more like 12"."""
    return bool(_compiled(_NAMES_WRONG).search(text))


def calls_wrong(sentence: Piece, before: Sequence[Piece]) -> bool:
    """Whether it calls a number wrong that was said of how things were: beside what somebody else

    said, or what was expected, "it was not 12, it was 15" tells what happened.
    """
    last = before[-1].text if before else ""
    is_open = _IS_SO.match(sentence.text) is None
    return names_wrong(sentence.text) and (is_open or is_asserted(last))


def with_right_behind(sentence: Piece, following: Sequence[Piece]) -> Piece:
    """A sentence that calls a number wrong, with the one behind it that says what is right."""
    is_bare = names_wrong(sentence.text) and len(bare_numbers_in(sentence.text)) == 1
    for one in following[:1] if is_bare else ():
        if one.turn_id == sentence.turn_id and _compiled(_IT_WAS).search(one.text):
            gap = " " * (one.start - sentence.end)
            return replace(sentence, end=one.end, text=sentence.text + gap + one.text)
    return sentence


def speaks_of_words(text: str) -> bool:
    """Whether it is about what was said before, maybe to another question."""
    return bool(OF_WORDS.search(text)) or looks_back(text)


def looks_back(text: str) -> bool:
    """Whether it turns to what was told before, maybe to another question."""
    return bool(_compiled(rf"^\W*(?:{_LOOKING_BACK})[,:]? ").search(text))


def asked_oneself(text: str, following: Sequence[Piece]) -> re.Match[str] | None:
    """Where one asks oneself for the right number, and says that it is: "Or was it 10? Yes, 10"."""
    asks = _compiled(_ASKS_ONESELF).search(text)
    if asks is None or re.search(r"\bor\b", text[asks.end() :]):
        return None
    replies = [text[asks.end() :].partition(",")[2], *(one.text for one in following[:1])]
    return asks if any(_compiled(_CONFIRMS).search(reply) for reply in replies) else None


def cue_in(text: str) -> re.Match[str] | None:
    """Corrects what stands before it, in its sentence too: "I led 12, sorry, 5 people"."""
    found = _compiled(_AMID).search(text)
    return found or (_MORE_LIKE.search(text) if _I_SAID_BUT.search(text) else None)


def is_right_before(text: str, end: int) -> bool:
    """Whether a cue that ends at `end` stands behind what is right: "er, 2012, sorry"."""
    is_last = not re.search(r"\w", text[end:])
    return is_last and len(all_words(text)) <= FEW + 1 and bool(_compiled(_NEWS).search(text))


def is_asserted(text: str) -> bool:
    """Whether it says how things were, and not how they were supposed to be: "it was 30" behind

    that corrects no slip.
    """
    return not _SUPPOSED.search(text)


def behind_taking_back(text: str) -> str | None:
    """What stands behind the words that take back a deed or a story, None where none do: "forget

    that, an agency built it" gives no order, and "it was the crew" is no aside.
    """
    lists = sign_lists(str(HERE / "disowned.toml"))
    hits = (lists[name].search(text) for name in ("made_up", "not_mine", "of_it"))
    return next((text[hit.end() :] for hit in hits if hit), None)


def correcting(cue: Piece, following: Sequence[Piece]) -> Piece:
    """The sentence that says what is right: the next one, where the cue is all of its own."""
    hit = cue_in(cue.text)
    more = len(all_words(cue.text)) - (len(all_words(hit[0])) if hit else 0)
    is_right_here = hit is not None and bool(bare_numbers_in(cue.text[hit.end() :]))
    is_bare = more <= FEW and not (is_right_here or re.search(r"\d", cue.text))
    it_was = _compiled(_IT_WAS)
    return next((one for one in following if is_bare and it_was.search(one.text)), cue)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("NUMBER", f"(?:{'|'.join(number_words())})"), re.IGNORECASE)
