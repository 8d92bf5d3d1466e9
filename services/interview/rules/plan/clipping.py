"""The part of a line that fits into a question: whole where it is short, else up to a clause."""

import re

from contracts.evidence import Span

LONGEST_QUOTE = 140
FEWEST_WORDS = 3
FEWEST_QUOTED = 40
"""Characters: a clause that ends sooner says too little of its line."""

_TURN = re.compile(
    r"\s(?=(?:by|through|using|including) \w+ing\b"
    r"|(?:which|while|whereas|because|so that|in order to)\b)",
    re.IGNORECASE,
)
"""Where what is told before is whole, and how or why it was done follows."""

_JOINT = re.compile(r"[,;:.](?=\s)|\s(?=[–—-]\s)|\s(?=\()")


def shortened(span: Span) -> Span:
    """The part of `span` that fits into a question, without end marks: up to the last clause
    that ends in it, or else cut between words.
    """
    start, quote = _plain(span.quote)
    if len(quote) > LONGEST_QUOTE:
        quote = quote[: _clause_end(quote) or _word_end(quote)]
    quote = quote.rstrip(_TRAILING)
    start += span.start
    return span.model_copy(update={"start": start, "end": start + len(quote), "quote": quote})


def ends_in_mid_phrase(span: Span) -> bool:
    """Whether `shortened` has to cut between words that belong together."""
    quote = _plain(span.quote)[1]
    return len(quote) > LONGEST_QUOTE and not _clause_end(quote)


def _plain(line: str) -> tuple[int, str]:
    """The first part of a line that says something and has no mark of emphasis in it, with its
    place: "**Values**: we answer for what we do" has one behind its marks.
    """
    marks = [(mark.start(), mark.end()) for mark in _EMPHASIS.finditer(line)]
    starts = [0, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), len(line)]
    parts = []
    for start, end in zip(starts, ends, strict=True):
        part = line[start:end].lstrip(_LEADING if start == 0 else _LEADING + _TRAILING)
        parts.append((end - len(part), part))
    long = (part for part in parts if len(part[1].split()) >= FEWEST_WORDS)
    return next(long, max(parts, key=lambda part: len(part[1])))


def _clause_end(line: str) -> int:
    """Where the last clause ends that a quote has room for; 0 if none does."""
    for ends in (_JOINT, _TURN):
        places = [end.start() for end in ends.finditer(line[: LONGEST_QUOTE + 1])]
        if whole := [at for at in places if at >= FEWEST_QUOTED]:
            return whole[-1]
    return 0


def _word_end(line: str) -> int:
    space = line.rfind(" ", 0, LONGEST_QUOTE)
    return space if space > 0 else LONGEST_QUOTE


_LEADING, _TRAILING = "-–•*·▪◦ \t\n", ".;,: \t\n"
_EMPHASIS = re.compile(r"\*{2,}|__+|(?<![\w*])\*(?=\w[^*\n]*\w\*(?![\w*]))|(?<=\w)\*(?=\s|[,.;:)])")
