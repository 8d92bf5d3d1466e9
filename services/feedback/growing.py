"""What a person makes of their reports: drills, stories, progress."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from chassis.bus.entrypoints import rpc
from chassis.bus.offload import offload
from chassis.errors import Conflict, NotFound
from chassis.sealedrows import Keys, keys_for_rows
from contracts.claims import ResumeFacts
from contracts.documents import WorkState
from contracts.drills import (
    MAX_TRIES,
    CloseDrill,
    Drill,
    DrillList,
    DrillState,
    FindDrill,
    ListDrills,
    OpenDrill,
    TryDrill,
)
from contracts.feedback import FeedbackReport, Fix, QuestionFeedback
from contracts.message import DrillId, InterviewId, PersonId
from contracts.progress import FindProgress, ProgressView
from contracts.stories import DropStory, ListStories, NameStory, StoryList
from services.feedback import shelf
from services.feedback.domain import Case
from services.feedback.rules.advising import drill
from services.feedback.rules.progress import course
from services.feedback.rules.retracted.later import taken_back_in
from services.feedback.rules.rubric import name_of, rubric
from services.feedback.rules.stories import bank
from services.feedback.seals import ROWS
from services.feedback.sendings import SendingsService
from services.feedback.tables import DrillRow
from services.feedback.tellings import OpenedEntry, opened_entry, story_of


class GrowthService(SendingsService):
    """Everything here is made of reports that stand, and goes with them."""

    @rpc
    def find_progress(self, query: FindProgress) -> ProgressView:
        return offload(course.progress, self._reports(self.caller.person))

    @rpc
    def list_drills(self, query: ListDrills) -> DrillList:
        person = self.caller.person
        with self.db.transaction(person) as tx:
            rows = shelf.list_drills(tx, person)
        found, keys = self._cases(person, {row.interview_id for row in rows})
        cases = {case.interview_id: case for case in found}
        living = [
            (row, cases[item]) for row in rows if (item := InterviewId(row.interview_id)) in cases
        ]
        return DrillList(drills=tuple(offload(_drill, row, case, keys) for row, case in living))

    @rpc
    def find_drill(self, query: FindDrill) -> Drill:
        return self._drill(self.caller.person, query.drill_id)

    @rpc(write=True)
    def open_drill(self, cmd: OpenDrill) -> Drill:
        """Raises Conflict where too many are open, or nothing is missing in the answer."""
        person = self.caller.person
        case, _ = self._case(person, cmd.interview_id)
        _, practised = _asked(case, cmd.question_id)
        if practised is None:
            raise Conflict("Nothing is missing in this answer.", code="nothing-missing")
        with self.db.transaction(person) as tx:
            item = shelf.open_drill(tx, person, cmd.interview_id, cmd.question_id, self.clock.now())
        return self.answers.natural(self._drill(person, item))

    @rpc(write=True)
    def try_drill(self, cmd: TryDrill) -> Drill:
        """What it tells goes into the bank. Raises Conflict where the drill is closed, or was tried
        too often.
        """
        person = self.caller.person
        with self.db.transaction(person) as tx:
            seen = shelf.get_drill(tx, person, cmd.drill_id)
        case, keys = self._case(person, InterviewId(seen.interview_id))
        transcript = _report(case).transcript
        asked = next(one for one in transcript.plan.questions if one.id == seen.question_id)
        at = self.clock.now()
        made = offload(drill.new_try, transcript, asked, cmd.try_id, cmd.text, at, cmd.facts)
        told = offload(drill.story_in, transcript, asked, made, cmd.facts)
        with self.db.transaction(person) as tx:
            row = shelf.get_drill(tx, person, cmd.drill_id, is_changed=True)
            tries = _tries(row, keys)
            if all(one.try_id != cmd.try_id for one in tries.tries):
                _check(row, tries)
                more = drill.Tries(rubric=name_of(rubric()), tries=(*tries.tries, made))
                row.tries = ROWS.sealed_in(keys, row, "tries", more.model_dump_json())
                row.version += 1
                if told is not None:
                    shelf.tell(tx, keys, person, case.interview_id, told.model_dump_json(), at)
        return self.answers.natural(self._drill(person, cmd.drill_id))

    @rpc(write=True)
    def close_drill(self, cmd: CloseDrill) -> Drill:
        person = self.caller.person
        with self.db.transaction(person) as tx:
            row = shelf.get_drill(tx, person, cmd.drill_id, is_changed=True)
            state = DrillState.DONE if cmd.is_done else DrillState.DISMISSED
            if row.state is not state:
                row.state, row.version = state, row.version + 1
        return self.answers.natural(self._drill(person, cmd.drill_id))

    @rpc
    def list_stories(self, query: ListStories) -> StoryList:
        return self._stories(self.caller.person)

    @rpc(write=True)
    def name_story(self, cmd: NameStory) -> StoryList:
        person = self.caller.person
        group = self._group(person, cmd.story_id)
        keys = self.keyring.get_many([key for one in group for key in one.keys], person)
        with self.db.transaction(person) as tx:
            for one in group:
                shelf.name_telling(tx, keys, one.row, cmd.title.strip())
        return self.answers.natural(self._stories(person))

    @rpc(write=True)
    def drop_story(self, cmd: DropStory) -> StoryList:
        person = self.caller.person
        try:
            items = [one.row.id for one in self._group(person, cmd.story_id)]
        except NotFound:
            items = []
        with self.db.transaction(person) as tx:
            shelf.drop_tellings(tx, person, items)
        return self.answers.natural(self._stories(person))

    def _grow(
        self, tx: Session, keys: Keys, person: PersonId, case: Case, report: FeedbackReport
    ) -> None:
        """Open drills on the weakest answers and put the stories into the bank, with the report."""
        at, item = self.clock.now(), case.interview_id
        weakest = [one.question_id for one in drill.weakest(report)]
        shelf.open_drills(tx, person, item, weakest, at)
        for told in bank.told_in(report):
            shelf.tell(tx, keys, person, item, told.model_dump_json(), at)
        resume = case.resume_id
        if resume is not None and not shelf.has_lines(tx, person, resume):
            for line in bank.lines_of(case.facts or ResumeFacts()):
                shelf.tell(tx, keys, person, item, line.model_dump_json(), at, resume_id=resume)

    def _drill(self, person: PersonId, drill_id: DrillId) -> Drill:
        with self.db.transaction(person) as tx:
            row = shelf.get_drill(tx, person, drill_id)
        return offload(_drill, row, *self._case(person, InterviewId(row.interview_id)))

    def _stories(self, person: PersonId) -> StoryList:
        taken_back = list(taken_back_in(self._reports(person)))
        stories = [story_of(group, taken_back) for group in self._groups(person)]
        newest = sorted(stories, key=lambda one: one.added_at, reverse=True)
        return StoryList(stories=tuple(newest))

    def _reports(self, person: PersonId) -> list[FeedbackReport]:
        cases, _ = self._cases(person)
        return [case.report for case in cases if case.report]

    def _group(self, person: PersonId, story_id: UUID) -> Sequence[OpenedEntry]:
        """All tellings of the story that has this one. Raises NotFound."""
        for group in self._groups(person):
            if any(one.row.id == story_id for one in group):
                return group
        raise NotFound("There is no such story.")

    def _groups(self, person: PersonId) -> list[list[OpenedEntry]]:
        with self.db.transaction(person) as tx:
            rows = shelf.list_tellings(tx, person)
        wanted = keys_for_rows(rows)
        keys = self.keyring.get_many(wanted, person)
        found = (opened_entry(keys, row) for row in rows)
        told = [one for one in found if one is not None]
        places = offload(bank.grouped, [one.entry for one in told])
        return [[told[place] for place in group] for group in places]


def _drill(row: DrillRow, case: Case, keys: Keys) -> Drill:
    report = _report(case)
    question, practised = _asked(case, row.question_id)
    asked = next(one for one in report.transcript.plan.questions if one.id == row.question_id)
    if practised is None:
        raise NotFound("There is no such drill.")
    kept = _tries(row, keys)
    before = drill.first_try(report, asked)
    gained, lost = drill.difference(before, kept.tries[-1]) if kept.tries else ((), ())
    return Drill(
        drill_id=DrillId(row.id),
        interview_id=case.interview_id,
        question_id=row.question_id,
        resume_id=case.resume_id,
        title=report.title,
        question=question.question,
        competency=asked.competencies[0],
        missing=practised.missing,
        task=practised.text,
        rubric=kept.rubric,
        state=row.state,
        before=before,
        tries=kept.tries,
        gained=gained,
        lost=lost,
        added_at=row.added_at,
        version=row.version,
    )


def _tries(row: DrillRow, keys: Keys) -> drill.Tries:
    kept = shelf.contents_of(keys, row).get("tries")
    if kept is None:
        return drill.Tries(rubric=name_of(rubric()))
    return drill.Tries.model_validate_json(kept)


def _check(row: DrillRow, tries: drill.Tries) -> None:
    if row.state is not DrillState.OPEN:
        raise Conflict("This drill is closed. Open it again to go on.", code="drill-closed")
    if len(tries.tries) >= MAX_TRIES:
        raise Conflict(f"At most {MAX_TRIES} tries of one drill are kept.", code="too-many-tries")


def _report(case: Case) -> FeedbackReport:
    if case.state is not WorkState.DONE or case.report is None:
        raise NotFound("There is no such report.")
    return case.report


def _asked(case: Case, question_id: str) -> tuple[QuestionFeedback, Fix | None]:
    """A question of the report and what is practised of it. Raises NotFound."""
    report = _report(case)
    question = next((one for one in report.questions if one.question_id == question_id), None)
    if question is None:
        raise NotFound("There is no such question.")
    return question, drill.practised(report, question_id)
