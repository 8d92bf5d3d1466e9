"""What codes are called on a page. A code without an entry is shown as words of its own."""

from contracts.interview import InterviewRow
from contracts.progress import Apart

LABELS = {
    # what was noticed in a job description
    "language_not_read": "its language is not read: what it asks for is missing here",
    "language_partly_read": "only the commonest words of its language are read: "
    "look through the lines that were not",
    "several_roles": "it offers several roles: what is asked for is read of the first alone, "
    "so paste any other by itself",
    # competencies
    "delivery": "Delivering results",
    "problem_solving": "Solving problems",
    "decision_making": "Making decisions",
    "communication": "Communicating",
    "collaboration": "Working together",
    "leadership": "Leading",
    "ownership": "Taking responsibility",
    "learning": "Learning",
    "customer_focus": "Caring for customers and users",
    "planning": "Planning and setting priorities",
    "change": "Changing and improving",
    "technical_depth": "Knowing the trade in depth",
    # what an answer can show
    "situation": "the situation",
    "own_action": "what you did yourself",
    "result": "the result",
    "measure": "a number that tells the change",
    "reasoning": "why you did it",
    "trade_off": "what you weighed up",
    "reflection": "what you would do differently",
    "recited": "Sentences that stand in your résumé were left out here: they show nothing new.",
    "several_occasions": "You told of more than one occasion here. What two of them show is not "
    "added up: all that counts is of the one that shows most.",
    # how strongly something is shown
    "listed": "listed",
    "used": "used in a role",
    "outcome": "used, with an outcome",
    "must": "must have",
    "nice": "nice to have",
    "bonus": "bonus",
    "met": "shown",
    "partial": "partly shown",
    "missing": "not found",
    "unknown": "not clear",
    # gaps and how to close them
    "unproven": "named, not proven",
    "stale": "some time ago",
    "level": "at another level",
    "scope": "at another scale",
    "add_line": "Add a line to your résumé, if it is true",
    "prepare_story": "Prepare a story about it",
    "learn": "Learn it",
    "expect_question": "Be ready for a question",
    # kinds of questions
    "behavioural": "From your past",
    "situational": "What would you do",
    "technical": "Knowledge",
    "resume_probe": "About your résumé",
    "gap_probe": "About a gap",
    "motivation": "What moves you",
    "closing": "Closing",
    "own": "Your own question",
    # how an interview is held
    "adaptive": "follows your answers",
    "one": "level 1, kept",
    "two": "level 2, kept",
    "three": "level 3, kept",
    # how a number came to be
    "scored": "scored",
    "not_elicited": "not answered",
    "insufficient": "not enough to score",
    "not_assessed": "not asked about",
    # sessions and work
    "planned": "planned",
    "live": "under way",
    "finished": "finished",
    "waiting": "being worked on",
    "done": "ready",
    "refused": "could not be read",
    # scopes of work
    "ic": "individual work",
    "lead": "leading a team's work",
    "manager": "managing people",
    "director": "managing managers",
    # where the work is done
    "onsite": "on site",
    "hybrid": "partly from home",
    "remote": "from anywhere",
    # what goes to a provider, and on which terms
    "zero": "nothing, as the operator attests; no program can check it",
    "up_to_30_days": "logs against abuse, for at most 30 days",
    "own_server": "what the operator of that server says",
    "read_resume": "reading a résumé",
    "read_job": "reading a job description",
    "read_answer": "reading an answer",
    "word_probe": "picking up words in a follow-up",
    "plan_interview": "suggesting another plan",
    "word_feedback": "picking up words in feedback",
    "answer": "an answer, sentence by sentence",
    "control": "two lines of ours as a check",
    "resume_summary": "summary",
    "resume_work": "lines about work",
    "resume_skills": "skills",
    "resume_projects": "projects",
    "resume_other": "other lines",
    "job_requirements": "what is asked for",
    "job_duties": "duties",
    # whom deletion involves
    "auth": "Account and sign-ins",
    "documents": "Résumés, job descriptions, fit reports",
    "interview": "Interviews and transcripts",
    "feedback": "Reports and scores",
    "privacy": "Requests and receipts",
    "analytics": "Usage counts",
    "account": "your account",
    "resume": "a résumé",
    "job_description": "a job description",
    "session": "an interview",
    "fanned_out": "under way",
    "verifying": "being counted",
    "disputed": "something is left, and we were alarmed",
    "first": "at once",
    "after_1_hour": "after an hour",
    "after_24_hours": "after a day",
    "after_31_days": "after 31 days",
    "completed": "complete",
}

