"""Puts the gateway together: borders first, then the areas."""

from apiflask import APIFlask
from flask import Flask

from gateway import again, csrf, freshness, headers, health, journal, limits, problems, rate, render
from gateway.auth import api as auth_api
from gateway.auth import pages as auth_pages
from gateway.auth import settings as auth_settings
from gateway.backend import Switchboard
from gateway.config import GatewaySettings
from gateway.documents import api as documents_api
from gateway.documents import correcting as documents_corrections
from gateway.documents import correcting_jobs as job_corrections
from gateway.documents import pages as documents_pages
from gateway.documents import sending as sending_pages
from gateway.documents import sending_api
from gateway.feedback import api as feedback_api
from gateway.feedback import growth as growth_pages
from gateway.feedback import growth_api
from gateway.feedback import pages as feedback_pages
from gateway.house import pages as house_pages
from gateway.interview import api as interview_api
from gateway.interview import pages as interview_pages
from gateway.interview import replanning, room, room_api, suggesting, suggesting_api
from gateway.openapi import describe
from gateway.privacy import api as privacy_api
from gateway.privacy import pages as privacy_pages
from gateway.session import Entrances

AREAS = (
    auth_pages.pages,
    auth_settings.pages,
    auth_api.api,
    documents_pages.pages,
    documents_corrections.pages,
    job_corrections.pages,
    documents_api.api,
    sending_pages.pages,
    sending_api.api,
    interview_pages.pages,
    replanning.pages,
    suggesting.pages,
    suggesting_api.api,
    interview_api.api,
    room.pages,
    room_api.api,
    feedback_pages.pages,
    feedback_api.api,
    growth_pages.pages,
    growth_api.api,
    privacy_pages.pages,
    privacy_api.api,
    house_pages.pages,
    health.pages,
)


def create_app(switchboard: Switchboard, settings: GatewaySettings) -> Flask:
    """The WSGI application; everything that it does not keep comes from `switchboard`."""
    app: Flask = APIFlask(
        __name__, title="Mira", version="1.0.0", spec_path=None, docs_path=None, json_errors=False
    )
    app.json.sort_keys = False  # type: ignore[attr-defined]  # the default provider has it
    app.extensions |= {
        "mira.switchboard": switchboard,
        "mira.settings": settings,
        "mira.entrances": Entrances(),
    }
    for part in (journal, problems, freshness, again, render, limits):
        part.install(app)
    headers.install(app, is_behind_tls=settings.is_behind_tls)
    rate.install(app, settings.rate_per_minute)
    app.before_request(csrf.refuse_forgeries)
    for area in AREAS:
        app.register_blueprint(area)
    describe(app)
    return app
