"""Archives as they come about: owners that have rows, somebody who asks, a job that collects."""

import json
from collections.abc import Mapping
from typing import Any

from chassis.bus.client import Deadline
from contracts.auth import Act
from contracts.export import ExportView, FindExport, FindExportPart, RequestExport
from contracts.message import Owner, PersonId
from contracts.privacy import ExportPage, FindExportPage
from services.privacy.service import PrivacyService
from services.privacy.work import MakeExport
from tests.privacy.cases import privacy
from tests.support.people import a_passport
from tests.support.services import worker_on_job
from tests.support.stack import Stack

Rows = list[tuple[str, dict[str, Any]]]


class Owners:
    """Stands for the bus: the other owners with these rows, each a page of its own."""

    def __init__(self, rows: Mapping[Owner, Rows] | None = None) -> None:
        self.rows = rows or {}
        self.asked: list[FindExportPage] = []

    def export_page(self, question: FindExportPage, deadline: Deadline) -> ExportPage:
        self.asked.append(question)
        rows, at = self.rows.get(question.owner, []), int(question.cursor or 0)
        text = [
            json.dumps({"table": table, "row": row, "base64": []})
            for table, row in rows[at : at + 1]
        ]
        cursor = str(at + 1) if at + 1 < len(rows) else None
        return ExportPage(cursor=cursor, rows=tuple(text))


def asked(stack: Stack, person: PersonId, **given: Any) -> ExportView:
    caller = a_passport(person, act=Act.EXPORT)
    return privacy(stack, caller=caller, **given).request_export(RequestExport())


def collect(stack: Stack, person: PersonId, view: ExportView, **given: Any) -> None:
    """Do the job that is owed."""
    given.setdefault("bus", Owners())
    service = worker_on_job(PrivacyService, stack, person, **given)
    service.make_export(MakeExport(export_id=view.export_id))


def an_archive(stack: Stack, person: PersonId, **given: Any) -> ExportView:
    """Ready to be fetched."""
    view = asked(stack, person)
    collect(stack, person, view, **given)
    return seen(stack, person, view)


def seen(stack: Stack, person: PersonId, view: ExportView, **given: Any) -> ExportView:
    query = FindExport(export_id=view.export_id)
    return privacy(stack, caller=person, **given).find_export(query)


def fetched(stack: Stack, person: PersonId, view: ExportView) -> bytes:
    service, ready = privacy(stack, caller=person), seen(stack, person, view)
    return b"".join(
        service.find_export_part(FindExportPart(export_id=view.export_id, number=number)).data
        for number in range(ready.parts or 0)
    )
