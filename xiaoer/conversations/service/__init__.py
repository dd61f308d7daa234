"""The verbs of the inbox."""

from xiaoer.conversations.service.assigning import (
    give_back,
    take,
    transfer,
    transfer_to_group,
)
from xiaoer.conversations.service.receiving import Received, as_customer, receive
from xiaoer.conversations.service.replying import note, reply

__all__ = [
    "Received",
    "as_customer",
    "give_back",
    "note",
    "receive",
    "reply",
    "take",
    "transfer",
    "transfer_to_group",
]
