"""What is said in return to chatter: a short friendly line, and what is open stays open."""

import re

from contracts.interview import Speaker, TurnKind
from services.interview.domain import Line
from services.interview.rules.phrases import phrases
from services.interview.rules.room import requests
from services.interview.rules.room.chatter import Chatter, chatter_in, is_of_kitchen
from services.interview.rules.room.heard import is_case
from services.interview.rules.room.moment import Moment
from services.interview.rules.room.signs import Intent

MEANT = {Chatter.ABUSE: Intent.ABUSE, Chatter.NO: Intent.UNKNOWN}
"""What asks for more than a friendly line."""

_CHOOSES = {Chatter.ASKING, Chatter.BARE, Chatter.NOD, Chatter.SILENT}
"""At the stop after a question these say nothing: the choice is read once more."""

_YES_OR_NO = re.compile(
    r"(?:^|[.?!] )(?:do|does|did|have|has|had|are|is|was|were|can|could|would|will)\b[^.?!]*\?$",
    re.IGNORECASE,
)


def chatter_at(said: str, moment: Moment) -> Chatter | None:
    """What `said` is where it is no answer to what is open; yes is one where that may be said, and
    so is, where a case is put, what one would ask or do there.
    """
    heard, question = chatter_in(said), moment.question
    asked = f"{question.text} {question.because}"
    if heard in (Chatter.ELSEWHERE, Chatter.ASKING) and (is_case(question) or is_of_kitchen(asked)):
        return None
    if heard is Chatter.BARE and _YES_OR_NO.search(moment.open_words) and not moment.is_between:
        return None
    return Chatter.NOD if heard is Chatter.NO and moment.is_between else heard


def is_said_again(said: str, moment: Moment) -> bool:
    """Whether a follow-up is answered with what was told before, and that is not named yet."""
    before = {" ".join(text.split()) for text in moment.told}
    is_named = any(turn.text.startswith(phrases().reply["same"]) for turn in moment.since)
    return moment.is_follow_up and " ".join(said.split()) in before and not is_named


def same(moment: Moment) -> Line:
    stays = requests.reply(Intent.RESUME, moment).text
    return Line(TurnKind.CLARIFICATION, f"{phrases().reply['same']} {stays}", moment.question.id)


def reply(heard: Chatter, moment: Moment) -> Line:
    """The second time in a row the ways out are named, too."""
    text = _text(heard, moment)
    if not moment.is_between and "skip" not in text and _is_again(moment):
        text = f"{text} {phrases().reply['way_out']}"
    return Line(TurnKind.CLARIFICATION, text, moment.question.id)


def _text(heard: Chatter, moment: Moment) -> str:
    said, stays = phrases().reply, requests.reply(Intent.RESUME, moment).text
    if moment.is_between and heard in _CHOOSES:
        return stays
    match heard:
        case Chatter.SILENT:
            return said["thinking_live" if moment.is_live else "thinking"]
        case Chatter.BARE | Chatter.ASKING:
            return requests.reply(Intent.CLARIFY, moment).text
        case Chatter.ANNOYED:
            return said[heard]
        case _:
            return f"{said[heard]} {stays}"


def _is_again(moment: Moment) -> bool:
    """Whether what was said before, since that which is open, was no answer either."""
    before = [turn for turn in moment.since if turn.speaker is Speaker.CANDIDATE][-1:]
    return any(
        turn.kind is TurnKind.REQUEST and chatter_at(turn.text, moment) is not None
        for turn in before
    )
