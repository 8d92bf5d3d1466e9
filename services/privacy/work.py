"""Work that privacy owes itself."""

from typing import ClassVar

from chassis.jobs import Task
from contracts.message import CaseId


class DestroyKeys(Task):
    """Keys that must be gone; the request has tried already."""

    kind: ClassVar[str] = "privacy.destroy_keys"
    key: ClassVar[str] = "case_id"

    case_id: CaseId
