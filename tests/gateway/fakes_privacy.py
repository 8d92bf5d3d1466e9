"""Stands in for privacy: cases, certificates and exports."""

from chassis.certificate import canonical
from chassis.errors import NotAllowed, NotFound
from chassis.ids import new_code, new_id
from contracts import privacy, proof
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
from contracts.message import CaseId, Owner, Scope
from gateway.privacy import examples as privacy_examples
from tests.gateway.fakes import Fake

PIECE = b"a piece of an archive"


class FakePrivacy(Fake, privacy.Privacy):
    def request_erasure(self, cmd: privacy.RequestErasure) -> privacy.CaseView:
        if cmd.scope is Scope.ACCOUNT:
            if self.bearer.act is not Act.ERASE_ACCOUNT:
                raise NotAllowed("Give your password again first.", code="proof-needed")
            cases: tuple[privacy.CaseView, ...] = self.world.all("case", self.person)
            if known := [case for case in cases if case.scope is Scope.ACCOUNT]:
                return known[0]
            self.world.sign_out_everywhere(self.person)
        else:
            self.world.get(cmd.scope, cmd.item_id, self.person)
        self.world.things.pop((cmd.scope, cmd.item_id), None)
        fresh = {"case_id": CaseId(new_id()), "code": new_code(), "scope": cmd.scope}
        case = privacy_examples.CASE.model_copy(update=fresh)
        if self.world.is_slow:
            steps = tuple(privacy.OwnerStep(owner=owner) for owner in Owner)
            case = case.model_copy(update={"steps": steps, "completed_at": None})
            case = case.model_copy(update={"state": privacy.CaseState.FANNED_OUT})
        self.world.put("case", case.case_id, self.person, case)
        return case

    def find_certificate(self, query: privacy.FindCase) -> proof.IssuedCertificate:
        self.find_case(query)
        return proof.IssuedCertificate(document=canonical(privacy_examples.CERTIFICATE).decode())

    def find_case(self, query: privacy.FindCase) -> privacy.CaseView:
        for person, view in self.world.things.values():
            if getattr(view, "code", None) == query.code:
                found: privacy.CaseView = self.world.get("case", view.case_id, person)
                return found
        raise NotFound("There is nothing here.")

    def list_cases(self, query: privacy.ListCases) -> privacy.CaseList:
        return privacy.CaseList(cases=self.world.all("case", self.person))

    def request_export(self, cmd: RequestExport) -> ExportView:
        if self.bearer.act is not Act.EXPORT:
            raise NotAllowed("Give your password again first.", code="proof-needed")
        view = privacy_examples.EXPORT
        if self.world.is_slow:
            view = privacy_examples.EXPORT_COLLECTING
        view = view.model_copy(update={"export_id": new_id(), "size_bytes": 2 * len(PIECE)})
        self.world.put("export", view.export_id, self.person, view)
        return view

    def find_export(self, query: FindExport) -> ExportView:
        found: ExportView = self.world.get("export", query.export_id, self.person)
        return found

    def list_exports(self, query: ListExports) -> ExportList:
        return ExportList(exports=self.world.all("export", self.person))

    def find_export_part(self, query: FindExportPart) -> ExportPart:
        self.world.get("export", query.export_id, self.person)
        return ExportPart(data=PIECE)

    def tombstones_since(self, query: privacy.TombstonesSince) -> privacy.Orders:
        return privacy.Orders(orders=(), head=0)
