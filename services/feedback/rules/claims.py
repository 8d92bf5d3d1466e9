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
from chassis.hearing.text import Piece, clauses, readable
from contracts.claims import Claim, ClaimKind, ClaimStatus, ResumeFacts
from contracts.evidence import Span
from contracts.feedback import FeedbackReport
from contracts.interview import QuestionKind
from contracts.message import Slug
from services.feedback.rules.answers import Answer, answers_in
from services.feedback.rules.employment import Employment
from services.feedback.rules.figures import Figure, figures_in, is_whole_team, is_worked_on
from services.feedback.rules.quotes import ROOT, matter, span_of
from services.feedback.rules.retractions import Retraction
from services.feedback.rules.sameness import is_done_to_the_same, is_of_the_same, period_of
from services.feedback.rules.withdrawn import retractions_among

FEWEST_SHARED = 2
"""Words of the matter, beside the unit, that make two figures speak of the same."""

NAMED_ALONE = {ClaimKind.PEOPLE, ClaimKind.USERS, ClaimKind.MONEY, ClaimKind.SHARE}
"""Worth a word when the résumé has nothing of it."""

_NAMED_BY_UNIT = {ClaimKind.PEOPLE, ClaimKind.USERS}

_OF_LEADING = (
    "led",
    "lead",
    "team",
    "manag",
    "super",
    "head",
    "crew",
    "staff",
    "group",
    "run",
    "ran",
)
"""Words that any two teams share."""

_AT = re.compile(r"\b[Aa]t\s+(?:the\s+)?[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+)*")
_DEED = re.compile(r"\b(?:i|we)(?:’(?:d|ve|m))?\s+(?:\w+ly\s+)?\w+", re.IGNORECASE)
_OF_COUNTING = (*_OF_LEADING, "day", "week", "month", "hour", "night", "shift", "year", "under")


@dataclass(frozen=True)
class Known:
    """One figure of the résumé and the line that it stands in."""

    figure: Figure
    line: Span

    @property
    def is_size(self) -> bool:
        return _is_size(self.figure, self.line.quote)

    @property
    def matter(self) -> frozenset[str]:
        return matter(self.line.quote)


@dataclass(frozen=True)
class Said:
    """One figure of an answer and its sentence."""

    figure: Figure
    sentence: Piece
    matter: frozenset[str]

    @property
    def is_size(self) -> bool:
        return _is_size(self.figure, self.sentence.text)


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
    on: datetime

    @classmethod
    def of(cls, report: FeedbackReport) -> Self:
        answers = answers_in(report.transcript, {})
        by_question = {each.question.id: each for each in answers}
        return cls(by_question, retractions_among(answers), report.finished_at)

    def claims(self, question_id: Slug, facts: ResumeFacts | None) -> Iterator[Claim]:
        answer = self.answers[question_id]
        for one in self.retracted:
            if answer.holds(one.said):
                yield self._taken_back(answer, one)
        if facts is not None:
            employment = Employment(facts.roles, self.on)
            yield from _beside(answer, self.retracted, facts, employment)
            for sentence in _told(answer):
                yield from employment.claims(answer, answer.with_names(sentence))

    def _taken_back(self, answer: Answer, one: Retraction) -> Claim:
        corrector = next(each for each in self.answers.values() if each.holds(one.correction))
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
    equal = {id(k) for s in said for k in known if _is_same(s, k)}
    free = [k for k in known if id(k) not in equal]
    for one in said:
        same = max(
            (k for k in known if _is_same(one, k)), key=lambda k: _shared(one, k), default=None
        )
        near = [k for k in free if employment.may_speak_of(answer.with_names(one.sentence), k.line)]
        other = None if same else _differing(one, near)
        line = same or other
        status = _status(one, same, other)
        if status is not None:
            yield Claim(
                kind=one.figure.kind,
                status=status,
                text=_verbatim(answer, one.sentence, one.figure),
                said=_span(answer, one.sentence, one.figure),
                resume=line.line if line else None,
            )


def _said(answer: Answer, retracted: Sequence[Retraction]) -> Iterator[Said]:
    """The figures that stand: neither what was taken back nor the words that did so."""
    asked = matter(" ".join(re.findall(r"“([^”]*)”", answer.question.text)))
    gone = {(one.said, one.figure) for one in retracted}
    correcting = {one.correction for one in retracted}
    for sentence in _told(answer):
        for figure in figures_in(sentence.text):
            if (sentence, figure) not in gone and sentence not in correcting:
                yield Said(figure, sentence, matter(sentence.text) | asked)
    for one in retracted:
        if one.now is not None and answer.holds(one.correction):
            yield Said(one.now, one.correction, matter(one.said.text) | asked)


