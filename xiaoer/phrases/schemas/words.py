"""Words of a phrase for somebody."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from xiaoer.core.web import Line, Words
from xiaoer.phrases.models import LONGEST_TEXT


class PhraseVariant(BaseModel):
    """Other words for a group of customers (`new`, `returning`, `vip`, `international` or a tag),
    for a scenario, or for both."""

    group: Annotated[Line, Field(min_length=1, max_length=40)] | None = None
    scenario: Literal["presale", "insale", "aftersale", "complaint"] | None = None
    text: Annotated[Words, Field(min_length=1, max_length=LONGEST_TEXT)]
