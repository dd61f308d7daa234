"""Reads of knowledge, scoped to what the actor may reach."""

from xiaoer.knowledge.queries.articles import (
    Shown,
    Wanted,
    article,
    articles,
    categories,
    category,
    of_number,
    product_articles,
    public_articles,
    shown,
    version,
    versions,
    visible_to,
)
from xiaoer.knowledge.queries.feedback import counts, flag, flags, gap, gaps, open_flags
from xiaoer.knowledge.queries.finding import found

__all__ = [
    "Shown",
    "Wanted",
    "article",
    "articles",
    "categories",
    "category",
    "counts",
    "flag",
    "flags",
    "found",
    "gap",
    "gaps",
    "of_number",
    "open_flags",
    "product_articles",
    "public_articles",
    "shown",
    "version",
    "versions",
    "visible_to",
]
