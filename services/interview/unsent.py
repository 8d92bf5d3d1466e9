"""What is kept of words that were not sent, or not in time. Pure."""

from collections.abc import Mapping, Sequence

from contracts.interview import Speaker, Turn
from contracts.message import TurnId

Drafts = Mapping[TurnId, str]
"""Words not sent, by the turn that they were to answer."""


def written(drafts: Drafts, turns: Sequence[Turn], asked: TurnId, text: str) -> Drafts:
    """`drafts` with what is written to `asked`: the last counts, and nothing written is none.

    Nor is what was sent: a browser may save what it has just sent.
    """
    new = {**drafts, asked: "" if _is_said(turns, asked, text) else text}
    return {key: kept for key, kept in new.items() if kept.strip()}


def without(drafts: Drafts, asked: TurnId) -> Drafts:
    return {key: kept for key, kept in drafts.items() if key != asked}


def _is_said(turns: Sequence[Turn], asked: TurnId, text: str) -> bool:
    """Whether just this was said since that turn."""
    since = next((turn.number for turn in turns if turn.turn_id == asked), 0)
    return any(
        turn.text.strip() == text.strip()
        for turn in turns[since:]
        if turn.speaker is Speaker.CANDIDATE
    )
