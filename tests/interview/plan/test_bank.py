"""The question bank is large enough, even, written once, and asks what may be asked."""

import re
from collections import Counter
from functools import cache
from itertools import combinations, product

import pytest

from contracts.evidence import Competency
from contracts.interview import QuestionKind
from contracts.replanning import MAX_QUESTIONS
from services.interview.rules.phrases import phrases
from services.interview.rules.plan.bank import Field, Template, templates

ALIKE = 0.6
"""Share of common words, among all that two have, from which they are one question."""

FEWEST_WORDS = 4
"""With fewer words of their own, two questions share some by chance."""

LEAD = re.compile(r"^[^.]*\{\w+\}\.|^To close:")
PLAIN = re.compile(
    r"\b(?:an?|and|are|as|at|be|been|but|by|did|do|for|from|had|has|have|how|i|in|into|is|its?|me|my"
    r"|of|on|one|or|other|some|somebody|something|so|than|that|the|their|them|there|these|they|this"
    r"|those|through|time|to|was|were|what|when|which|who|whom|whose|will|with|would|you|your"
    r"|yourself|tell|describe|give|example|about|walk|talk|explain|show|occasion|using|nearest|case"
    r"|work|could|where|must|may|out|up|not|no|any|own|each)\b"
)
PRIVATE = re.compile(
    r"\b(?:ages?|aged|how old|birth\w*|born|marri\w+|spouse|husband|wife|pregnan\w+|child|children"
    r"|kids|famil(?:y|ies)|relig\w+|church|faith|national(?:ity|ities)|citizenship|native|origins?"
    r"|race|racial|ethnic\w*|accent|skin|disab\w+|illness|sick|your health|diagnos\w+|medication"
    r"|unions?|politic\w+|salary|wages?|genders?|sex\w*|arrest\w*|convict(?:ed|ions)"
    r"|where do you live)\b",
    re.IGNORECASE,
)
LEADING = re.compile(
    r"\b(?:don’t|wouldn’t|isn’t|aren’t|surely|obviously|of course|you agree|right\?|do you not)\b",
    re.IGNORECASE,
)
SECOND = re.compile(
    r"(?:,| and| or) (?:what|why|how|when|where|who|whom|which) "
    r"(?:did|do|does|was|were|would|have|has|is|are)\b|\?.*\?",
    re.IGNORECASE,
)
RANK = re.compile(
    r"\b(?:your|our|whole|entire) (?:\w+ )?(?:teams?|groups?|units?|areas?|staff|company|colleagues"
    r"|office|specialists)\b|\b(?:teams?|groups?|areas?|staff) of yours\b"
    r"|\byou (?:have )?(?:led|lead|supervised?|head(?:ed)?)\b|\byou managed? (?:an?|the|people)\b"
    r"|\bunder you\b|\breport(?:s|ed|ing)? to you\b|\bin charge of\b|\baccountable for\b"
    r"|\b(?:organi[sz]ations?|departments?|divisions?|directors?|executives?|boards?|ministers?"
    r"|regions?|markets?|programmes?|strateg(?:y|ies)|reforms?|polic(?:y|ies)|initiatives?"
    r"|alliances?|thousands|decision-makers|teams?|the public|years of|over many years"
    r"|many (?:people|partners|years))\b",
    re.IGNORECASE,
)
THIS = re.compile(r"\}.*\bthis\b")
LED_OR_ELSE = frozenset({"s-leadership-slow", "g-closest"})
"""Ask about somebody who was led, taught or helped, whichever it was, or how somebody was led,
where the job asks for leading.
"""

TEXTS = [(template.id, text) for template in templates() for text in template.texts]


def test_the_bank_has_at_least_150_questions_of_three_wordings_and_none_twice() -> None:
    assert len(templates()) >= 150
    assert len({text for _, text in TEXTS}) == len(TEXTS) == 3 * len(templates())
    assert len({template.id for template in templates()}) == len(templates())


@pytest.mark.parametrize("competency", list(Competency))
@pytest.mark.parametrize("kind", [kind for kind in QuestionKind if kind is not QuestionKind.OWN])
def test_every_kind_has_questions_about_every_competency(
    kind: QuestionKind, competency: Competency
) -> None:
    fewest = {QuestionKind.BEHAVIOURAL: 5, QuestionKind.SITUATIONAL: 3}.get(kind, 1)

    found = [one for one in templates() if one.kind is kind and one.competencies[0] is competency]

    assert len([one for one in found if one.field is None]) >= fewest


@pytest.mark.parametrize("field", list(Field))
def test_every_field_has_cases_of_its_own(field: Field) -> None:
    assert len([template for template in templates() if template.field is field]) >= 2


def test_no_two_questions_are_near_duplicates() -> None:
    alike = [
        (one.id, other.id)
        for one, other in combinations(templates(), 2)
        for text, twin in product(one.texts, other.texts)
        if likeness(text, twin) >= ALIKE
    ]

    assert alike == []


