"""The stories in answers and in a résumé, and which tellings are of one story."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import dropwhile
from uuid import UUID

from chassis.hearing.lexicon import words
from chassis.hearing.text import all_words, content
from contracts.claims import Claim, ClaimStatus, ResumeFacts
from contracts.evidence import Competency, EvidenceType
from contracts.feedback import FeedbackReport, QuestionFeedback
from contracts.message import Message
from services.feedback.rules.answering.answers import answers_in
from services.feedback.rules.answering.asked import is_case
from services.feedback.rules.answering.repeats import REPEATED
from services.feedback.rules.figures import figures_in
from services.feedback.rules.retracted.withdrawn import disowned_among
from services.feedback.rules.rubric import topic_words
from services.feedback.rules.stories.happening import Happening, happening, is_same
from services.feedback.rules.stories.telling import best_telling

TITLE_WORDS = 9
FEWEST_TITLE_WORDS = 4
_ROOT = 6
_OPENERS = frozenset(
    [
        "so",
        "well",
        "and",
        "but",
        "yes",
        "yeah",
        "like",
        "okay",
        "ok",
        "right",
        "alright",
        "sure",
        "um",
        "uh",
        "er",
        "erm",
        "hm",
        "hmm",
        "oh",
        "ah",
        "basically",
        "actually",
        "honestly",
        "frankly",
    ]
)
"""What people say before they begin."""

_DENIES = re.compile(
    r"(?:(?:no|so|well|honestly|to be honest)\W+){0,2}"
    r"(?:i|we)(?:[’']ve| have| had|[’']m| am| are| do| did| was| were)?"
    r"(?: (?:not|never)\b|(?: (?:have|had|do|did|are|was|were))?n[’']t\b)"
    r"[^.!?\n]{0,200}?(?:[.!?]+\s+|[,;]? but )(?=\S)",
    re.IGNORECASE,
)
"""What somebody says of themselves not to have done, before they tell what they did."""


class StoryEntry(Message):
    """One telling, or one line of a résumé. `is_practised`: it was told in a drill, to nobody;

    `is_line`: it stands in a résumé.
    """

    text: str
    competencies: tuple[Competency, ...]
    shown: tuple[EvidenceType, ...] = ()
    retracted: tuple[Claim, ...] = ()
    differing: tuple[Claim, ...] = ()
    is_practised: bool = False
    is_line: bool = False

    @property
    def words(self) -> frozenset[str]:
        """The beginnings of what carries something."""
        return frozenset(word[:_ROOT] for word in content(self.text))


def told_in(report: FeedbackReport) -> Iterator[StoryEntry]:
    """One for each question whose best try is a story, also where the same one counts at another:
    there it is told once more, and shows no competency.
    """
    of_cases = {one.id for one in report.transcript.plan.questions if is_case(one)}
    disowned = disowned_among(answers_in(report.transcript, {}))
    for question in report.questions:
        own = [c for c in report.scorecard.cells if c.question_id == question.question_id]
        cells = [cell for cell in own if cell.level.value is not None]
        is_told = cells or any(cell.level.why == REPEATED for cell in own)
        best = best_telling(report, question, disowned)
        if is_told and best and question.question_id not in of_cases:
            yield StoryEntry(
                text=best.text,
                competencies=tuple(cell.competency for cell in cells),
                shown=tuple(kind for kind in EvidenceType if kind in best.shown),
                retracted=tuple(_claimed(question, best.turns, ClaimStatus.RETRACTED)),
                differing=tuple(
                    one.model_copy(update={"resume": None})
                    for one in _claimed(question, best.turns, ClaimStatus.CONFLICT)
                ),
            )


def _claimed(
    question: QuestionFeedback, turns: Collection[UUID], status: ClaimStatus
) -> Iterator[Claim]:
    for one in question.claims:
        if one.status is status and one.said.document_id in turns:
            yield one


def lines_of(facts: ResumeFacts) -> Iterator[StoryEntry]:
    """The deeds with a figure: what was measured can be told. A line of a page ends no sentence."""
    for line in facts.deeds:
        if figures_in(line.quote):
            text = " ".join(line.quote.split())
            yield StoryEntry(text=text, competencies=_topics(text), is_line=True)


def grouped(told: Sequence[StoryEntry]) -> list[list[int]]:
    """The places of tellings of one story, story by story, each in the order given.

    A telling is of a story where it is of one with each telling before it: none is drawn in through
    a third. A line of a résumé goes with the story that it fits best, and draws nothing in.
    """
    happenings = [happening(one.text, is_line=one.is_line) for one in told]
    groups: list[list[int]] = []
    for place in (at for at, one in enumerate(told) if not one.is_line):
        own = happenings[place]
        fits = [each for each in groups if all(is_same(own, happenings[at]) for at in each)]
        _join(groups, fits, place, happenings)
    stories = list(groups)
    for place in (at for at, one in enumerate(told) if one.is_line):
        own = happenings[place]
        fits = [each for each in stories if any(is_same(own, happenings[at]) for at in each)]
        _join(groups, fits or _twins(groups, told, place), place, happenings)
    return sorted((sorted(group) for group in groups), key=min)


def _join(
    groups: list[list[int]], fits: list[list[int]], place: int, happenings: Sequence[Happening]
) -> None:
    """Into the nearest of those that fit, or a story of its own."""
    if not fits:
        groups.append([place])
        return
    own = happenings[place]
    max(fits, key=lambda one: max(own.nearness(happenings[at]) for at in one)).append(place)


def _twins(groups: list[list[int]], told: Sequence[StoryEntry], place: int) -> list[list[int]]:
    """The group of the same line in another résumé."""
    return [one for one in groups if all(told[at].words == told[place].words for at in one)]


def first_words(text: str) -> str:
    """What a story is called that nobody has named: how it begins, after the fillers and after what
    was not done.
    """
    text = text.strip()
    while denial := _DENIES.match(text):
        text = text[denial.end() :]
    whole = text.split("\n", maxsplit=1)[0].split()
    said = list(dropwhile(_is_filler, whole)) or whole
    ends = (at for at, word in enumerate(said[:TITLE_WORDS], 1) if word.endswith((".", "!", "?")))
    end = next((at for at in ends if at >= FEWEST_TITLE_WORDS), 0)
    if end:
        said = said[:end]
    title = " ".join(_ending_well(said[:TITLE_WORDS]) if len(said) > TITLE_WORDS else said)
    return title[:1].upper() + title[1:] + ("…" if len(said) > TITLE_WORDS else "")


def _ending_well(said: Sequence[str]) -> Sequence[str]:
    """Without "with the" or "60 portions of" at its end."""
    least = said[:FEWEST_TITLE_WORDS]
    kept = list(said)
    while len(kept) > len(least) and kept[-1].lower().strip(",;:") in words().function:
        kept.pop()
    kept[-1] = kept[-1].rstrip(",;:")
    return kept


def _is_filler(word: str) -> bool:
    return word.lower().strip(",.;:–-…!") in _OPENERS


def _topics(text: str) -> tuple[Competency, ...]:
    """At most two that its words point to."""
    spoken = all_words(text)
    counts = {one: sum(word.startswith(topic_words(one)) for word in spoken) for one in Competency}
    best = sorted((one for one in Competency if counts[one]), key=lambda one: -counts[one])
    return tuple(best[:2])
