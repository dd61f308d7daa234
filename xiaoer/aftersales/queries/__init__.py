"""Reads of after-sales, scoped to what the actor may reach."""

from xiaoer.aftersales.queries.cases import (
    Report,
    detail,
    get,
    of_order,
    order_for,
    recent_attempts,
    visible_to,
)
from xiaoer.aftersales.queries.credit import Credit, credit_of
from xiaoer.aftersales.queries.units import (
    Article,
    articles,
    claims_of,
    lines_of,
    prices,
    units_of,
)

__all__ = [
    "Article",
    "Credit",
    "Report",
    "articles",
    "claims_of",
    "credit_of",
    "detail",
    "get",
    "lines_of",
    "of_order",
    "order_for",
    "prices",
    "recent_attempts",
    "units_of",
    "visible_to",
]
