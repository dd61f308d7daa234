"""Search in messages: the newest shelves first, so that a common word costs no more than a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.conversations import rules
from xiaoer.conversations.queries import rows
from xiaoer.conversations.queries.lists import REACHED, reach
from xiaoer.conversations.queries.messages import MessageView
from xiaoer.conversations.rules import SHELF_SIZE, STACK_SIZE
from xiaoer.core import db, paging
from xiaoer.core.auth import Actor, Permission

PAGE_LIMIT = 50
WIDEST = 64
"""A window is no wider than so many places of all shops together, unless there are more shops: the
index weighs each word of a query against each other."""
AT_ONCE = 512
"""A statement reads further windows until it has this many places."""
SHELVES_FIRST = 7
"""So many shelves of each shop are read before a word counts as rare."""
NEWEST = UUID(int=2**128 - 1)

_COLUMNS = (
    "m.id, m.conversation_id, m.seq, m.client_id, m.author, m.author_id, m.author_name, m.kind,"
    " m.text, m.attachments, m.card, m.system, m.auto, m.at"
)
_WIDTH = 14
_NUMBERS = (
    "SELECT s.id, n.last FROM shops s JOIN shop_counters n ON n.shop_id = s.id"
    f" AND n.kind = 'conversation' WHERE n.last > 0 AND ({REACHED}) ORDER BY s.id"
)

_BACK = "a.newest[array_position(a.shops, found.shop_id)]"
_IN_WINDOW = (
    f"SELECT CASE WHEN step.stacks THEN {_BACK} - c.number / a.shelf >= {SHELVES_FIRST}"
    f" AND {_BACK} / a.shelves - c.number / a.shelf / a.shelves BETWEEN step.first AND step.last"
    f" ELSE {_BACK} - c.number / a.shelf BETWEEN step.first AND step.last END"
    " FROM conversations c, asked a WHERE c.id = found.conversation_id"
)


@lru_cache(maxsize=PAGE_LIMIT)
def _statement(limit: int) -> str:
    """The windows are read in their order and only until there are `limit` hits; all places of one
    are one look into the index. Names of places are short, so some are alike: the number of the
    talk tells whether it lies in the window, and whether the shelves have shown it already.

    `asked` hides what is asked from the planner, which else makes a plan of its own for each
    search, at several times the cost of the search. The first OFFSET 0 keeps it from walking the
    primary key in the hope of early hits, the second from asking for the numbers of all hits.
    """
    return (
        "WITH asked AS MATERIALIZED (SELECT CAST(%(queries)s AS text[]) AS queries,"
        " CAST(%(stacks)s AS bool[]) AS stacks, CAST(%(firsts)s AS int[]) AS firsts,"
        " CAST(%(lasts)s AS int[]) AS lasts, CAST(%(shops)s AS uuid[]) AS shops,"
        " CAST(%(newest)s AS int[]) AS newest, CAST(%(shelf)s AS int) AS shelf,"
        " CAST(%(shelves)s AS int) AS shelves, CAST(%(before)s AS uuid) AS before)"
        f" SELECT page.nth, {_COLUMNS}, {rows.COLUMNS} FROM (SELECT step.nth, hit.id FROM asked,"
        " unnest(asked.queries, asked.stacks, asked.firsts, asked.lasts)"
        " WITH ORDINALITY AS step(query, stacks, first, last, nth)"
        " CROSS JOIN LATERAL (SELECT found.id FROM (SELECT * FROM ("
        "SELECT id, conversation_id, shop_id FROM messages"
        " WHERE search @@ CAST(step.query AS tsquery) AND shop_id = ANY(asked.shops)"
        " AND (step.nth > 1 OR id < asked.before) OFFSET 0) unordered"
        f" ORDER BY id DESC OFFSET 0) found WHERE ({_IN_WINDOW})"
        f" ORDER BY found.id DESC LIMIT {limit}) hit LIMIT {limit}) page"
        " JOIN messages m ON m.id = page.id"
        f" JOIN conversations c ON c.id = m.conversation_id{rows.JOINS}"
        " ORDER BY page.nth, m.id DESC"
    )


Shelves = tuple[tuple[UUID, int], ...]
"""The newest shelf of each shop."""


@dataclass(frozen=True, slots=True)
class Window:
    """Places `depth` … `depth + width - 1` of each shop, counted from its newest: shelves first,
    then stacks."""

    stacks: bool
    depth: int
    width: int

    def next(self, shops: int) -> "Window":
        """Further back, and twice as far at once: what is rare lies in many places."""
        depth = self.depth + self.width
        if not self.stacks and depth >= SHELVES_FIRST:
            return Window(stacks=True, depth=0, width=1)
        return Window(self.stacks, depth, max(1, min(self.width * 2, WIDEST // shops)))

    def names(self, newest: Shelves) -> list[str]:
        """The places as the index calls them."""
        name, shelves = (rules.stack, _per_stack()) if self.stacks else (rules.shelf, 1)
        return [
            name(shop_id, shelf // shelves - back)
            for shop_id, shelf in newest
            for back in range(self.depth, min(self.depth + self.width, shelf // shelves + 1))
        ]


def _per_stack() -> int:
    return STACK_SIZE // SHELF_SIZE


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
    """Messages that hold all the words, newest first, of shops the actor reaches. Two statements,
    more for a rare word in very many talks."""
    actor.must(Permission.CONVERSATIONS_READ)
    words = rules.query_words(query)
    numbers = db.read(session, _NUMBERS, reach(actor, shop_id)) if words else []
    limit = max(1, min(limit, PAGE_LIMIT))
    window, before = Window(stacks=False, depth=0, width=1), NEWEST
    if after is not None:
        stacks, depth, width, before = paging.keys(after, (int, int, int, UUID))
        window = Window(bool(stacks), max(0, depth), max(1, min(width, WIDEST)))
    if not numbers:
        return [], None
    newest = tuple((each, last // SHELF_SIZE) for each, last in numbers)
    found = _collect(session, newest, words, window, before, limit + 1)
    hits = [_hit(row, words) for _, row in found[:limit]]
    if len(found) <= limit:
        return hits, None
    window, last = found[limit - 1][0], hits[-1].message
    return hits, paging.cursor(int(window.stacks), window.depth, window.width, last.id)


def _hit(row: Sequence[Any], words: Sequence[str]) -> Hit:
    message = MessageView(*row[1 : _WIDTH + 1])
    return Hit(rows.shown(row[_WIDTH + 1 :]), message, rules.highlight(message.text, words))


def _collect(
    session: Session,
    newest: Shelves,
    words: Sequence[str],
    window: Window,
    before: UUID,
    wanted: int,
) -> list[tuple[Window, Sequence[Any]]]:
    """Read windows until `wanted` messages are there or no place is left."""
    found: list[tuple[Window, Sequence[Any]]] = []
    while len(found) < wanted and (steps := _steps(newest, window)):
        values = {
            "queries": [rules.search_query(words, names) for _, names in steps],
            "stacks": [each.stacks for each, _ in steps],
            "firsts": [each.depth for each, _ in steps],
            "lasts": [each.depth + each.width - 1 for each, _ in steps],
            "shops": [shop_id for shop_id, _ in newest],
            "newest": [shelf for _, shelf in newest],
            "shelf": SHELF_SIZE,
            "shelves": _per_stack(),
            "before": before,
        }
        read = db.read(session, _statement(wanted), values)
        found += [(steps[row[0] - 1][0], row) for row in read]
        window, before = steps[-1][0].next(len(newest)), NEWEST
    return found


@lru_cache(maxsize=64)
def _steps(newest: Shelves, window: Window) -> list[tuple[Window, list[str]]]:
    """The windows that one statement reads, from `window` on, with the names of their places."""
    steps: list[tuple[Window, list[str]]] = []
    places = 0
    while places < AT_ONCE and (names := window.names(newest)):
        steps.append((window, names))
        places += len(names)
        window = window.next(len(newest))
    return steps