DIMENSIONS = {
    "people": "People led",
    "users": "Users served",
    "money": "Money",
    "quote": "Words of the text",
    "region": "Region",
    "level": "Level of the role",
}
"""Dimensions of scope; as the kind of a gap, `level` has other words."""

FIELDS = {
    "birth_month": "Month of birth",
    "birth_year": "Year of birth",
    "bullets": "What you did",
    "competency": "What it is about",
    "detail": "Detail",
    "email": "E-mail address",
    "employer": "Employer",
    "end": "To",
    "file": "The file",
    "headline": "Headline",
    "job_description_id": "Job description",
    "level": "Level",
    "looked_for": "What is meant",
    "links": "Links",
    "location": "Place",
    "min_years": "Years",
    "minutes": "Minutes",
    "money": "Money",
    "name": "Name",
    "people": "People led",
    "question_id": "Question",
    "try_id": "Try",
    "password": "Password",
    "phone": "Phone",
    "quote": "Words of the text",
    "region": "Region",
    "resume_id": "Résumé",
    "skill": "Skill",
    "strength": "How much it is asked",
    "start": "From",
    "text": "What you wrote",
    "title": "Title",
    "users": "Users served",
}
"""What the fields of our forms are called. What no form shows has no name."""

OUTCOMES = {
    "sending": "under way, or never ended",
    "answered": "answered",
    "refused": "it refused",
    "truncated": "its answer was cut off",
    "not_json": "its answer could not be read",
    "not_our_shape": "its answer had another form",
    "rate_limited": "it asked us to wait",
    "server_error": "it failed",
    "timed_out": "it was too slow",
    "unreachable": "it could not be reached",
    "key_refused": "it refused our key",
    "not_found": "it knows no such model",
    "not_accepted": "it did not accept the call",
    "not_granted": "nothing allows that to be sent",
    "out_of_time": "there was no time left",
    "too_long": "the answer is too long for one question",
    "claims_control_lines": "the model found something in lines that show nothing",
    "no_model": "no model is named",
    "busy": "another call was under way",
    "unavailable": "it could not be asked",
    "no_whole_plan": "what it chose makes no whole plan",
    "no_words": "it picked no words that can be repeated",
    "same_plan": "it chose the same questions in the same order",
}

CLAIMS = {
    "conflict": "reads differently",
    "supported": "the same in your résumé",
    "within": "fits the dates in your résumé",
    "unsupported": "not in your résumé",
    "retracted": "you took it back",
}
"""How a claim stands to the résumé; without a word about who is right."""

CLAIM_ADVICE = {
    "conflict": "Both may be right, of different times or parts of the work. "
    "Somebody who reads both may ask: have one sentence ready that says how.",
    "unsupported": "If it is true and helps you, a line in your résumé would carry it.",
    "retracted": "Your correction counts; what you took back is no strength and is not quoted as "
    "one.",
}


def claim_word(status: object) -> str:
    """How a claim stands to the résumé, in words."""
    return CLAIMS.get(str(status), label(status))


def claim_advice(status: object) -> str:
    """What to make of it, or nothing."""
    return CLAIM_ADVICE.get(str(status), "")


SCOPES = {1: "easy", 2: "hard", 3: "hardest"}


def scope_of(level: int) -> str:
    """How hard a question of this level is, in words."""
    return SCOPES.get(level, f"level {level}")


def mode_name(mode: object) -> str:
    """How a session was led."""
    return "as in a real interview" if str(mode) == "live" else "practice"


def standing(row: InterviewRow) -> str:
    """How far an interview is, in a list."""
    return "paused: go on" if row.is_paused else label(row.state)


def apart_words(apart: Apart) -> str:
    """In what two groups of sessions differ."""
    parts = (
        (apart.rubric, "another version of the rubric"),
        (apart.engine, "another kind of engine"),
        (apart.mode, "another mode"),
        (apart.level, "questions of another difficulty"),
    )
    return " and ".join(words for is_so, words in parts if is_so)


def field_name(code: object) -> str:
    """What a person may call the field, or nothing."""
    return FIELDS.get(str(code), "")


def dimension(code: object) -> str:
    """What is compared on both sides, in words."""
    return DIMENSIONS.get(str(code)) or label(code).capitalize()


def size(said: str, name: str) -> str:
    """A value of a résumé as it is read: whole numbers in groups, a level in words."""
    if name in ("people", "users") and said.isdigit():
        return f"{int(said):,}"
    return label(said).capitalize() if name == "level" and said else said


def sending_outcome(code: object) -> str:
    """How a call to a provider ended, in words."""
    return OUTCOMES.get(str(code), label(code))


def label(code: object) -> str:
    """The words for `code`; for a code that is not listed, the code with spaces."""
    return LABELS.get(str(code)) or str(code).replace("_", " ").replace("-", " ")
