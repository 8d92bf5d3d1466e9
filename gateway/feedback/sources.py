"""Where the stories of a bank come from: résumés that have them, interviews that heard them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from chassis.errors import Unavailable
from contracts.documents import ListDocuments
from contracts.interview import ListInterviews
from contracts.message import InterviewId, ResumeId
from contracts.stories import Story
from gateway.numbering import numbered
from gateway.session import mine

Item = TypeVar("Item", ResumeId, InterviewId)


@dataclass(frozen=True)
class Sources:
    """Names of what the stories come from; of what is deleted or away there is none."""

    resumes: dict[ResumeId, str]
    interviews: dict[InterviewId, str]

    @property
    def are_several(self) -> bool:
        return len(self.resumes) + len(self.interviews) > 1

    def has(self, item: UUID | None) -> bool:
        return self.name_of(item) is not None

    def name_of(self, item: UUID | None) -> str | None:
        names = (*self.resumes.items(), *self.interviews.items())
        return next((name for each, name in names if each == item), None)


def sources_of(stories: Sequence[Story]) -> Sources:
    from_resumes = {each for story in stories for each in story.resume_ids}
    told_in = {each for story in stories for each in story.told_in}
    resumes = _unless_away(_resumes) if from_resumes else {}
    interviews = _unless_away(_interviews) if told_in else {}
    return Sources(
        resumes={item: name for item, name in resumes.items() if item in from_resumes},
        interviews={item: name for item, name in interviews.items() if item in told_in},
    )


def from_source(stories: Sequence[Story], item: UUID) -> tuple[Story, ...]:
    """Those of one résumé or one interview."""
    return tuple(story for story in stories if item in (*story.resume_ids, *story.told_in))


def _resumes() -> dict[ResumeId, str]:
    resumes = mine().documents.list_documents(ListDocuments()).resumes
    return {one.resume_id: one.title for one in resumes}


def _interviews() -> dict[InterviewId, str]:
    rows = mine().interview.list_interviews(ListInterviews()).interviews
    nth = numbered(rows)
    return {
        one.interview_id: ", ".join(filter(None, (one.title, nth.get(one.interview_id))))
        for one in rows
    }


def _unless_away(look: Callable[[], dict[Item, str]]) -> dict[Item, str]:
    """The stories stand without the names."""
    try:
        return look()
    except Unavailable:
        return {}
