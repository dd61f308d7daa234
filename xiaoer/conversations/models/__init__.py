"""Conversations and what hangs on them, by noun."""

from xiaoer.conversations.models.auto import AutoReply, AutoReplySent, Occasion
from xiaoer.conversations.models.handing import Handover
from xiaoer.conversations.models.hearing import HotQuestion, HotState, TalkRating
from xiaoer.conversations.models.help import HelpRequest, HelpWay
from xiaoer.conversations.models.holds import (
    HoldPromise,
    HoldState,
)
from xiaoer.conversations.models.messages import (
    Draft,
    Message,
    Turn,
)
from xiaoer.conversations.models.settings import (
    ChannelSettings,
    ClosingReason,
    SavedView,
)
from xiaoer.conversations.models.states import (
    AMBER_RATIO,
    FIRST_TARGET_SEC,
    HOLD_ALERT_SEC,
    HOLD_CONTACT_RATIO,
    HOLD_LOOKUP_SEC,
    TARGET_SEC,
    Author,
    MessageKind,
    Priority,
    Stage,
    State,
    ViewScope,
)
from xiaoer.conversations.models.talks import (
    Conversation,
)

__all__ = [
    "AMBER_RATIO",
    "FIRST_TARGET_SEC",
    "HOLD_ALERT_SEC",
    "HOLD_CONTACT_RATIO",
    "HOLD_LOOKUP_SEC",
    "TARGET_SEC",
    "Author",
    "AutoReply",
    "AutoReplySent",
    "ChannelSettings",
    "ClosingReason",
    "Conversation",
    "Draft",
    "Handover",
    "HelpRequest",
    "HelpWay",
    "HoldPromise",
    "HoldState",
    "HotQuestion",
    "HotState",
    "Message",
    "MessageKind",
    "Occasion",
    "Priority",
    "SavedView",
    "Stage",
    "State",
    "TalkRating",
    "Turn",
    "ViewScope",
]
