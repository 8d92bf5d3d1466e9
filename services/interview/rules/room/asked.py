"""What a short turn asks of the interviewer, heard by its grammar and not by its wording.

A request has the form of one (a question, an order, a wish, a scrap of a few words), is about one
of the interview's own things, and has hardly a word of another world. An answer may have every one
of these words too; it tells of something else beside.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from chassis.hearing.distress import spelled
from chassis.hearing.lexicon import sign_lists, words
from services.interview.rules.room.signs import MATTERS, Intent

_FILE = str(Path(__file__).with_name("asked.toml"))
_WORD = re.compile(r"[^\W\d_]+(?:[’-][^\W\d_]+)*")

MOST_WORDS = 16
"""A longer sentence tells something."""

MOST_BESIDE = 9
"""What is said beside a request in one breath is no longer than that."""

_STRANGE = {"question": 2, "order": 0, "wish": 0, "state": 0, "scrap": 0}
"""How many words of another world may stand in each form of a request. A question is put to
somebody here, whatever else it names.
"""

_PLAIN_FORMS = ("form_question", "form_order")
"""Of a breath that holds something else, too: no scrap, and nothing said of oneself."""

_ABOUT = {
    "rest": Intent.PAUSE,
    "word": Intent.CLARIFY,
    "end": Intent.STOP,
    **{str(matter): matter for matter in MATTERS},
    "skip": Intent.SKIP,
    "time": Intent.TIME,
    "record": Intent.RECORD,
    "pause": Intent.PAUSE,
    "hint": Intent.HINT,
    "human": Intent.HUMAN,
    "promise": Intent.PROMISE,
    "thinking": Intent.THINKING,
    "stop": Intent.STOP,
    "next": Intent.SKIP,
    "repeat": Intent.REPEAT,
    "clarify": Intent.CLARIFY,
}
"""In the order in which they decide."""


def asked_in(sentences: Sequence[str]) -> Intent | None:
    """What a whole turn asks; None where any sentence of it is something else."""
    asked = set[Intent]()
    for sentence in sentences:
        intent = _asked_in(sentence)
        if intent is None:
            return None
        asked.add(intent)
    if not asked:
        return None
    return next(intent for intent in _ABOUT.values() if intent in asked)


def without_excuses(sentences: Sequence[str]) -> list[str]:
    """Without what only says why one is short of time: "I’ve a bus to catch at four"."""
    excuse = sign_lists(_FILE)["excuse"]
    cut = (excuse.sub("", spelled(sentence)) for sentence in sentences)
    return [sentence for sentence in cut if _WORD.search(sentence)]


def parts_of(sentence: str) -> Iterator[tuple[str, str]]:
    """A request that may stand at the end of a breath, "the dog barks can you say it again", or at
    its beginning, and what stands beside it.
    """
    text = spelled(sentence)
    lists = sign_lists(_FILE)
    if lists["of_oneself"].search(text):
        return
    tails = (
        (text[: at.start()], text[at.start() :])
        for at in lists["tail"].finditer(text)
        if not lists["begun"].search(text[: at.start()])
    )
    heads = ((text[at.start() :], text[: at.start()]) for at in lists["head"].finditer(text))
    for beside, request in chain(tails, heads):
        is_short = 0 < len(_WORD.findall(beside)) <= MOST_BESIDE
        if is_short and any(lists[form].search(request) for form in _PLAIN_FORMS):
            yield beside, request


def _asked_in(sentence: str) -> Intent | None:
    text = spelled(sentence)
    said = _WORD.findall(text)
    if not said or len(said) > MOST_WORDS or not _has_form(text, said):
        return None
    lists = sign_lists(_FILE)
    if any(lists[name].search(text) for name in ("read_back", "of_oneself")):
        return None
    return next((_ABOUT[name] for name in _ABOUT if lists[f"about_{name}"].search(text)), None)


def _has_form(text: str, said: Sequence[str]) -> bool:
    lists = sign_lists(_FILE)
    strange = [word for word in said if not _is_known(word)]
    asked = [word for word in strange if not lists["matters"].match(word)]
    return any(
        len(asked if form == "question" else strange) <= most and lists[f"form_{form}"].search(text)
        for form, most in _STRANGE.items()
    )


def _is_known(word: str) -> bool:
    low = word.lower()
    return low in words().function or bool(sign_lists(_FILE)["known"].match(low))
