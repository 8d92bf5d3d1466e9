"""What a question is about: only what it quotes, and what is missing before what is half there."""

from contracts.analysis import FitStatus, Gap, GapKind
from contracts.evidence import Competency
from contracts.interview import QuestionKind
from services.interview.rules.grounds import grounds_of
from tests.interview.build import a_briefing, a_plan

LINE = (
    "Established a standardised base for the declarative care of machines and of all that runs on "
    "them, in four sites with two shifts each, which were managed by three others until then"
)


def test_what_a_question_does_not_quote_of_a_line_it_is_not_about() -> None:
    (claim,) = grounds_of(a_briefing(claims=[LINE])).claims

    assert "managed" not in claim.quote.quote
    assert Competency.LEADERSHIP not in claim.competencies


def test_what_it_quotes_it_is_about() -> None:
    (claim,) = grounds_of(a_briefing(claims=["Managed three shifts of porters"])).claims

    assert claim.competencies[0] is Competency.LEADERSHIP


def test_an_unmet_must_comes_before_one_that_is_partly_shown_whatever_its_impact() -> None:
    briefing = a_briefing(musts=["Python", "Managing a budget"], met=[])
    partly, missing = briefing.fit.items
    items = (partly.model_copy(update={"status": FitStatus.PARTIAL, "tier": 2}), missing)
    gaps = (
        Gap(requirement_id="q0", kind=GapKind.LEVEL, impact=0.9, close_by=()),
        Gap(requirement_id="q1", kind=GapKind.MISSING, impact=0.1, close_by=()),
    )
    fit = briefing.fit.model_copy(update={"items": items, "gaps": gaps})

    plan = a_plan(briefing.model_copy(update={"fit": fit}))

    asked = [q.requirement_id for q in plan.questions if q.kind is QuestionKind.GAP_PROBE]
    assert asked[0] == "q1"
