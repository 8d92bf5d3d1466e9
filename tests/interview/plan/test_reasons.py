"""Why something is asked that the résumé does not wholly show: as the fit report says, no other."""

import pytest

from contracts.analysis import FitStatus, Gap, GapKind
from contracts.documents import Briefing
from contracts.evidence import DocumentKind
from contracts.interview import QuestionKind
from tests.interview.build import MUSTS, a_briefing, a_plan, a_span


def judged(status: FitStatus, gap: GapKind | None) -> Briefing:
    """A briefing whose fit report has one requirement, which stands so."""
    briefing = a_briefing(musts=MUSTS[1:2], met=[])
    tier = 2 if status is FitStatus.PARTIAL else 0
    items = [one.model_copy(update={"status": status, "tier": tier}) for one in briefing.fit.items]
    gaps = [
        Gap(requirement_id=one.requirement.id, kind=gap, impact=0.5, close_by=())
        for one in items
        if gap is not None
    ]
    fit = briefing.fit.model_copy(update={"items": tuple(items), "gaps": tuple(gaps)})
    return briefing.model_copy(update={"fit": fit})


@pytest.mark.parametrize(
    ("status", "gap", "says"),
    [
        (FitStatus.MISSING, GapKind.MISSING, "the fit report finds none of it in your résumé"),
        (FitStatus.UNKNOWN, GapKind.UNPROVEN, "the fit report cannot tell it from your résumé"),
        (FitStatus.PARTIAL, GapKind.MISSING, "the fit report finds a part of it in your résumé"),
        (FitStatus.PARTIAL, None, "the fit report finds a part of it in your résumé"),
        (FitStatus.PARTIAL, GapKind.UNPROVEN, "does not prove it yet"),
        (FitStatus.PARTIAL, GapKind.STALE, "but some time ago"),
        (FitStatus.PARTIAL, GapKind.LEVEL, "but less of it than is asked"),
        (FitStatus.PARTIAL, GapKind.SCOPE, "but on a smaller scale"),
    ],
)
def test_a_gap_is_asked_about_for_the_reason_that_the_fit_report_gives(
    status: FitStatus, gap: GapKind | None, says: str
) -> None:
    plan = a_plan(judged(status, gap))

    probe = next(one for one in plan.questions if one.kind is QuestionKind.GAP_PROBE)
    assert MUSTS[1] in probe.because
    assert says in probe.because


def test_what_is_listed_only_is_spoken_of_and_not_unknown() -> None:
    briefing = judged(FitStatus.UNKNOWN, GapKind.UNPROVEN)
    (item,) = briefing.fit.items
    listed = item.model_copy(update={"evidence": (a_span(DocumentKind.RESUME, "Kafka"),)})
    fit = briefing.fit.model_copy(update={"items": (listed,)})

    plan = a_plan(briefing.model_copy(update={"fit": fit}))

    probe = next(one for one in plan.questions if one.kind is QuestionKind.GAP_PROBE)
    assert "does not prove it yet" in probe.because


def test_of_what_was_found_by_words_a_part_is_no_lack_of_proof() -> None:
    line = "Kept the streams of the mill clear"
    briefing = a_briefing(claims=[line], musts=["Experience with Kafka streams"], met=[])
    (item,) = briefing.fit.items
    found = (a_span(DocumentKind.RESUME, line, 100),)
    update = {"status": FitStatus.PARTIAL, "tier": 2, "evidence": found}
    gap = Gap(requirement_id="q0", kind=GapKind.UNPROVEN, impact=0.2, close_by=())
    fit = briefing.fit.model_copy(
        update={"items": (item.model_copy(update=update),), "gaps": (gap,)}
    )

    plan = a_plan(briefing.model_copy(update={"fit": fit}))

    (probe,) = [one for one in plan.questions if one.kind is QuestionKind.GAP_PROBE]
    assert "finds a part of it" in probe.because
