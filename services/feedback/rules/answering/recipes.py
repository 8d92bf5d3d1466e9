"""Whether a recipe is told where no work of a kitchen was asked about.

Words of what was asked may stand in it ("query your fridge"), and its reasons have the form of
reasons. It is one by what it is of, by its steps, and by nothing having happened in it: who cooked
something for somebody tells of that, and who is asked about a kitchen may say how it is done.
"""

from collections.abc import Sequence
from pathlib import Path

from chassis.hearing.lexicon import even, sign_lists
from chassis.hearing.text import Piece
from contracts.interview import Transcript

HERE = Path(__file__).parent

FEWEST_FOODS, FEWEST_STEPS = 3, 2
"""Different ones; an amount counts as one more food."""


def is_recipe(told: Sequence[Piece], transcript: Transcript) -> bool:
    """Whether it says how something is cooked, and nothing of the session is of a kitchen."""
    text = "\n".join(sentence.text for sentence in told)
    if _named("happened", text):
        return False
    foods = len(_named("foods", text)) + bool(_named("amounts", text))
    is_cooked = foods >= FEWEST_FOODS and len(_named("steps", text)) >= FEWEST_STEPS
    return is_cooked and not _is_of_kitchen(transcript)


def _is_of_kitchen(transcript: Transcript) -> bool:
    """Whether the title of the session or a question of it names anything that is cooked with."""
    asked = [transcript.title, *(one.text for one in transcript.plan.questions)]
    text = even("\n".join(asked))
    return bool(_named("kitchen", text) | _named("foods", text))


def _named(name: str, text: str) -> set[str]:
    sign = sign_lists(str(HERE / "recipes.toml"))[name]
    return {hit[0].lower() for hit in sign.finditer(text)}
