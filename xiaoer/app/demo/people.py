"""Ten people of different roles, their hours, and the words they share."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.app.demo import knowing, wording, words
from xiaoer.conversations.service import channels
from xiaoer.conversations.service.channels import Settings
from xiaoer.core.auth import system
from xiaoer.core.shops import Shop
from xiaoer.phrases import service as phrases
from xiaoer.phrases.models import PhraseCategory
from xiaoer.promises.service import calendars
from xiaoer.workforce import service as workforce
from xiaoer.workforce.models import Agent

PASSWORD = "xiaoer-demo"
"""Of every demo login; shown when the server starts, and never made with --empty."""


@dataclass(frozen=True)
class Person:
    """A demo agent. `shop` None: both shops. A `colleague` answers by themselves."""

    login: str
    name: str
    roles: tuple[str, ...]
    group: str
    skills: tuple[str, ...] = ()
    shop: str | None = None
    limit: int = 8
    colleague: bool = False


PEOPLE = (
    Person("manager", "周掌柜", ("manager",), "管理组", limit=12),
    Person("lead", "林组长", ("team_lead", "reception"), "售后组", ("售后",), limit=10),
    Person("xiaohe", "何小荷", ("reception", "product_advisor"), "售前组", ("售前",)),
    Person("anan", "安安", ("reception",), "售前组", ("售前",), "zhuli", 4, colleague=True),
    Person("dongdong", "冬冬", ("reception",), "售前组", ("售前",), "yunduo", 4, colleague=True),
    Person(
        "qinghe", "清河", ("returns_handler",), "售后组", ("售后", "退换"), limit=4, colleague=True
    ),
    Person("yunyun", "云云", ("complaint_handler",), "售后组", ("售后", "投诉")),
    Person("laoli", "老李", ("warehouse",), "仓储组"),
    Person("zhijian", "小严", ("qa_inspector",), "管理组"),
    Person("heshi", "小核", ("verification", "courier"), "物流组"),
)


def add_agents(session: Session, shops: dict[str, Shop]) -> dict[str, Agent]:
    """The people, by login, with their groups."""
    boss = system("demo")
    groups: dict[str, UUID] = {}
    found = {}
    for person in PEOPLE:
        if person.group not in groups:
            groups[person.group] = workforce.add_group(session, boss, name=person.group).id
        found[person.login] = workforce.add_agent(
            session,
            boss,
            login=person.login,
            name=person.name,
            password=PASSWORD,
            roles=person.roles,
            shop_ids=[shops[person.shop].id] if person.shop else [s.id for s in shops.values()],
            all_shops=person.login == "manager",
            group_ids=[groups[person.group]],
            skills=person.skills,
            max_concurrency=person.limit,
        )
    return found


def add_standing_texts(session: Session, shops: dict[str, Shop]) -> None:
    """Hours, targets, greetings and the phrases of both shops."""
    boss = system("demo")
    categories = {
        each.code: each.id for each in session.scalars(select(PhraseCategory)) if each.code
    }
    for shop in shops.values():
        calendar = calendars.add_calendar(
            session,
            boss,
            shop_id=shop.id,
            name="客服时间",
            week={str(day): [["00:00", "24:00"]] for day in range(1, 8)},
        )
        channels.change(session, boss, shop.id, "webchat", _webchat(shop, calendar.id))
        wording.promote(session, boss, shop.id)
        knowing.write(session, boss, shop)
        for category, shortcut, title, text in words.phrases():
            phrases.write(
                session,
                boss,
                shared=True,
                shop_id=shop.id,
                category_id=categories[category],
                title=title,
                text=text,
                shortcut=shortcut,
                variants=wording.VARIANTS.get(shortcut, ()),
                care=wording.care_of(category),
            )


def _webchat(shop: Shop, calendar_id: UUID) -> Settings:
    return Settings(
        open_hours=calendar_id,
        first_response_target_sec=90,
        response_target_sec=180,
        amber_ratio=0.6,
        requeue_after_sec=600,
        skill=None,
        signature_zh=f"—— {shop.name}客服",
        signature_en=f"— {shop.name}",
        welcome_text=f"您好，欢迎来到{shop.name}！客服马上就来，请先说说您的问题。",
        offline_text="客服暂时不在，请留言，我们上线后第一时间回复您。",
    )
