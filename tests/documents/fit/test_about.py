"""A line of work speaks of a requirement by the words that are particular to it, by no others."""

import pytest

from contracts.analysis import FitItem, FitStatus
from tests.documents.build import Job, Written, a_fit

ASKED = "Team Member\n\nRequirements\n- {}\n"


def shown_by(line: str, asked: str) -> FitItem:
    return a_fit(Written([Job("Assistant", [line])]), ASKED.format(asked)).items[-1]


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        (
            "Presenting findings to senior leadership",
            "Presented the findings of 6 audits to the leadership team",
        ),
        (
            "Comfortable presenting to a board of directors",
            "Presented the yearly plan to the board of directors",
        ),
        (
            "Managing change across a whole hospital",
            "Managed the change of every ward of the hospital to paper-free notes",
        ),
        (
            "You will care for up to 2 ventilated patients per shift",
            "Cared for two ventilated patients on each shift",
        ),
        ("Mentoring junior engineers", "Mentored 3 engineers who had just left university"),
        (
            "Excellent written and verbal communication skills",
            "Presented the results to the council and wrote weekly reports",
        ),
        (
            "Experience handling dangerous snakes",
            "Handled snakes and other dangerous animals at the zoo",
        ),
        (
            "Ability to explain technical ideas to lay people",
            "Explained technical faults to people without training",
        ),
        ("Drafting tenancy agreements", "Drafted 200 tenancy agreements a year"),
        (
            "Organising school trips for children",
            "Planned and organised two trips a year for 90 children of the school",
        ),
        (
            "Experience with the upkeep of vintage aircraft",
            "Kept four vintage aircraft fit to fly; led their upkeep",
        ),
        ("You lead by example", "Led the night shift of 12 people"),
        ("Strong leadership skills", "Supervised 8 apprentices"),
        (
            "Responsibility for opening and closing the shop",
            "Responsible for opening the shop each morning and closing it",
        ),
        ("Planning the rota for a busy kitchen", "Planned the rota of a kitchen with 14 cooks"),
        (
            "Prioritising competing requests from several departments",
            "Prioritised the requests of 5 departments in one queue",
        ),
        ("Training new drivers", "Trained 25 drivers on the new tachographs"),
        (
            "Adapting recipes for guests with allergies",
            "Adapted 40 recipes for guests with allergies",
        ),
        (
            "Evaluating tenders from contractors",
            "Evaluated tenders of 12 contractors for the bridge",
        ),
        ("Improving the packing process", "Improved the packing process; 12% fewer errors"),
        (
            "Evidence of close collaboration with architects",
            "Worked closely with architects and the site manager",
        ),
        ("Ability to motivate a sales floor", "Motivated a sales floor of 18 agents every morning"),
        ("Advising tenants on their rights", "Gave advice to tenants about rights and arrears"),
        (
            "Keeping accurate stock of medicines",
            "Counted the stock of medicines and kept the register accurate",
        ),
        ("Experience of grafting fruit trees", "Grafted apple and pear trees in the orchard"),
        ("Restoring oil paintings", "Restored 12 oil paintings from the eighteenth century"),
        ("Leading guided tours of the castle", "Led tours of the castle in two languages"),
        ("Reporting to trustees every quarter", "Reported to the trustees and the auditors"),
        ("Writing press releases", "Wrote press releases and the newsletter"),
        ("Choreographing musicals", "Choreographed two musicals with amateurs"),
        (
            "Dealing with complaints from passengers",
            "Answered complaints of passengers at the desk",
        ),
        (
            "Explaining diagnoses to relatives",
            "Explained the diagnosis and next steps to relatives",
        ),
        (
            "Supervising apprentices in the workshop",
            "Supervised four apprentices in a workshop for lathes",
        ),
        ("Hosting webinars for alumni", "Hosted monthly webinars; 300 alumni took part"),
        (
            "Developing curricula for adult learners",
            "Developed a curriculum for adult learners of Dutch",
        ),
        ("Calibrating laboratory scales", "Calibrated scales and pipettes in the laboratory"),
        (
            "Collaborating with foresters and hunters",
            "Worked closely with foresters, hunters and farmers",
        ),
        ("Excellent collaboration", "Partnered with nine teams on the shared calendar"),
        ("Strong organisational skills and planning", "Organised the move of 300 desks"),
        ("Negotiating with trade unions", "Negotiated three pay rounds with the trade union"),
        (
            "Coordinating volunteers at large events",
            "Coordinated 60 volunteers at the city's summer events",
        ),
        (
            "Ability to train volunteers in first response",
            "Trained volunteers of the lifeboat station in first response",
        ),
        ("Keeping minutes of parish meetings", "Kept the minutes of parish meetings"),
        (
            "Proven ability to resolve disputes between neighbours",
            "Resolved 40 disputes of neighbours a year",
        ),
        ("Setting up stalls at markets", "Set up market stalls each Saturday"),
        ("Designing costumes for the stage", "Designed 60 costumes for stage and film"),
        (
            "Communicates clearly with tradespeople and suppliers",
            "Negotiated with tradespeople and three suppliers",
        ),
        ("Transcribing court hearings", "Transcribed hearings of the district court"),
        ("Inspecting bridges and tunnels", "Inspected 90 bridges"),
        ("Teaching swimming to toddlers", "Taught toddlers and babies to swim"),
        (
            "Experience mixing concrete to specification",
            "Mixed concrete for floors to specification",
        ),
        ("Good problem-solving skills", "Solved a leak that had closed the pool for a year"),
        ("Sorting donations of clothes", "Sorted clothes and other donations"),
    ],
)
def test_a_line_speaks_of_what_is_asked_in_its_own_words(asked: str, line: str) -> None:
    item = shown_by(line, asked)

    assert item.tier >= 2
    assert all(span.quote in line for span in item.evidence)


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("Empathy with patients in distress", "Checked an internal list of parts for 30 clients"),
        (
            "Comfortable presenting to a board of directors",
            "Improved the packing line; cut errors by 12% and trained 2 people",
        ),
        ("Managing change across a whole hospital", "Improved the packing line; cut errors by 12%"),
        (
            "Strong written and verbal communication skills",
            "Improved the packing line and trained 2 people",
        ),
        (
            "Presenting findings to senior leadership",
            "Migrated the orchestration system to another one",
        ),
        ("Presenting findings to senior leadership", "Led a team of 5 people"),
        ("Alignment with our core values", "Improved yield by 44%"),
        (
            "You will care for up to 2 ventilated patients per shift",
            "Integrated sign-in for users of the portal",
        ),
        (
            "Managing relationships, such as internal, stakeholders, clients, or users",
            "Re-architected and built the internal feedback tool",
        ),
        (
            "Managing relationships, such as internal, stakeholders, clients, or users",
            "Moved 300 users to a new mail server",
        ),
        ("Partner with clients or vendors on contracts", "Checked a list of parts for 30 clients"),
        ("Lead diverse internal or external audits", "Kept an internal list of parts"),
        ("Negotiating with trade unions", "Negotiated the price of paper with two suppliers"),
        ("Leading a choir of children", "Led the migration of the data centre"),
        ("Designing gardens for private houses", "Designed the login page of a bank"),
        ("Planning funerals with families", "Planned the routes of 14 lorries"),
        ("Teaching students to dive", "Built a portal for 4000 students"),
        ("Diagnosing faults in lifts", "Diagnosed slow queries in the reporting system"),
        ("Responsibility for the safety of swimmers", "Responsible for the monthly newsletter"),
        ("Deciding on parole of prisoners", "Decided on the colours of the web shop"),
        ("Explaining wines to guests", "Served breakfast to 120 guests"),
        (
            "Coordinating organ transplants between hospitals",
            "Coordinated the release of the mobile app",
        ),
        ("You thrive in ambiguity and uncertainty", "Replaced 40 light bulbs in the corridor"),
        ("Supervising divers under water", "Supervised the stock of the bakery"),
        ("Empathy for the customer", "Integrated sign-in for seamless user authentication"),
        ("Writing speeches for ministers", "Documented the interface of the billing service"),
        ("Learning new technologies quickly", "Certified 300 lifts of the region"),
        ("Strategic thinker who sets vision", "Assessed 40 applications for parking permits"),
        (
            "Working with large reinsurance treaties or captives",
            "Worked with large boxes and pallets",
        ),
        (
            "Scaling distributed systems to millions of requests",
            "Developed a recipe book for the canteen",
        ),
        ("Catering for weddings and other large parties", "Photographed parties of the ministry"),
        ("Cataloguing manuscripts and rare books", "Kept the books of a bakery"),
        ("Experience of grafting fruit trees", "Trained random forests and decision trees"),
        ("Restoring oil paintings", "Restored the backup of the mail server"),
        ("Leading guided tours of the castle", "Led the quarterly planning of the platform team"),
        ("Reporting to trustees every quarter", "Built quarterly reports in a spreadsheet"),
        ("Writing press releases", "Released the app every quarter"),
        ("Choreographing musicals", "Organised the music at the summer party"),
        ("Dealing with complaints from passengers", "Dealt cards in the casino"),
        ("Explaining diagnoses to relatives", "Diagnosed faults in pumps"),
        ("Supervising apprentices in the workshop", "Ran a workshop on design thinking"),
        ("Hosting webinars for alumni", "Hosted the company's servers"),
        ("Developing curricula for adult learners", "Developed an engine for billing"),
        ("Collaborating with foresters and hunters", "Collaborated with lawyers on a merger"),
        ("Integrity and discretion with confidential data", "Processed data of 30 shops"),
        ("Highly motivated self-starter who owns results", "Presented the results to clients"),
        ("Ability to prioritise in a fast paced environment", "Set the pace of a running club"),
        ("Being responsible for cash and keys", "Responsible for the heating of the building"),
        ("Comfortable with public speaking", "Worked for the public library"),
        ("Managing suppliers of frozen fish", "Managed the site of a supplier of paint"),
        ("Ability to train volunteers in first response", "Reduced the response time of the api"),
        ("Keeping minutes of parish meetings", "Cut meetings to 20 minutes"),
        ("Proven ability to resolve disputes between neighbours", "Resolved merge conflicts"),
        ("Setting up stalls at markets", "Analysed markets in Asia"),
        ("Designing costumes for the stage", "Designed the staging environment"),
        ("Communicates clearly with tradespeople and suppliers", "Paid suppliers on time"),
        ("Erfahrung im Umgang mit Senioren", "Entwickelte eine App mit 300 Nutzern"),
        ("Transcribing court hearings", "Marked the lines of tennis courts"),
        ("Inspecting bridges and tunnels", "Inspected logs of the network"),
        (
            "Fundraising among local companies for the orchestra",
            "Orchestrated containers for local teams",
        ),
        ("Experience mixing concrete to specification", "Wrote the specification of the intranet"),
        ("Strong team leadership", "Joined the leadership newsletter"),
        ("Sorting donations of clothes", "Sorted tickets by priority"),
        ("Reading music for the organ", "Read the meter of 30 houses"),
        ("Excellent presentation skills", "Was present at all meetings"),
        ("Commitment to safeguarding children", "Committed code every day"),
        ("Delivering babies at home", "Delivered parcels to homes"),
        ("Writing obituaries", "Wrote unit tests"),
    ],
)
def test_a_word_that_is_not_particular_to_it_shows_nothing(asked: str, line: str) -> None:
    item = shown_by(line, asked)

    assert (item.tier, item.evidence) == (0, ())
    assert item.status in (FitStatus.UNKNOWN, FitStatus.MISSING)


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("Machine learning for hospitals", "Learned to run every machine of the hospitals"),
        ("React for web shops", "Reacted to alarms of web shops"),
        ("Negotiating with trade unions", "Want to be negotiating with trade unions"),
    ],
)
def test_words_of_a_skill_in_another_sense_or_wished_for_do_not_show_it(
    asked: str, line: str
) -> None:
    assert shown_by(line, asked).tier == 0


def test_of_two_competencies_one_is_half_of_what_is_asked() -> None:
    item = shown_by("Presented the yearly plan to the council", "Communication and leadership")

    assert (item.tier, item.reason) == (
        1,
        "A line of work shows something of this kind: communication. None shows leadership.",
    )


def test_a_letter_of_an_abbreviation_is_no_name() -> None:
    assert shown_by("Served in the R.O.K. Coast Guard", "Python or R").tier == 0
