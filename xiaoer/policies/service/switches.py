"""Automations are separate switches with limits and a kill-switch (AUT-2, AUT-5).

The table `switches` says which are on by themselves, in and out of a promotion; a person's setting
goes before it. The table `automation` decides one case; it may only use what is on.
"""

import datetime as dt
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, Integer, Select, Text, Uuid, bindparam, func, select
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.prepared import prepared
from xiaoer.core.remembering import remembered
from xiaoer.policies.errors import ReasonMissing, SwitchNotFound
from xiaoer.policies.events import SwitchSet
from xiaoer.policies.models import (
    AutomationSwitch,
    Decision,
    Outcome,
    SwitchState,
    VersionState,
)
from xiaoer.policies.queries import EVERYTHING
from xiaoer.policies.rules.evaluating import Compiled, Result
from xiaoer.policies.rules.tables import Table
from xiaoer.policies.service import holding

AUTOMATION, SWITCHES = "automation", "switches"
ON, PROMOTION, SWITCH = "automation.on", "promotion.active", "automation.switch"


@dataclass(frozen=True)
class Switch:
    """An automation as it stands now."""

    code: str
    zh: str
    en: str
    on: bool
    recommended: bool
    """What the table says for now; `state` is what a person set."""
    daily_limit: int | None
    state: SwitchState | None
    reason: str
    set_by: str
    set_at: dt.datetime | None


@prepared
def _kept() -> Select[AutomationSwitch]:
    return select(AutomationSwitch).where(
        AutomationSwitch.shop_id == bindparam("shop_id", type_=Uuid())
    )


def standing(session: Session, shop_id: UUID, *, promotion: bool) -> list[Switch]:
    """Every automation of the shop, as it stands in or out of a promotion."""
    run = _recommending(session, shop_id)
    if run is None:
        return []
    names = _names(run.table)
    kept = {each.code: each for each in _kept().all(session, shop_id=shop_id)}
    return [
        _switch(code, names[code], run({SWITCH: code, PROMOTION: promotion}), kept.get(code))
        for code in names
    ]


def set_switch(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    code: str,
    state: SwitchState,
    reason: str = "",
    daily_limit: int | None = None,
) -> AutomationSwitch:
    """Switch an automation on or off, or kill it at once (with a reason)."""
    actor.must(Permission.POLICIES_SWITCH)
    shop = shops.get(session, shop_id)
    shops.must_reach(actor, shop_id)
    known = _recommending(session, shop.id)
    if known is None or code not in _names(known.table):
        raise SwitchNotFound(switch=code)
    if state is SwitchState.KILLED and not reason.strip():
        raise ReasonMissing
    switch = session.merge(
        AutomationSwitch(
            shop_id=shop_id,
            code=code,
            state=state,
            daily_limit=daily_limit,
            reason=reason.strip(),
            set_by=actor.name,
            set_at=clock.now(),
        )
    )
    session.flush()
    events.emit(
        session,
        actor,
        SwitchSet(shop_id=shop_id, switch=code, state=state.value, reason=reason.strip()),
    )
    return switch


def within_limits(
    session: Session,
    shop_id: UUID,
    facts: dict[str, Any],
    run: Callable[[Mapping[str, Any]], Result],
) -> Result:
    """Decide by the automations that are on and have not used up their day.

    `facts` learn `automation.on`. Without `promotion.active` nobody knows what is on, and it is
    asked for. Two cases in the same moment may pass a limit by one: it guards against a
    flood, money is guarded by `payments`.
    """
    if PROMOTION not in facts:
        return Result(outcome=Outcome.NEED_FACT, needs=(PROMOTION,))
    promotion = facts[PROMOTION]
    known = remembered(
        session,
        ("automations", shop_id, promotion),
        lambda: standing(session, shop_id, promotion=promotion),
    )
    now = {each.code: each for each in known}
    facts[ON] = sorted(code for code, each in now.items() if each.on)
    while True:
        result = run(facts)
        used = now.get(str(result.outputs.get("switch")))
        if used is None or used.code not in facts[ON]:
            return result
        there = remembered(
            session,
            ("room", shop_id, used.code),
            lambda used=used: _has_room(session, shop_id, used),  # type: ignore[misc]
        )
        if there:
            return result
        facts[ON] = [code for code in facts[ON] if code != used.code]


def _has_room(session: Session, shop_id: UUID, switch: Switch) -> bool:
    if switch.daily_limit is None:
        return True
    if any(isinstance(each, Decision) and each.table == AUTOMATION for each in session.new):
        session.flush()  # decided in this very transaction
    zone = shops.get(session, shop_id).zone
    midnight = clock.now().astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    day, read_at, used = _counted.get((shop_id, switch.code), (midnight, 0.0, switch.daily_limit))
    fresh = day == midnight and time.monotonic() - read_at < COUNTED_SEC
    if not fresh or switch.daily_limit - used <= FAR:
        used = _used(session, shop_id, switch, midnight)
        _counted[shop_id, switch.code] = midnight, time.monotonic(), used
    return used < switch.daily_limit


FAR, COUNTED_SEC = 100, 1.0
"""With more than so many left of a day a count may be so old: it walks over all of the day."""
_counted: dict[tuple[UUID, str], tuple[dt.datetime, float, int]] = {}


def _used(session: Session, shop_id: UUID, switch: Switch, midnight: dt.datetime) -> int:
    """How often it has decided since then, as far as the limit."""
    asked_for = {"shop_id": shop_id, "code": switch.code, "most": switch.daily_limit}
    with session.no_autoflush:  # what else waits is written when all about the case is known
        return _decided().one(session, since=midnight, **asked_for)


@prepared
def _decided() -> Select[int]:
    since = bindparam("since", type_=DateTime(timezone=True))
    today = (
        select(Decision.id)
        .where(
            Decision.shop_id == bindparam("shop_id", type_=Uuid()),
            Decision.table == AUTOMATION,
            Decision.at >= since,
            Decision.outputs["switch"].astext == bindparam("code", type_=Text()),
            Decision.override_of.is_(None),
        )
        .limit(bindparam("most", type_=Integer()))
        .subquery()
    )
    return select(func.count()).select_from(today)


def _recommending(session: Session, shop_id: UUID) -> Compiled | None:
    """The table that says which automations there are and which of them are advisable."""
    found, _, _ = holding.candidates(session, SWITCHES, shop_id, EVERYTHING, clock.now())
    held = (each for each in found if each.state is not VersionState.SHADOW)
    version = next((each for each in held if each.table == SWITCHES), None)
    return holding.loaded(session, version) if version else None


def _names(table: Table) -> dict[str, tuple[str, str]]:
    """The automations the table knows: one clause each, whose id is the code."""
    return {
        code: (clause["zh"], clause["en"])
        for code, clause in table.clauses.items()
        if clause.get("source") == SWITCH
    }


def _switch(
    code: str, name: tuple[str, str], told: Result, kept: AutomationSwitch | None
) -> Switch:
    recommended = told.outputs.get("on") is True
    limit = kept.daily_limit if kept and kept.daily_limit else told.outputs.get("daily_limit")
    return Switch(
        code=code,
        zh=name[0],
        en=name[1],
        on=kept.state is SwitchState.ON if kept else recommended,
        recommended=recommended,
        daily_limit=limit,
        state=kept.state if kept else None,
        reason=kept.reason if kept else "",
        set_by=kept.set_by if kept else "",
        set_at=kept.set_at if kept else None,
    )
