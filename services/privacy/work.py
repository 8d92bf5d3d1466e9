"""Work that privacy owes itself."""

from typing import ClassVar

from chassis.jobs import Task
from contracts.message import CaseId, ExportId


class DestroyKeys(Task):
    """Keys that must be gone; the request has tried already."""

    kind: ClassVar[str] = "privacy.destroy_keys"
    key: ClassVar[str] = "case_id"

    case_id: CaseId


class MakeExport(Task):
    """Somebody waits for all that we hold of them."""

    kind: ClassVar[str] = "privacy.make_export"
    key: ClassVar[str] = "export_id"

    export_id: ExportId


class DropExport(Task):
    """An archive that has been kept for as long as we said."""

    kind: ClassVar[str] = "privacy.drop_export"
    key: ClassVar[str] = "export_id"

    export_id: ExportId
