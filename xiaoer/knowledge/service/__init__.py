"""The verbs of knowledge."""

from xiaoer.knowledge.service.categories import add_category, change_category, order_categories
from xiaoer.knowledge.service.feedback import (
    close_gap,
    count_sent,
    count_view,
    flag,
    note_gap,
    resolve_flag,
    vote,
    vote_as_agent,
)
from xiaoer.knowledge.service.holding import keeper
from xiaoer.knowledge.service.publishing import publish, retire
from xiaoer.knowledge.service.reviewing import mark_overdue, mark_policy_changed, review
from xiaoer.knowledge.service.searching import Hit, nearest, search, search_public
from xiaoer.knowledge.service.writing import change, write

__all__ = [
    "Hit",
    "add_category",
    "change",
    "change_category",
    "close_gap",
    "count_sent",
    "count_view",
    "flag",
    "keeper",
    "mark_overdue",
    "mark_policy_changed",
    "nearest",
    "note_gap",
    "order_categories",
    "publish",
    "resolve_flag",
    "retire",
    "review",
    "search",
    "search_public",
    "vote",
    "vote_as_agent",
    "write",
]
