"""The whole of Mira, started once for all flows: every process real, in a folder of its own."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from ops.stack import Stack
from tests.flows.journey import Person, Visitor

CHROMIUM = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def mira() -> Iterator[Stack]:
    """A running system that starts empty; it is stopped and kept for its logs."""
    folder = Path(os.environ["MIRA_TEST_STACK"]).parent / "flows"
    shutil.rmtree(folder, ignore_errors=True)
    with Stack(folder, is_durable=False, prefer_ports=False) as stack:
        stack.start()
        yield stack
        while Visitor.living:
            Visitor.living.pop().http.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ["MIRA_TEST_CHROMIUM"], args=CHROMIUM
        )
        yield chromium
        chromium.close()


def a_visitor(stack: Stack) -> Visitor:
    return Visitor(stack.address, stack.mailbox_address)


def a_person(stack: Stack, *, email: str | None = None) -> Person:
    return Person(stack.address, stack.mailbox_address, email=email)
