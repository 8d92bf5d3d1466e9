"""What is refused in a session: each with its code and the words that its person reads. Pure."""

from chassis.errors import Conflict, Invalid


def taken() -> Conflict:
    return Conflict(
        "An answer cannot be changed: it stays as it was first sent, and this was not taken.",
        code="answer-taken",
    )


def moved() -> Conflict:
    return Conflict(
        "This was written to another question than the one that is open now. It was not taken.",
        code="question-moved",
    )


def late() -> Conflict:
    return Conflict(
        "The time for that question was over. This was not taken; it is kept, and is not scored.",
        code="time-up",
    )


def empty() -> Invalid:
    return Invalid("An answer needs at least one word.", code="answer-empty", field="text")


def finished() -> Conflict:
    return Conflict("This interview is finished.", code="interview-finished")


def not_started() -> Conflict:
    return Conflict("This interview has not started.", code="interview-not-started")
