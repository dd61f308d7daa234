"""The verbs of the chat."""

from xiaoer.channels.webchat.service.claiming import claim, orders_of
from xiaoer.channels.webchat.service.embedding import change_settings, renew_secret
from xiaoer.channels.webchat.service.talking import (
    further,
    keep_file,
    keep_pace,
    saw,
    say,
    say_further,
)
from xiaoer.channels.webchat.service.visiting import Guest, Vouched, guest_of, known_guest, visit

__all__ = [
    "Guest",
    "Vouched",
    "change_settings",
    "claim",
    "further",
    "guest_of",
    "keep_file",
    "keep_pace",
    "known_guest",
    "orders_of",
    "renew_secret",
    "saw",
    "say",
    "say_further",
    "visit",
]
