"""Everything that we hold of somebody, as a file: asked for with the password, sent in pieces."""

from collections.abc import Iterator
from uuid import UUID

from flask import Response, stream_with_context, url_for

from chassis.errors import Conflict, NotAllowed
from contracts.auth import Act, ProvePassword, SignedPassport
from contracts.export import ExportView, FindExport, FindExportPart, RequestExport
from contracts.message import ExportId
from gateway.backend import anyone
from gateway.operation import Located
from gateway.session import ask_again, mine


def request_archive(proof: SignedPassport | None) -> ExportView:
    """`proof` is a fresh password proof for this very act. Raises NotAllowed without one."""
    if proof is None:
        message = "Give your password again first: an export needs a fresh proof."
        raise NotAllowed(message, code="proof-needed")
    return anyone(proof).privacy.request_export(RequestExport())


def prove_for_export(password: str) -> SignedPassport:
    """Raises NotAllowed where the password is wrong."""
    return mine().auth.prove_password(ProvePassword(password=password, act=Act.EXPORT)).passport


def find_archive(export_id: UUID) -> ExportView:
    return mine().privacy.find_export(FindExport(export_id=ExportId(export_id)))


def as_download(view: ExportView) -> Response:
    """The ZIP, one piece in memory at a time. Raises Conflict while it is not whole.

    What ends early has fewer bytes than it announced: nobody can take it for the whole.
    """
    if view.parts is None:
        raise Conflict("The archive is still being written.", code="not-ready", retry_after_s=1)
    body = stream_with_context(_pieces(view.export_id, view.parts))
    headers = {
        "Content-Disposition": f'attachment; filename="mira-{view.asked_at:%Y-%m-%d}.zip"',
        "Content-Length": str(view.size_bytes),
    }
    return Response(body, content_type="application/zip", headers=headers)


def located(view: ExportView) -> Located:
    place = url_for("privacy_api.find_export", export_id=view.export_id)
    return view, {"Location": place}


def _pieces(export_id: ExportId, parts: int) -> Iterator[bytes]:
    for number in range(parts):
        ask_again()
        yield mine().privacy.find_export_part(_piece(export_id, number)).data


def _piece(export_id: ExportId, number: int) -> FindExportPart:
    return FindExportPart(export_id=export_id, number=number)
