"""The landing page, the dashboard, and what helps people and programs to find their way."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from flask import Blueprint, Response, current_app, jsonify, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from chassis.errors import NotFound
from contracts.documents import AddJobDescription, AddResume, ListDocuments, Media
from contracts.interview import ListInterviews
from gateway.house.operations import operations
from gateway.house.progress import Steps
from gateway.openapi import description
from gateway.problem_types import PROBLEMS
from gateway.render import asset
from gateway.session import mine

pages = Blueprint("house", __name__, template_folder="templates")

SAMPLES = Path(__file__).parent / "samples"
SECURITY_TXT_DAYS = 180


@pages.get("/")
def landing() -> ResponseReturnValue:
    return render_template("house/landing.html")


@pages.get("/dashboard")
def dashboard() -> ResponseReturnValue:
    ask = mine()
    documents = ask.documents.list_documents(ListDocuments())
    interviews = ask.interview.list_interviews(ListInterviews()).interviews
    return render_template(
        "house/dashboard.html",
        documents=documents,
        interviews=interviews,
        steps=Steps.of(documents, interviews),
    )


@pages.post("/samples/resume")
def add_sample_resume() -> ResponseReturnValue:
    """So that a first look needs no file: an invented person's résumé."""
    data = (SAMPLES / "resume.md").read_bytes()
    command = AddResume(title="Sample: Noor Haddad", media=Media.TEXT, data=data)
    resume = mine().documents.add_resume(command)
    return redirect(url_for("documents.show_resume", resume_id=resume.resume_id), code=303)


@pages.post("/samples/job-description")
def add_sample_job_description() -> ResponseReturnValue:
    text = (SAMPLES / "job_description.md").read_text(encoding="utf-8")
    command = AddJobDescription(title="Sample: Senior data engineer", text=text)
    job = mine().documents.add_job_description(command)
    address = url_for("documents.show_job_description", job_description_id=job.job_description_id)
    return redirect(address, code=303)


@pages.get("/problems")
def list_problems() -> ResponseReturnValue:
    return render_template("house/problems.html", types=PROBLEMS.values())


@pages.get("/problems/<code>")
def show_problem(code: str) -> ResponseReturnValue:
    if code not in PROBLEMS:
        raise NotFound("There is no problem of this name.")
    return render_template("house/problem_type.html", type=PROBLEMS[code])


@pages.get("/api/v1/openapi.json")
def show_openapi() -> ResponseReturnValue:
    return jsonify(description(current_app))


@pages.get("/api/v1/docs")
def show_docs() -> ResponseReturnValue:
    spec = description(current_app)
    return render_template("house/docs.html", spec=spec, groups=operations(spec))


@pages.get("/.well-known/security.txt")
def security_txt() -> ResponseReturnValue:
    """RFC 9116; the expiry moves with every answer, so it cannot be forgotten."""
    settings = current_app.extensions["mira.settings"]
    expires = datetime.now(UTC) + timedelta(days=SECURITY_TXT_DAYS)
    lines = (
        f"Contact: {settings.security_contact}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en",
        f"Canonical: {settings.public_url}/.well-known/security.txt",
    )
    return Response("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@pages.get("/favicon.ico")
def favicon() -> ResponseReturnValue:
    """Browsers ask for this one whatever a page says."""
    return redirect(asset("mira.svg"), code=301)


@pages.get("/styleguide")
def styleguide() -> ResponseReturnValue:
    """Every element of the design language on one page; only where it is developed."""
    if not current_app.extensions["mira.settings"].is_development:
        raise NotFound("There is nothing here.")
    return render_template("house/styleguide.html")
