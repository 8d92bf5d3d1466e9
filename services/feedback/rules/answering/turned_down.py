"""Why words that are an answer are none to the question that was asked."""

from collections.abc import Sequence

from chassis.hearing.text import Piece, content
from contracts.evidence import Evidence
from contracts.interview import Question, Transcript
from contracts.message import Slug
from services.feedback.rules.answering.beside import is_beside_question, is_of_other_life
from services.feedback.rules.answering.deeds import why_no_deed
from services.feedback.rules.answering.lectures import why_lecture
from services.feedback.rules.answering.private import without_private
from services.feedback.rules.answering.recipes import is_recipe
from services.feedback.rules.answering.verse import is_verse
from services.feedback.rules.answering.worklife import is_private


def why_turned_down(
    question: Question, told: Sequence[Piece], evidence: Sequence[Evidence], transcript: Transcript
) -> Slug | None:
    """The reason, by its name in phrases.toml; None where they stand."""
    own, shown = without_private(told), {one.type for one in evidence}
    if is_beside_question(question, own, evidence):
        return "not-what-was-asked"
    told_so = [one for one in own if content(one.text)]
    if is_verse(told_so) or is_recipe(told_so, transcript):
        return "off-topic"
    why = why_lecture(question, told_so) or why_no_deed(question, own, shown)
    if why is None and is_private(told, question, transcript):
        why = "private-life"
    if why is None and is_of_other_life(question, told, transcript):
        why = "not-what-was-asked"
    return why
