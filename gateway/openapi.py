"""The description of the API (OpenAPI 3.1), generated from the routes and their contracts."""

from typing import Any, cast

from flask import Flask

from gateway.documents import examples
from gateway.documents.forms import NewJobDescription, NewResume
from gateway.problems import Problem

REF = "#/components/schemas/"
UPLOADS = (
    ("resumes", "NewResume", {"title": "Robin Sample", "text": examples.RESUME_TEXT}),
    (
        "job-descriptions",
        "NewJobDescription",
        {"title": "Backend engineer", "text": examples.JOB_TEXT},
    ),
)
"""Where a file can be given: the path, the model of its JSON body and a sample of that."""
SECURITY_SCHEMES = {
    "bearer": {
        "type": "http",
        "scheme": "bearer",
        "description": "The `token` of `POST /api/v1/sign-ins`.",
    },
    "cookie": {
        "type": "apiKey",
        "in": "cookie",
        "name": "__Host-mira",
        "description": "The session of a browser; unsafe methods need `X-CSRF-Token` beside it. "
        "On a local machine the name ends in the port.",
    },
}
ABOUT = (
    "From a résumé and a job description to a fit report, a practice interview and feedback with "
    "the quote behind every level. Errors are RFC 9457 problems. Every POST takes an "
    "`Idempotency-Key`. Long work answers 202 with `Location`: poll it with `If-None-Match`."
)
KEY_PARAMETER = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "schema": {"type": "string", "maxLength": 128},
    "description": "The same key and body replay the stored answer for 24 hours.",
}

MATCH_PARAMETER = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "schema": {"type": "string", "pattern": '^"[0-9]{1,9}"$'},
    "description": "The version that the change was made from, in quotes: `version` of the view, "
    "or the ETag of what is changed.",
}


def describe(app: Flask) -> None:
    """Settle how `app` describes itself. Nothing is generated before it is asked for."""
    app.config |= {
        "SECURITY_SCHEMES": SECURITY_SCHEMES,
        "DESCRIPTION": ABOUT,
        "AUTO_VALIDATION_ERROR_RESPONSE": False,
        "AUTO_AUTH_ERROR_RESPONSE": False,
        "AUTO_404_RESPONSE": False,
        "AUTO_SERVERS": False,
        "AUTO_200_RESPONSE": False,
    }
    app.spec_processor(_finish)  # type: ignore[attr-defined]  # APIFlask has it


def description(app: Flask) -> dict[str, Any]:
    """The OpenAPI document of `app`, generated once."""
    if "mira.openapi" not in app.extensions:
        app.extensions["mira.openapi"] = app.spec  # type: ignore[attr-defined]  # likewise
    return cast("dict[str, Any]", app.extensions["mira.openapi"])


def _finish(spec: dict[str, Any]) -> dict[str, Any]:
    schemas = spec["components"]["schemas"]
    for model in (Problem, NewResume, NewJobDescription):
        schema = model.model_json_schema(ref_template=f"{REF}{{model}}")
        schemas |= schema.pop("$defs", {}) | {model.__name__: schema}
    spec["components"]["schemas"] = {
        _short(name): _with_short_refs(schema) for name, schema in schemas.items()
    }
    spec["paths"] = _with_short_refs(spec["paths"])
    for operations in spec["paths"].values():
        if "post" in operations:
            operations["post"]["parameters"].append(KEY_PARAMETER)
        for operation in operations.values():
            if "428" in operation["responses"]:
                operation["parameters"].append(MATCH_PARAMETER)
    for path, name, sample in UPLOADS:
        _tell_upload(spec["paths"][f"/api/v1/{path}"]["post"], name, sample)
        _tell_upload(spec["paths"][f"/api/v1/{path}/preview"]["post"], name, sample)
    return spec


def _short(name: str) -> str:
    """APIFlask names what is inside a model `Outer.Inner`; a name means one thing here."""
    return name.rsplit(".", 1)[-1]


def _with_short_refs(node: Any) -> Any:
    if isinstance(node, list):
        return [_with_short_refs(each) for each in node]
    if not isinstance(node, dict):
        return node
    ref = node.get("$ref")
    if isinstance(ref, str) and ref.startswith(REF):
        return {**node, "$ref": REF + _short(ref.removeprefix(REF))}
    return {key: _with_short_refs(value) for key, value in node.items()}


def _tell_upload(operation: dict[str, Any], name: str, sample: dict[str, str]) -> None:
    """Two shapes of one body are more than a decorator can say."""
    file_form = {
        "type": "object",
        "required": ["file"],
        "properties": {
            "file": {"type": "string", "contentMediaType": "application/octet-stream"},
            "title": {"type": "string", "maxLength": 200},
        },
    }
    operation["requestBody"] = {
        "required": True,
        "content": {
            "application/json": {"schema": {"$ref": f"{REF}{name}"}, "example": sample},
            "multipart/form-data": {"schema": file_form},
        },
    }
