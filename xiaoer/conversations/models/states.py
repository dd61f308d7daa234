"""What a conversation and a message may be."""

from enum import StrEnum


class State(StrEnum):
    OPEN = "open"
    SNOOZED = "snoozed"
    CLOSED = "closed"


class Stage(StrEnum):
    """售前, 售中, 售后."""

    PRESALE = "presale"
    INSALE = "insale"
    AFTERSALE = "aftersale"


class Priority(StrEnum):
    NORMAL = "normal"
    HIGH = "high"


class Author(StrEnum):
    """Whose words a message holds; a note is for colleagues only."""

    CUSTOMER = "customer"
    AGENT = "agent"
    BOT = "bot"
    SYSTEM = "system"
    NOTE = "note"


class ViewScope(StrEnum):
    MINE = "mine"
    EVERYBODY = "everybody"


class MessageKind(StrEnum):
    TEXT = "text"
    IMAGE = "image"
    FILE = "file"
    CARD = "card"
    SYSTEM = "system"


HOLD_CONTACT_RATIO = 0.5
HOLD_ALERT_SEC = 60
HOLD_LOOKUP_SEC = 60
"""Of a promised time the share after which the agent keeps contact; how long before its end the
countdown is told; how long a lookup may last before the customer is asked to wait."""
FIRST_TARGET_SEC = 30
TARGET_SEC = 180
AMBER_RATIO = 0.7
"""Targets of a channel that nobody has set up; the share of a target after which amber shows."""
