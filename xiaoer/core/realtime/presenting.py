"""How events look to whoever watches: rooms say it for their own."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

import orjson
from sqlalchemy.orm import Session

from xiaoer.core import db
from xiaoer.core.realtime.tail import Cursor, StoredEvent

Frame = dict[str, Any]
Presenter = Callable[[Session, list[StoredEvent]], list[Frame | None]]

_presenters: dict[tuple[str, str], Presenter] = {}


def present(audience: str, *kinds: str) -> Callable[[Presenter], Presenter]:
    """Say how events of `kinds` look to `audience` (`staff`, `shopper`).

    The presenter gets a batch and gives a frame for each, None for what this audience must not
    see. Staff see events without a presenter as they are stored; shoppers do not see them.
    """

    def register(presenter: Presenter) -> Presenter:
        for kind in kinds:
            _presenters[audience, kind] = presenter
        return presenter

    return register


def is_presented(audience: str, kind: str) -> bool:
    return (audience, kind) in _presenters


def shown_now(audience: str, rows: list[StoredEvent]) -> list[bytes | None]:
    """What goes over the wire for each event, read from the database as it is by now."""
    shown: dict[Cursor, Frame | None] = {}
    groups: dict[Presenter, list[StoredEvent]] = defaultdict(list)
    for row in rows:
        if presenter := _presenters.get((audience, row.kind)):
            groups[presenter].append(row)
    with db.transaction() as session:
        for presenter, group in groups.items():
            frames = presenter(session, group)
            shown |= {row.cursor: frame for row, frame in zip(group, frames, strict=True)}
    return [
        None
        if row.cursor in shown and shown[row.cursor] is None
        else frame_of(audience, row, shown.get(row.cursor))
        for row in rows
    ]


def frame_of(audience: str, row: StoredEvent, shown: Frame | None) -> bytes | None:
    """What goes over the wire for one event; None when `audience` must not see it."""
    if shown is None and audience != "staff":
        return None
    body = {"type": "event", "cursor": str(row.resume), "kind": row.kind, "at": row.at}
    if audience == "staff":
        body |= {"topics": row.topics, "actor": {"kind": row.actor_kind, "id": row.actor_id}}
    return orjson.dumps(body | (shown if shown is not None else {"data": row.data}))
