"""Degrees, languages and certificates that an answer claims, beside the lines of the résumé.

Who says less than is written leaves something out; only more than is written of the same reads
differently.
"""

from collections.abc import Iterator, Sequence

from chassis.hearing.text import Piece, clauses
from contracts.claims import Claim, ResumeFacts
from services.feedback.rules.answers import Answer
from services.feedback.rules.certificates import certificates_in
from services.feedback.rules.degrees import degrees_in
from services.feedback.rules.papers import Laid, Written, put_right
from services.feedback.rules.quotes import span_of
from services.feedback.rules.slips import cue_in
from services.feedback.rules.spoken import languages_in


def credentials(
    answer: Answer, sentence: Piece, behind: Sequence[Piece], facts: ResumeFacts
) -> Iterator[Claim]:
    """What stands in `sentence`, put right by the one `behind` it where that corrects it; nothing

    where no résumé is known: then none of them could stand in it.
    """
    if not (facts.lines or facts.roles):
        return
    written = Written.of(facts)
    for clause in clauses(sentence):
        text, words, said = clause.text, None, clause
        for correction in behind:
            right = put_right(text, correction.text) if cue_in(correction.text) else None
            if right is not None:
                text, words, said = right[0], correction.part(*right[1]), correction
        for one in _laid(text, written):
            yield Claim(
                kind=one.kind,
                status=one.status,
                text=answer.verbatim(words or clause.part(*one.place)),
                said=span_of(answer, said),
                resume=one.line,
            )


def _laid(clause: str, written: Written) -> Iterator[Laid]:
    """A clause speaks of languages, of degrees or of papers, and the first that is found counts."""
    for found in (languages_in, degrees_in, certificates_in):
        laid = list(found(clause, written))
        if laid:
            yield from laid
            return
