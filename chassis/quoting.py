"""What of a plan quotes a document: taken out before it is sealed, put back where it still stands.

Pure. Each quote is sealed on its own, so that it dies with its document and the rest does not.
"""

import re
from collections.abc import Callable, Mapping

from contracts.evidence import Span
from contracts.interview import InterviewPlan, Question

DELETED = "[deleted]"

Quotes = Mapping[int, Span]
"""The quotes of a plan that still stand, by their number in it."""

MARK = re.compile(r"⟦(\d{1,4})⟧")  # no sentence of ours contains it


def marked(number: int) -> str:
    return f"⟦{number}⟧"


def hollow(text: str, quotes: Quotes) -> str:
    """`text` with every quote taken out and a numbered mark left in its place, in one pass: a quote
    may look like a mark.
    """
    numbers = {
        f"“{span.quote}”": number
        for number, span in sorted(quotes.items(), key=lambda row: -row[0])
    }
    if not numbers:
        return text
    longest_first = sorted(numbers, key=len, reverse=True)
    quoted = re.compile("|".join(map(re.escape, longest_first)))
    return quoted.sub(lambda found: f"“{marked(numbers[found[0]])}”", text)


def filled(text: str, quotes: Quotes) -> str:
    """The reverse of `hollow`. A quote that does not stand any more reads [deleted]."""

    def words(mark: re.Match[str]) -> str:
        span = quotes.get(int(mark[1]))
        return span.quote if span else DELETED

    return MARK.sub(words, text)


def hollow_plan(plan: InterviewPlan, quotes: Quotes) -> InterviewPlan:
    """The plan without what it quotes: what is left when both documents are erased."""
    return _reworded(plan, lambda text: hollow(text, quotes), standing=())


def filled_plan(plan: InterviewPlan, quotes: Quotes) -> InterviewPlan:
    """A hollow plan as it reads today, with the quotes that still stand."""
    standing = tuple(quotes[number] for number in sorted(quotes))
    return _reworded(plan, lambda text: filled(text, quotes), standing=standing)


def _reworded(
    plan: InterviewPlan, word: Callable[[str], str], *, standing: tuple[Span, ...]
) -> InterviewPlan:
    def reworded(one: Question) -> Question:
        texts = tuple(word(text) for text in one.texts)
        new = {"text": word(one.text), "texts": texts, "because": word(one.because)}
        return one.model_copy(update=new)

    questions, original = (tuple(map(reworded, asked)) for asked in (plan.questions, plan.original))
    new = {"questions": questions, "original": original, "quotes": standing}
    return plan.model_copy(update=new)
