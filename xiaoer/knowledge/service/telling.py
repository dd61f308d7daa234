"""What all events of an article have in common."""

from typing import Any

from xiaoer.knowledge.models import Article, ArticleVersion


def told(article: Article, version: ArticleVersion) -> dict[str, Any]:
    return {
        "shop_id": article.shop_id,
        "article_id": article.id,
        "number": article.number,
        "title": version.title,
    }
