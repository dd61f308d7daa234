"""The verbs of notices: ask for one, hand it to a carrier, hear whether it arrived."""

from xiaoer.notices.service.asking import Asked, ask, notify, prepared, write_template
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
from xiaoer.notices.service.sending import Handed, claim, record, report
from xiaoer.notices.service.wording import bring_words, house_words, text_of, words_for

__all__ = [
    "Asked",
    "DeliveryReport",
    "Handed",
    "Outgoing",
    "Receipt",
    "Sender",
    "SenderUnreachable",
    "TwinSender",
    "ask",
    "bring_words",
    "claim",
    "house_words",
    "notify",
    "prepared",
    "record",
    "register",
    "report",
    "sender_of",
    "text_of",
    "words_for",
    "write_template",
]
