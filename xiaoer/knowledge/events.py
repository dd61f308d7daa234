"""What happens to articles, and to the questions they answer."""

from dataclasses import dataclass
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class ArticleEvent(Event):
    """Common to all facts about an article."""

    subject_field = "article_id"

    article_id: UUID
    number: int
    title: str

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class ArticleWritten(ArticleEvent):
    """A new draft, or a new version of what is published; nobody reads it yet."""

    version: int


@dataclass(frozen=True, kw_only=True)
class ArticlePublished(ArticleEvent):
    """Desk and customers read this version from now on."""

    version: int


@dataclass(frozen=True, kw_only=True)
class ArticleRetired(ArticleEvent):
    """Nobody finds it any more."""


@dataclass(frozen=True, kw_only=True)
class ArticleReviewed(ArticleEvent):
    """Somebody looked and says that it still holds."""

    due_at: str


@dataclass(frozen=True, kw_only=True)
class ArticleReviewNeeded(ArticleEvent):
    """It is to be looked at: its cycle ran out, or a policy it repeats has changed."""

    reason: str
    owner_id: UUID | None
    policy_table: str | None = None

    def topics(self) -> list[str]:
        return [*super().topics(), *([f"me:{self.owner_id}"] if self.owner_id else [])]


@dataclass(frozen=True, kw_only=True)
class ArticleFlagged(ArticleEvent):
    """An agent says that it is wrong, outdated or unclear."""

    flag_id: UUID
    flag: str
    owner_id: UUID | None

    def topics(self) -> list[str]:
        return [*super().topics(), *([f"me:{self.owner_id}"] if self.owner_id else [])]


@dataclass(frozen=True, kw_only=True)
class ArticleFlagResolved(ArticleEvent):
    """The one who keeps the article has answered a flag."""

    flag_id: UUID
    resolution: str


@dataclass(frozen=True, kw_only=True)
class KnowledgeGapNoted(Event):
    """A question was asked that no article answers; told the first time only."""

    gap_id: UUID
    source: str

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class KnowledgeGapClosed(Event):
    """An article answers it now, or it needs no answer."""

    gap_id: UUID
    state: str
    article_id: UUID | None

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class ArticleCategoriesChanged(Event):
    """A category was added, renamed, moved, disabled or enabled."""

    category_ids: list[UUID]
