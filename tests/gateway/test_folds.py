"""What a report folds: reached by plain links, in the order that the keyboard takes, on paper."""

import re
from html.parser import HTMLParser
from uuid import UUID

import pytest

from contracts.feedback import FeedbackReport
from contracts.interview import TurnKind
from tests.feedback.build import report_on
from tests.gateway.client import a_signed_in_browser
from tests.gateway.life import a_finished_life, last
from tests.gateway.test_on_paper import STATIC, rule, within
from tests.gateway.test_report_page import page_of
from tests.interview.candidates import junk, rehearse, strong

SECTIONS = ["strongest", "work", "competencies", "questions", "next", "transcript", "keep"]
VOID = {"meta", "link", "input", "br", "img", "hr", "rect", "circle", "path", "line"}


class Folds(HTMLParser):
    """Where each id stands: in how many folds, and whether in the line that is always shown."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.folded: dict[str, int] = {}
        self.shown: set[str] = set()
        self.tabs: list[int] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if name := given.get("id"):
            self.folded[name] = self.open.count("details")
            if "summary" in self.open or tag in ("summary", "details"):
                self.shown.add(name)
        if number := given.get("tabindex"):
            self.tabs.append(int(number))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass


def a_strong_report() -> FeedbackReport:
    return report_on(rehearse(strong))


def test_a_link_to_a_question_or_a_quote_leads_into_its_fold_so_that_it_opens() -> None:
    page = page_of(a_strong_report())
    folds = Folds(page)

    targets = set(re.findall(r'href="#((?:question|said)-[^"]+)"', page))

    assert {name.split("-")[0] for name in targets} == {"question", "said"}
    for name in targets:
        assert folds.folded[name] > 0, name
        assert name not in folds.shown, name


def test_what_matters_first_stands_first_and_the_contents_follow_it() -> None:
    page = page_of(a_strong_report())

    contents = page.split('<nav class="toc')[1].split("</nav>")[0]

    assert re.findall(r'href="#([^"]+)"', contents) == SECTIONS
    assert re.findall(r'<h2 id="([^"]+)"', page)[: len(SECTIONS)] == SECTIONS


def test_the_keyboard_goes_through_the_page_in_its_order() -> None:
    folds = Folds(page_of(a_strong_report()))

    assert folds.tabs
    assert max(folds.tabs) <= 0


@pytest.mark.parametrize("section", SECTIONS)
def test_no_section_of_the_contents_is_folded(section: str) -> None:
    assert Folds(page_of(a_strong_report())).folded[section] == 0


def test_questions_are_folded_to_what_was_asked_and_what_came_of_it() -> None:
    report = a_strong_report()
    page = page_of(report)

    cards = re.findall(r'<article class="card question">.*?</article>', page, re.DOTALL)

    assert len(cards) == len(report.questions)
    for card in cards:
        summary, rest = card.split("</summary>", 1)
        assert "<details>" in summary
        assert re.search(r"of 5|no number", summary)
        assert "Your answer" in rest


def test_a_report_of_one_question_has_nothing_to_fold_away() -> None:
    report = report_on(rehearse(junk))
    one = report.model_copy(update={"questions": report.questions[:1]})

    assert '<article class="card question">\n  <details open>' in page_of(one)


def test_on_paper_nothing_is_folded_with_or_without_script() -> None:
    paper = within((STATIC / "mira.css").read_text(), "@media print ")
    script = (STATIC / "mira.js").read_text()

    assert "content-visibility: visible" in rule(paper, "details::details-content")
    assert 'addEventListener("beforeprint", openAll)' in script
    assert 'addEventListener("afterprint", foldAgain)' in script
    assert not re.search(r"\.question > details[^{]*{[^}]*display: none", paper)


def test_a_question_in_the_transcript_leads_back_to_what_is_said_of_it() -> None:
    report = a_strong_report()
    page = page_of(report)

    back = re.findall(r'<a class="back for-screen" href="#question-([^"]+)">', page)

    assert back == [one.question_id for one in report.questions]


def test_a_transcript_begins_with_a_way_to_each_question() -> None:
    browser = a_signed_in_browser()
    life = a_finished_life(browser)
    item = UUID(last(life.interview))
    owner, view = browser.world.things["session", item]
    turns = rehearse(strong).turns
    browser.world.put("session", item, owner, view.model_copy(update={"turns": turns}))
    asked = [turn.number for turn in turns if turn.kind is TurnKind.QUESTION]

    for page in (life.interview, f"{life.interview}/transcript"):
        contents = browser.get(page).text.split('<nav class="toc')[1].split("</nav>")[0]
        assert re.findall(r'href="#turn-(\d+)"', contents) == [str(number) for number in asked]
