"""What can be done with orders."""

from xiaoer.orders.service.amending import Swap, change_address, swap_lines
from xiaoer.orders.service.claiming import claim, status_sentence
from xiaoer.orders.service.loading import Loaded, Outcome, check, load
from xiaoer.orders.service.moving import count_money, follow_merge, forget, move, report_parcel
from xiaoer.orders.service.remarking import remark
from xiaoer.orders.service.reporting import ParcelNews, report_parcels
from xiaoer.orders.service.rows import LineRow, OrderRow

__all__ = [
    "LineRow",
    "Loaded",
    "OrderRow",
    "Outcome",
    "ParcelNews",
    "Swap",
    "change_address",
    "check",
    "claim",
    "count_money",
    "follow_merge",
    "forget",
    "load",
    "move",
    "remark",
    "report_parcel",
    "report_parcels",
    "status_sentence",
    "swap_lines",
]
