"""Names and numbers that tables are addressed by."""

from typing import Annotated, Literal

from pydantic import Field

from xiaoer.core.web import Words

TableName = Annotated[str, Field(max_length=60, pattern=r"^[a-z][a-z_.]*$")]


Id = Annotated[str, Field(max_length=40, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]


Name = Annotated[str, Field(max_length=60, pattern=r"^[a-z0-9_.]+$")]


Revision = Annotated[int, Field(ge=1, lt=2**31)]


Position = Annotated[int, Field(ge=0, le=1000)]


Reason = Annotated[Words, Field(min_length=1, max_length=300)]


Kind = Literal["facts", "outputs"]
