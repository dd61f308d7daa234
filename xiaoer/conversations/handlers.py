"""What the inbox does when something happened elsewhere."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.conversations.events import ChannelSettingsChanged
from xiaoer.conversations.queries import capturing, people
from xiaoer.conversations.service import (
    channels,
    clocks,
    following,
    forgetting,
    holding,
    routing,
    watching,
)
from xiaoer.core import auth
from xiaoer.core.auth import Actor
from xiaoer.core.events import on
from xiaoer.customers.events import CustomerForgotten, CustomersMerged
from xiaoer.evidence.models import SubjectType
from xiaoer.evidence.queries import Snapshot, snapshots_of
from xiaoer.knowledge.events import ArticlePublished, ArticleRetired
from xiaoer.phrases.models import Changing
from xiaoer.phrases.rules.care import Change
from xiaoer.phrases.service import caring
from xiaoer.promises.events import CalendarChanged, PromiseBroken, PromiseWarned
from xiaoer.shipping.events import CourierDeskChanged, ShippingSuspended, WarehouseChanged
from xiaoer.workforce.events import AgentLeft, PresenceChanged
from xiaoer.workforce.models import Presence
from xiaoer.workforce.queries import count_work_with

ROUTING = auth.system("routing")

count_work_with(people.workload)


@on(AgentLeft)
def find_others(session: Session, event: AgentLeft) -> None:
    """Whoever waits for somebody who went home is given to a person who is here."""
    if not people.at_the_desk(session, event.agent_id):
        watching.release_waiting_of(session, ROUTING, event.agent_id)


@on(PresenceChanged)
def serve_who_waits(session: Session, event: PresenceChanged) -> None:
    """Somebody is here: the longest waiting first."""
    if event.after == Presence.ONLINE:
        routing.serve_all(session, ROUTING, event.shop_ids)


def _awaits_reply(event: PromiseBroken) -> bool:
    return event.kind == clocks.REPLY and event.subject_type == clocks.SUBJECT


@on(PromiseBroken, when=_awaits_reply)
def tell_and_requeue(session: Session, event: PromiseBroken) -> None:
    """Nobody answered in time (RSP-5)."""
    watching.waited_too_long(session, auth.system("clock"), event.subject_id)


def _of_a_hold(event: PromiseBroken | PromiseWarned) -> bool:
    return event.kind == holding.KIND and event.subject_type == clocks.SUBJECT


@on(PromiseWarned, when=_of_a_hold)
def prompt_the_agent(session: Session, event: PromiseWarned) -> None:
    what = event.facts["warnings"][event.number - 1]
    holding.remind(session, auth.system("clock"), event.subject_id, what=what)


@on(PromiseBroken, when=_of_a_hold)
def hold_expired(session: Session, event: PromiseBroken) -> None:
    holding.expire(session, auth.system("clock"), event.subject_id)


@on(CustomersMerged)
def follow_the_customer(session: Session, event: CustomersMerged) -> None:
    """Two customers were one person: their talks belong together."""
    following.follow(session, auth.system("customers"), event.gone_id, event.customer_id)


@on(CustomerForgotten)
def forget(session: Session, event: CustomerForgotten) -> None:
    """The law lets the talk stay, not the person in it."""
    forgetting.forget(session, customer_id=event.customer_id)


def _logistics(session: Session, shop_id: UUID | None, refs: Sequence[str], change: Change) -> None:
    caring.mark_changed(
        session,
        auth.system("shipping"),
        shop_id=shop_id,
        kind=Changing.LOGISTICS,
        refs=refs,
        change=change,
    )


@on(CourierDeskChanged)
def phrases_of_courier(session: Session, event: CourierDeskChanged) -> None:
    """Ready words about a courier are looked at again (QP-12); so with all that follows."""
    name, share = event.courier, event.share
    stopped = Change(f"快递 {name} 已停收", f"{name} takes no more parcels")
    shared = Change(f"快递 {name} 分配调整为 {share} %", f"{name} gets {share} % of the parcels")
    _logistics(session, event.shop_id, [name], stopped if event.stopped else shared)


@on(WarehouseChanged)
def phrases_of_warehouse(session: Session, event: WarehouseChanged) -> None:
    change = Change(f"仓库“{event.name}”的发货设置有变更", f"How {event.name} sends was changed")
    _logistics(session, event.shop_id, [event.code], change)


@on(ShippingSuspended)
def phrases_of_shipping(session: Session, event: ShippingSuspended) -> None:
    change = Change(f"发货暂停：{event.reason}", f"Sending is suspended: {event.reason}")
    _logistics(session, event.shop_id, ["shipping"], change)


@on(ArticlePublished)
def phrases_of_article(session: Session, event: ArticlePublished) -> None:
    """Ready words that repeat an article are looked at again when it says something new (QP-7)."""
    change = Change(
        f"知识“{event.title}”发布第 {event.version} 版",
        f"Version {event.version} of “{event.title}” was published",
    )
    _article(session, event, change)


@on(ArticleRetired)
def phrases_of_retired_article(session: Session, event: ArticleRetired) -> None:
    change = Change(f"知识“{event.title}”已下架", f"“{event.title}” was retired")
    _article(session, event, change)


def _article(session: Session, event: ArticlePublished | ArticleRetired, change: Change) -> None:
    caring.mark_changed(
        session,
        auth.system("knowledge"),
        shop_id=event.shop_id,
        kind=Changing.ARTICLE,
        refs=[str(event.article_id)],
        change=change,
    )


@on(ChannelSettingsChanged, when=lambda event: bool(channels.TOLD.keys() & set(event.changed)))
def phrases_of_channel(session: Session, event: ChannelSettingsChanged) -> None:
    """Ready words about a channel's hours and what it promises are looked at again (QP-7)."""
    names = [words for name, words in channels.TOLD.items() if name in event.changed]
    zh, en = "、".join(each.zh for each in names), ", ".join(each.en for each in names)
    _channel(session, event.shop_id, [event.channel], Change(f"改了{zh}", f"Changed: {en}"))


@on(CalendarChanged)
def phrases_of_hours(session: Session, event: CalendarChanged) -> None:
    """So with those of every channel that is open by this calendar."""
    open_by_it = channels.open_by(session, event.calendar_id)
    change = Change(f"营业时间“{event.name}”有变更", f"The hours “{event.name}” were changed")
    _channel(session, event.shop_id, open_by_it, change)


def _channel(session: Session, shop_id: UUID | None, refs: Sequence[str], change: Change) -> None:
    caring.mark_changed(
        session,
        auth.system("channels"),
        shop_id=shop_id,
        kind=Changing.CHANNEL,
        refs=refs,
        change=change,
    )


@snapshots_of(SubjectType.CONVERSATION)
def talk_as_evidence(
    session: Session, actor: Actor, conversation_id: UUID, message_ids: Sequence[UUID]
) -> Snapshot:
    """The chosen messages word by word, or the last of the talk (EVD-1)."""
    return capturing.snapshot(session, actor, conversation_id, message_ids)
