"""The answer to one question: all that was said to it, what it shows, or why it is none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from chassis.hearing.comparisons import compared_across
from chassis.hearing.customs import asks_for_custom
from chassis.hearing.detectors import compares, detect, says_we, says_would
from chassis.hearing.found import Found
from chassis.hearing.lexicon import even
from chassis.hearing.substance import is_general
from chassis.hearing.text import Piece, content, sentences
from contracts.evidence import Competency, Evidence, EvidenceType, Status
from contracts.interview import Question, Speaker, Transcript, Turn, TurnKind
from contracts.message import Slug, TurnId
from services.feedback.domain import ModelEvidence, verified
from services.feedback.rules.answering.asked import given_by, is_case
from services.feedback.rules.answering.deeds import asks_by_itself
from services.feedback.rules.answering.events import is_of_story
from services.feedback.rules.answering.junk import (
    readable_sentences,
    repeats_question,
    why_insufficient,
    why_unreadable,
)
from services.feedback.rules.answering.lists import telling, without_hollow
from services.feedback.rules.answering.occasions import occasions, tries_in
from services.feedback.rules.answering.places import evidence_of, holding, is_among, without_spans
from services.feedback.rules.answering.private import without_private
from services.feedback.rules.answering.recited import RECITED, without_recited
from services.feedback.rules.answering.turned_down import why_turned_down
from services.feedback.rules.rubric import (
    counts_for_worse,
    is_beside_figures,
    level_for,
    speaks_of,
)

_CLOSED = re.compile(r"[.!?…][”\"’')\]]*$")


@dataclass(frozen=True)
class Answer:
    """`status` is scored where levels may be given; `evidence` has been verified."""

    question: Question
    status: Status
    why: Slug | None
    text: str | None
    evidence: tuple[Evidence, ...]
    rejected: int
    own: tuple[Piece, ...]
    said: tuple[Turn, ...]
    left_out: int = 0
    is_told_in_general: bool = False
    """Whether nothing particular is told: then nothing that it says is evidence."""
    apart: tuple[Piece, ...] = ()
    """Sentences of other occasions than the one that it is read as: they show nothing of that."""

    is_stated: bool = False
    """Whether it only states what would be evidence in a story: then some of that is none."""

    is_compared: bool = False
    """Whether a figure stands in the place of one that was compared."""

    counts_at: Slug | None = None
    """The question under which the same was told and counts instead."""

    @property
    def shown(self) -> frozenset[EvidenceType]:
        """The types that count: those found, and what the question gives. A figure counts where
        it says what it is to be compared with.
        """
        found = frozenset(one.type for one in self.evidence) | given_by(self.question)
        return found - {EvidenceType.MEASURE} if self.has_bare_figure else found

    @property
    def has_bare_figure(self) -> bool:
        """Whether there are figures and none of them is compared with anything."""
        figures = self.showing(EvidenceType.MEASURE)
        if not figures or self.is_compared or any(map(compares, figures)):
            return False
        return not compared_across(self.told)

    def showing(self, kind: EvidenceType) -> list[Piece]:
        """The sentences that hold evidence of `kind`."""
        return holding(self.own, [one for one in self.evidence if one.type is kind])

    @property
    def told(self) -> list[Piece]:
        """The sentences of the occasion that it is read as."""
        return [sentence for sentence in self.own if not is_among(sentence, self.apart)]

    @property
    def is_told_as_we(self) -> bool:
        return says_we(self.told)

    @property
    def is_told_as_would(self) -> bool:
        return says_would(self.told)

    def holds(self, piece: Piece) -> bool:
        return any(turn.turn_id == piece.turn_id for turn in self.said)

    def verbatim(self, piece: Piece) -> str:
        """The words of `piece` as they were said."""
        return self._text_around(piece)[piece.start : piece.end]

    def with_names(self, piece: Piece) -> Piece:
        """`piece` as it was said: names are masked where evidence is looked for."""
        return replace(piece, text=even(self.verbatim(piece)))

    def quoted(self, piece: Piece) -> str:
        """The words of `piece`, with a mark where its sentence went on before or behind it."""
        text = self._text_around(piece)
        before, behind = text[: piece.start].rstrip(" \t"), text[piece.end :].lstrip(" \t")
        goes_on = bool(behind) and behind[0] != "\n" and not _CLOSED.search(self.verbatim(piece))
        began = bool(before) and before[-1] != "\n" and not _CLOSED.search(before)
        return f"{'… ' if began else ''}{self.verbatim(piece)}{' …' if goes_on else ''}"

    def _text_around(self, piece: Piece) -> str:
        return next(turn.text for turn in self.said if turn.turn_id == piece.turn_id)

    @property
    def content(self) -> frozenset[str]:
        return frozenset(content(" ".join(turn.text for turn in self.said)))

    def is_about(self, competency: Competency) -> bool:
        """Whether it can be given a level for `competency`: a story without a customer in it
        shows nothing of customer focus, however well told. Where the question asks for no
        occasion, what it asks for will do.
        """
        return self.status is Status.SCORED and (
            asks_by_itself(self.question) or speaks_of(competency, self._told_of(competency))
        )

    def _told_of(self, competency: Competency) -> list[str]:
        """The sentences in which signs of `competency` count, without the figures where signs in
        them do not: "errors fell by half" tells of no error that was looked into.
        """
        figures = [one.span for one in self.evidence if one.type is EvidenceType.MEASURE]
        if not is_beside_figures(competency):
            figures = []
        return [without_spans(figures, one) for one in self.told if is_of_story(one)]


def answers_in(transcript: Transcript, shown: ModelEvidence) -> list[Answer]:
    """One for each planned question, in order, with what else was `shown` of each."""
    return [
        _with_shown(_answer(transcript, question), shown.get(question.id, ()))
        for question in transcript.plan.questions
    ]


def _with_shown(answer: Answer, shown: Sequence[Evidence]) -> Answer:
    """`answer` with evidence that the rules did not find, where it is an answer at all."""
    if not shown or answer.status is not Status.SCORED or answer.is_told_in_general:
        return answer
    order = {turn.turn_id: turn.number for turn in answer.said}

    def place(one: Evidence) -> tuple[int, int]:
        return order[TurnId(one.span.document_id)], one.span.start

    told = [one for one in shown if not holding(answer.apart, [one])]
    return replace(answer, evidence=tuple(sorted((*answer.evidence, *told), key=place)))


def _answer(transcript: Transcript, question: Question) -> Answer:
    turns = [turn for turn in transcript.turns if turn.question_id == question.id]
    whole = _read(transcript, question, turns, [t for t in turns if t.kind is TurnKind.ANSWER])
    tries = [said for said in tries_in(turns) if said]
    return _best_try(transcript, whole, turns, tries) if len(tries) > 1 else whole


def _best_try(
    transcript: Transcript, whole: Answer, turns: Sequence[Turn], tries: Sequence[Sequence[Turn]]
) -> Answer:
    """As the tries that have a level count: together, or the one that shows more by itself. A try
    that is junk or beside the matter takes nothing from the others and gives them nothing.
    """
    question = whole.question
    alone = [_read(transcript, question, turns, said) for said in tries]
    fit = [said for said, one in zip(tries, alone, strict=True) if _worth(one)[0]]
    if not fit:
        return whole
    together = _read(transcript, question, turns, [turn for said in fit for turn in said])
    best = max([together, *alone], key=_worth)
    return replace(
        best,
        text=whole.text,
        own=whole.own,
        said=whole.said,
        left_out=whole.left_out,
        apart=tuple(one for one in whole.own if not is_among(one, best.told)),
    )


def _worth(answer: Answer) -> tuple[int, int]:
    """The level that it can have for what is asked for first, 0 for none, and how much it shows."""
    first = answer.question.competencies[0]
    return (level_for(first, answer.shown), len(answer.shown)) if answer.is_about(first) else (0, 0)


def _read(
    transcript: Transcript, question: Question, turns: Sequence[Turn], answered: Sequence[Turn]
) -> Answer:
    """The answer that `answered` are, among the `turns` of a question."""
    said = _heard(answered)
    if not said:
        return _unanswered(question, turns)
    asked = " ".join(turn.text for turn in turns if turn.speaker is Speaker.INTERVIEWER)
    pieces = [piece for turn in said for piece in sentences(turn)]
    fresh = without_recited(pieces, transcript)
    told = readable_sentences(fresh, asked)
    own = without_private(told)
    one, found, apart = _best(own, question)
    kept = without_hollow(one, found)
    claimed = evidence_of(kept, said)
    evidence = verified(claimed, transcript)
    texts = [turn.text for turn in said]
    why = why_insufficient(texts, own, question, {one.type for one in found})
    why = why or why_turned_down(question, told, evidence, transcript)
    general = why is None and is_general(telling(one, found) or one)
    if len(fresh) < len(pieces) and (why or general or not evidence):
        is_copied = repeats_question("\n".join(texts), question)
        why, general = "copied-question" if is_copied else RECITED, False
    return Answer(
        question=question,
        status=Status.INSUFFICIENT if why else Status.SCORED,
        why=why,
        text="\n\n".join(texts),
        evidence=() if why or general else evidence,
        rejected=len(claimed) - len(evidence),
        own=tuple(own),
        said=tuple(said),
        left_out=len(answered) - len(said),
        is_told_in_general=general,
        is_stated=why is None and len(kept) < len(found),
        apart=tuple(apart),
    )


def _best(
    own: Sequence[Piece], question: Question
) -> tuple[Sequence[Piece], list[Found], list[Piece]]:
    """The occasion that shows most of what is asked for first, the first of equals and one about
    that before all others; what is found in it; and the sentences of the others.
    """
    told = occasions(own)
    if len(told) == 1:
        return own, _found(own, question), []
    first, given = question.competencies[0], given_by(question)
    founds = [_found(part, question) for part in told]
    types = [frozenset(one.type for one in found) | given for found in founds]
    about = [speaks_of(first, [one.text for one in part if is_of_story(one)]) for part in told]
    worth = [(is_it, level_for(first, of), len(of)) for is_it, of in zip(about, types, strict=True)]
    at = worth.index(max(worth))
    return told[at], founds[at], [each for part in told if part is not told[at] for each in part]


def _heard(said: Sequence[Turn]) -> Sequence[Turn]:
    """Without the turns that are no answer, unless none is one: what is pasted in reply to a
    follow-up takes nothing away from what was told before.
    """
    return [turn for turn in said if why_unreadable(turn.text) is None] or said


def _unanswered(question: Question, turns: Sequence[Turn]) -> Answer:
    kinds = {turn.kind for turn in turns}
    if TurnKind.SKIP in kinds:
        why = "skipped"
    else:
        why = "not-answered" if TurnKind.QUESTION in kinds else "not-asked"
    return Answer(question, Status.NOT_ELICITED, why, None, (), 0, (), ())


def _found(own: Sequence[Piece], question: Question) -> list[Found]:
    """What may count as evidence in a reply to `question`."""
    of_case = is_case(question)
    return [
        found
        for found in detect(own, of_custom=asks_for_custom(question.text))
        if (not found.is_unreal or of_case)
        and (not found.is_for_worse or counts_for_worse(question.competencies))
    ]
