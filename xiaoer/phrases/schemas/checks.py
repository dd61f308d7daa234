"""Words, emojis and the check of replies on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from xiaoer.core.web import Line
from xiaoer.phrases.models import Abroad, EmojiUse, WordKind


class WordIn(BaseModel):
    shop_id: UUID
    kind: WordKind
    word: Annotated[Line, Field(min_length=1, max_length=60)]
    alternative: Annotated[Line, Field(max_length=200)] = ""
    blocks: bool = False
    active: bool = True


class WordOut(BaseModel):
    """Without a shop: the house's own, which holds where the shop has none for the word."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    shop_id: UUID | None
    kind: WordKind
    word: str
    alternative: str
    blocks: bool
    active: bool


class WordList(BaseModel):
    items: list[WordOut]
    next: str | None = None


Place = Annotated[str, Field(pattern="^[a-z]{2}$")]


class EmojiIn(BaseModel):
    """`avoid`: languages and countries in which it is better left out, as two letters."""

    shop_id: UUID
    emoji: Annotated[Line, Field(min_length=1, max_length=16)]
    use: EmojiUse
    reply_zh: Annotated[Line, Field(max_length=100)] = ""
    reply_en: Annotated[Line, Field(max_length=100)] = ""
    avoid: Annotated[list[Place], Field(max_length=50)] = []
    note_zh: Annotated[Line, Field(max_length=200)] = ""
    note_en: Annotated[Line, Field(max_length=200)] = ""
    active: bool = True


class EmojiOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    shop_id: UUID | None
    emoji: str
    use: EmojiUse
    reply_zh: str
    reply_en: str
    avoid: list[str]
    note_zh: str
    note_en: str
    active: bool


class EmojiList(BaseModel):
    items: list[EmojiOut]
    next: str | None = None


class EmojiOffer(BaseModel):
    """What the picker shows for one customer; `suggested`: the use that suits the words, if any."""

    items: list[EmojiOut]
    suggested: EmojiUse | None


class ChecksIn(BaseModel):
    on: bool = True
    emojis_per_message: Annotated[int, Field(ge=0, le=20)] = 1
    emoji_every: Annotated[int, Field(ge=1, le=20)] = 3
    emoji_blocks: bool = False
    emoji_mixed_warns: bool = True
    emoji_repeat_warns: bool = True
    emoji_abroad: Abroad = Abroad.SAFE
    phrases_in_a_row: Annotated[int, Field(ge=2, le=20)] = 3
    longest_sentence: Annotated[int, Field(ge=10, le=500)] = 60


class ChecksOut(ChecksIn):
    model_config = ConfigDict(from_attributes=True)


class FindingOut(BaseModel):
    """`start`: where the word stands in the text, in characters. `blocks`: it may not be sent."""

    model_config = ConfigDict(from_attributes=True)

    kind: str
    word: str
    start: int
    alternative: str
    blocks: bool


class LookedOver(BaseModel):
    findings: list[FindingOut]
    tense: bool
