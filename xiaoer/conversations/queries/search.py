"""Search in messages: the newest shelves first, so that a common word costs no more than a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from xiaoer.conversations import rules
from xiaoer.conversations.queries import rows
from xiaoer.conversations.queries.messages import MessageView
from xiaoer.core import paging
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import Shop, ShopCounter

PAGE_LIMIT = 50
NEWEST = UUID(int=2**128 - 1)

_COLUMNS = (
    "m.id, m.conversation_id, m.seq, m.client_id, m.author, m.author_id, m.author_name, m.kind,"
    " m.text, m.attachments, m.card, m.system, m.auto, m.at"
)
# Materialised: the planner must not walk the whole primary key in the hope of early hits.
_HITS = text(
    "WITH hits AS MATERIALIZED (SELECT id FROM messages WHERE search @@ CAST(:query AS tsquery)"
    " AND shop_id = ANY(CAST(:shops AS uuid[])))"
    f" SELECT {_COLUMNS} FROM (SELECT id FROM hits WHERE id < :before ORDER BY id DESC"
    " LIMIT :limit) page JOIN messages m ON m.id = page.id ORDER BY m.id DESC"
)


@dataclass(frozen=True, slots=True)
class Window:
    """Shelves `depth` … `depth + width - 1`, counted from each shop's newest."""

    depth: int
    width: int

    def next(self, *, found: bool) -> "Window":
        """Look further at once only while nothing turns up: rare words live on many shelves."""
        grown = self.width if found or self.depth == 0 else self.width * 2
        return Window(self.depth + self.width, grown)


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
    newest = _newest_shelves(session, actor, shop_id)
    if not words or not newest:
        return [], None
    limit = max(1, min(limit, PAGE_LIMIT))
    window, before = Window(0, 1), NEWEST
    if after is not None:
        depth, width, before = paging.keys(after, (int, int, UUID))
        window = Window(max(0, depth), max(1, min(width, 4096)))
    found, window, before = _collect(session, newest, words, window, before, limit + 1)
    page = found[:limit]
    known = rows.by_ids(session, [each.conversation_id for each in page])
    hits = [Hit(known[m.conversation_id], m, rules.highlight(m.text, words)) for m in page]
    more = len(found) > limit
    return hits, paging.cursor(window.depth, window.width, page[-1].id) if more else None


def _collect(
    session: Session,
    newest: dict[UUID, int],
    words: Sequence[str],
    window: Window,
    before: UUID,
    wanted: int,
) -> tuple[list[MessageView], Window, UUID]:
    """Read windows until `wanted` messages are there or no shelf is left."""
    found: list[MessageView] = []
    deepest = max(newest.values())
    while window.depth <= deepest:
        shelves = [
            rules.shelf(shop_id, newest_shelf - back)
            for shop_id, newest_shelf in newest.items()
            for back in range(window.depth, min(window.depth + window.width, newest_shelf + 1))
        ]
        values = {
            "query": rules.search_query(words, shelves),
            "shops": list(newest),
            "before": before,
            "limit": wanted - len(found),
        }
        found += [MessageView(*row) for row in session.execute(_HITS, values)]
        if len(found) >= wanted:
            break
        window, before = window.next(found=bool(found)), NEWEST
    return found, window, before


def _newest_shelves(session: Session, actor: Actor, shop_id: UUID | None) -> dict[UUID, int]:
    query = select(ShopCounter.shop_id, ShopCounter.last).where(ShopCounter.kind == "conversation")
    if shop_id is not None:
        query = query.where(ShopCounter.shop_id == (shop_id if actor.reaches(shop_id) else None))
    elif actor.all_shops:
        query = query.where(ShopCounter.shop_id.in_(select(Shop.id)))
    else:
        query = query.where(ShopCounter.shop_id.in_(actor.shop_ids))
    return {each: last // rules.SHELF_SIZE for each, last in session.execute(query)}
