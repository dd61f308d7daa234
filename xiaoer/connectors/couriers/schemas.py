"""What couriers push."""

from typing import Annotated

from pydantic import AwareDatetime, BaseModel, Field, StringConstraints

from xiaoer.core.web import Words
from xiaoer.shipping.service import Scan

Plain = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500), Words]


class PushedScan(BaseModel):
    courier: Annotated[Plain, Field(min_length=1, max_length=40)]
    tracking_no: Annotated[Plain, Field(min_length=1, max_length=60)]
    at: AwareDatetime
    code: Annotated[Plain, Field(max_length=8)]
    text: Plain = ""
    place: Plain = ""

    def told(self) -> Scan:
        return Scan(**self.model_dump())


class PushedIn(BaseModel):
    scans: Annotated[list[PushedScan], Field(max_length=1000)]
