"""Sessions in which a model points at the words that a follow-up picks up."""

from dataclasses import replace
from datetime import timedelta

from chassis.clock import Clock
from chassis.llm.asker import Asker
from chassis.llm.ledger import Ledger
from chassis.llm.reply import Asks
from contracts.message import Owner
from services.interview.adviser import Adviser
from services.interview.suggester import Suggester
from services.interview.tables import MODEL
from tests.support.provider import Mind
from tests.support.stack import Stack


def pointing(quote: str) -> Mind:
    """A mind that points at `quote`, said or not."""
    return lambda _lines: {"quote": quote, "ask": "Was it 50 %?", "level": 5}


def an_adviser(
    stack: Stack, model: Asks | None, *, budget_s: float = 2, plan_s: float = 45
) -> Adviser:
    """As the service has it, asking `model`."""
    asker = Asker(
        db=stack.database(Owner.INTERVIEW),
        clock=Clock(),
        secrets=stack.secrets_of(Owner.INTERVIEW),
        model=model,
        ledger=Ledger(MODEL),
        patience=timedelta(seconds=budget_s),
    )
    suggester = Suggester(replace(asker, patience=timedelta(seconds=plan_s)))
    return Adviser(asker, budget_s, suggester)
