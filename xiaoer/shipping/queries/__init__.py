"""Reads of shipping."""

from xiaoer.shipping.queries.orders import created_between, to_watch, unwatched, watched_open
from xiaoer.shipping.queries.verdicts import hand_overs

__all__ = ["created_between", "hand_overs", "to_watch", "unwatched", "watched_open"]
