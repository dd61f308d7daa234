"""The verbs of the inbox. Channels call `receive`, `leave` and `marking.customer_saw`; the desk
calls the rest."""

from xiaoer.conversations.service.assigning import (
    give_back,
    take,
    transfer,
    transfer_to_group,
)
from xiaoer.conversations.service.closing import close, leave, reopen
from xiaoer.conversations.service.further import Further, Remembered, receive_further
from xiaoer.conversations.service.receiving import Received, as_customer, receive
from xiaoer.conversations.service.replying import note, reply
from xiaoer.conversations.service.snoozing import snooze, wake

__all__ = [
    "Further",
    "Received",
    "Remembered",
    "as_customer",
    "close",
    "give_back",
    "leave",
    "note",
    "receive",
    "receive_further",
    "reopen",
    "reply",
    "snooze",
    "take",
    "transfer",
    "transfer_to_group",
    "wake",
]
