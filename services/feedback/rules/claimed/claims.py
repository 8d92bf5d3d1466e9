"""Claims of an answer laid beside the résumé. It says where the two differ, and never who is right.

Figures are compared where they count the same and speak of the same matter; where it is not sure
that they do, nothing is said of a difference.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from chassis.hearing.detectors import says_would
from chassis.hearing.lexicon import sign_lists
from chassis.hearing.persons import tells_who
from chassis.hearing.text import Piece, clauses, readable, sentences
from contracts.claims import Claim, ClaimKind, ClaimStatus, ResumeFacts
from contracts.evidence import Span
from contracts.feedback import FeedbackReport
from contracts.message import Slug
from services.feedback.rules.answering.answers import Answer, answers_in
from services.feedback.rules.answering.asked import is_case
from services.feedback.rules.claimed.comparing import (
    Known,
    Said,
    differing,
    is_same,
    shared,
    status_of,
)
from services.feedback.rules.claimed.credentials import credentials, papers_taken_back
from services.feedback.rules.claimed.employment import Employment
from services.feedback.rules.figures import Figure, figures_in
from services.feedback.rules.quotes import matter, span_of
from services.feedback.rules.retracted.disowned import Disowned, has_deed
from services.feedback.rules.retracted.mended import is_within
from services.feedback.rules.retracted.retraction import Retraction
from services.feedback.rules.retracted.withdrawn import (
    dated_anew,
    disowned_among,
    put_right,
    retractions_among,
    without_disowned,
)


def with_claims(report: FeedbackReport, facts: ResumeFacts | None) -> FeedbackReport:
    """The report with the claims of each answer; without `facts` only what was taken back."""
    session = _Session.of(report)
    questions = tuple(
        one.model_copy(update={"claims": tuple(session.claims(one.question_id, facts))})
        if one.question_id in session.answers
        else one
        for one in report.questions
    )
    return report.model_copy(update={"questions": questions})


@dataclass(frozen=True)
class _Session:
    """All answers, and what was taken back in any of them."""

    answers: Mapping[Slug, Answer]
    retracted: Sequence[Retraction]
    disowned: Sequence[Disowned]
    on: datetime

    @classmethod
    def of(cls, report: FeedbackReport) -> Self:
        answers = answers_in(report.transcript, {})
        retracted, deeds = retractions_among(answers), disowned_among(answers)
        by_question = {each.question.id: each for each in without_disowned(answers, deeds)}
        return cls(by_question, retracted, deeds, report.finished_at)

    def claims(self, question_id: Slug, facts: ResumeFacts | None) -> Iterator[Claim]:
        answer = self.answers[question_id]
        for one in self.retracted:
            if answer.holds(one.said):
                yield self._taken_back(answer, one)
        yield from self._deeds(answer)
        for sentence, behind in (*_followed(answer.own), *_of_oneself(answer)):
            yield from papers_taken_back(answer, answer.with_names(sentence), behind, facts)
        if facts is not None:
            employment = Employment(facts.roles, self.on)
            yield from _beside(answer, self.retracted, facts, employment)
            for sentence in _told(answer):
                dated, anew = dated_anew(answer.with_names(sentence), self.retracted)
                at = answer.own.index(sentence) + 1
                papers = credentials(answer, dated, answer.own[at : at + 1], facts)
                for claim in (*employment.claims(answer, dated), *papers):
                    yield from self._dated(claim, anew)
            for sentence, behind in _of_oneself(answer):
                yield from credentials(answer, answer.with_names(sentence), behind, facts)

    def _dated(self, claim: Claim, anew: Sequence[Retraction]) -> Iterator[Claim]:
        """A claim of a year by the words that corrected it."""
        for one in anew:
            if claim.kind is ClaimKind.DATE and claim.text == f"{one.figure.value:.0f}":
                if one.now is not None:
                    said = _span(self._holder(one.correction), one.correction, one.now)
                    text = f"{one.now.value:.0f}"
                    yield claim.model_copy(update={"text": text, "said": said})
                return
        yield claim

    def _deeds(self, answer: Answer) -> Iterator[Claim]:
        """What of the answer was taken back as a deed; a figure in it stands for it all."""
        told = {one.correction for one in self.retracted}
        for one in self.disowned:
            own = [piece for piece in one.said if answer.holds(piece)]
            for piece in [each for each in own if has_deed(each)] or own[:1]:
                if one.correction not in told:
                    said = span_of(answer, piece)
                    yield Claim(
                        kind=ClaimKind.DEED,
                        status=ClaimStatus.RETRACTED,
                        text=said.quote,
                        said=said,
                        corrected=span_of(self._holder(one.correction), one.correction),
                    )

    def _holder(self, piece: Piece) -> Answer:
        return next(each for each in self.answers.values() if each.holds(piece))

    def _taken_back(self, answer: Answer, one: Retraction) -> Claim:
        corrector = self._holder(one.correction)
        return Claim(
            kind=one.figure.kind,
            status=ClaimStatus.RETRACTED,
            text=_verbatim(answer, one.said, one.figure),
            said=_span(answer, one.said, one.figure),
            corrected=_span(corrector, one.correction, one.now),
        )


def _beside(
    answer: Answer, retracted: Sequence[Retraction], facts: ResumeFacts, employment: Employment
) -> Iterator[Claim]:
    known = [Known(figure, line) for line in facts.lines for figure in figures_in(line.quote)]
    said = list(_said(answer, retracted))
    equal = {id(k) for s in said for k in known if is_same(s, k)}
    free = [k for k in known if id(k) not in equal]
    for one in said:
        same = max(
            (k for k in known if is_same(one, k)), key=lambda k: shared(one, k), default=None
        )
        told = answer.with_names(one.sentence) if answer.holds(one.sentence) else one.sentence
        near = [k for k in free if employment.may_speak_of(told, k.line)]
        other = None if same else differing(one, near)
        line = same or other
        status = status_of(one, same, other)
        if status is not None:
            yield Claim(
                kind=one.figure.kind,
                status=status,
                text=_verbatim(answer, *one.words),
                said=_span(answer, *one.words),
                resume=line.line if line else None,
            )


def _said(answer: Answer, retracted: Sequence[Retraction]) -> Iterator[Said]:
    """The figures that stand: neither what was taken back nor the words that did so."""
    asked = matter(" ".join(re.findall(r"“([^”]*)”", answer.question.text)))
    gone = {(one.said, one.figure) for one in retracted}
    correcting = [one.correction for one in retracted]
    for sentence in _told(answer):
        for figure in figures_in(sentence.text):
            is_of_it = any(is_within(sentence, one) for one in correcting)
            if (sentence, figure) not in gone and not is_of_it:
                yield Said(figure, sentence, matter(sentence.text) | asked)
    for one in retracted:
        if one.now is not None and not one.is_again and answer.holds(one.correction):
            figure, sentence = put_right(one, one.now)
            about = matter(one.said.text) | asked
            yield Said(figure, sentence, about, (one.correction, one.now))


def _told(answer: Answer) -> Iterator[Piece]:
    """The sentences that claim something: not what one would do, and of an answer to a case that

    was only put, what was done before.
    """
    is_put = is_case(answer.question)
    past = sign_lists("outcomes.toml")["past"]
    for sentence in answer.own:
        if not says_would([sentence]) and (not is_put or past.search(sentence.text)):
            yield sentence


def _of_oneself(answer: Answer) -> Iterator[tuple[Piece, Sequence[Piece]]]:
    """The sentences that tell who one is and count for nothing: where one studied is a claim."""
    for turn in answer.said:
        for sentence, behind in _followed(sentences(turn)):
            if tells_who(sentence.text) and sentence not in answer.own:
                yield sentence, behind


def _followed(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Sequence[Piece]]]:
    """Each with the one behind it, if there is one."""
    for at, each in enumerate(pieces, start=1):
        yield each, pieces[at : at + 1]


def _verbatim(answer: Answer, sentence: Piece, figure: Figure) -> str:
    return answer.verbatim(sentence.part(figure.start, figure.end))


def _span(answer: Answer, sentence: Piece, figure: Figure | None) -> Span:
    """The clause that the figure stands in, long enough to be understood."""
    if figure is None:
        return span_of(answer, sentence)
    cut = clauses(sentence)
    at = sentence.start + figure.start
    place = next((i for i, clause in enumerate(cut) if clause.start <= at < clause.end), None)
    return span_of(answer, sentence if place is None else readable(place, cut, sentence))
