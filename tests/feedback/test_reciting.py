"""At the service, whoever reads out their résumé gets no number, in the report and before it."""

from chassis.ids import new_id
from contracts.drills import OpenDrill, TryDrill
from contracts.feedback import JudgeAnswer
from contracts.interview import Transcript, TurnKind
from services.feedback.rules.answering.recited import RECITED
from tests.feedback.reports import a_fresh_transcript, feedback, ready, the_facts
from tests.interview.build import CLAIMS
from tests.interview.candidates import STRONG
from tests.support.people import a_person
from tests.support.stack import Stack


def reciting() -> Transcript:
    """A finished session in which the first answer is two lines of the résumé."""
    given = a_fresh_transcript()
    first = given.plan.questions[0]
    said = [turn for turn in given.turns if turn.question_id == first.id]
    answers = [turn for turn in said if turn.kind is TurnKind.ANSWER]
    lines = answers[0].model_copy(update={"text": ". ".join(CLAIMS[:2])})
    turns = [lines if turn == answers[0] else turn for turn in given.turns]
    kept = [turn for turn in turns if turn not in answers[1:]]
    numbered = (turn.model_copy(update={"number": at}) for at, turn in enumerate(kept))
    return given.model_copy(update={"turns": tuple(numbered)})


def test_the_report_gives_them_no_number_and_says_which_words(stack: Stack) -> None:
    given = reciting()

    report = ready(stack, a_person(), given, with_facts=True).report
    alone = ready(stack, a_person(), reciting()).report

    assert report is not None
    assert alone is not None
    assert report.scorecard.cells[0].level.why == RECITED
    assert [span.quote for span in report.transcript.recited] == [f"{CLAIMS[0]}.", CLAIMS[1]]
    assert alone.scorecard.cells[0].level.why != RECITED


def test_feedback_in_practice_hears_the_same(stack: Stack) -> None:
    given, service = reciting(), feedback(stack)
    first, facts = given.plan.questions[0].id, the_facts(given)

    judged = service.judge_answer(JudgeAnswer(transcript=given, question_id=first, facts=facts))

    assert judged.cells[0].level.why == RECITED


def test_a_drill_hears_the_same(stack: Stack) -> None:
    person, given = a_person(), reciting()
    report = ready(stack, person, given, with_facts=True)
    service, first = feedback(stack, person), given.plan.questions[0].id
    drill = service.open_drill(OpenDrill(interview_id=report.interview_id, question_id=first))

    def tried(text: str, *, with_facts: bool) -> str | None:
        facts = the_facts(given) if with_facts else None
        cmd = TryDrill(drill_id=drill.drill_id, try_id=new_id(), text=text, facts=facts)
        return service.try_drill(cmd).tries[-1].level.why

    assert drill.before is not None
    assert drill.before.level.why == RECITED
    assert tried(CLAIMS[1], with_facts=True) == RECITED
    assert tried(f"{CLAIMS[0]}.", with_facts=False) == RECITED
    assert tried(STRONG[0], with_facts=True) is None
