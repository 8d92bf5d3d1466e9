"""After a day the old epoch key must be gone too; until then nothing is called dead."""

from datetime import timedelta

import pytest

from chassis.clock import ShiftedClock
from chassis.keys import KeyDestroyer
from chassis.secrets import Secrets
from contracts.message import Owner
from contracts.privacy import CaseState
from contracts.proof import LATER, Round
from tests.privacy.cases import (
    a_case,
    a_count,
    complete,
    found,
    incidents,
    newest_certificate,
    owed_checks,
    privacy,
    record,
)


class OtherEpochs(KeyDestroyer):
    """The keys database of a later day: these epochs are left."""

    def __init__(self, *numbers):
        self.numbers = numbers

    def epochs(self):
        return list(self.numbers)


class OtherFiles(Secrets):
    """The folder of secrets of a later day."""

    def __init__(self, folder, *numbers):
        super().__init__(folder)
        self.numbers = numbers

    def epochs(self):
        return list(self.numbers)


def counted_a_day_later(stack, case, epochs, files):
    then = ShiftedClock(LATER[Round.DAY])
    folder = stack.secrets[Owner.PRIVACY]
    service = privacy(
        stack,
        clock=then,
        destroyer=OtherEpochs(*epochs),
        secrets=OtherFiles(folder, *files),
    )
    checks = owed_checks(stack, case, clock=then)
    (day,) = [check for check in checks if check.round is Round.DAY]
    record(service, a_count(stack, day, counted_at=then.now()))
    return {check.round for check in found(stack, case).checks if check.counted_at}


def test_after_a_day_the_old_epoch_key_must_be_gone_too(stack):
    """T44: what files and WAL still hold of the destroyed keys is dead by then."""
    _, case, order = a_case(stack)
    complete(stack, case, order)

    assert Round.DAY in counted_a_day_later(stack, case, (2,), (2,))

    assert newest_certificate(stack, case).clocks.residue_dead_at is not None


@pytest.mark.parametrize(("epochs", "files"), [((1, 2), (2,)), ((2,), (1, 2)), ((1,), (1,))])
def test_an_old_epoch_key_that_is_still_there_after_a_day_is_waited_for(stack, epochs, files):
    _, case, order = a_case(stack)
    complete(stack, case, order)

    assert Round.DAY not in counted_a_day_later(stack, case, epochs, files)

    waiting = found(stack, case)
    assert (waiting.state, incidents(stack, case)) == (CaseState.COMPLETED, [])
    assert [each.round for each in waiting.checks if each.is_key_left] == [Round.DAY]
    later = ShiftedClock(LATER[Round.DAY] + timedelta(minutes=16))
    assert Round.DAY in {check.round for check in owed_checks(stack, case, clock=later)}


def test_while_the_old_epoch_key_is_there_no_certificate_calls_it_dead(stack):
    _, case, order = a_case(stack)
    complete(stack, case, order)

    counted_a_day_later(stack, case, (1,), (1,))

    assert [count.round for count in newest_certificate(stack, case).counts] == [Round.FIRST]


def test_a_key_that_is_gone_early_is_called_dead_by_the_count_after_a_day(stack):
    _, case, order = a_case(stack)
    complete(stack, case, order)
    then = ShiftedClock(LATER[Round.HOUR])
    folder = stack.secrets[Owner.PRIVACY]
    (hour,) = owed_checks(stack, case, clock=then)
    service = privacy(stack, clock=then, destroyer=OtherEpochs(2), secrets=OtherFiles(folder, 2))

    record(service, a_count(stack, hour, counted_at=then.now()))

    certificate = newest_certificate(stack, case)
    assert [count.round for count in certificate.counts] == [Round.FIRST, Round.HOUR]
    assert certificate.clocks.residue_dead_at is None
