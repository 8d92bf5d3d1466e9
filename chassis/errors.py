"""The errors that may cross a process boundary; anything else is a bug and shows no text."""

from typing import ClassVar

from contracts.message import ErrorKind, Failure


class MiraError(Exception):
    """`message` is ours and fit for a page: it names a limit, never what was sent.

    `code` names the case for programs, `field` the offending input, `retry_after_s` when the
    same call may work.
    """

    kind: ClassVar[ErrorKind] = ErrorKind.BUG

    def __init__(
        self,
        message: str,
        *,
        code: str | None = None,
        field: str | None = None,
        retry_after_s: int | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code or self.kind.value.replace("_", "-")
        self.field = field
        self.retry_after_s = retry_after_s


class Refused(MiraError):
    """The caller can do something about it; trying the same again cannot help."""

    kind = ErrorKind.INVALID


class NotFound(Refused):
    """No such thing, or not yours: we never say which."""

    kind = ErrorKind.NOT_FOUND


class Gone(NotFound):
    """It was erased: its key is destroyed or its tombstone stands."""


class Invalid(Refused):
    """Well formed, but not acceptable."""

    kind = ErrorKind.INVALID


class Conflict(Refused):
    """Somebody, perhaps you, got there first."""

    kind = ErrorKind.CONFLICT


class NotAllowed(Refused):
    """Not signed in, or not with the right that this needs."""

    kind = ErrorKind.NOT_ALLOWED


class TooMany(Refused):
    """Slow down: `retry_after_s` says for how long."""

    kind = ErrorKind.TOO_MANY


class Unavailable(MiraError):
    """Something we lean on is away; the same call may work later."""

    kind = ErrorKind.UNAVAILABLE

    def __init__(
        self,
        message: str = "This is not available right now. Please try again in a moment.",
        *,
        code: str | None = None,
        field: str | None = None,
        retry_after_s: int | None = 2,
    ) -> None:
        super().__init__(message, code=code, field=field, retry_after_s=retry_after_s)


_KINDS: dict[ErrorKind, type[MiraError]] = {
    kind.kind: kind
    for kind in (MiraError, NotFound, Invalid, Conflict, NotAllowed, TooMany, Unavailable)
}


def as_failure(error: BaseException) -> Failure:
    """What may be told of `error` to another process. A bug tells nothing of itself."""
    if not isinstance(error, MiraError) or error.kind is ErrorKind.BUG:
        return Failure(kind=ErrorKind.BUG, code="bug", message="Something went wrong on our side.")
    return Failure(
        kind=error.kind,
        code=error.code,
        message=error.message,
        field=error.field,
        retry_after_s=error.retry_after_s,
    )


def as_error(failure: Failure) -> MiraError:
    """The error that `failure` was on the other side."""
    return _KINDS[failure.kind](
        failure.message,
        code=failure.code,
        field=failure.field,
        retry_after_s=failure.retry_after_s,
    )
