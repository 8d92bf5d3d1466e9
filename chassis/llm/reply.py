"""What comes back of a question to a model, and what may be asked of one, without its client."""

from dataclasses import dataclass
from typing import Generic, Protocol

from chassis.grants import Permit
from chassis.llm.body import ShownBody
from chassis.llm.question import ModelQuestion, S
from chassis.llm.trouble import Trouble
from chassis.provider import Provider
from contracts.disclosure import SendingOutcome, SendingPurpose


@dataclass(frozen=True)
class ModelReply(Generic[S]):
    """How a call went. `answer` is set if and only if `outcome` is answered.

    `requests` and `sent_bytes` are what left, tries that failed included; `wait_s` is how long
    the provider wants to be left alone.
    """

    outcome: SendingOutcome
    answer: S | None
    requests: int
    sent_bytes: int
    wait_s: float = 0

    @property
    def may_pass(self) -> bool:
        return Trouble(self.outcome).may_pass


class Asks(Protocol):
    """A model that may be asked. The client loads a large package, so it is made only if named."""

    @property
    def provider(self) -> Provider: ...

    def shown(self, question: ModelQuestion[S]) -> ShownBody:
        """What a first try would send, byte for byte."""
        ...

    def rest_s(self, purpose: SendingPurpose) -> float:
        """For how long it must be left alone with that; 0 where it may be asked now."""
        ...

    def ask(
        self, question: ModelQuestion[S], permit: Permit, *, within_s: float = ...
    ) -> ModelReply[S]: ...

    def close(self) -> None: ...
