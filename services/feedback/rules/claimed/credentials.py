"""Degrees, schools, languages and papers of an answer, beside the lines of the résumé.

Who says less than is written leaves something out; only more than is written of the same reads
differently.
"""

from collections.abc import Iterator, Sequence

from chassis.hearing.text import Piece, clauses
from contracts.claims import Claim, ClaimKind, ClaimStatus, ResumeFacts
from services.feedback.rules.answering.answers import Answer
from services.feedback.rules.claimed.certificates import certificates_in
from services.feedback.rules.claimed.degrees import degrees_in
from services.feedback.rules.claimed.papers import Laid, Righted, Written, put_right, unfinished
from services.feedback.rules.claimed.schools import schools_in
from services.feedback.rules.claimed.spoken import languages_in
from services.feedback.rules.quotes import span_of
from services.feedback.rules.retracted.slips import cue_in


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
        for correction, righted in _corrected(clause, behind):
            text, said = righted.text, correction if righted.right else clause
            words = correction.part(*righted.right) if righted.right else None
        for one in _laid(text, written):
            yield Claim(
                kind=one.kind,
                status=one.status,
                text=answer.verbatim(words or clause.part(*one.place)),
                said=span_of(answer, said),
                resume=one.line,
            )


def papers_taken_back(
    answer: Answer, sentence: Piece, behind: Sequence[Piece], facts: ResumeFacts | None
) -> Iterator[Claim]:
    """The level, degree or grade that the sentence `behind` puts right; `facts` may be unknown."""
    written = Written.of(facts or ResumeFacts())
    for clause in clauses(sentence):
        for correction, righted in _corrected(clause, behind):
            if not righted.text or list(_laid(clause.text, written)):
                yield Claim(
                    kind=ClaimKind.TITLE,
                    status=ClaimStatus.RETRACTED,
                    text=answer.verbatim(clause.part(*righted.wrong)),
                    said=span_of(answer, clause),
                    corrected=span_of(answer, correction),
                )


def _corrected(clause: Piece, behind: Sequence[Piece]) -> Iterator[tuple[Piece, Righted]]:
    for correction in behind:
        righted = unfinished(clause.text, correction.text)
        if righted is None and cue_in(correction.text):
            righted = put_right(clause.text, correction.text)
        if righted is not None:
            yield correction, righted


def _laid(clause: str, written: Written) -> Iterator[Laid]:
    """A clause speaks of languages, of degrees or of papers, and the first that is found counts;

    beside that of the school where it was.
    """
    yield from schools_in(clause, written)
    for found in (languages_in, degrees_in, certificates_in):
        laid = list(found(clause, written))
        if laid:
            yield from laid
            return
