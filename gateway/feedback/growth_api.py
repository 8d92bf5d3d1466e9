"""The API about progress, drills and stories."""

from uuid import UUID

from apiflask import APIBlueprint
from flask import Blueprint

from contracts.drills import CloseDrill, FindDrill, ListDrills
from contracts.message import DrillId, InterviewId, Message, StoryId
from contracts.progress import FindProgress
from contracts.stories import DropStory, ListStories
from gateway.feedback import growth_examples as examples
from gateway.feedback.forms import Closing, NewDrill, NewTry, StoryTitle
from gateway.feedback.trying import tried
from gateway.operation import KEYED, operation
from gateway.session import mine

api: Blueprint = APIBlueprint("growth_api", __name__, url_prefix="/api/v1", tag="Feedback")


@api.get("/progress")
@operation(examples.PROGRESS)
def find_progress() -> Message:
    """Levels over sessions, in groups of what may be compared"""
    return mine().feedback.find_progress(FindProgress())


@api.get("/drills")
@operation(examples.DRILLS)
def list_drills() -> Message:
    """All drills, the open ones first"""
    return mine().feedback.list_drills(ListDrills())


@api.get("/drills/<uuid:drill_id>")
@operation(examples.DRILL, fails=("not-found",))
def find_drill(drill_id: UUID) -> Message:
    """One drill, with every try and the difference to the first answer"""
    return mine().feedback.find_drill(FindDrill(drill_id=DrillId(drill_id)))


@api.post("/interviews/<uuid:interview_id>/drills")
@operation(examples.DRILL, takes=examples.NEW_DRILL, fails=("not-found", "conflict", *KEYED))
def open_drill(interview_id: UUID, body: NewDrill) -> Message:
    """Practise a question again; at most three drills are open at a time"""
    return mine().feedback.open_drill(body.to(InterviewId(interview_id)))


@api.post("/drills/<uuid:drill_id>/tries")
@operation(examples.DRILL, takes=examples.NEW_TRY, fails=("not-found", "conflict", *KEYED))
def try_drill(drill_id: UUID, body: NewTry) -> Message:
    """Answer the question of a drill once more"""
    return tried(DrillId(drill_id), body)


@api.post("/drills/<uuid:drill_id>/close")
@operation(examples.DRILL, takes=examples.CLOSING, fails=("not-found", *KEYED))
def close_drill(drill_id: UUID, body: Closing) -> Message:
    """Say that a drill is done, or put it away"""
    cmd = CloseDrill(drill_id=DrillId(drill_id), is_done=body.is_done)
    return mine().feedback.close_drill(cmd)


@api.get("/stories")
@operation(examples.STORIES)
def list_stories() -> Message:
    """The story bank, newest first"""
    return mine().feedback.list_stories(ListStories())


@api.post("/stories/<uuid:story_id>/title")
@operation(examples.STORIES, takes=examples.STORY_TITLE, fails=("not-found", *KEYED))
def name_story(story_id: UUID, body: StoryTitle) -> Message:
    """Give a story a title of your own"""
    return mine().feedback.name_story(body.to(StoryId(story_id)))


@api.delete("/stories/<uuid:story_id>")
@operation(examples.STORIES)
def drop_story(story_id: UUID) -> Message:
    """Take a story out of the bank; the interviews stay as they are"""
    return mine().feedback.drop_story(DropStory(story_id=StoryId(story_id)))
