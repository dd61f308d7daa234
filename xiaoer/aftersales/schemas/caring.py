"""What stands around a case: the parcel, the time each leg took, notices, guides, feedback."""

import datetime as dt
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from xiaoer.aftersales.models import OfferKind
from xiaoer.aftersales.rules.legs import Leg
from xiaoer.core.web import Words
from xiaoer.notices.models import NoticeState

Code = Annotated[str, Field(pattern="^[a-z_]{1,20}$")]


class _FromRow(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class Both(BaseModel):
    zh: str
    en: str


class OfferableOut(_FromRow):
    """`approval`: only somebody who may override makes it."""

    kind: OfferKind
    cents: int
    answer_by: dt.datetime
    valid_until: dt.datetime
    approval: bool


class RetentionOut(BaseModel):
    """What may be offered for keeping the order; with nothing to offer, why."""

    offers: list[OfferableOut]
    why: Both | None


class PositionOut(BaseModel):
    """Where the order's parcel is by the courier's last word, and whether it can be stopped."""

    carrier: str
    tracking_no: str
    node: str
    words: str
    scanned_at: dt.datetime | None
    shipped_at: dt.datetime | None
    signed_at: dt.datetime | None
    interception: str | None
    why: str | None


class LegOut(_FromRow):
    """A leg of a return with its target; `ours`: the shop can make it shorter."""

    leg: Leg
    began_at: dt.datetime
    ended_at: dt.datetime | None
    seconds: int
    target_sec: int
    ours: bool
    late: bool


class CaseNoticeOut(_FromRow):
    """What the customer was told of it, by which channel, and whether it arrived."""

    id: UUID
    template_code: str
    text: str
    channel: str
    state: NoticeState
    failure: str
    created_at: dt.datetime
    sent_at: dt.datetime | None
    delivered_at: dt.datetime | None
    failed_at: dt.datetime | None


class GuideLine(BaseModel):
    zh: str
    en: str
    picture: str
    """Address of the drawing."""
    done_at: dt.datetime | None


class GuideOut(BaseModel):
    code: str
    title: Both
    lines: list[GuideLine]
    sent_by_name: str
    sent_at: dt.datetime
    seen_at: dt.datetime | None


class GuideOffer(BaseModel):
    """A guide that fits the step the case is at."""

    code: str
    title: Both


class FeedbackOut(_FromRow):
    asked_at: dt.datetime
    answered_at: dt.datetime | None
    score: int | None
    solved: bool | None
    words: str
    task_id: UUID | None


class OwnFeedback(_FromRow):
    """Without `answered_at` it is still to be answered."""

    answered_at: dt.datetime | None
    score: int | None
    solved: bool | None
    words: str


class GuideIn(BaseModel):
    version: Annotated[int, Field(ge=0, lt=2**31)]
    code: Code


class FeedbackIn(BaseModel):
    score: Annotated[int, Field(ge=1, le=5)]
    solved: bool
    words: Annotated[Words, Field(max_length=1000)] = ""


class ReturnCard(Both):
    """The return guarantee card, to be printed or laid into the parcel."""
