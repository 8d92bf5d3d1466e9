"""What stands around a report where the API gives it: its signature does not cover that.

What the report itself says too must say the same. When it was added, and at which version it is
kept, nobody can tell from the file; what is no part of such an answer does not belong there.
"""

import json
from collections.abc import Mapping
from typing import Any

from contracts.documents import WorkState
from contracts.feedback import FeedbackReport, ReportView

_INSIDE = "report"
_CHECKED = frozenset({"interview_id", "title", "state"})


def around(document: bytes) -> Mapping[str, Any]:
    """The fields beside `report`; none where the file is the report alone."""
    found = json.loads(document)
    is_around = isinstance(found.get(_INSIDE), dict)
    return {name: found[name] for name in found if name != _INSIDE} if is_around else {}


def around_faults(outside: Mapping[str, Any], report: FeedbackReport) -> list[str]:
    """What is strange or says other than the report does."""
    said = {
        "interview_id": str(report.transcript.interview_id),
        "title": report.title,
        "state": WorkState.DONE.value,
    }
    strange = [name for name in outside if name not in ReportView.model_fields]
    faults = [f"{name}: no answer of Mira has this beside the report" for name in strange[:5]]
    return faults + [
        f"{name}: what stands beside the report is not what the report says"
        for name in said
        if name in outside and outside[name] != said[name]
    ]


def unsigned_around(outside: Mapping[str, Any]) -> list[str]:
    """What can be changed unseen."""
    names = [name for name in outside if name not in _CHECKED]
    if not names:
        return []
    told = f"not signed: {', '.join(names)} beside the report"
    return [f"{told}; the file that is downloaded has the report alone, all of it signed"]
