"""How articles are shown on the wire."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core.files import links
from xiaoer.knowledge.models import Kind
from xiaoer.knowledge.queries import Shown
from xiaoer.workforce import queries as workforce


def briefs(session: Session, found: Sequence[Shown]) -> list[dict[str, Any]]:
    """For lists; the owners' names are one statement."""
    owners = {each.article.owner_id for each in found if each.article.owner_id}
    names = workforce.names(session, owners) if owners else {}
    return [brief(each, names) for each in found]


def articles(session: Session, found: Sequence[Shown]) -> list[dict[str, Any]]:
    return [shown | _rest(each) for each, shown in zip(found, briefs(session, found), strict=True)]


def brief(shown: Shown, owners: Mapping[UUID, str]) -> dict[str, Any]:
    article, words, counts = shown.article, shown.version, shown.counts
    return {
        "id": article.id,
        "shop_id": article.shop_id,
        "number": article.number,
        "kind": article.kind,
        "category_id": article.category_id,
        "state": article.state,
        "public": article.public,
        "title": words.title,
        "title_en": words.title_en,
        "version": words.version,
        "latest": article.latest,
        "published": article.published,
        "owner": owners.get(article.owner_id) if article.owner_id else None,
        "owner_id": article.owner_id,
        "review_due_at": article.review_due_at,
        "review_reason": article.review_reason,
        "effective_from": article.effective_from,
        "effective_until": article.effective_until,
        "open_flags": shown.flags,
        "counts": counts
        and {
            "views": counts.views,
            "sent": counts.sent,
            "solved": counts.solved,
            "unsolved": counts.unsolved,
        },
        "updated_at": article.updated_at,
    }


def _rest(shown: Shown) -> dict[str, Any]:
    article, words = shown.article, shown.version
    return {
        "body": words.body,
        "body_en": words.body_en,
        "questions": words.questions,
        "media": [media(each) for each in words.media],
        "product_ids": article.product_ids,
        "policy_tables": article.policy_tables,
        "review_days": article.review_days,
        "reviewed_at": article.reviewed_at,
        "note": words.note,
    }


def shown_media(article: Mapping[str, Any]) -> dict[str, Any]:
    return {"media": [media(each) for each in article["media"]]}


def media(stored: Mapping[str, Any]) -> dict[str, Any]:
    """A stored file is reached by a link that ends: customers have no session."""
    file_id = stored.get("file_id")
    src = f"/chat/files/{file_id}?key={links.key_for(UUID(file_id))}" if file_id else stored["url"]
    return {
        "kind": stored["kind"],
        "src": src,
        "file_id": file_id,
        "url": stored.get("url"),
        "text": stored.get("text", ""),
        "text_en": stored.get("text_en", ""),
    }


def faq_brief(shown: Shown) -> dict[str, Any]:
    return {
        "number": shown.article.number,
        "kind": shown.article.kind,
        "category_id": shown.article.category_id,
        "title": shown.version.title,
        "title_en": shown.version.title_en,
    }


def faq(shown: Shown) -> dict[str, Any]:
    return faq_brief(shown) | {
        "body": shown.version.body,
        "body_en": shown.version.body_en,
        "media": [media(each) for each in shown.version.media],
        "updated_at": shown.version.published_at or shown.article.updated_at,
        "solved": shown.counts.solved if shown.counts else 0,
    }


def is_card(shown: Shown) -> bool:
    return shown.article.kind is Kind.PRODUCT
