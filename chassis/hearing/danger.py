"""Whether a sentence says that somebody is in danger now: by themselves, by others, or in health.

Heard as a crisis line hears it, in doubt for the person; but what is told of work, where the same
words stand, has another subject or tense, or goes on to what was done about it.
"""

from enum import StrEnum

from chassis.hearing.distress import spelled
from chassis.hearing.lexicon import sign_lists


class Danger(StrEnum):
    WISH = "wish"
    """To die or to harm oneself, or the means of it: it counts whatever is told beside."""
    NOW = "now"
    """All else: it counts where no deed is told beside, or where it comes last."""


def danger_in(sentence: str) -> tuple[Danger, str] | None:
    """Of which sort, and what stands before it."""
    lists, text = sign_lists("danger.toml"), spelled(sentence)
    for sort in Danger:
        hit = lists[sort].search(text)
        if hit and not (sort is Danger.NOW and lists["case"].search(text)):
            return sort, text[: hit.start()]
    return None
