"""The bot takes a customer through a request for money back, by the path a person takes: the quote
of our services is shown, and only a plain yes opens the case, once (SMT-1). It acts with the rights
of a customer nobody vouches for: on orders they proved to know."""

import contextlib
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales import service as aftersales
from xiaoer.aftersales.models import CaseKind, Phase, Reason
from xiaoer.aftersales.rules import Wanted
from xiaoer.aftersales.service import Request, deducting, holding
from xiaoer.assist.models import BotTalk
from xiaoer.assist.rules import applying, picks
from xiaoer.assist.rules.applying import Locale
from xiaoer.conversations.queries.locked import Locked
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.errors import DeskError, NotFound
from xiaoer.orders import queries as orders
from xiaoer.orders.models import Order

RIGHTS = frozenset({Permission.AFTERSALES_ASK, Permission.AFTERSALES_READ})


def said(session: Session, talk: Locked, held: BotTalk, text: str, locale: Locale) -> str | None:
    """The bot's next words in a request for money back; None when the message is about none."""
    asking, held.asking = held.asking, None
    if asking and "order_id" in asking:
        if applying.agrees(text):
            return _submitted(session, talk, held, asking, locale)
        if applying.declines(text):
            return applying.left(locale)
    wants = applying.wants_money_back(text)
    waits = asking is not None and "order_id" not in asking and bool(picks.order_numbers(text))
    if not wants and not waits:
        return None
    named = [*picks.order_numbers(text), *([talk.order_no] if talk.order_no else [])]
    order = _order(session, talk, named)
    if order is None:
        held.asking = {"text": text}
        return applying.unproven(locale) if named else applying.which_order(locale)
    words = f"{asking['text']} {text}" if asking and "text" in asking else text
    return _previewed(session, talk, held, order, words, locale)


def _order(session: Session, talk: Locked, named: Sequence[str]) -> Order | None:
    """The first of these that the customer proved to know."""
    for number in named:
        found = orders.by_number(session, shop_id=talk.shop_id, order_no=number)
        if found is not None:
            with contextlib.suppress(NotFound):
                return queries.order_for(session, _customer(talk), found.id)
    return None


def _previewed(
    session: Session, talk: Locked, held: BotTalk, order: Order, words: str, locale: Locale
) -> str:
    phase = rules.phase_of(order.status, order.shipped_at, order.signed_at)
    asking = _asking(session, talk, order, phase, words)
    return _quoted(session, talk, held, asking, locale)


def _asking(
    session: Session, talk: Locked, order: Order, phase: Phase, words: str
) -> dict[str, Any]:
    """Everything of the order that no case holds, as it is kept until the customer agrees."""
    kind, reason = applying.asked_for(phase, words)
    units = queries.units_of(session, holding.engine(_customer(talk)), order)
    free: dict[str, int] = {}
    for unit in units:
        if not unit.taken:
            free[str(unit.order_line_id)] = free.get(str(unit.order_line_id), 0) + 1
    return {
        "order_id": str(order.id),
        "order_no": order.order_no,
        "kind": kind.value,
        "reason": reason.value,
        "lines": free,
        "text": words,
    }


def _quoted(
    session: Session, talk: Locked, held: BotTalk, asking: dict[str, Any], locale: Locale
) -> str:
    order_id = UUID(asking["order_id"])
    try:
        quote, _ = aftersales.quote(
            session, _customer(talk), order_id=order_id, request=_request(asking)
        )
    except DeskError as refusal:
        return refusal.sentence(locale)
    held.asking = asking | {"cents": quote.cents}
    kept = [(each["label"], each["cents"]) for each in deducting.named(quote.amounts.deductions)]
    told = held.asking | {"kept": kept, "missing": bool(quote.missing)}
    return applying.preview(told, locale)


def _submitted(
    session: Session, talk: Locked, held: BotTalk, asking: dict[str, Any], locale: Locale
) -> str:
    """Opened as it was shown; where the amount is another by now, that is shown first."""
    actor, request, order_id = _customer(talk), _request(asking), UUID(asking["order_id"])
    try:
        quote, _ = aftersales.quote(session, actor, order_id=order_id, request=request)
        if quote.cents != asking["cents"]:
            return _quoted(session, talk, held, asking, locale)
        key = uuid5(talk.id, f"bot case {held.seq}")
        with session.begin_nested():  # a refusal leaves nothing behind but the bot's words
            case = aftersales.open_case(session, actor, order_id=order_id, request=request, key=key)
    except DeskError as refusal:
        return refusal.sentence(locale)
    return applying.submitted(case.number, locale)


def _request(asking: dict[str, Any]) -> Request:
    return Request(
        kind=CaseKind(asking["kind"]),
        reason=Reason(asking["reason"]),
        lines=[Wanted(UUID(line), qty) for line, qty in asking["lines"].items()],
        text=str(asking["text"])[:200],
    )


def _customer(talk: Locked) -> Actor:
    """The one the bot talks to, with their own rights and no more."""
    assert talk.customer_id is not None
    return Actor(
        kind=ActorKind.CUSTOMER,
        id=talk.customer_id,
        name="",
        permissions=RIGHTS,
        shop_ids=frozenset({talk.shop_id}),
    )
