"""Turns the answers of one session into cells, scores and words that help."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from types import MappingProxyType

from contracts.evidence import (
    Competency,
    Engine,
    EngineKind,
    Evidence,
    EvidenceType,
    Measured,
    Status,
)
from contracts.feedback import (
    Cell,
    Delivery,
    FeedbackReport,
    Fix,
    Landed,
    QuestionFeedback,
    Rubric,
    Scorecard,
)
from contracts.interview import Transcript, TurnKind
from contracts.message import Slug
from services.feedback.domain import ModelEvidence, competency_scores, overall
from services.feedback.rules import rehearsal
from services.feedback.rules.advising.headline import headline_of
from services.feedback.rules.advising.showing import best_first
from services.feedback.rules.advising.stronger import stronger_version
from services.feedback.rules.answering.answers import Answer
from services.feedback.rules.answering.deeds import is_motive
from services.feedback.rules.answering.repeats import REPEATED
from services.feedback.rules.claimed.claims import with_claims
from services.feedback.rules.counting import answers_counted, lacking
from services.feedback.rules.phrases import phrases
from services.feedback.rules.rubric import level_for, missing_for, name_of, rubric, shown_by

VERSION = "1.15.0"
"""Of the engine: the detectors and their word lists. The rubric has a version of its own."""

MAX_QUOTES = 2
"""Quotes shown for one type of evidence; the others add nothing to the level."""


_BESIDE = frozenset({"off-topic", "not-what-was-asked", "other-subject"})
"""Codes of answers to something else than what was asked."""


class RulesCoach:
    """Deterministic: the same transcript gives the same report, to the bit."""

    def prepare(self) -> None:
        """Have all lists read and compiled: the first answer takes no longer than the next."""
        with_claims(self.report(rehearsal.transcript()), rehearsal.facts())

    def rubric(self) -> Rubric:
        return rubric()

    def report(
        self, transcript: Transcript, shown: ModelEvidence = MappingProxyType({})
    ) -> FeedbackReport:
        answers = answers_counted(transcript, shown)
        card = _scorecard(transcript, answers)
        questions = tuple(_feedback(answer) for answer in answers)
        digest = hashlib.sha256(
            transcript.model_dump_json(exclude_defaults=True).encode()
        ).hexdigest()
        return FeedbackReport(
            interview_id=transcript.interview_id,
            title=transcript.title,
            headline=headline_of(
                card,
                {one.question_id: one.one_fix for one in questions if one.one_fix},
                len(transcript.plan.questions),
            ),
            finished_at=transcript.finished_at,
            rubric=name_of(rubric()),
            scorecard=card,
            questions=questions,
            transcript=transcript,
            limits=phrases().limits,
            engine=Engine(kind=EngineKind.RULES, version=VERSION, input_hash=digest),
        )


def _scorecard(transcript: Transcript, answers: list[Answer]) -> Scorecard:
    cells = tuple(
        _cell(answer, competency)
        for answer in answers
        for competency in answer.question.competencies
    )
    asked = sum(turn.kind is TurnKind.QUESTION for turn in transcript.turns)
    scores = competency_scores(cells)
    return Scorecard(
        cells=cells,
        competencies=scores,
        overall=overall(cells, scores, asked),
        delivery=Delivery(is_measured=False, note=phrases().not_measured),
    )


def _cell(answer: Answer, competency: Competency) -> Cell:
    is_answered = answer.status is not Status.NOT_ELICITED
    level = _level(answer, competency)
    counted = (
        answer.shown & set(shown_by(competency)) if level.status is Status.SCORED else frozenset()
    )
    return Cell(
        question_id=answer.question.id,
        competency=competency,
        level=level,
        evidence=_few([one for one in answer.evidence if one.type in counted]),
        missing=missing_for(competency, answer.shown) if is_answered else (),
        rejected_quotes=answer.rejected,
    )


def _level(answer: Answer, competency: Competency) -> Measured:
    if answer.status is not Status.SCORED:
        return Measured(status=answer.status, why=answer.why)
    if not answer.is_about(competency):
        return Measured(status=Status.INSUFFICIENT, why="other-subject")
    return Measured(status=Status.SCORED, value=level_for(competency, answer.shown))


def _few(evidence: list[Evidence]) -> tuple[Evidence, ...]:
    """The best quotes of each type, in the order in which they were said."""
    taken: Counter[EvidenceType] = Counter()
    kept = []
    for one in best_first(evidence):
        taken[one.type] += 1
        if taken[one.type] <= MAX_QUOTES:
            kept.append(one)
    return tuple(one for one in evidence if one in kept)


def _feedback(answer: Answer) -> QuestionFeedback:
    return QuestionFeedback(
        question_id=answer.question.id,
        question=answer.question.text,
        because=answer.question.because,
        answer=answer.text,
        turns_left_out=answer.left_out,
        tells_of_several=bool(answer.apart),
        counts_at=answer.counts_at,
        what_landed=_landed(answer),
        one_fix=_fix(answer),
        stronger_version=stronger_version(answer),
    )


def _landed(answer: Answer) -> tuple[Landed, ...]:
    """The best quote of each type that was found; none where it is about something else."""
    if not any(map(answer.is_about, answer.question.competencies)):
        return ()
    best = {one.type: one for one in reversed(best_first(answer.evidence))}
    return tuple(
        Landed(text=phrases().landed[kind], evidence=best[kind])
        for kind in EvidenceType
        if kind in best
    )


def _fix(answer: Answer) -> Fix | None:
    """What the next anchor of the question's first competency asks for. Nothing is missing in an
    answer that counts at another question.
    """
    competency = answer.question.competencies[0]
    needed = lacking(answer)
    if answer.status is Status.NOT_ELICITED or answer.why == REPEATED or not needed:
        return None
    level = _level(answer, competency)
    code = level.why or _told_how(answer)
    opening = [phrases().opening[code]] if code else []
    then = level_for(competency, answer.shown.union(needed))
    return Fix(
        missing=needed[0],
        text=" ".join([*opening, *(_fix_text(answer, kind) for kind in _worth(needed, code))]),
        level_now=level.value,
        level_then=then if level.value else None,
        also=tuple(needed[1:]),
    )


def _worth(needed: Sequence[EvidenceType], code: Slug | None) -> Sequence[EvidenceType]:
    """Of an answer to something else, what else its story lacks helps nobody, but for a deed."""
    return [kind for kind in needed if code not in _BESIDE or kind is EvidenceType.OWN_ACTION]


def _told_how(answer: Answer) -> Slug | None:
    """The code of what keeps it from being a story."""
    if answer.is_told_in_general:
        return "general"
    return "statement" if answer.is_stated else None


def _fix_text(answer: Answer, missing: EvidenceType) -> str:
    said = phrases()
    for applies, texts in (
        (is_motive(answer.question), said.fix_motive),
        (answer.is_told_as_would, said.fix_unreal),
        (answer.is_told_as_we, said.fix_we),
        (answer.has_bare_figure, said.fix_figure),
    ):
        if applies and missing in texts:
            return texts[missing]
    return said.fix[missing]
