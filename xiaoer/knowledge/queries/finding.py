"""The words of what a search found, as the wire has them: one statement past the mapping of
tables, which would cost a third of the whole search."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import db
from xiaoer.knowledge.models import ArticleState

_ARTICLE = (
    "id", "shop_id", "number", "kind", "category_id", "state", "public", "latest", "published",
    "owner_id", "review_due_at", "review_reason", "effective_from", "effective_until",
    "updated_at", "product_ids", "policy_tables", "review_days", "reviewed_at",
)  # fmt: skip
_VERSION = ("version", "title", "title_en", "body", "body_en", "questions", "media", "note")
_COUNTS = ("views", "sent", "solved", "unsolved")
_FIELDS = (*_ARTICLE, *_VERSION, "owner")
_FOUND = (
    f"SELECT {', '.join(f'a.{name}' for name in _ARTICLE)},"
    f" {', '.join(f'v.{name}' for name in _VERSION)}, o.name,"
    f" {', '.join(f'c.{name}' for name in _COUNTS)}"
    " FROM articles a"
    " JOIN article_versions v ON v.article_id = a.id AND v.version = a.published"
    " LEFT JOIN article_counts c ON c.article_id = a.id"
    " LEFT JOIN agents o ON o.id = a.owner_id"
    " WHERE a.id = ANY(%(ids)s) AND a.state = %(state)s"
    " AND (a.effective_from IS NULL OR a.effective_from <= %(now)s)"
    " AND (a.effective_until IS NULL OR a.effective_until > %(now)s)"
)


def found(
    session: Session, article_ids: Collection[UUID], now: datetime
) -> dict[UUID, dict[str, Any]]:
    """The published words of these articles, where they hold at `now`."""
    if not article_ids:
        return {}
    values = {"ids": list(article_ids), "now": now, "state": ArticleState.PUBLISHED.value}
    return {row[0]: _told(row) for row in db.read(session, _FOUND, values)}


def _told(row: tuple[Any, ...]) -> dict[str, Any]:
    counts = row[len(_FIELDS) :]
    told = dict(zip(_FIELDS, row[: len(_FIELDS)], strict=True))
    told["open_flags"] = 0  # a search does not count them
    told["counts"] = None if counts[0] is None else dict(zip(_COUNTS, counts, strict=True))
    return told
