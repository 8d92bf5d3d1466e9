"""A report as Markdown: plain text that a person can keep, search and change."""

import re
from collections.abc import Iterator, Sequence

from chassis.hearing.motives import is_motive
from contracts.claims import Claim
from contracts.evidence import Engine, EngineKind, Measured
from contracts.feedback import (
    Cell,
    CompetencyScore,
    FeedbackReport,
    Fix,
    Overall,
    QuestionFeedback,
)
from contracts.interview import QuestionKind, Speaker, Turn
from contracts.stories import Story
from gateway.feedback.reasons import counts_at, is_recited, reason, reasons
from gateway.pressed import chosen
from gateway.words import claim_word, label, sending_outcome

MARKS = re.compile(r"([\\`*_{}\[\]<>#|!~])")


def as_markdown(report: FeedbackReport) -> str:
    """Everything that the page shows, in its order. What a person typed stays text."""
    parts = [
        _head(report),
        _competencies(report),
        *(_question(each, report) for each in report.questions),
        _transcript(report),
        _limits(report),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def stories_as_markdown(stories: Sequence[Story], source: str | None = None) -> str:
    """The story bank, or what of it comes from one `source`, by its name; each story with what it
    is good for.
    """
    head = f"# Stories from {escaped(source)}" if source else "# Stories"
    parts = [_story(one) for one in stories] or ["There is no story yet."]
    return "\n\n".join((head, *parts)) + "\n"


def escaped(text: str) -> str:
    """`text` on one line, with every mark of Markdown taken literally."""
    return MARKS.sub(r"\\\1", " ".join(text.split()))


def _story(story: Story) -> str:
    good_for = ", ".join(label(each) for each in story.competencies)
    told = f"Told in {story.times_told} answers." if story.times_told else "From the résumé."
    parts = [
        f"## {escaped(story.title)}",
        escaped(story.text),
        f"Good for: {good_for or '–'}. {told}",
    ]
    parts += [f"Taken back, not to be used: {escaped(one.text)}." for one in story.retracted]
    parts += [f"Reads differently in the résumé: {escaped(one.text)}." for one in story.differing]
    return "\n\n".join(parts)


def _head(report: FeedbackReport) -> str:
    facts = (
        _overall(report.scorecard.overall),
        f"Rubric: {escaped(report.rubric)}.",
        f"Engine: {escaped(report.engine.label)}.{_why_without(report.engine)}",
        f"Finished: {report.finished_at:%Y-%m-%d %H:%M} UTC.",
    )
    return "\n\n".join(
        (f"# Feedback: {escaped(report.title)}", escaped(report.headline), "  \n".join(facts))
    )


def _why_without(engine: Engine) -> str:
    """Why a model that was asked has no part in it."""
    if engine.instead is None:
        return ""
    return f" Why the model gave nothing: {sending_outcome(engine.instead)}."


def _overall(total: Overall) -> str:
    counted = f"{total.answers_scored} of {total.answers_asked} answers could be scored"
    if total.answers_asked == 1:
        counted = f"The one answer could {'' if total.answers_scored else 'not '}be scored"
    if total.value is None:
        return f"Overall: no number. {counted}; an overall level takes three."
    return f"Overall: **{total.value:.1f} of 5**. {counted}."


def _competencies(report: FeedbackReport) -> str:
    rows = [
        f"| {label(score.competency)} | {_score(score, report)} | {score.cells} |"
        for score in report.scorecard.competencies
    ]
    return "\n".join(
        ("## Competencies", "", "| Competency | Level | Answers |", "|---|---|---|", *rows)
    )


def _score(score: CompetencyScore, report: FeedbackReport) -> str:
    """Its number, or why there is none."""
    if score.value is not None:
        return f"{score.value:.1f}"
    cells = [c for c in report.scorecard.cells if c.competency is score.competency]
    return escaped(" ".join((f"{label(score.status)}.", *reasons(cells, report.questions))))


def _question(question: QuestionFeedback, report: FeedbackReport) -> str:
    cells = report.scorecard.cells
    own = [cell for cell in cells if cell.question_id == question.question_id]
    planned = report.transcript.plan.questions
    is_wish = any(
        one.id == question.question_id and is_motive(one.kind, question.question) for one in planned
    )
    wish = [f"{label(QuestionKind.MOTIVATION)}, scored as:"] if is_wish and own else []
    at = counts_at(question, report.questions)
    levels = [*wish, "\n".join(_cell(cell, question, at) for cell in own)]
    if is_recited(question.question_id, report):
        levels.append(label("recited"))
    return "\n\n".join(part for part in _question_parts(question, levels) if part)


def _question_parts(question: QuestionFeedback, levels: list[str]) -> Iterator[str]:
    """`levels` say, of a question about a wish, that they are of something else."""
    yield f"## {escaped(question.question)}"
    yield f"Asked because: {escaped(question.because)}"
    yield from levels
    if question.turns_left_out:
        yield f"Replies left out because they were no answer: {question.turns_left_out}."
    if question.tells_of_several:
        yield label("several_occasions")
    for landed in question.what_landed:
        yield f"> {escaped(landed.evidence.span.quote)}\n\n{escaped(landed.text)}"
    if question.claims:
        yield "\n".join(map(_claim, question.claims))
    if question.one_fix:
        head = "One fix" if question.one_fix.level_now else "What it takes to be scored"
        about, told = _picked_up(question.one_fix), escaped(question.one_fix.text)
        yield f"**{head}:** {about}{told}"
    if question.stronger_version:
        is_ours = question.worded is None or question.worded.alone is None
        by = "" if is_ours else ", in an order that a model chose"
        told = escaped(question.stronger_version)
        yield f"**A stronger version, from your own facts{by}:** {told}"


def _picked_up(fix: Fix) -> str:
    """The words of the answer that a model picked for it, where it did."""
    if fix.about is None:
        return ""
    return f"You said “{escaped(fix.about.quote)}” (words picked by a model). "


def _claim(claim: Claim) -> str:
    """One line: what was said, how it stands to the résumé, and what the résumé says."""
    said = f"- {escaped(claim.text)}: {claim_word(claim.status)}. “{escaped(claim.said.quote)}”"
    other = claim.resume or claim.corrected
    return f"{said} – “{escaped(other.quote)}”" if other else said


def _cell(cell: Cell, question: QuestionFeedback, counts_at: int | None) -> str:
    is_scored = cell.level.value is not None
    missing = ", ".join(label(each) for each in cell.missing if is_scored)
    tail = f"; missing: {missing}" if missing else ""
    why = reason(cell, question, counts_at)
    because = f" – {escaped(why)}" if why else ""
    return f"- {label(cell.competency)}: {_level(cell.level)}{tail}{because}"


def _level(level: Measured) -> str:
    return f"level {level.value}" if level.value is not None else label(level.status)


def _transcript(report: FeedbackReport) -> str:
    turns = [_turn(turn) for turn in report.transcript.turns]
    return "\n\n".join(("## Transcript", *turns))


def _turn(turn: Turn) -> str:
    who = turn.speaker.value.capitalize()
    choice = chosen(turn.text, turn.kind) if turn.speaker is Speaker.CANDIDATE else None
    if choice:
        return f"**{who}** chose {choice}."
    return f"**{who}{_picked(turn)}:** {escaped(turn.text)}"


def _picked(turn: Turn) -> str:
    if turn.instead:
        why = sending_outcome(turn.instead)
        return f" (as the rules ask it; the model that was asked: {why})"
    return " (words picked by a model)" if turn.worded_by is EngineKind.MODEL else ""


def _limits(report: FeedbackReport) -> str:
    return "\n".join(("## What this is not", "", *(f"- {escaped(each)}" for each in report.limits)))
