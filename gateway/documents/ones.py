"""One list of what was read and corrected: what was read, what is there now, the way back. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chassis.errors import NotFound
from contracts.corrections import (
    EntryCorrection,
    OwnEntry,
    OwnRequirement,
    OwnRole,
    RequirementCorrection,
    RoleCorrection,
)

NEW = "new"
OWN = "own-"
"""Begins the key of what was added: `own-1` is the first of its part."""

Now = OwnRole | OwnEntry | OwnRequirement
One = RoleCorrection | EntryCorrection | RequirementCorrection


@dataclass(frozen=True)
class Item:
    """Something as it was read, if it was, and as it is now, unless it was taken out."""

    key: str
    read: Now | None
    now: Now | None
    is_corrected: bool

    @property
    def is_confirmed(self) -> bool:
        """Whether its owner says that it was read rightly."""
        return self.is_corrected and self.read is not None and self.now == self.read

    @property
    def shown(self) -> Now:
        """What it says, or said before it was taken out. One of the two is always there."""
        shown = self.now or self.read
        if shown is None:
            raise NotFound("There is nothing here.")
        return shown


@dataclass(frozen=True)
class Ones:
    """What was `read`, by its keys, and what its owner has `given`; `make` makes one more."""

    read: Sequence[tuple[str, Now]]
    given: Sequence[One]
    make: Callable[..., One]

    def items(self) -> list[Item]:
        """First what was read, in its order, then what was added."""
        by_key = {each.of: each for each in self.given if each.of}
        read = [_item(key, said, by_key.get(key)) for key, said in self.read]
        own = [each.now for each in self.given if each.of is None and each.now]
        return [*read, *(Item(f"{OWN}{n}", None, now, True) for n, now in enumerate(own, 1))]

    def item(self, key: str) -> Item | None:
        """None for a new one. Raises NotFound, like all that follow."""
        if key == NEW:
            return None
        for each in self.items():
            if each.key == key:
                return each
        raise NotFound("There is no such part of this document.")

    def put(self, key: str, now: Now | None) -> tuple[One, ...]:
        """With `now` at `key`; without it, what was read is taken out and what was added gone."""
        self.item(key)
        ones = list(self.given)
        if key == NEW:
            return (*ones, self.make(now=now))
        if not key.startswith(OWN):
            others = [each for each in ones if each.of != key]
            return (*others, self.make(of=key, now=now))
        place = self._place(key)
        if now is None:
            return (*ones[:place], *ones[place + 1 :])
        ones[place] = ones[place].model_copy(update={"now": now})
        return tuple(ones)

    def undo(self, key: str) -> tuple[One, ...]:
        """As it was read; what was added is gone."""
        if key.startswith(OWN):
            return self.put(key, None)
        return tuple(each for each in self.given if each.of != key)

    def _place(self, key: str) -> int:
        own = [place for place, each in enumerate(self.given) if each.of is None and each.now]
        return own[int(key.removeprefix(OWN)) - 1]


def _item(key: str, read: Now, correction: One | None) -> Item:
    if correction is None:
        return Item(key, read, read, False)
    return Item(key, read, correction.now, True)
