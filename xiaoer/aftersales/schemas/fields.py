"""Fields that what is sent is made of, within what can be stored."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from xiaoer.core.web import Words

MOST = 2**53


Cents = Annotated[int, Field(ge=-MOST, le=MOST)]
"""Below what can be, too: the verbs refuse with a sentence of their own."""


Count = Annotated[int, Field(ge=-1000, le=100_000)]


Version = Annotated[int, Field(ge=0, lt=2**31)]


Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000), Words
]


Free = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000), Words]


Word = Annotated[str, StringConstraints(max_length=60), Words]


Currency = Annotated[str, Field(pattern="^[A-Z]{3}$")]


Files = Annotated[list[UUID], Field(max_length=9)]
