"""Reads every page of Mira with axe-core, in five modes, the way a browser comes upon them.

A page is loaded twice: with its script, then without. While it stands there the reader's wishes
change around it: dark, forced colours, a screen 320 pixels wide.
"""

import re
from collections import deque
from collections.abc import Iterator
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Page

from ops.stack import Stack
from tests.flows.journey import PASSWORD, Person

FILES = re.compile(
    r"\.(?:md|json|txt|ico)$|/(?:download|original|jsonresume|healthz|readyz)$|^/(?:static|api/v1)/"
)
"""What is no page, except the one below."""

DOCS = "/api/v1/docs"
_WIDE, _NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}

Rules = dict[str, object]
_COLOURS = ["color-contrast", "link-in-text-block"]
_ALL: Rules = {}
_OF_COLOURS: Rules = {"runOnly": _COLOURS}
_OF_SPACE: Rules = {"runOnly": ["target-size", "scrollable-region-focusable"]}
_OF_ELEMENTS: Rules = {"rules": {name: {"enabled": False} for name in _COLOURS}}
"""Each mode is read by the rules that it can break: dark has the elements of light, and a page
without script its colours.
"""

_RUN = """
options => axe.run({exclude: [".operation ~ .operation"]}, options).then(told => told.violations)
"""
"""Of the list of the API one operation of each group, which stands for the others."""

_UNFOLD = """
for (const fold of document.querySelectorAll("details:not(.operation ~ .operation)"))
  fold.open = true
"""
_LINKS = "links => links.map(link => link.getAttribute('href'))"
_WIDTH = "document.documentElement.scrollWidth"


def is_page(path: str) -> bool:
    return path == DOCS or not FILES.search(path)


class Walker:
    """Goes where the links of pages lead, once to each kind of address, and notes what axe says."""

    def __init__(self, browser: Browser, mira: Stack, patterns: list[re.Pattern[str]]) -> None:
        self.context: BrowserContext = browser.new_context(
            base_url=mira.address, reduced_motion="reduce"
        )
        self.page: Page = self.context.new_page()
        self.switch = self.context.new_cdp_session(self.page)
        self.patterns = patterns
        self.seen: set[str] = set()
        self.found: list[str] = []

    def sign_in(self, person: Person) -> None:
        self.page.goto("/sign-in")
        self.page.get_by_label("E-mail address").fill(person.email)
        self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url("**/dashboard")

    def walk(self, *seeds: str) -> None:
        """All of `seeds`, and one page of each kind that links lead to from there."""
        ahead: deque[str] = deque()
        for seed in seeds:
            ahead += self._read(seed)
        while ahead:
            path = ahead.popleft()
            if self._kind(path) not in self.seen:
                ahead += self._read(path)

    def unseen(self) -> list[str]:
        """The kinds of addresses that no link led to."""
        return [each.pattern for each in self.patterns if each.pattern not in self.seen]

    def _read(self, path: str) -> list[str]:
        """Note what is wrong in each mode; where the links lead."""
        if not self._open(path):
            return []
        self._check(path, "light", _ALL)
        self.page.emulate_media(color_scheme="dark")
        self._check(path, "dark", _OF_COLOURS)
        self.page.emulate_media(color_scheme="light", forced_colors="active")
        self._check(path, "forced colours", _OF_COLOURS)
        self.page.emulate_media(forced_colors="none")
        self.page.set_viewport_size(_NARROW)
        self._check(path, "320 px", _OF_SPACE)
        if (width := self.page.evaluate(_WIDTH)) > _NARROW["width"]:
            self.found.append(f"320 px {path}: {width} px wide")
        self._open(path, has_script=False)
        self._check(path, "no script", _OF_ELEMENTS)
        return list(self._links())

    def _open(self, path: str, *, has_script: bool = True) -> bool:
        """Without script the page is made so; axe itself has to run afterwards. False where it
        leads on to another page.
        """
        self.page.set_viewport_size(_WIDE)
        self.switch.send("Emulation.setScriptExecutionDisabled", {"value": not has_script})
        answer = self.page.goto(path)
        self.switch.send("Emulation.setScriptExecutionDisabled", {"value": False})
        assert answer is not None
        assert answer.status < 500, path
        self.page.evaluate(AXE_SCRIPT)
        self.page.evaluate(_UNFOLD)
        at = urlsplit(self.page.url).path
        self.seen |= {self._kind(at)}
        return at == urlsplit(path).path

    def _check(self, path: str, mode: str, rules: Rules) -> None:
        options = {"resultTypes": ["violations"], "preload": False, **rules}
        for broken in self.page.evaluate(_RUN, options):
            at = [", ".join(map(str, node["target"])) for node in broken["nodes"][:3]]
            self.found.append(f"{mode} {path}: {broken['id']} at {at}")

    def _links(self) -> Iterator[str]:
        for link in self.page.eval_on_selector_all("a[href]", _LINKS):
            parts = urlsplit(link)
            if not parts.netloc and parts.path and is_page(parts.path):
                yield parts.path

    def _kind(self, path: str) -> str:
        """The first that fits: a plain address stands before one with a blank."""
        fits = (each.pattern for each in self.patterns if each.fullmatch(path))
        return next(fits, path)
