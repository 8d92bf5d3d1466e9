"""What is given to the rules to check a report that they made before, and what they say then."""

from contracts.claims import Claim
from contracts.evidence import Span
from contracts.feedback import FeedbackReport
from contracts.interview import Transcript
from contracts.message import Message


class ToReadAgain(Message):
    """A transcript, and lines of a résumé of which each is to be laid beside it alone."""

    transcript: Transcript
    lines: tuple[Span, ...] = ()


class ReadAgain(Message):
    """`beside_nothing` are the claims beside a résumé without lines; `beside` has as many entries

    as there were lines, each with the claims beside that line alone. `sentences` are all that the
    rules may say of their own, with `{…}` for figures.
    """

    report: FeedbackReport
    beside_nothing: tuple[Claim, ...]
    beside: tuple[tuple[Claim, ...], ...]
    sentences: tuple[str, ...] = ()
