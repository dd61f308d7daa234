"""The demo's phrases: who keeps them true, what they follow, and other words for some."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import clock
from xiaoer.core.auth import Actor
from xiaoer.phrases.models import Changing
from xiaoer.phrases.service import promotions
from xiaoer.phrases.service.caring import Care, Link

PROMOTION = "double12"
CONDITIONS = "单笔满额即享，不与新人券同用"
OFFERS = {"activity", "discount"}
KEPT: dict[str, Care] = {
    "logistics": Care(review_days=30, links=[Link(Changing.LOGISTICS, "*", "")]),
    "aftersales": Care(review_days=90, links=[Link(Changing.POLICY, "returns", "退换货政策")]),
    "product": Care(review_days=60),
}
VARIANTS: dict[str, list[dict[str, Any]]] = {
    "hello": [
        {
            "group": "returning",
            "scenario": None,
            "text": "{customer_name}，欢迎回来！今天想看点什么？",
        },
        {
            "group": "vip",
            "scenario": None,
            "text": "{customer_name}您好，我是您的专属客服{agent_name}。",
        },
        {
            "group": "international",
            "scenario": None,
            "text": "Hello, this is {agent_name}. How can I help?",
        },
    ],
    "urge": [
        {
            "group": None,
            "scenario": "complaint",
            "text": "让您久等了，我理解您着急。我已联系{courier}站点负责人，今天六点前给您准信。",
        }
    ],
    "refund": [
        {
            "group": "vip",
            "scenario": "aftersale",
            "text": "会员退款优先处理，{amount} 今天原路退回。",
        }
    ],
}


def promote(session: Session, boss: Actor, shop_id: UUID) -> None:
    """The shop's winter promotion, which the phrases of offers speak of."""
    now = clock.now()
    promotions.put(
        session,
        boss,
        shop_id=shop_id,
        code=PROMOTION,
        name="双十二年终好物",
        conditions=CONDITIONS,
        starts_at=now - timedelta(days=2),
        ends_at=now + timedelta(days=12),
    )


def care_of(category: str) -> Care:
    if category in OFFERS:
        return Care(review_days=30, links=[Link(Changing.PROMOTION, PROMOTION, "双十二年终好物")])
    return KEPT.get(category, Care(review_days=180))
