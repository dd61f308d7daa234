"""What can be switched, and what it is while nobody has."""

from enum import StrEnum


class Feature(StrEnum):
    """SMT-4: each is optional. The bot, and the last ones, which need a language model, are off by
    default."""

    TOPIC = "topic"
    MOOD = "mood"
    PICKS = "picks"
    SUMMARY = "summary"
    SUGGESTIONS = "suggestions"
    BOT = "bot"
    """Answers while nobody serves (SMT-1)."""
    DRAFT = "draft"
    REWRITE = "rewrite"
    TRANSLATE = "translate"


OFF_BY_DEFAULT = frozenset((Feature.BOT, Feature.DRAFT, Feature.REWRITE, Feature.TRANSLATE))
READ_IN_BACKGROUND = (Feature.TOPIC, Feature.MOOD, Feature.PICKS)


def default(feature: Feature) -> bool:
    return feature not in OFF_BY_DEFAULT
