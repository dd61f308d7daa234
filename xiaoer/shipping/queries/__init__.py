"""Reads of shipping."""

from xiaoer.shipping.queries.board import Board, Figure, Place, behind, board, recount
from xiaoer.shipping.queries.orders import (
    created_between,
    has_label,
    to_watch,
    unwatched,
    watched_open,
)
from xiaoer.shipping.queries.parcels import of_order, warehouses
from xiaoer.shipping.queries.presales import unmarked_presales
from xiaoer.shipping.queries.reminders import (
    Reach,
    lessons,
    orders_of_reminder,
    reach,
    reminder,
    reminder_of_task,
    reminders,
)
from xiaoer.shipping.queries.verdicts import hand_overs

__all__ = [
    "Board",
    "Figure",
    "Place",
    "Reach",
    "behind",
    "board",
    "created_between",
    "hand_overs",
    "has_label",
    "lessons",
    "of_order",
    "orders_of_reminder",
    "reach",
    "recount",
    "reminder",
    "reminder_of_task",
    "reminders",
    "to_watch",
    "unmarked_presales",
    "unwatched",
    "warehouses",
    "watched_open",
]
