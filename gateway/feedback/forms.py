"""What a browser or a program may send about drills and stories."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.claims import ResumeFacts
from contracts.drills import OpenDrill, TryDrill
from contracts.message import DrillId, InterviewId, Message, Slug, StoryId
from contracts.room import MAX_ANSWER_CHARACTERS
from contracts.stories import NameStory


class NewDrill(Message):
    """The question of the interview that is to be practised again."""

    question_id: Slug

    def to(self, interview_id: InterviewId) -> OpenDrill:
        return OpenDrill(interview_id=interview_id, question_id=self.question_id)


class NewTry(Message):
    """`try_id` is yours: the same one twice is one try, so a resend is harmless."""

    try_id: UUID
    text: Annotated[str, Field(min_length=1, max_length=MAX_ANSWER_CHARACTERS)]

    def to(self, drill_id: DrillId, facts: ResumeFacts | None) -> TryDrill:
        return TryDrill(drill_id=drill_id, try_id=self.try_id, text=self.text, facts=facts)


class Closing(Message):
    """Whether the drill is done; else it is put away as it is."""

    is_done: bool


class StoryTitle(Message):
    """Empty: the story goes by its own first words."""

    title: Annotated[str, Field(max_length=120)] = ""

    def to(self, story_id: StoryId) -> NameStory:
        return NameStory(story_id=story_id, title=self.title)
