"""The part of privacy that gives out: archives of all that every owner holds of somebody."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from chassis.bus.client import Deadline
from chassis.bus.entrypoints import rpc, work
from chassis.bus.inject import inject
from chassis.ids import new_id
from chassis.log import logger
from chassis.owner import OwnerService
from chassis.signing import UNSIGNED, signed
from contracts.auth import Act
from contracts.export import (
    ExportList,
    ExportPart,
    ExportView,
    FindExport,
    FindExportPart,
    ListExports,
    RequestExport,
)
from contracts.message import CaseId, ExportId, Owner, PersonId, Scope
from contracts.privacy import ExportPage, FindExportPage, Withheld
from services.privacy import exports, wiring
from services.privacy.archive import Archive
from services.privacy.index import index_page
from services.privacy.layout import QUOTING, Layout
from services.privacy.tables import ExportPiece
from services.privacy.work import DropExport, MakeExport

log = logger(__name__)

GOOD_FOR = timedelta(minutes=1)
PAGE_WITHIN_S = 20.0
"""A page may be a file of 5 MB; nobody waits for it but a job."""


class ExportingService(OwnerService):
    """What privacy does when somebody asks for all that we hold of them."""

    destroyer = inject(wiring.destroyer)
    signing_key = inject(wiring.signing_key)

    @rpc(act=Act.EXPORT)
    def request_export(self, cmd: RequestExport) -> ExportView:
        """A new archive; earlier ones go, so that there is one copy of everything and no more.

        Unavailable while something of theirs is being deleted.
        """
        person, at, export_id = self.caller.person, self.clock.now(), ExportId(new_id())
        with self.db.transaction(person) as tx:
            exports.demand_settled(tx, person)
        self.drop_exports(person, until=at)
        self.keyring.make(Scope.EXPORT, export_id, person)
        with self.db.transaction(person) as tx:
            self.ensure_subject(tx, person)
            exports.add(tx, export_id, person, at)
            self.jobs.add(tx, MakeExport(export_id=export_id), person)
            due = at + exports.KEPT
            self.jobs.add(tx, DropExport(export_id=export_id), person, not_before=due)
            made = exports.view(exports.get(tx, export_id, person, at), None)
            return self.answers.keep(tx, made)

    @rpc
    def find_export(self, query: FindExport) -> ExportView:
        person = self.caller.person
        with self.db.transaction(person) as tx:
            export = exports.get(tx, query.export_id, person, self.clock.now())
            progress = self.jobs.progress_of(tx, MakeExport.kind, query.export_id)
        return exports.view(export, progress)

    @rpc
    def list_exports(self, query: ListExports) -> ExportList:
        person = self.caller.person
        with self.db.transaction(person) as tx:
            mine = exports.all_of(tx, person, self.clock.now())
        return ExportList(exports=tuple(exports.view(each, None) for each in mine))

    @rpc
    def find_export_part(self, query: FindExportPart) -> ExportPart:
        person = self.caller.person
        with self.db.transaction(person) as tx:
            export = exports.get(tx, query.export_id, person, self.clock.now())
            piece = exports.find_piece(tx, export, query.number)
        key = self.keyring.get(Scope.EXPORT, query.export_id, person)
        return ExportPart(data=key.open(ExportPiece.data, piece.id, piece.data))

    @work
    def make_export(self, task: MakeExport) -> None:
        """Begins anew when it was interrupted. Refused, when the archive is not wanted any more.

        Waits for a deletion that began while it was being asked for: one that begins later finds
        the archive and drops it.
        """
        person, at = self.jobs.person, self.clock.now()
        with self.db.transaction(person) as tx:
            exports.get(tx, task.export_id, person, at)
            exports.demand_settled(tx, person)
            exports.delete_pieces(tx, task.export_id)
        key = self.keyring.get(Scope.EXPORT, task.export_id, person)
        writing = _Writing(self, exports.Pieces(key, person, task.export_id))
        with Archive(writing.keep, at) as archive:
            self._fill(archive, task.export_id, person, at)
        with self.db.transaction(person) as tx:
            exports.finish(tx, task.export_id, writing.count, archive.size_bytes)
        log.info("export_ready", bytes=archive.size_bytes, count=writing.count)

    @work
    def drop_export(self, task: DropExport) -> None:
        """Its seven days are over. Safe to repeat."""
        self.drop_archive(task.export_id, self.jobs.person)

    def drop_exports(self, person: PersonId, *, until: datetime) -> None:
        """Archives asked for up to then: key first, so that they are unreadable at once.

        An archive is a copy: it goes when anything that may be in it is deleted. Safe to repeat.
        """
        with self.db.transaction(person) as tx:
            there = exports.held_by(tx, person, until)
        for export_id in there:
            self.drop_archive(export_id, person)

    def drop_archive(self, export_id: ExportId, person: PersonId) -> None:
        self.destroyer.destroy(Scope.EXPORT, export_id, person)
        with self.db.transaction(person) as tx:
            exports.delete_one(tx, export_id)

    def _fill(self, archive: Archive, export_id: ExportId, person: PersonId, at: datetime) -> None:
        layout, withheld = Layout(archive), list[Withheld]()
        for number, owner in enumerate(Owner):
            self.jobs.progress(owner.value, number, len(Owner))
            if owner in QUOTING:
                for row in _rows(self._pages(owner, person, export_id)):
                    layout.note(row["table"], row["row"])
            pages = self._pages(owner, person, export_id)
            for row in _rows(pages, withheld):
                layout.take(owner, row["table"], row["row"], row["base64"])
            layout.end()
        layout.close()
        _explain(archive, layout, withheld, at)

    def _pages(self, owner: Owner, person: PersonId, export_id: ExportId) -> Iterator[ExportPage]:
        cursor: str | None = None
        while True:
            question = FindExportPage(
                person=person,
                case_id=CaseId(export_id),
                owner=owner,
                cursor=cursor,
                expires_at=self.clock.now() + GOOD_FOR,
                signature=UNSIGNED,
            )
            page = self.ask_page(signed(question, self.signing_key))
            yield page
            cursor = page.cursor
            if cursor is None:
                return

    def ask_page(self, question: FindExportPage) -> ExportPage:
        """From its owner; our own rows need no call. Raises Unavailable: the job comes again."""
        if question.owner is Owner.PRIVACY:
            return self.export_page(question)
        return self.bus.export_page(question, Deadline.after(PAGE_WITHIN_S))


class _Writing:
    """Numbers the pieces as they come."""

    def __init__(self, service: OwnerService, pieces: exports.Pieces) -> None:
        self.count = 0
        self._service = service
        self._pieces = pieces

    def keep(self, data: bytes) -> None:
        with self._service.db.transaction(self._pieces.person) as tx:
            self._pieces.write(tx, self.count, data)
        self.count += 1


def _rows(
    pages: Iterator[ExportPage], withheld: list[Withheld] | None = None
) -> Iterator[dict[str, Any]]:
    for page in pages:
        if withheld is not None:
            withheld.extend(page.withheld)
        yield from map(json.loads, page.rows)


def _explain(archive: Archive, layout: Layout, withheld: list[Withheld], at: datetime) -> None:
    """Add the page for people and the manifest, which tells every other file."""
    page = index_page(
        name=layout.account.get("name") or "you",
        at=at,
        shown=layout.shown,
        entries=archive.entries,
        withheld=withheld,
    )
    archive.add("index.html", page)
    manifest = {
        "schema": "mira.export/1",
        "generated_at": at.isoformat(),
        "files": [vars(entry) for entry in archive.entries],
        "excluded": [each.model_dump() for each in withheld],
    }
    archive.add_json("manifest.json", manifest)
