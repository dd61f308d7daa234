"""Tables of phrases."""

from xiaoer.phrases.models.care import LINKABLE, Changing, PhraseLink, Promotion
from xiaoer.phrases.models.checks import (
    Abroad,
    CheckSettings,
    Emoji,
    EmojiUse,
    ReplyFinding,
    WordKind,
    WordRule,
)
from xiaoer.phrases.models.phrases import (
    LONGEST_TEXT,
    Phrase,
    PhraseCategory,
    PhraseUse,
    PhraseVersion,
)

__all__ = [
    "LINKABLE",
    "LONGEST_TEXT",
    "Abroad",
    "Changing",
    "CheckSettings",
    "Emoji",
    "EmojiUse",
    "Phrase",
    "PhraseCategory",
    "PhraseLink",
    "PhraseUse",
    "PhraseVersion",
    "Promotion",
    "ReplyFinding",
    "WordKind",
    "WordRule",
]
