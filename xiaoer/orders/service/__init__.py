"""What can be done with orders."""

from xiaoer.orders.service.amending import Swap, change_address, swap_lines
from xiaoer.orders.service.calling import ask as ask_cod
from xiaoer.orders.service.calling import log_call, refused
from xiaoer.orders.service.checking import Corrected, held_back
from xiaoer.orders.service.checking import answer as answer_address
from xiaoer.orders.service.checking import ask as ask_address
from xiaoer.orders.service.checking import unanswered as unanswered_address
from xiaoer.orders.service.claiming import claim, status_sentence
from xiaoer.orders.service.loading import Loaded, Outcome, check, load
from xiaoer.orders.service.moving import count_money, follow_merge, forget, move, report_parcel
from xiaoer.orders.service.nudging import classify, nudge
from xiaoer.orders.service.nudging import close as close_unpaid
from xiaoer.orders.service.rating import ask as ask_rating
from xiaoer.orders.service.rating import rate
from xiaoer.orders.service.remarking import remark
from xiaoer.orders.service.reporting import ParcelNews, report_parcels
from xiaoer.orders.service.rows import LineRow, OrderRow

__all__ = [
    "Corrected",
    "LineRow",
    "Loaded",
    "OrderRow",
    "Outcome",
    "ParcelNews",
    "Swap",
    "answer_address",
    "ask_address",
    "ask_cod",
    "ask_rating",
    "change_address",
    "check",
    "claim",
    "classify",
    "close_unpaid",
    "count_money",
    "follow_merge",
    "forget",
    "held_back",
    "load",
    "log_call",
    "move",
    "nudge",
    "rate",
    "refused",
    "remark",
    "report_parcel",
    "report_parcels",
    "status_sentence",
    "swap_lines",
    "unanswered_address",
]
