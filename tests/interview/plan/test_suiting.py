"""No question is filled with a line that it does not fit: each says which lines suit it."""

import time

import pytest

from contracts.analysis import RequirementKind
from contracts.interview import Question, QuestionKind
from services.interview.rules.plan.bank import Template, templates
from services.interview.rules.plan.lines import LineKind, kind_asked, kinds_claimed, says_nothing
from services.interview.rules.plan.planner import RulesPlanner
from tests.interview.build import INTERVIEW, a_briefing

ASKED = {
    LineKind.TOOL: [
        "Python", "Experience with Kafka", "Xero", "Microscopy", "Advanced Excel", "Kubernetes",
        "Robotic total station", "Proficiency in Adobe Creative Suite", "Computer literate",
        "Deep experience with two-pack lacquer and spray booths of any make", "Stock control",
    ],
    LineKind.KNOWLEDGE: [
        "Good understanding of tachograph rules", "Knowledge of COSHH", "Familiarity with GDPR",
        "Working knowledge of ISO 15189", "Awareness of food allergens", "Building regulations",
        "Familiarity with sluice gates or willingness to learn about them",
    ],
    LineKind.QUALIFICATION: [
        "18th Edition and 2391", "IOSH Managing Safely or NEBOSH", "Level 3 food safety",
        "CCAB or CIMA qualified", "BLS and ACLS", "HGV licence", "Degree in biomedical science",
        "Warrant or willingness to train", "NVQ Level 3 (or working towards it)", "A-level maths",
        "Driving licence with category C+E", "ACLS must be obtained within a year", "CSCS card",
        "Leaving Cert with maths", "Chartered status", "HLTA status or willingness to gain it",
        "HLTA status (desirable)", "Higher level assistant status preferred",
    ],
    LineKind.TASK: [
        "Experience of teaching in a primary school", "Evidence of raising attainment",
        "Experience of validating new methods", "Menu costing", "Fitting kitchens to order",
        "Experience of fault finding on three-phase equipment", "Experience of stock taking",
        "Fault finding on three-phase equipment",
        "Setting out with a robotic total station", "Supervised by a chef, preparing starters",
    ],
    LineKind.LEADING: [
        "Experience of supervising cleaning staff", "Experience of leading a subject",
        "Experience of managing performance, sickness absence and conflict",
        "you have led people before", "Experience of running a kitchen brigade",
        "Mentoring of junior colleagues", "Line management experience", "Supervision of trainees",
        "Leading a team of 6",
    ],
    LineKind.QUALITY: [
        "Excellent communication skills", "Attention to detail", "Ability to analyse data",
        "a warm welcome for everyone", "Good timekeeping",
        "Knows how to motivate people in a dull season", "Calm under pressure",
        "Commitment to safeguarding", "Willingness to learn", "Able to stand up for residents",
        "Able to work independently with minimal supervision", "Ability to carry out a plan",
        "Organised, able to keep to dates",
    ],
    LineKind.SECTOR: [
        "Experience in the pharmaceutical sector", "Background in logistics",
        "Background in nursing or first aid",
        "Experience in veterinary or human diagnostics", "Experience within local government",
        "Retail experience", "Experience as a dental nurse", "product manager", "Pastry chef",
        "Post-qualifying experience with children",
        "At least 3 years' post-registration experience",
        "3+ years as a product manager",
        "Two years in a busy kitchen",
        "Two or more years of acute nursing experience",
        "Experience in a leading hotel group", "3 years’ PQE in commercial property",
    ],
}  # fmt: skip
CLAIMED = {
    LineKind.CHANGE: [
        "Cut medication errors from 9 to 2 a month", "Raised attainment in maths from 61% to 74%",
        "Shortened month end from 9 days to 5", "Halved the waste of the kitchen",
        "Reduced repeat tests by 30%",
        "Found a £45,000 error in the fuel bills", "Grew the choir from 12 to 40 voices",
    ],
    LineKind.MADE: [
        "Built a budget model in Excel", "Wrote the handbook for night porters",
        "Designed a garden for a hospice", "Introduced a checklist for deliveries",
        "Set up 12 stalls", "Restored two organs",
        "Spotted a crack in a wing spar", "Renegotiated the £6m credit line",
        "Resolved a dispute over a boundary wall",
        "Installed LED lighting in 40 classrooms",
        "Reported a leak that led to the recall of a pump",
    ],
    LineKind.ROUTINE: [
        "Clean 14 offices each night", "Delivered 98.7% of drops within the slot",
        "Isolated switchgear up to 1600 A", "Teach a class of 30 in year 5",
        "Run the pastry section and banqueting for up to 300", "Calibrated analysers",
        "Resolved faults on tills", "Drove a coach to Lyon each week",
        "Kept a log that led to talks",
        "Assisted in a nurse-led clinic", "Worked on a farm led by two brothers",
    ],
    LineKind.LED: [
        "Led a team of 6 nurses", "Mentored two apprentices in the joinery",
        "Supervise one apprentice", "Trained a junior stylist", "Managed three shifts of porters",
        "Train two commis chefs",
    ],
}  # fmt: skip
NOTHING = [
    "Happy to do a bit of everything",
    "Willing to muck in",
    "essential",
    "Person specification: essential",
    "Essential / desirable",
    "Skills required",
    "post-qualification experience",
    "Relevant professional experience",
    "About you",
    "Our manager is moving abroad and we need somebody who can keep a happy team and a full book",
    "We are a family bakery with three shops",
    "The company is growing fast",
    "This role has a real impact",
    "Your team and ours will meet weekly",
    "two days a week on the floor",
    "One weekend per month",
    "Own tools",
    "Basic hand tools",
    "You must have your own transport",
    "Full clean UK driving licence and access to a car",
    "Able to drive is essential",
    "Car owner",
    "Enhanced DBS check",
    "Must hold the right to work in Ireland",
    "Willingness to travel to other sites",
    "Flexible to work weekends and bank holidays",
    "Able to lift up to 25 kg",
    "Notice period: one month at most",
]
SOMETHING = [
    "Essential oils",
    "Experience of ECMO",
    "Our Lady’s hymns by heart",
    "Weekly accounts",
    "Own the equipment budget",
    "Experience of processing DBS checks",
    "Able to work under pressure at weekends",
    "Able to drive change",
    "Security of networks",
    "Power tools",
    "Driving licence category D, and CPC",
    "Willingness to learn",
]
VAGUE = [
    "Reliable",
    "flexible",
    "Hard-working",
    "Highly motivated",
    "Honest and punctual",
    "Polite",
]
BLANK = [one for one in templates() if one.blank]
LINES = [(kind, line) for kind, lines in {**ASKED, **CLAIMED}.items() for line in lines]


