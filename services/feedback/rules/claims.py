"""Claims of an answer laid beside the résumé. It says where the two differ, and never who is right.

Figures are compared where they count the same and speak of the same matter; where it is not sure
that they do, nothing is said of a difference.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chassis.hearing.detectors import says_would
from chassis.hearing.lexicon import even
from chassis.hearing.text import Piece, clauses, content, readable
from contracts.claims import Claim, ClaimKind, ClaimStatus, ResumeFacts, RoleFact
from contracts.evidence import DocumentKind, Span
from contracts.feedback import FeedbackReport
from contracts.interview import QuestionKind
from services.feedback.rules.answers import Answer, answers_in
from services.feedback.rules.figures import Figure, figures_in, is_whole_team, is_worked_on
from services.feedback.rules.retractions import Retraction, retractions_in
from services.feedback.rules.sameness import is_of_the_same

FEWEST_SHARED = 2
"""Words of the matter, beside the unit, that make two figures speak of the same."""

NAMED_ALONE = {ClaimKind.PEOPLE, ClaimKind.USERS, ClaimKind.MONEY, ClaimKind.SHARE}
"""Worth a word when the résumé has nothing of it."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TITLE = re.compile(
    r"\b(?:as|i was|i became)\s+(?:an?|the|their)\s+"
    r"(?P<title>[^\W\d][\w -]{2,50}?)\s+(?:at|for|with)\s+$",
    re.IGNORECASE,
)
_ROOT = 5
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
        return _matter(self.line.quote)


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
    answers = {answer.question.id: answer for answer in answers_in(report.transcript, {})}
    questions = tuple(
        one.model_copy(update={"claims": tuple(_claims(answers[one.question_id], facts))})
        if one.question_id in answers
        else one
        for one in report.questions
    )
    return report.model_copy(update={"questions": questions})


def _claims(answer: Answer, facts: ResumeFacts | None) -> Iterator[Claim]:
    if answer.question.kind is QuestionKind.SITUATIONAL:
        return
    retracted = retractions_in(answer.own)
    for one in retracted:
        corrected = _span(answer, one.correction, one.now)
        text = _verbatim(answer, one.said, one.figure)
        said = _span(answer, one.said, one.figure)
        yield Claim(
            kind=one.figure.kind,
            status=ClaimStatus.RETRACTED,
            text=text,
            said=said,
            corrected=corrected,
        )
    if facts is not None:
        yield from _beside(answer, retracted, facts)


def _beside(answer: Answer, retracted: Sequence[Retraction], facts: ResumeFacts) -> Iterator[Claim]:
    known = [Known(figure, line) for line in facts.lines for figure in figures_in(line.quote)]
    said = list(_said(answer, retracted))
    equal = {id(k) for s in said for k in known if _is_same(s, k)}
    free = [k for k in known if id(k) not in equal]
    for one in said:
        same = max(
            (k for k in known if _is_same(one, k)), key=lambda k: _shared(one, k), default=None
        )
        other = None if same else _differing(one, free)
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
    for sentence in answer.own:
        yield from _employment(answer, sentence, facts.roles)


def _said(answer: Answer, retracted: Sequence[Retraction]) -> Iterator[Said]:
    """The figures that stand: neither what was taken back nor the words that did so."""
    asked = _matter(" ".join(re.findall(r"“([^”]*)”", answer.question.text)))
    gone = {(one.said, one.figure) for one in retracted}
    correcting = {one.correction for one in retracted}
    for sentence in answer.own:
        if says_would([sentence]):
            continue
        for figure in figures_in(sentence.text):
            if (sentence, figure) not in gone and sentence not in correcting:
                yield Said(figure, sentence, _matter(sentence.text) | asked)
    for one in retracted:
        if one.now is not None:
            yield Said(one.now, one.correction, _matter(one.said.text) | asked)


def _is_same(said: Said, known: Known) -> bool:
    """A figure of things of any kind has to speak of the same matter as well."""
    is_equal = said.figure.is_like(known.figure) and said.figure.value == known.figure.value
    if not (said.is_size and known.is_size):
        return is_equal and _shared(said, known) >= FEWEST_SHARED
    return is_equal and (said.figure.kind is not ClaimKind.FIGURE or _shared(said, known) > 0)


