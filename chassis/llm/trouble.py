"""How a call to a model may fail, each with its own word; never with the text of a library."""

from contracts.disclosure import SendingOutcome

_LATER = {
    SendingOutcome.RATE_LIMITED,
    SendingOutcome.SERVER_ERROR,
    SendingOutcome.TIMED_OUT,
    SendingOutcome.UNREACHABLE,
}
_BADLY_SAID = {
    SendingOutcome.NOT_JSON,
    SendingOutcome.NOT_OUR_SHAPE,
    SendingOutcome.TRUNCATED,
}


class Trouble(Exception):
    """No usable answer. Its text is the outcome's word alone: libraries quote what was said.

    `wait_s` is how long the provider asked us to stay away, 0 where it did not.
    """

    def __init__(self, outcome: SendingOutcome, wait_s: float = 0) -> None:
        super().__init__(outcome.value)
        self.outcome = outcome
        self.wait_s = wait_s

    @property
    def may_pass(self) -> bool:
        """Whether the same call may work later."""
        return self.outcome in _LATER

    @property
    def is_badly_said(self) -> bool:
        """Whether asking once more for the right form may help."""
        return self.outcome in _BADLY_SAID
