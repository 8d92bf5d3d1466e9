"""A browser and a program, as the gateway's tests play them."""

import re
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from gateway.app import create_app
from gateway.config import GatewaySettings
from tests.gateway.fakes_practice import bus_of
from tests.gateway.world import Account, World

HERE = {"Sec-Fetch-Site": "same-origin"}
COOKIE = "__Host-mira-8000"


def an_app(world: World, **settings: Any) -> Flask:
    known = {"secrets": Path("none"), "amqp_url": "amqp://nowhere", **settings}
    return create_app(bus_of(world), GatewaySettings(**known))


class Browser:
    """Follows no redirect by itself; sends the tokens of the page that it last saw."""

    def __init__(self, world: World, account: Account | None = None, **settings: Any) -> None:
        self.world = world
        self.app = an_app(world, **settings)
        self.http: FlaskClient = self.app.test_client()
        self.page = ""
        self.token = ""
        if account is not None:
            self.token = world.sign_in(account)
            self.http.set_cookie(COOKIE, self.token, domain="localhost")

    def get(self, path: str, **headers: str) -> TestResponse:
        answer = self.http.get(path, headers=headers, buffered=True)
        if answer.mimetype == "text/html":
            self.page = answer.text
        return answer

    def post(self, path: str, **fields: Any) -> TestResponse:
        """Send a form with the CSRF token of this session."""
        bearer = self.world.tokens.get(self.token)
        guard = {"csrf": self.world.csrf[bearer.sign_in]} if bearer else {}
        return self.http.post(path, data={**guard, **fields}, headers=HERE)

    def follow(self, answer: TestResponse) -> TestResponse:
        assert answer.status_code == 303, answer.text
        return self.get(answer.headers["Location"])

    def field(self, name: str) -> str:
        """The value of a hidden field on the page that was last seen."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.page)
        assert found, f"no field {name}"
        return found[1]


class Program:
    """Speaks JSON with a bearer token."""

    def __init__(self, world: World, account: Account | None = None) -> None:
        self.world = world
        self.app = an_app(world)
        self.http: FlaskClient = self.app.test_client()
        self.headers = {}
        if account is not None:
            self.headers["Authorization"] = f"Bearer {world.sign_in(account)}"

    def ask(self, method: str, path: str, json: Any = None, **headers: str) -> TestResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.http.open(
            f"/api/v1{path}", method=method, json=json, headers={**self.headers, **named}
        )


def a_signed_in_browser(**settings: Any) -> Browser:
    world = World()
    return Browser(world, world.open_account(), **settings)


def a_signed_in_program() -> Program:
    world = World()
    return Program(world, world.open_account())
