"""Another answer to a question that was asked before."""

from contracts.drills import Drill, FindDrill
from contracts.message import DrillId
from gateway.feedback.facts import find_facts
from gateway.feedback.forms import NewTry
from gateway.session import mine


def tried(drill_id: DrillId, given: NewTry) -> Drill:
    """The drill with it. The same `given` twice is one try. Raises NotFound where there is no such
    drill, Conflict where it is closed or was tried too often.
    """
    ask = mine().feedback
    facts = find_facts(ask.find_drill(FindDrill(drill_id=drill_id)).resume_id)
    return ask.try_drill(given.to(drill_id, facts))
