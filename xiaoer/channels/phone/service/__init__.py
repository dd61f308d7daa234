"""The verbs of calls."""

from xiaoer.channels.phone.service.hearing import News, Piece, hear, key_of, known_key
from xiaoer.channels.phone.service.promising import call_back
from xiaoer.channels.phone.service.writing import Notes, log_call, pick_up, show_number, write_up

__all__ = [
    "News",
    "Notes",
    "Piece",
    "call_back",
    "hear",
    "key_of",
    "known_key",
    "log_call",
    "pick_up",
    "show_number",
    "write_up",
]
