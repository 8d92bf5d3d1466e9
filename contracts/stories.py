"""What a person can tell: stories out of answers, and lines of a résumé that could be one."""

from datetime import datetime
from typing import Annotated, Protocol

from pydantic import Field

from contracts.claims import Claim
from contracts.evidence import Competency, EvidenceType
from contracts.message import Count, InterviewId, Message, ResumeId, StoryId

OFTEN = 3
"""Told in as many answers, a story is used too often."""


class Story(Message):
    """One story, however often it was told; `text` is its fullest telling.

    `told_in` are the interviews; none for a line of a résumé that was not told yet, and none for
    what was told in drills only, as often as `times_practised` says; `resume_ids` are the résumés
    that have its line. `retracted` is what of it was
    taken back, in a telling or in a later interview: it is not to be used again. `differing` are
    claims of a telling that read differently in the résumé, without its line, which goes with the
    résumé.
    """

    story_id: StoryId
    title: str
    text: str
    competencies: tuple[Competency, ...]
    shown: tuple[EvidenceType, ...]
    told_in: tuple[InterviewId, ...]
    times_told: Count
    times_practised: Count = 0
    is_told_often: bool
    is_from_resume: bool
    resume_ids: tuple[ResumeId, ...] = ()
    retracted: tuple[Claim, ...] = ()
    differing: tuple[Claim, ...] = ()
    added_at: datetime


class StoryList(Message):
    """Newest first."""

    stories: tuple[Story, ...]


class ListStories(Message):
    """All of the person who asks."""


class NameStory(Message):
    """An empty title takes the story's own first words."""

    story_id: StoryId
    title: Annotated[str, Field(max_length=120)]


class DropStory(Message):
    """Every telling of it leaves the bank; the interviews stay as they are. Safe to repeat."""

    story_id: StoryId


class Stories(Protocol):
    """The part of feedback's calls that is about stories."""

    def list_stories(self, query: ListStories) -> StoryList: ...

    def name_story(self, cmd: NameStory) -> StoryList: ...

    def drop_story(self, cmd: DropStory) -> StoryList: ...
