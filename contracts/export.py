"""The archive of all that we hold of a person: asked for, watched, fetched piece by piece."""

from datetime import datetime
from enum import StrEnum

from contracts.message import Count, ExportId, Message, Progress


class ExportState(StrEnum):
    COLLECTING = "collecting"
    READY = "ready"


class RequestExport(Message):
    """Everything that we hold of the person who asks, as an archive. It replaces their last one."""


class FindExport(Message):
    export_id: ExportId


class FindExportPart(Message):
    """A piece of a finished archive, from 0; all together are the file."""

    export_id: ExportId
    number: Count


class ExportPart(Message):
    data: bytes


class ListExports(Message):
    """The archives of the person who asks that can still be had, newest first."""


class ExportView(Message):
    """`parts` and `size_bytes` are None until it is ready; from `expires_at` on it is gone."""

    export_id: ExportId
    state: ExportState
    progress: Progress
    asked_at: datetime
    expires_at: datetime
    parts: Count | None = None
    size_bytes: Count | None = None


class ExportList(Message):
    exports: tuple[ExportView, ...]
