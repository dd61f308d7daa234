"""What can be done with orders."""

from xiaoer.orders.service.amending import Swap, change_address, swap_lines
from xiaoer.orders.service.calling import ask as ask_cod
from xiaoer.orders.service.calling import deceived, log_call, refused
from xiaoer.orders.service.checking import Corrected, held_back
from xiaoer.orders.service.checking import answer as answer_address
from xiaoer.orders.service.checking import ask as ask_address
from xiaoer.orders.service.checking import unanswered as unanswered_address
from xiaoer.orders.service.claiming import claim, status_sentence
from xiaoer.orders.service.loading import Loaded, Outcome, check, load
from xiaoer.orders.service.moving import count_money, follow_merge, forget, move, report_parcel
from xiaoer.orders.service.nudging import classify, nudge
from xiaoer.orders.service.nudging import close as close_unpaid
from xiaoer.orders.service.owing import ask_invoice, owe_installations
from xiaoer.orders.service.owing import done as owed_done
from xiaoer.orders.service.presale import (
    Intent,
    answer_card,
    preconfirm,
    recommend,
    set_fields,
    tell_hints,
    words_of,
)
from xiaoer.orders.service.rating import ask as ask_rating
from xiaoer.orders.service.rating import rate
from xiaoer.orders.service.remarking import remark
from xiaoer.orders.service.reporting import ParcelNews, report_parcels
from xiaoer.orders.service.rows import LineRow, OrderRow
from xiaoer.orders.service.stocking import replenish_low

__all__ = [
    "Corrected",
    "Intent",
    "LineRow",
    "Loaded",
    "OrderRow",
    "Outcome",
    "ParcelNews",
    "Swap",
    "answer_address",
    "answer_card",
    "ask_address",
    "ask_cod",
    "ask_invoice",
    "ask_rating",
    "change_address",
    "check",
    "claim",
    "classify",
    "close_unpaid",
    "count_money",
    "deceived",
    "follow_merge",
    "forget",
    "held_back",
    "load",
    "log_call",
    "move",
    "nudge",
    "owe_installations",
    "owed_done",
    "preconfirm",
    "rate",
    "recommend",
    "refused",
    "remark",
    "replenish_low",
    "report_parcel",
    "report_parcels",
    "set_fields",
    "status_sentence",
    "swap_lines",
    "tell_hints",
    "unanswered_address",
    "words_of",
]
