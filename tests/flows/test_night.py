"""What happens at night happens while people work, and they do not notice."""

from pathlib import Path

from ops.epochs import DAY_S
from ops.stack import Stack
from tests.flows.conftest import a_person
from tests.ops.test_bus_keys import made_older


def current(mira: Stack, process: str) -> bytes:
    return Path(mira.secrets[process], "bus/current.key").read_bytes()


def test_keys_that_are_a_day_old_are_replaced_and_nobody_notices(mira: Stack) -> None:
    imke = a_person(mira)
    resume = imke.add_resume()
    before, epochs = current(mira, "auth"), mira.epochs.numbers()
    assert mira.nightly is not None

    for name in ("bus-current.key", "epoch-*.key"):
        made_older(mira.folder / "secrets", name, DAY_S)
    mira.nightly.look()

    assert current(mira, "auth") == current(mira, "gateway") != before
    assert mira.epochs.numbers() > epochs
    assert imke.settled(f"/resumes/{resume}")["state"] == "done"
    assert imke.add_resume()