def _differing(said: Said, known: Sequence[Known]) -> Known | None:
    """The figure of the résumé that counts the same of the same matter, if there is one."""
    if not said.is_size:
        return None
    like = [k for k in known if k.is_size and said.figure.is_like(k.figure)]
    enough = 1 if said.figure.kind is ClaimKind.PEOPLE and len(like) == 1 else FEWEST_SHARED
    about = [k for k in like if _shared(said, k) >= enough and _is_of_same(said, k)]
    return max(about, key=lambda k: _shared(said, k), default=None)


def _is_of_same(said: Said, known: Known) -> bool:
    """Of teams, those of the same place, or the only one; of all else what was done the same."""
    if said.figure.kind is not ClaimKind.PEOPLE:
        return is_of_the_same(said.figure, said.sentence.text, known.figure, known.line.quote)
    own = {word for word in said.matter if not word.startswith(_OF_LEADING)}
    return len(own) < FEWEST_SHARED or any(
        not word.startswith(_OF_LEADING) for word in own & known.matter
    )


def _shared(said: Said, known: Known) -> int:
    """How many words of the matter both have; what is counted is none of them."""
    counted = said.figure.unit[:_ROOT]
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


def _employment(answer: Answer, sentence: Piece, roles: Sequence[RoleFact]) -> Iterator[Claim]:
    """Years and titles that a sentence names together with an employer of the résumé."""
    at = [role for role in roles if role.employer and _name_at(sentence, role.employer) is not None]
    if not at:
        return
    for year in _YEAR.finditer(sentence.text):
        fits = [role for role in at if _was_there(role, int(year[0]))]
        dated = [role for role in fits or at if role.start]
        if dated:
            role = dated[0]
            yield _of_role(answer, sentence, ClaimKind.DATE, year.span(), role, is_same=bool(fits))
    for role in at[:1]:
        place = _name_at(sentence, role.employer) if role.employer else None
        named = _TITLE.search(sentence.text[: place or 0])
        if named:
            heard = _matter(named["title"])
            fits = [each for each in at if heard & _matter(each.title.quote)]
            shown, is_same = (fits or at)[0], bool(fits)
            span = named.span("title")
            yield _of_role(answer, sentence, ClaimKind.TITLE, span, shown, is_same=is_same)


def _of_role(
    answer: Answer,
    sentence: Piece,
    kind: ClaimKind,
    place: tuple[int, int],
    role: RoleFact,
    *,
    is_same: bool,
) -> Claim:
    words = sentence.part(*place)
    line = role.title if kind is ClaimKind.TITLE else role.dates or role.title
    return Claim(
        kind=kind,
        status=ClaimStatus.SUPPORTED if is_same else ClaimStatus.CONFLICT,
        text=answer.verbatim(words),
        said=_span_of(answer, sentence),
        resume=line,
    )


def _name_at(sentence: Piece, employer: Span) -> int | None:
    found = re.search(rf"(?<!\w){re.escape(even(employer.quote))}(?!\w)", sentence.text)
    return found.start() if found else None


def _was_there(role: RoleFact, year: int) -> bool:
    if role.start is None:
        return False
    last = int(role.end[:4]) if role.end else 9999 if role.is_current else int(role.start[:4])
    return int(role.start[:4]) <= year <= last


def _matter(text: str) -> frozenset[str]:
    """The beginnings of the words that carry something."""
    return frozenset(word[:_ROOT] for word in content(text) if not word.isdigit())


def _verbatim(answer: Answer, sentence: Piece, figure: Figure) -> str:
    return answer.verbatim(sentence.part(figure.start, figure.end))


def _span(answer: Answer, sentence: Piece, figure: Figure | None) -> Span:
    """The clause that the figure stands in, long enough to be understood."""
    if figure is None:
        return _span_of(answer, sentence)
    cut = clauses(sentence)
    at = sentence.start + figure.start
    place = next((i for i, clause in enumerate(cut) if clause.start <= at < clause.end), None)
    return _span_of(answer, sentence if place is None else readable(place, cut, sentence))


def _span_of(answer: Answer, piece: Piece) -> Span:
    return Span(
        document=DocumentKind.TRANSCRIPT,
        document_id=piece.turn_id,
        start=piece.start,
        end=piece.end,
        quote=answer.verbatim(piece),
    )
