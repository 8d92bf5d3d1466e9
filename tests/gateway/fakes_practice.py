"""Interview and feedback as the gateway's tests know them."""

from chassis.errors import Conflict
from chassis.ids import new_id
from contracts import drills, feedback, interview, privacy, progress, stories
from contracts.auth import Auth
from contracts.disclosure import SendingView
from contracts.documents import Documents
from contracts.interview import InterviewState, Speaker, TurnKind
from contracts.message import InterviewId
from contracts.replanning import ChangePlan, RepeatInterview
from contracts.room import SaveDraft
from contracts.suggestion import AskSuggestion, SettleSuggestion, SuggestionState
from gateway.documents.sending_examples import WOULD_SEND
from gateway.example_interview import TRANSCRIPT
from gateway.feedback import examples as feedback_examples
from gateway.feedback import growth_examples
from gateway.interview import examples as interview_examples
from tests.gateway.fakes import FakeAuth
from tests.gateway.fakes_privacy import FakePrivacy
from tests.gateway.fakes_sending import FakeAnswersSending, FakeLedger, FakeSending
from tests.gateway.world import AT, FakeBus, World

KEPT = ("interview_id", "fit_id", "resume_id")
"""Of an invented session that goes on."""


class FakeInterview(FakeLedger, interview.Interview):
    def plan_interview(self, cmd: interview.PlanInterview) -> interview.InterviewView:
        ids = {
            "interview_id": InterviewId(new_id()),
            "fit_id": cmd.briefing.fit_id,
            "resume_id": cmd.briefing.resume.resume_id,
        }
        return self._keep(interview_examples.PLANNED.model_copy(update={**ids, "mode": cmd.mode}))

    def repeat_interview(self, cmd: RepeatInterview) -> interview.InterviewView:
        found = self._find(cmd.interview_id)
        if found.state is not InterviewState.FINISHED:
            raise Conflict("It is not finished.", code="interview-not-finished")
        ids = {"interview_id": InterviewId(new_id()), "fit_id": found.fit_id}
        return self._keep(interview_examples.PLANNED.model_copy(update=ids))

    def change_plan(self, cmd: ChangePlan) -> interview.InterviewView:
        """The rules' own editor is held by the service's tests; here a change leaves its trace."""
        found = self._find(cmd.interview_id)
        if found.state is not InterviewState.PLANNED:
            raise Conflict("The questions are fixed.", code="plan-fixed")
        if cmd.version is None:
            raise Conflict("Say which version.", code="version-needed")
        if cmd.version != found.version:
            raise Conflict("It was changed.", code="changed-meanwhile")
        return self._keep(found.model_copy(update={"version": found.version + 1}))

    def find_suggestion(self, query: interview.FindInterview) -> interview.SuggestionView:
        self._find(query.interview_id)
        is_open = self.world.has_provider
        state = SuggestionState.OPEN if is_open else SuggestionState.CLOSED
        none = (self.person, interview.SuggestionView(state=state))
        view: interview.SuggestionView = self.world.things.get(
            ("suggestion", query.interview_id), none
        )[1]
        return view

    def preview_suggestion(self, query: AskSuggestion) -> SendingView:
        self._find(query.interview_id)
        return WOULD_SEND

    def ask_suggestion(self, cmd: AskSuggestion) -> interview.SuggestionView:
        if self._find(cmd.interview_id).state is not InterviewState.PLANNED:
            raise Conflict("No other plan can be asked for.", code="no-suggestion")
        view = interview_examples.SUGGESTING
        self.world.put("suggestion", cmd.interview_id, self.person, view)
        return view

    def settle_suggestion(self, cmd: SettleSuggestion) -> interview.InterviewView:
        found = self._find(cmd.interview_id)
        if cmd.version is None:
            raise Conflict("Say which version.", code="version-needed")
        if cmd.version != found.version:
            raise Conflict("It was changed.", code="changed-meanwhile")
        plan = interview_examples.SUGGESTION.plan if cmd.is_taken else found.plan
        return self._keep(found.model_copy(update={"plan": plan}))

    def find_interview(self, query: interview.FindInterview) -> interview.InterviewView:
        found: interview.InterviewView = self.world.get("session", query.interview_id, self.person)
        return found

    def list_interviews(self, query: interview.ListInterviews) -> interview.InterviewList:
        rows = [
            interview.InterviewRow(
                interview_id=each.interview_id,
                state=each.state,
                mode=each.mode,
                title=each.title,
                planned_at=each.planned_at,
            )
            for each in self.world.all("session", self.person)
        ]
        return interview.InterviewList(interviews=tuple(rows))

    def start_interview(self, cmd: interview.StartInterview) -> interview.InterviewView:
        found = self._find(cmd.interview_id)
        live = interview_examples.LIVE.model_copy(
            update={name: getattr(found, name) for name in KEPT}
        )
        return self._keep(live)

    def save_draft(self, cmd: SaveDraft) -> interview.InterviewView:
        found = self._find(cmd.interview_id)
        if found.asked is None or found.asked.turn_id != cmd.asked:
            raise Conflict("This was written to another question.", code="question-moved")
        return self._keep(found.model_copy(update={"draft": cmd.text}))

    def answer(self, cmd: interview.Answer) -> interview.InterviewView:
        found = self._find(cmd.interview_id)
        if found.state is not InterviewState.LIVE:
            raise Conflict("This interview is not under way.", code="interview-not-live")
        taken = [turn.text for turn in found.turns if turn.turn_id == cmd.turn_id]
        if taken and taken != [cmd.text]:
            raise Conflict("An answer cannot be changed.", code="answer-taken")
        if taken:
            return found
        if found.asked and cmd.asked != found.asked.turn_id:
            raise Conflict("This was written to another question.", code="question-moved")
        turn = interview.Turn(
            turn_id=cmd.turn_id,
            number=len(found.turns),
            speaker=Speaker.CANDIDATE,
            kind=TurnKind.ANSWER,
            question_id="k1",
            text=cmd.text,
            said_at=AT,
        )
        is_over = self.world.is_over_after_an_answer
        state = InterviewState.FINISHED if is_over else InterviewState.LIVE
        after = {"turns": (*found.turns, turn), "asked": None, "state": state}
        return self._keep(found.model_copy(update=after))

    def finish_interview(self, cmd: interview.FinishInterview) -> interview.InterviewView:
        found = self._find(cmd.interview_id)
        finished = {"state": InterviewState.FINISHED, "asked": None, "finished_at": AT}
        return self._keep(found.model_copy(update=finished))

    def find_transcript(self, query: interview.FindInterview) -> interview.Transcript:
        found = self._find(query.interview_id)
        if found.state is not InterviewState.FINISHED:
            raise Conflict("This interview is not finished.", code="interview-not-finished")
        return TRANSCRIPT.model_copy(
            update={"interview_id": found.interview_id, "turns": found.turns}
        )

    def _find(self, interview_id: InterviewId) -> interview.InterviewView:
        return self.find_interview(interview.FindInterview(interview_id=interview_id))

    def _keep(self, view: interview.InterviewView) -> interview.InterviewView:
        self.world.put("session", view.interview_id, self.person, view)
        return view


