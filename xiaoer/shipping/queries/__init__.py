"""Reads of shipping."""

from xiaoer.shipping.queries.board import Board, Figure, Place, behind, board, recount
from xiaoer.shipping.queries.delays import compensations, delays
from xiaoer.shipping.queries.focus import Risk, focus, short_of
from xiaoer.shipping.queries.indicators import By, indicators
from xiaoer.shipping.queries.orders import (
    Seen,
    created_between,
    has_label,
    ship_by,
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
from xiaoer.shipping.queries.troubles import entries, performance, troubles
from xiaoer.shipping.queries.verdicts import hand_overs

__all__ = [
    "Board",
    "By",
    "Figure",
    "Place",
    "Reach",
    "Risk",
    "Seen",
    "behind",
    "board",
    "compensations",
    "created_between",
    "delays",
    "entries",
    "focus",
    "hand_overs",
    "has_label",
    "indicators",
    "lessons",
    "of_order",
    "orders_of_reminder",
    "performance",
    "reach",
    "recount",
    "reminder",
    "reminder_of_task",
    "reminders",
    "ship_by",
    "short_of",
    "to_watch",
    "troubles",
    "unmarked_presales",
    "unwatched",
    "warehouses",
    "watched_open",
]
