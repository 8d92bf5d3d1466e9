"""What a short turn asks of the interviewer, heard by its grammar and not by its wording.

A request has the form of one (a question, an order, a wish, a scrap of a few words), is about one
of the interview's own things, and has hardly a word of another world. An answer may have every one
of these words too; it tells of something else beside.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from chassis.hearing.distress import spelled
from chassis.hearing.lexicon import sign_lists, words
from services.interview.rules.bank import MATTERS, Intent

_FILE = str(Path(__file__).with_name("asked.toml"))
_WORD = re.compile(r"[^\W\d_]+(?:[’-][^\W\d_]+)*")

MOST_WORDS = 16
"""A longer sentence tells something."""

_STRANGE = {"question": 2, "order": 0, "wish": 0, "state": 0, "scrap": 0}
"""How many words of another world may stand in each form of a request. A question is put to
somebody here, whatever else it names.
"""

_ABOUT = {
    "word": Intent.CLARIFY,
    "end": Intent.STOP,
    **{str(matter): matter for matter in MATTERS},
    "skip": Intent.SKIP,
    "time": Intent.TIME,
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
    asked = [_asked_in(sentence) for sentence in sentences]
    if not asked or None in asked:
        return None
    return next(intent for intent in _ABOUT.values() if intent in asked)


def _asked_in(sentence: str) -> Intent | None:
    text = spelled(sentence)
    said = _WORD.findall(text)
    if not said or len(said) > MOST_WORDS or not _has_form(text, said):
        return None
    lists = sign_lists(_FILE)
    if lists["read_back"].search(text):
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
