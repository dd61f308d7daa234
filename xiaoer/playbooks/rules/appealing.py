"""How an appeal may move, and when its owner is warned."""

import datetime as dt
from collections.abc import Mapping

from xiaoer.playbooks.errors import AppealCannotMove
from xiaoer.playbooks.models import AppealState as S

NEXT_STATES: Mapping[S, frozenset[S]] = {
    S.PREPARING: frozenset({S.SUBMITTED, S.DROPPED}),
    S.SUBMITTED: frozenset({S.WON, S.LOST, S.DROPPED}),
    S.WON: frozenset(),
    S.LOST: frozenset(),
    S.DROPPED: frozenset(),
}
WARN_BEFORE = (dt.timedelta(days=1), dt.timedelta(hours=2))


def check_move(now: S, then: S) -> None:
    if then not in NEXT_STATES[now]:
        raise AppealCannotMove(state=now.value, to=then.value)


def warnings(now: dt.datetime, due_at: dt.datetime) -> list[dt.datetime]:
    return [due_at - before for before in WARN_BEFORE if due_at - before > now]
