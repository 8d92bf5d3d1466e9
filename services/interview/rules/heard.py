"""Which types of evidence an answer has, as far as an interviewer needs it to follow up.

This is presence only, for the choice of a probe. The levels come from feedback, which reads the
finished transcript with detectors of its own that point at the words; services do not share
code, and tests/feedback/test_same_ears.py holds the two to the same hearing.
"""

import re

from contracts.evidence import EvidenceType
from services.interview.rules.bank import signs

_UNREAL = re.compile(
    r"\bi(?: would|’d| could| might| will|’ll)\b|\bif i (?:were|had to)\b|\b(?:imagine|suppose)\b",
    re.IGNORECASE,
)
_EVEN_UNREAL = {EvidenceType.REASONING, EvidenceType.TRADE_OFF, EvidenceType.REFLECTION}
_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\d)){1,600}")
"""In stretches of at most 600 characters: the work grows with the length, not with its square."""


def heard_in(*texts: str) -> frozenset[EvidenceType]:
    """The types that are present in any of `texts`. "I would" is no action and no result."""
    sentences = [
        sentence for text in texts for sentence in _SENTENCE.findall(text.replace("'", "’"))
    ]
    return frozenset(
        kind
        for kind, sign in signs().evidence.items()
        for sentence in sentences
        if (kind in _EVEN_UNREAL or not _UNREAL.search(sentence)) and sign.search(sentence)
    )
