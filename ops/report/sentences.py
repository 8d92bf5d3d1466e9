"""Whether what a report says of its own is made of sentences that the rules are known to say."""

import re
from collections.abc import Iterator, Sequence

from contracts.feedback import FeedbackReport

_FIGURE = re.compile(r"\{\w+\}|\d+(?:\.\d+)?")


def strange_sentences(report: FeedbackReport, known: Sequence[str]) -> Iterator[str]:
    """Which parts of the report have words that are none of `known`, with the words."""
    longest_first = sorted({_without_figures(each) for each in known}, key=len, reverse=True)
    for where, text in _said(report):
        rest = _without_figures(text)
        while rest:
            taken = next((each for each in longest_first if rest.startswith(each)), None)
            if taken is None:
                yield f"{where}: “{text}” is nothing that the rules are known to say"
                break
            rest = rest.removeprefix(taken).lstrip()


def _said(report: FeedbackReport) -> Iterator[tuple[str, str]]:
    yield "headline", report.headline
    yield from (("limits", limit) for limit in report.limits)
    yield "delivery", report.scorecard.delivery.note
    for one in report.questions:
        where = f"question {one.question_id}"
        yield from ((f"{where}, what landed", landed.text) for landed in one.what_landed)
        if one.one_fix:
            yield f"{where}, one fix", one.one_fix.text


def _without_figures(text: str) -> str:
    return _FIGURE.sub("#", text)
