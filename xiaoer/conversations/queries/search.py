"""Search in messages: the newest shelves first, so that a common word costs no more than a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.conversations import rules
from xiaoer.conversations.queries import rows
from xiaoer.conversations.queries.messages import MessageView
from xiaoer.conversations.rules import SHELF_SIZE, STACK_SIZE
from xiaoer.core import db, paging
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import Shop, ShopCounter

PAGE_LIMIT = 50
WIDEST = 4096
NEWEST = UUID(int=2**128 - 1)

_COLUMNS = (
    "m.id, m.conversation_id, m.seq, m.client_id, m.author, m.author_id, m.author_name, m.kind,"
    " m.text, m.attachments, m.card, m.system, m.auto, m.at"
)
# OFFSET 0 keeps the planner from walking the primary key in the hope of early hits. The number
# tells what the shelves have already shown.
_HITS = (
    f"SELECT {_COLUMNS} FROM (SELECT hit.id FROM unnest(CAST(%(queries)s AS text[]),"
    " CAST(%(shops)s AS uuid[]), CAST(%(below)s AS int[])) AS place(query, shop_id, below)"
    " CROSS JOIN LATERAL (SELECT id FROM (SELECT id, conversation_id FROM messages"
    " WHERE search @@ CAST(place.query AS tsquery) AND shop_id = place.shop_id"
    " AND id < %(before)s OFFSET 0) found"
    " WHERE place.below IS NULL OR place.below > (SELECT number FROM conversations c"
    " WHERE c.id = found.conversation_id) ORDER BY id DESC LIMIT %(limit)s) hit"
    " ORDER BY hit.id DESC LIMIT %(limit)s) page"
    " JOIN messages m ON m.id = page.id ORDER BY m.id DESC"
)
SHELVES_FIRST = 7
"""So many shelves of each shop are read before a word counts as rare."""


@dataclass(frozen=True, slots=True)
class Window:
    """Places `depth` … `depth + width - 1` of each shop, counted from its newest: shelves first,
    then stacks."""

    stacks: bool
    depth: int
    width: int

    def next(self) -> "Window":
        """Further back, and twice as far at once: what is rare lies in many places."""
        depth = self.depth + self.width
        if not self.stacks and depth >= SHELVES_FIRST:
            return Window(stacks=True, depth=0, width=1)
        return Window(self.stacks, depth, self.width * 2)

    def places(
        self, newest: dict[UUID, int], words: Sequence[str]
    ) -> list[tuple[str, UUID, int | None]]:
        """(tsquery, shop, only conversations below this number) of each place of the window."""
        size, name = (STACK_SIZE, rules.stack) if self.stacks else (SHELF_SIZE, rules.shelf)
        found: list[tuple[str, UUID, int | None]] = []
        for shop_id, last in newest.items():
            shown_from = (last // SHELF_SIZE - SHELVES_FIRST + 1) * SHELF_SIZE
            for back in range(self.depth, min(self.depth + self.width, last // size + 1)):
                position = last // size - back
                reaches_shown = self.stacks and (position + 1) * size > shown_from
                query = rules.search_query(words, name(shop_id, position))
                found.append((query, shop_id, shown_from if reaches_shown else None))
        return found


@dataclass(frozen=True, slots=True)
class Hit:
    conversation: rows.Shown
    message: MessageView
    highlight: str


def messages(
    session: Session,
    actor: Actor,
    query: str,
    *,
    shop_id: UUID | None = None,
    after: str | None = None,
    limit: int = 20,
) -> tuple[list[Hit], str | None]:
    """Messages that hold all the words, newest first, of shops the actor reaches."""
    actor.must(Permission.CONVERSATIONS_READ)
    words = rules.query_words(query)
    newest = _newest_numbers(session, actor, shop_id)
    if not words or not newest:
        return [], None
    limit = max(1, min(limit, PAGE_LIMIT))
    window, before = Window(stacks=False, depth=0, width=1), NEWEST
    if after is not None:
        stacks, depth, width, before = paging.keys(after, (int, int, int, UUID))
        window = Window(bool(stacks), max(0, depth), max(1, min(width, WIDEST)))
    found = _collect(session, newest, words, window, before, limit + 1)
    page = [message for _, message in found[:limit]]
    known = rows.by_ids(session, [each.conversation_id for each in page])
    hits = [Hit(known[m.conversation_id], m, rules.highlight(m.text, words)) for m in page]
    if len(found) <= limit:
        return hits, None
    window = found[limit - 1][0]
    return hits, paging.cursor(int(window.stacks), window.depth, window.width, page[-1].id)


def _collect(
    session: Session,
    newest: dict[UUID, int],
    words: Sequence[str],
    window: Window,
    before: UUID,
    wanted: int,
) -> list[tuple[Window, MessageView]]:
    """Read window after window until `wanted` messages are there or no place is left."""
    found: list[tuple[Window, MessageView]] = []
    while len(found) < wanted and (places := window.places(newest, words)):
        queries, shops, below = zip(*places, strict=True)
        values = {
            "queries": list(queries),
            "shops": list(shops),
            "below": list(below),
            "before": before,
            "limit": wanted - len(found),
        }
        found += [(window, MessageView(*row)) for row in db.read(session, _HITS, values)]
        window, before = window.next(), NEWEST
    return found


def _newest_numbers(session: Session, actor: Actor, shop_id: UUID | None) -> dict[UUID, int]:
    """The number of each reachable shop's newest conversation."""
    query = select(ShopCounter.shop_id, ShopCounter.last).where(ShopCounter.kind == "conversation")
    if shop_id is not None:
        query = query.where(ShopCounter.shop_id == (shop_id if actor.reaches(shop_id) else None))
    elif actor.all_shops:
        query = query.where(ShopCounter.shop_id.in_(select(Shop.id)))
    else:
        query = query.where(ShopCounter.shop_id.in_(actor.shop_ids))
    return {each: last for each, last in session.execute(query) if last}
