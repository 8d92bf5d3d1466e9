"""The demo account: made through the public API and the mailbox, as a person would make it."""

from ops.demo.account import EMAIL, Demo
from ops.demo.caller import NotMade

__all__ = ["EMAIL", "Demo", "NotMade"]
