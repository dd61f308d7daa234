"""The verbs of notices: ask for one, hand it to a carrier, hear whether it arrived."""

from xiaoer.notices.service.asking import notify, write_template
from xiaoer.notices.service.senders import (
    DeliveryReport,
    Outgoing,
    Receipt,
    Sender,
    SenderUnreachable,
    TwinSender,
    register,
    sender_of,
)
from xiaoer.notices.service.sending import claim, record, report

__all__ = [
    "DeliveryReport",
    "Outgoing",
    "Receipt",
    "Sender",
    "SenderUnreachable",
    "TwinSender",
    "claim",
    "notify",
    "record",
    "register",
    "report",
    "sender_of",
    "write_template",
]
