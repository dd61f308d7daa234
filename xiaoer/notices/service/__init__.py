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
from xiaoer.notices.service.wording import bring_words, house_words, text_of, words_for

__all__ = [
    "DeliveryReport",
    "Outgoing",
    "Receipt",
    "Sender",
    "SenderUnreachable",
    "TwinSender",
    "bring_words",
    "claim",
    "house_words",
    "notify",
    "record",
    "register",
    "report",
    "sender_of",
    "text_of",
    "words_for",
    "write_template",
]
