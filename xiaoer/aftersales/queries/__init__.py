"""Reads of after-sales, scoped to what the actor may reach."""

from xiaoer.aftersales.queries.cases import (
    Report,
    case_made,
    detail,
    get,
    goes_on,
    is_new,
    lines_of,
    made_of,
    of_order,
    order_for,
    past,
    past_key,
    recent_attempts,
    visible_to,
)
from xiaoer.aftersales.queries.choosing import changes, retention_spent
from xiaoer.aftersales.queries.credit import Credit, credit_of
from xiaoer.aftersales.queries.lists import (
    amendments,
    customer_for,
    own_cases,
    own_orders,
    places,
)
from xiaoer.aftersales.queries.recovering import recoveries, recovery
from xiaoer.aftersales.queries.units import (
    Article,
    adjusted_units,
    articles,
    claims_of,
    clawed,
    prices,
    units_of,
)

__all__ = [
    "Article",
    "Credit",
    "Report",
    "adjusted_units",
    "amendments",
    "articles",
    "case_made",
    "changes",
    "claims_of",
    "clawed",
    "credit_of",
    "customer_for",
    "detail",
    "get",
    "goes_on",
    "is_new",
    "lines_of",
    "made_of",
    "of_order",
    "order_for",
    "own_cases",
    "own_orders",
    "past",
    "past_key",
    "places",
    "prices",
    "recent_attempts",
    "recoveries",
    "recovery",
    "retention_spent",
    "units_of",
    "visible_to",
]
