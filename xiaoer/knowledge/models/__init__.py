"""Tables of knowledge."""

from xiaoer.knowledge.models.articles import (
    Article,
    ArticleCategory,
    ArticleEntry,
    ArticleState,
    ArticleVersion,
    Kind,
    MediaKind,
    ReviewReason,
)
from xiaoer.knowledge.models.feedback import (
    ArticleCount,
    ArticleFlag,
    ArticleGap,
    ArticleVote,
    FlagKind,
    GapSource,
    GapState,
    Resolution,
)

__all__ = [
    "Article",
    "ArticleCategory",
    "ArticleCount",
    "ArticleEntry",
    "ArticleFlag",
    "ArticleGap",
    "ArticleState",
    "ArticleVersion",
    "ArticleVote",
    "FlagKind",
    "GapSource",
    "GapState",
    "Kind",
    "MediaKind",
    "Resolution",
    "ReviewReason",
]
