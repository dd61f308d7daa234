"""A notice is asked for; a job carries it out."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, ids, queue, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.reading import run
from xiaoer.core.remembering import remembered
from xiaoer.core.shops import Shop
from xiaoer.customers import queries as customers
from xiaoer.customers.models import Customer
from xiaoer.notices import queries, rules
from xiaoer.notices.errors import NoChannel, NoConsent, TemplateNotFound
from xiaoer.notices.events import NoticeQueued, NoticeTemplateWritten
from xiaoer.notices.models import Notice, NoticeTemplate, Purpose
from xiaoer.notices.service.senders import sender_of
from xiaoer.notices.service.wording import words_for

SEND = "send_notice"
HOURS = "notice_hours"
"""In a shop's settings: when customers may be told what can wait, as `[["08:00", "22:00"]]`."""


def notify(
    session: Session,
    actor: Actor,
    *,
    customer_id: UUID,
    template_code: str,
    facts: Mapping[str, Any],
    channels: Sequence[str],
    locale: str = "zh",
    subject_type: str | None = None,
    subject_id: UUID | None = None,
    dedupe_key: str | None = None,
) -> Notice:
    """Tell the customer, by the first of `channels` that works, outside of quiet hours.

    The same `dedupe_key` again gives the notice of the first time.
    """
    asked = prepared(
        session,
        actor,
        customer_id=customer_id,
        template_code=template_code,
        facts=facts,
        channels=channels,
        locale=locale,
        subject_type=subject_type,
        subject_id=subject_id,
        dedupe_key=dedupe_key,
    )
    if ask(session, actor, [asked]):
        return session.get_one(Notice, asked["id"])
    known = queries.by_dedupe(session, asked["shop_id"], asked["dedupe_key"])
    assert known is not None
    return known


Asked = dict[str, Any]
"""A notice that is worked out, and not written yet."""


def prepared(
    session: Session,
    actor: Actor,
    *,
    customer_id: UUID,
    template_code: str,
    facts: Mapping[str, Any],
    channels: Sequence[str],
    locale: str,
    subject_type: str | None,
    subject_id: UUID | None,
    dedupe_key: str | None,
) -> Asked:
    """What `notify` would send, for `ask`; every refusal comes here, and nothing is written."""
    actor.must(Permission.NOTICES_SEND)
    customer = customers.one_visible(session, actor, customer_id)
    words = _words(session, customer, template_code, locale)
    usable = [each for each in dict.fromkeys(channels) if sender_of(each)]
    if not usable:
        raise NoChannel
    shop = shops.get(session, customer.shop_id)
    now = remembered(session, ("now", shop.id), clock.now)  # those asked for together go together
    return {
        "id": ids.new_id(),
        "shop_id": shop.id,
        "customer_id": customer.id,
        "subject_type": subject_type,
        "subject_id": subject_id,
        "template_code": template_code,
        "facts": dict(facts),
        "text": rules.fill(words.text, facts),
        "urgent": words.urgent,
        "channels": usable,
        "channel": usable[0],
        "send_after": sendable_from(shop, now, urgent=words.urgent),
        "dedupe_key": dedupe_key,
        "created_at": now,
    }


def _words(session: Session, customer: Customer, code: str, locale: str) -> NoticeTemplate:
    words = words_for(session, customer.shop_id, code, locale)
    if words is None:
        raise TemplateNotFound(code=code)
    marketing = words.purpose is Purpose.MARKETING
    if marketing and not queries.agreed_to_marketing(session, customer.id):
        raise NoConsent
    return words


_ASK = """
    INSERT INTO notices (id, shop_id, customer_id, subject_type, subject_id, template_code, facts,
        text, urgent, channels, channel, state, tries, failure, send_after, dedupe_key, created_at)
    SELECT id, shop_id, customer_id, subject_type, subject_id, template_code, facts,
        text, urgent, channels, channel, 'queued', 0, '', send_after, dedupe_key, created_at
    FROM json_populate_recordset(NULL::notices, %(asked)s::json) ON CONFLICT DO NOTHING RETURNING id
"""


def ask(session: Session, actor: Actor, asked: Sequence[Asked]) -> Sequence[Asked]:
    """Queue notices, in one statement; those whose `dedupe_key` was used before are left out.
    Those that were not."""
    if not asked:
        return []
    session.flush()
    values = {"asked": orjson.dumps(asked, default=str).decode()}
    new = {notice_id for (notice_id,) in run(session, _ASK, values)}
    made = [each for each in asked if each["id"] in new]
    by_time: dict[datetime, list[queue.Payload]] = {}
    for each in made:
        by_time.setdefault(each["send_after"], []).append({"notice_id": each["id"]})
    for send_after, jobs in by_time.items():
        queue.defer_many(session, SEND, jobs, run_at=send_after)
    events.emit_many(session, actor, [NoticeQueued(**_told(each)) for each in made])
    return made


def write_template(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    code: str,
    text: str,
    locale: str = "zh",
    purpose: Purpose = Purpose.SERVICE,
    urgent: bool = False,
) -> NoticeTemplate:
    """Set the words of a kind of notice. Notices already asked for keep theirs."""
    actor.must(Permission.SHOPS_MANAGE)
    shops.must_reach(actor, shop_id)
    shops.get(session, shop_id)
    words = {"text": text, "purpose": purpose, "urgent": urgent}
    insert = pg_insert(NoticeTemplate).values(shop_id=shop_id, code=code, locale=locale, **words)
    template_id = session.scalars(
        insert.on_conflict_do_update(
            index_elements=["shop_id", "code", "locale"], set_=words
        ).returning(NoticeTemplate.id)
    ).one()
    told = NoticeTemplateWritten(shop_id=shop_id, template_id=template_id, code=code, locale=locale)
    events.emit(session, actor, told)
    return session.get_one(NoticeTemplate, template_id, populate_existing=True)


def sendable_from(shop: Shop, now: datetime, *, urgent: bool) -> datetime:
    """When a notice of this shop may go out, from `now` on; `now` itself when it may at once."""
    hours = shop.settings.get(HOURS, rules.DAY_HOURS)
    return rules.sendable_from(now, shop.zone, urgent=urgent, hours=hours)


TOLD = ("shop_id", "customer_id", "subject_type", "subject_id", "template_code", "channel")


def common(notice: Notice) -> dict[str, Any]:
    """The fields of `NoticeEvent`."""
    return {"notice_id": notice.id} | {each: getattr(notice, each) for each in TOLD}


def _told(asked: Asked) -> dict[str, Any]:
    return {"notice_id": asked["id"]} | {each: asked[each] for each in TOLD}
