"""Invented drills, stories and progress, as the API's description shows them."""

from uuid import UUID

from contracts.drills import Drill, DrillList, DrillState, Try
from contracts.evidence import Competency, EngineKind, EvidenceType, Measured, Status
from contracts.interview import Mode
from contracts.message import DrillId, StoryId
from contracts.progress import Again, Apart, Group, Line, Point, ProgressView, SessionRow
from contracts.stories import Story, StoryList
from gateway.example_interview import ASKED, INTERVIEW_ID, SAID, TITLE
from gateway.feedback.examples import AT
from gateway.feedback.forms import Closing, NewDrill, NewTry, StoryTitle

RUBRIC = "mira-bars 1.1.0"
DRILL_ID = DrillId(UUID("01900000-0000-7000-8000-0000000000d1"))
STORY_ID = StoryId(UUID("01900000-0000-7000-8000-0000000000e1"))
TRY_ID = UUID("01900000-0000-7000-8000-0000000000f1")
NEW_DRILL = NewDrill(question_id="k1")
NEW_TRY = NewTry(
    try_id=TRY_ID,
    text=f"{SAID} I decided against rewriting it at once, because it would have taken a year.",
)
CLOSING = Closing(is_done=True)
TITLE_OF_STORY = "Forty services to Python"
STORY_TITLE = StoryTitle(title=TITLE_OF_STORY)
_FIRST = (EvidenceType.OWN_ACTION, EvidenceType.SITUATION, EvidenceType.RESULT)

DRILL = Drill(
    drill_id=DRILL_ID,
    interview_id=INTERVIEW_ID,
    question_id="k1",
    title=TITLE,
    question=ASKED,
    competency=Competency.DELIVERY,
    missing=EvidenceType.TRADE_OFF,
    task="Name another way that was open to you, and what you gave up by not taking it.",
    rubric=RUBRIC,
    state=DrillState.OPEN,
    before=Try(
        try_id=UUID("01900000-0000-7000-8000-0000000000f0"),
        text=SAID,
        said_at=AT,
        level=Measured(status=Status.SCORED, value=4),
        shown=_FIRST,
    ),
    tries=(
        Try(
            try_id=TRY_ID,
            text=NEW_TRY.text,
            said_at=AT,
            level=Measured(status=Status.SCORED, value=5),
            shown=(*_FIRST, EvidenceType.TRADE_OFF),
        ),
    ),
    gained=(EvidenceType.TRADE_OFF,),
    added_at=AT,
    version=2,
)
DRILLS = DrillList(drills=(DRILL,))
STORIES = StoryList(
    stories=(
        Story(
            story_id=STORY_ID,
            title=TITLE_OF_STORY,
            text=SAID,
            competencies=(Competency.DELIVERY, Competency.CHANGE),
            shown=_FIRST,
            told_in=(INTERVIEW_ID,),
            times_told=3,
            is_told_often=True,
            is_from_resume=True,
            added_at=AT,
        ),
    )
)


def _group(mode: Mode, *values: float) -> Group:
    row = SessionRow(
        interview_id=INTERVIEW_ID,
        title="Data engineer",
        finished_at=AT,
        rubric=RUBRIC,
        engine=EngineKind.RULES,
        mode=mode,
    )
    points = tuple(
        Point(
            interview_id=INTERVIEW_ID,
            status=Status.SCORED,
            value=value,
            cells=3,
            low=value - 0.6,
            high=min(5.0, value + 0.6),
        )
        for value in values
    )
    is_one = len(values) == 1
    line = Line(
        competency=Competency.DELIVERY,
        points=points,
        change=None if is_one else round(values[-1] - values[0], 1),
        says="one-session" if is_one else "up",
    )
    return Group(
        rubric=RUBRIC,
        engine=EngineKind.RULES,
        mode=mode,
        sessions=(row,) * len(values),
        lines=(line,),
        again=None if is_one else Again(questions=7, higher=4, same=3, lower=1, says="too-few"),
    )


PROGRESS = ProgressView(
    groups=(_group(Mode.LIVE, 2.3, 3.7, 4.3), _group(Mode.PRACTICE, 3.0)),
    apart=(Apart(mode=True),),
)
