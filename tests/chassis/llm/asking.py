"""A model of a fake provider, and a question to put to it."""

import time
from contextlib import closing, contextmanager

from chassis.llm.breaker import Breakers
from chassis.llm.client import Model
from chassis.llm.minimised import NameKind, SentLine, minimise
from chassis.llm.question import ModelQuestion, Shape
from contracts.disclosure import SentField
from tests.support.permits import a_permit
from tests.support.provider import naming

SECRET = "Quillfeather"
LINES = [
    SentLine("l1", SentField.RESUME_WORK, f"Wrote Go services at {SECRET} for Imke Brandt"),
    SentLine("l2", SentField.RESUME_SKILLS, "Go, Python"),
]
MIND = naming(["Go", "Python"])


class Seen(Shape):
    line: str
    skill: str
    quote: str


class Answer(Shape):
    skills: list[Seen]


def a_question():
    names = [(NameKind.EMPLOYER, SECRET), (NameKind.PERSON, "Imke Brandt")]
    return ModelQuestion(
        "Find skills.", Answer, minimise(LINES, names, {"Go", "Python"}.__contains__)
    )


@contextmanager
def a_model(fake, *, closes=None, within_s=5.0, clock=time.monotonic, **facts):
    waits = []
    on_close = (lambda: None) if closes is None else (lambda: closes.append(1))
    breakers = Breakers(on_close, clock)
    model = Model(fake.provider(**facts), breakers, pause=waits.append, within_s=within_s)
    with closing(model):
        model.waits = waits
        yield model


def asked(fake, **facts):
    with a_model(fake, **facts) as model:
        return model.ask(a_question(), a_permit(model.provider))
