"""Certificates of deletion, byte for byte as they were signed, and the keys to check them."""

from flask import Response, current_app
from pydantic import ValidationError

from chassis.certificate import canonical, published
from chassis.errors import NotFound
from chassis.secrets import Secrets
from contracts.certificate import Certificate
from contracts.privacy import FindCase
from gateway.backend import anyone


def document_by_code(code: str) -> bytes:
    """Raises NotFound also while there is none yet, and for what cannot be a code."""
    try:
        query = FindCase(code=code)
    except ValidationError:
        raise NotFound("There is nothing here.") from None
    return anyone().privacy.find_certificate(query).document.encode()


def certificate_by_code(code: str) -> Certificate:
    return Certificate.model_validate_json(document_by_code(code))


def as_file(document: bytes) -> Response:
    """To be kept: no byte may be changed on the way."""
    response = Response(document, mimetype="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="certificate.json"'
    return response


def public_keys() -> Response:
    keys = published(Secrets(current_app.extensions["mira.settings"].secrets).public_keys())
    return Response(canonical(keys), mimetype="application/json")