def test_the_wordings_of_a_question_differ_in_more_than_a_word() -> None:
    alike = [
        template.id
        for template in templates()
        for text, twin in combinations(template.texts, 2)
        if likeness(text, twin) >= ALIKE
    ]

    assert alike == []


def test_likeness_knows_a_near_duplicate() -> None:
    one = "Tell me about the largest project budget that you planned last year."
    other = "Describe the largest project budget that you planned this year."

    assert likeness(one, other) >= ALIKE


@pytest.mark.parametrize(("sign", "wrong"), [
    (PRIVATE, "Tell me how you combine work with your family."),
    (PRIVATE, "Where were you born?"),
    (LEADING, "You would surely report it. What did you do?"),
    (SECOND, "Tell me about a plan, and what did you learn from it?"),
    (SECOND, "What was it? How did it end?"),
])  # fmt: skip
def test_each_sign_of_a_bad_question_is_seen(sign: re.Pattern[str], wrong: str) -> None:
    assert sign.search(wrong)


@pytest.mark.parametrize("sign", [PRIVATE, LEADING, SECOND])
def test_no_question_is_private_or_leading_or_two_at_once(sign: re.Pattern[str]) -> None:
    assert [name for name, text in TEXTS if sign.search(text)] == []


@pytest.mark.parametrize("wrong", [
    "Describe how you and your team met a date.",
    "Tell me about a belief that a group of yours held.",
    "Tell me about a change that you brought to an entire organisation.",
    "A director under you is out of their depth. Tell me what you would do.",
    "Tell me about an aim that your own area gave up.",
    "Tell me about people whom you led through a hard year.",
    "Two departments blame each other. Tell me what you would do.",
])  # fmt: skip
def test_a_question_that_presumes_rank_is_seen(wrong: str) -> None:
    assert RANK.search(wrong)


@pytest.mark.parametrize("right", [
    "Describe how you showed the way although nobody had asked you to.",
    "Tell me how you managed to learn it.",
    "Tell me about a group that you have joined.",
    "Two colleagues want opposite things. Tell me what you would do.",
    "Tell me about the area of a wall that you painted.",
])  # fmt: skip
def test_a_question_that_anybody_can_answer_presumes_no_rank(right: str) -> None:
    assert not RANK.search(right)


def test_no_wording_presumes_that_somebody_leads_or_has_a_place_in_a_house() -> None:
    presuming = {template.id for template in templates() if any(map(RANK.search, template.texts))}

    assert presuming == LED_OR_ELSE


def test_the_plain_wording_about_a_gap_asks_about_what_it_quotes() -> None:
    gaps = [one for one in templates() if one.kind is QuestionKind.GAP_PROBE]

    assert [one.id for one in gaps if not THIS.search(one.texts[0])] == []


def test_every_question_asks_for_one_thing_and_ends_properly() -> None:
    asks = re.compile(r"\b(?:tell|describe|give|walk|talk|take|explain|show|pick)\b", re.IGNORECASE)

    assert [name for name, text in TEXTS if not re.search(r"[.?]$", text)] == []
    assert [name for name, text in TEXTS if not (asks.search(text) or text.endswith("?"))] == []


@pytest.mark.parametrize("template", templates(), ids=lambda template: template.id)
def test_all_wordings_have_the_same_blank_once(template: Template) -> None:
    blank = "{" + template.blank + "}" if template.blank else ""

    assert {text.count("{") for text in template.texts} == {1 if blank else 0}
    assert all(blank in text for text in template.texts)


def test_there_are_follow_ups_enough_that_none_is_said_twice() -> None:
    probes = Counter(ask for asks in phrases().probe.values() for ask in asks)

    assert all(len(asks) == MAX_QUESTIONS for asks in phrases().probe.values())
    assert set(probes.values()) == {1}


def test_every_competency_says_what_it_is_shown_by() -> None:
    assert set(phrases().expects) == set(phrases().label) == set(Competency)
    assert all(len(set(expects)) == 5 for expects in phrases().expects.values())


def likeness(one: str, other: str) -> float:
    """Jaccard index of the words that say what is asked about."""
    ours, theirs = words(one), words(other)
    if min(len(ours), len(theirs)) < FEWEST_WORDS:
        return 0.0
    return len(ours & theirs) / len(ours | theirs)


@cache
def words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-zé]+", PLAIN.sub("", LEAD.sub("", text).lower())))


def test_a_follow_up_names_what_it_asks_about_and_no_impersonal_somebody() -> None:
    """Heard after a story, "On what grounds?" is a riddle: who, and for what?"""
    pointing = re.compile(
        r"\b(?:you|your|it|that|this|those|there|then|afterwards|the end|the time|the state"
        r"|things|place|difference|outcome|numbers)\b",
        re.IGNORECASE,
    )
    asks = [ask for asks in phrases().probe.values() for ask in asks]

    assert [ask for ask in asks if not pointing.search(ask)] == []
    assert [ask for ask in asks if re.search(r"\bone\b", ask, re.IGNORECASE)] == []
    assert [ask for ask in asks if len(ask.split()) < 4] == []