def _told(answer: Answer) -> Iterator[Piece]:
    """The sentences that claim something: not what one would do, and of an answer to a case that

    was only put, what was done before.
    """
    is_put = answer.question.kind is QuestionKind.SITUATIONAL
    past = sign_lists("outcomes.toml")["past"]
    for sentence in answer.own:
        if not says_would([sentence]) and (not is_put or past.search(sentence.text)):
            yield sentence


def _is_same(said: Said, known: Known) -> bool:
    """Only people and users are named by what is counted; all else has to be of one matter too."""
    is_equal = said.figure.is_like(known.figure) and said.figure.value == known.figure.value
    if not (said.is_size and known.is_size):
        return is_equal and _shared(said, known) >= FEWEST_SHARED
    return is_equal and (said.figure.kind in _NAMED_BY_UNIT or _shared(said, known) > 0)


def _differing(said: Said, known: Sequence[Known]) -> Known | None:
    """The figure of the résumé that counts the same of the same matter, if there is one."""
    like = [k for k in known if said.figure.is_like(k.figure)]
    if said.is_size:
        sizes = [k for k in like if k.is_size]
        about = [k for k in sizes if _is_near(said, k, len(sizes)) and _is_of_same(said, k)]
    else:
        about = [k for k in like if _is_done_to_same(said, k)]
    return max(about, key=lambda k: _shared(said, k), default=None)


def _is_near(said: Said, known: Known, count: int) -> bool:
    """Whether they share enough of their matter. The only team needs a word; the only "so many of
    these a day" needs none, where the answer speaks of nothing else.
    """
    shared = _shared(said, known)
    if said.figure.kind is ClaimKind.PEOPLE:
        return shared >= (1 if count == 1 else FEWEST_SHARED) or (count == 1 and not _own(said))
    period = period_of(said.figure, said.sentence.text)
    if period and count == 1 and period == period_of(known.figure, known.line.quote):
        return not (own := _own(said)) or bool(own & known.matter)
    return shared >= FEWEST_SHARED


def _own(said: Said) -> frozenset[str]:
    """What the answer speaks of beside the count, its time and the deed."""
    text = said.sentence.text
    named = text[: said.figure.start] + " " + text[said.figure.end :]
    words = matter(_DEED.sub(" ", _AT.sub(" ", named)))
    return frozenset(word for word in words if not word.startswith(_OF_COUNTING))


def _is_done_to_same(said: Said, known: Known) -> bool:
    is_done = is_worked_on(said.figure, said.sentence.text)
    return (
        is_done
        and is_worked_on(known.figure, known.line.quote)
        and is_done_to_the_same(said.figure, said.sentence.text, known.figure, known.line.quote)
    )


def _is_of_same(said: Said, known: Known) -> bool:
    """Of teams, those of the same place, or the only one; of all else what was done the same."""
    if said.figure.kind is not ClaimKind.PEOPLE:
        return is_of_the_same(said.figure, said.sentence.text, known.figure, known.line.quote)
    own = {word for word in said.matter if not word.startswith(_OF_LEADING)}
    return min(len(own), len(_own(said))) < FEWEST_SHARED or any(
        not word.startswith(_OF_LEADING) for word in own & known.matter
    )


def _shared(said: Said, known: Known) -> int:
    """How many words of the matter both have; what is counted is none of them."""
    counted = said.figure.unit[:ROOT]
    shared = said.matter & known.matter
    return sum(not (counted and word.startswith(counted)) for word in shared)


def _status(said: Said, same: Known | None, other: Known | None) -> ClaimStatus | None:
    if same is not None:
        return ClaimStatus.SUPPORTED
    if other is not None:
        return ClaimStatus.CONFLICT
    is_told = said.is_size or is_worked_on(said.figure, said.sentence.text)
    is_named = said.figure.kind in NAMED_ALONE and is_told
    return ClaimStatus.UNSUPPORTED if is_named else None


def _is_size(figure: Figure, text: str) -> bool:
    """Of people, only whole teams are compared: some of them, or some more, are no team."""
    return figure.kind is not ClaimKind.PEOPLE or is_whole_team(figure, text)


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
