"""A report as a file that a person keeps."""

from flask import Response

from chassis.errors import Conflict
from contracts.feedback import FeedbackReport, ReportView
from gateway.feedback.markdown import as_markdown


def json_file(view: ReportView) -> Response:
    """The report with every quote and its place, as `mira verify` reads it."""
    text = _finished(view).model_dump_json(indent=2)
    return _file(text, "application/json", view, "json")


def markdown_file(view: ReportView) -> Response:
    return _file(as_markdown(_finished(view)), "text/markdown; charset=utf-8", view, "md")


def _finished(view: ReportView) -> FeedbackReport:
    if view.report is None:
        raise Conflict("The report is still being written.", code="not-ready", retry_after_s=1)
    return view.report


def _file(text: str, kind: str, view: ReportView, suffix: str) -> Response:
    name = f"mira-report-{view.interview_id}.{suffix}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(text, content_type=kind, headers=headers)
