"""Progress, drills and stories: what a person makes of their reports."""

from uuid import UUID

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from chassis.errors import Unavailable
from chassis.ids import new_id
from contracts.drills import CloseDrill, FindDrill, ListDrills
from contracts.interview import ListInterviews
from contracts.message import DrillId, InterviewId, StoryId
from contracts.progress import FindProgress
from contracts.stories import DropStory, ListStories, Story, StoryList
from gateway.again import shows_again
from gateway.border import read_form
from gateway.feedback.chart import charts_of
from gateway.feedback.forms import Closing, NewDrill, NewTry, StoryTitle
from gateway.feedback.markdown import stories_as_markdown
from gateway.feedback.reasons import unscored
from gateway.feedback.sources import Sources, from_source, sources_of
from gateway.feedback.trying import tried
from gateway.numbering import numbered
from gateway.session import mine

pages = Blueprint("growth", __name__, template_folder="templates")


@pages.get("/progress")
def show_progress() -> ResponseReturnValue:
    view = mine().feedback.find_progress(FindProgress())
    return render_template("feedback/progress.html", groups=charts_of(view), nth=_numbers())


@pages.get("/drills")
def list_drills() -> ResponseReturnValue:
    drills = mine().feedback.list_drills(ListDrills()).drills
    return render_template("feedback/drills.html", drills=drills)


@pages.get("/drills/<uuid:drill_id>")
def show_drill(drill_id: UUID) -> ResponseReturnValue:
    drill = mine().feedback.find_drill(FindDrill(drill_id=DrillId(drill_id)))
    return render_template("feedback/drill.html", drill=drill, try_id=new_id(), unscored=unscored)


@pages.post("/interviews/<uuid:interview_id>/drills")
def open_drill(interview_id: UUID) -> ResponseReturnValue:
    drill = mine().feedback.open_drill(read_form(NewDrill).to(InterviewId(interview_id)))
    return redirect(url_for(".show_drill", drill_id=drill.drill_id), code=303)


@pages.post("/drills/<uuid:drill_id>")
@shows_again(show_drill)
def try_drill(drill_id: UUID) -> ResponseReturnValue:
    tried(DrillId(drill_id), read_form(NewTry))
    return redirect(url_for(".show_drill", drill_id=drill_id, _anchor="difference"), code=303)


@pages.post("/drills/<uuid:drill_id>/close")
@shows_again(show_drill)
def close_drill(drill_id: UUID) -> ResponseReturnValue:
    is_done = read_form(Closing).is_done
    mine().feedback.close_drill(CloseDrill(drill_id=DrillId(drill_id), is_done=is_done))
    return redirect(url_for(".list_drills"), code=303)


@pages.get("/stories")
def list_stories() -> ResponseReturnValue:
    """All, or those of the one résumé or interview that is asked for."""
    stories, sources, chosen = _stories_shown()
    return render_template("feedback/stories.html", stories=stories, sources=sources, chosen=chosen)


@pages.get("/stories.md")
def download_stories() -> ResponseReturnValue:
    stories, sources, chosen = _stories_shown()
    text = stories_as_markdown(stories, sources.name_of(chosen))
    headers = {"Content-Disposition": 'attachment; filename="mira-stories.md"'}
    return Response(text, content_type="text/markdown; charset=utf-8", headers=headers)


@pages.get("/stories.json")
def download_stories_as_json() -> ResponseReturnValue:
    stories, *_ = _stories_shown()
    text = StoryList(stories=stories).model_dump_json(indent=2)
    headers = {"Content-Disposition": 'attachment; filename="mira-stories.json"'}
    return Response(text, content_type="application/json", headers=headers)


@pages.post("/stories/<uuid:story_id>/title")
def name_story(story_id: UUID) -> ResponseReturnValue:
    mine().feedback.name_story(read_form(StoryTitle).to(StoryId(story_id)))
    return redirect(url_for(".list_stories", _anchor=f"story-{story_id}"), code=303)


@pages.post("/stories/<uuid:story_id>/drop")
def drop_story(story_id: UUID) -> ResponseReturnValue:
    mine().feedback.drop_story(DropStory(story_id=StoryId(story_id)))
    return redirect(url_for(".list_stories"), code=303)


def _stories_shown() -> tuple[tuple[Story, ...], Sources, UUID | None]:
    """With what they come from, and the one source that is asked for; what is none asks nothing."""
    stories = mine().feedback.list_stories(ListStories()).stories
    sources = sources_of(stories)
    chosen = request.args.get("source", type=UUID)
    if chosen is None or not sources.has(chosen):
        return stories, sources, None
    return from_source(stories, chosen), sources, chosen


def _numbers() -> dict[InterviewId, str]:
    """None of them while interview is away: the levels stand without."""
    try:
        return numbered(mine().interview.list_interviews(ListInterviews()).interviews)
    except Unavailable:
        return {}
