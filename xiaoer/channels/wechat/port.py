"""What a WeChat account must be able to do for us; a real one is connected here."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True)
class Outgoing:
    """One message to one person. `key` names it: delivering it twice must show it once."""

    shop_id: UUID
    open_id: str
    key: str
    text: str


class Messenger(Protocol):
    """The account of a shop, as `carry_out` needs it."""

    def deliver(self, message: Outgoing) -> None:
        """Hand the message over. Raises `MessengerAway` when it is not known to have arrived."""