@pytest.mark.parametrize(("kind", "line"), [(k, one) for k, many in ASKED.items() for one in many])
def test_a_line_of_a_job_is_known_for_what_it_asks(kind: LineKind, line: str) -> None:
    assert kind_asked(line) is kind


@pytest.mark.parametrize(
    ("kind", "line"), [(k, one) for k, many in CLAIMED.items() for one in many]
)
def test_a_claim_is_known_for_what_it_tells(kind: LineKind, line: str) -> None:
    others = {*CLAIMED} - {kind}

    assert kind in kinds_claimed(line)
    assert not others & kinds_claimed(line)


@pytest.mark.parametrize("line", NOTHING)
def test_headings_terms_and_talk_of_the_house_ask_for_nothing(line: str) -> None:
    assert says_nothing(line)
    assert kind_asked(line, RequirementKind.BEHAVIOUR) is None


@pytest.mark.parametrize("line", SOMETHING)
def test_what_only_looks_like_a_heading_is_asked_about(line: str) -> None:
    assert not says_nothing(line)
    assert kind_asked(line) is not None


@pytest.mark.parametrize(
    "line",
    ["Wine fairs", "Communications desk", "Night freight", "Dry stone walls", "Friendly societies"],
)
def test_what_a_job_wants_as_experience_is_work_that_one_has_been_in(line: str) -> None:
    assert kind_asked(line, RequirementKind.EXPERIENCE) is LineKind.SECTOR
    assert kind_asked(line, RequirementKind.SKILL) is not LineKind.SECTOR


@pytest.mark.parametrize("line", VAGUE)
def test_a_single_vague_word_fills_no_question_but_may_be_a_reason(line: str) -> None:
    assert not says_nothing(line)
    assert kind_asked(line, RequirementKind.BEHAVIOUR) is None


@pytest.mark.parametrize("template", BLANK, ids=lambda one: one.id)
def test_whoever_has_a_blank_says_which_lines_fill_it(template: Template) -> None:
    fills = {"requirement": {*ASKED}, "duty": {LineKind.DUTY}}
    claims = {*CLAIMED, LineKind.SERVED, LineKind.SHARED}

    assert template.suits
    assert template.suits <= fills.get(template.blank or "", claims)


@pytest.mark.parametrize("kind", [*ASKED, *CLAIMED])
def test_every_kind_of_line_has_several_questions(kind: LineKind) -> None:
    suiting = [one for one in BLANK if kind in one.suits]

    assert len(suiting) >= 4


@pytest.mark.parametrize(("kind", "line"), LINES)
def test_no_question_is_asked_about_a_line_that_does_not_suit_it(kind: LineKind, line: str) -> None:
    is_claim = kind in CLAIMED
    given = {"claims": [line]} if is_claim else {"musts": [line, line + " daily"], "met": [1]}
    briefing, ids = a_briefing(**given), list[str]()
    for _ in range(5):
        plan = RulesPlanner().plan(INTERVIEW, briefing, ids).plan
        ids += [one.id for one in plan.questions]
        for asked in plan.questions:
            template = next(one for one in templates() if one.id == asked.id)
            if template.blank and f"“{line}”" in asked.text:
                known = kinds_claimed(line) if is_claim else {kind}
                assert template.suits & known


@pytest.mark.parametrize("line", [*NOTHING, *VAGUE])
def test_what_asks_for_nothing_is_in_no_question(line: str) -> None:
    plan = RulesPlanner().plan(INTERVIEW, a_briefing(musts=[line, "Kafka"], met=[])).plan

    assert not any(line in asked.text for asked in plan.questions)
    assert any(q.kind is QuestionKind.GAP_PROBE and "Kafka" in q.text for q in plan.questions)


def test_what_a_question_asks_outright_no_follow_up_asks_again() -> None:
    plans, ids = list[Question](), list[str]()
    for _ in range(9):
        plan = RulesPlanner().plan(INTERVIEW, a_briefing(), ids).plan
        ids += [one.id for one in plan.questions]
        plans += plan.questions
    outright = {one.id: one.is_asked for one in templates() if one.is_asked}
    asked = [one for one in plans if one.id in outright]

    assert asked
    assert all(p.if_missing not in outright[one.id] for one in asked for p in one.probes)


@pytest.mark.parametrize(
    "words",
    ["a ", "very ", "self-", "- ", "-", " ", "you must have ", "own ", "or willing to ", "law ",
     "experience ", "1 ", "led ", "found a ", "a-b ", "driving licence ", "dbs check, ", "iv. "],
)  # fmt: skip
def test_what_a_line_is_is_known_in_time_however_its_words_repeat(words: str) -> None:
    line = words * (6000 // len(words)) + "x!"
    begun = time.process_time()

    kind_asked(line)
    kinds_claimed(line)

    assert time.process_time() - begun < 2
