"""Who may send what to which provider, and for what: one table. What is not in it never leaves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from chassis.provider import Provider
from contracts.disclosure import SendingPurpose, SentField
from contracts.message import Owner

_MADE_HERE = object()


class NotGrantedError(Exception):
    """Something that the table does not grant. Its text is a word of ours for what that is."""


@dataclass(frozen=True)
class Grant:
    """One owner sends these fields, for one purpose, to providers of these names."""

    owner: Owner
    fields: frozenset[SentField]
    providers: frozenset[str] = frozenset({"openai", "own-server"})


_RESUME = frozenset(each for each in SentField if each.value.startswith("resume_"))
_JOB = frozenset({SentField.JOB_REQUIREMENTS, SentField.JOB_DUTIES})

GRANTS: Mapping[SendingPurpose, Grant] = {
    SendingPurpose.READ_RESUME: Grant(Owner.DOCUMENTS, _RESUME),
    SendingPurpose.READ_JOB: Grant(Owner.DOCUMENTS, _JOB),
    SendingPurpose.READ_ANSWER: Grant(
        Owner.FEEDBACK, frozenset({SentField.ANSWER, SentField.CONTROL})
    ),
    SendingPurpose.WORD_PROBE: Grant(Owner.INTERVIEW, frozenset({SentField.ANSWER})),
    SendingPurpose.PLAN_INTERVIEW: Grant(Owner.INTERVIEW, _JOB | {SentField.RESUME_WORK}),
    SendingPurpose.WORD_FEEDBACK: Grant(Owner.FEEDBACK, frozenset({SentField.ANSWER})),
}


@dataclass(frozen=True)
class Permit:
    """To put one question to one provider, for `who`: a tag that it cannot trace.

    Made by `permit` alone: the constructor refuses everybody else.
    """

    purpose: SendingPurpose
    provider: str
    who: str
    _made_by: object = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        if self._made_by is not _MADE_HERE:
            raise TypeError("Only permit() lets anything leave.")


def permit(
    owner: Owner,
    purpose: SendingPurpose,
    fields: Iterable[SentField],
    *,
    provider: Provider,
    who: str,
) -> Permit:
    """Raises NotGrantedError unless the table has all of it in one row."""
    grant = GRANTS.get(purpose)
    if grant is None:
        raise NotGrantedError("purpose")
    if owner is not grant.owner:
        raise NotGrantedError("owner")
    if provider.name not in grant.providers:
        raise NotGrantedError("provider")
    if not grant.fields.issuperset(fields):
        raise NotGrantedError("fields")
    return Permit(purpose, provider.name, who, _MADE_HERE)