class FakeFeedback(FakeAnswersSending, feedback.Feedback):
    def request_report(self, cmd: feedback.RequestReport) -> feedback.ReportView:
        interview_id = cmd.transcript.interview_id
        report = feedback_examples.FEEDBACK_REPORT.model_copy(
            update={"interview_id": interview_id, "transcript": cmd.transcript}
        )
        done = feedback_examples.REPORT.model_copy(
            update={"interview_id": interview_id, "report": report}
        )
        waiting = feedback_examples.REPORT_WAITING.model_copy(update={"interview_id": interview_id})
        view = waiting if self.world.is_slow else done
        self.world.put("report", interview_id, self.person, view)
        return view

    def try_report_again(self, cmd: feedback.TryReportAgain) -> feedback.ReportView:
        found = self.find_report(feedback.FindReport(interview_id=cmd.interview_id))
        if found.progress.stage != "parked":
            raise Conflict("This report has not stopped.", code="not-stopped")
        waiting = feedback_examples.REPORT_WAITING.progress
        view = found.model_copy(update={"progress": waiting})
        self.world.put("report", cmd.interview_id, self.person, view)
        return view

    def judge_answer(self, query: feedback.JudgeAnswer) -> feedback.JudgedAnswer:
        """Told twice is what another question was answered with to the letter."""
        said = [one for one in query.transcript.turns if one.kind is TurnKind.ANSWER]
        own = {one.text for one in said if one.question_id == query.question_id}
        others = (one for one in said if one.question_id != query.question_id)
        told_at = next((one.question_id for one in others if one.text in own), None)
        return feedback_examples.JUDGED.model_copy(update={"told_at": told_at})

    def find_report(self, query: feedback.FindReport) -> feedback.ReportView:
        found: feedback.ReportView = self.world.get("report", query.interview_id, self.person)
        return found

    def list_reports(self, query: feedback.ListReports) -> feedback.ReportList:
        return feedback_examples.REPORTS

    def find_rubric(self, query: feedback.FindRubric) -> feedback.Rubric:
        return feedback_examples.RUBRIC

    def find_progress(self, query: progress.FindProgress) -> progress.ProgressView:
        return growth_examples.PROGRESS

    def list_drills(self, query: drills.ListDrills) -> drills.DrillList:
        return drills.DrillList(drills=tuple(self.world.all("drill", self.person)))

    def find_drill(self, query: drills.FindDrill) -> drills.Drill:
        found: drills.Drill = self.world.get("drill", query.drill_id, self.person)
        return found

    def open_drill(self, cmd: drills.OpenDrill) -> drills.Drill:
        self.world.get("report", cmd.interview_id, self.person)
        drill = growth_examples.DRILL.model_copy(
            update={
                "interview_id": cmd.interview_id,
                "resume_id": self.world.get("session", cmd.interview_id, self.person).resume_id,
                "tries": (),
                "gained": (),
            }
        )
        return self._keep_drill(drill)

    def try_drill(self, cmd: drills.TryDrill) -> drills.Drill:
        found = self.find_drill(drills.FindDrill(drill_id=cmd.drill_id))
        made = growth_examples.DRILL.tries[0].model_copy(
            update={"try_id": cmd.try_id, "text": cmd.text}
        )
        tried = {"tries": (*found.tries, made), "gained": growth_examples.DRILL.gained}
        return self._keep_drill(found.model_copy(update=tried))

    def close_drill(self, cmd: drills.CloseDrill) -> drills.Drill:
        found = self.find_drill(drills.FindDrill(drill_id=cmd.drill_id))
        state = drills.DrillState.DONE if cmd.is_done else drills.DrillState.DISMISSED
        return self._keep_drill(found.model_copy(update={"state": state}))

    def list_stories(self, query: stories.ListStories) -> stories.StoryList:
        kept = tuple(self.world.all("story", self.person))
        return stories.StoryList(stories=kept) if kept else growth_examples.STORIES

    def name_story(self, cmd: stories.NameStory) -> stories.StoryList:
        return growth_examples.STORIES

    def drop_story(self, cmd: stories.DropStory) -> stories.StoryList:
        return stories.StoryList(stories=())

    def _keep_drill(self, drill: drills.Drill) -> drills.Drill:
        self.world.put("drill", drill.drill_id, self.person, drill)
        return drill


def bus_of(world: World) -> FakeBus:
    return FakeBus(
        world,
        {
            Auth: FakeAuth,
            Documents: FakeSending,
            interview.Interview: FakeInterview,
            feedback.Feedback: FakeFeedback,
            privacy.Privacy: FakePrivacy,
        },
    )
