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
from xiaoer.shipping.queries.verdicts import hand_overs

__all__ = [
    "Board",
    "Figure",
    "Place",
    "behind",
    "board",
    "created_between",
    "hand_overs",
    "has_label",
    "of_order",
    "recount",
    "to_watch",
    "unwatched",
    "warehouses",
    "watched_open",
]
