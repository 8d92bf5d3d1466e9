"""Stories as they are read: the tellings of each, opened."""

from collections.abc import Sequence
from dataclasses import dataclass

from chassis.keys import Wanted
from chassis.sealedrows import Keys, keys_for_rows
from contracts.evidence import Competency, EvidenceType
from contracts.message import InterviewId, ResumeId, StoryId
from contracts.stories import OFTEN, Story
from services.feedback import shelf
from services.feedback.rules.retracted.later import TakenBack, also_of
from services.feedback.rules.stories.bank import StoryEntry, first_words
from services.feedback.tables import StoryRow


@dataclass(frozen=True)
class OpenedEntry:
    """One row of the bank, opened; `title` is what its owner calls it."""

    row: StoryRow
    entry: StoryEntry
    title: str | None

    @property
    def keys(self) -> list[Wanted]:
        return keys_for_rows([self.row])


def opened_entry(keys: Keys, row: StoryRow) -> OpenedEntry | None:
    """None where the key of its session or its résumé is destroyed."""
    contents = shelf.contents_of(keys, row)
    if "told" not in contents:
        return None
    kept = StoryEntry.model_validate_json(contents["told"])
    entry = kept.model_copy(update={"is_line": row.resume_id is not None})
    title = contents["title"].decode() if "title" in contents else None
    return OpenedEntry(row, entry, title)


def story_of(group: Sequence[OpenedEntry], taken_back: Sequence[TakenBack] = ()) -> Story:
    """One story out of its tellings, oldest first: at least one. `taken_back` is what was in any
    interview: it counts for what was told before.
    """
    own = [one for one in group if one.row.resume_id is None]
    resumes = dict.fromkeys(ResumeId(one.row.resume_id) for one in group if one.row.resume_id)
    answers = [one for one in own if not one.entry.is_practised]
    fullest = max(own or group, key=lambda one: (len(one.entry.shown), len(one.entry.text)))
    named = [one.title for one in group if one.title]
    kinds = {kind for one in group for kind in one.entry.shown}
    topics = dict.fromkeys(each for one in own or group for each in one.entry.competencies)
    claims = [claim for one in group for claim in one.entry.retracted]
    for one in group:
        claims = list(also_of(claims, one.entry.text, one.row.added_at, taken_back))
    return Story(
        story_id=StoryId(group[0].row.id),
        title=named[-1] if named else first_words(fullest.entry.text),
        text=fullest.entry.text,
        competencies=tuple(one for one in Competency if one in topics),
        shown=tuple(kind for kind in EvidenceType if kind in kinds),
        told_in=tuple(dict.fromkeys(InterviewId(one.row.interview_id) for one in answers)),
        times_told=len(answers),
        is_told_often=len(answers) >= OFTEN,
        times_practised=len(own) - len(answers),
        is_from_resume=len(own) < len(group),
        resume_ids=tuple(resumes),
        retracted=tuple(claims),
        differing=tuple(
            {each.text: each for one in group for each in one.entry.differing}.values()
        ),
        added_at=max(one.row.added_at for one in group),
    )
