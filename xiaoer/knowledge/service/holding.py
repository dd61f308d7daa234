"""Each process holds an index of what a shop has published, and asks the database whether it still
holds before every search: one look at the shop's counter, and what has changed since (ADR 0012).

A few changes are read by the search that meets them. What takes longer is done by the `keeper`,
beside the requests: the first reading of a shop, and putting many changes together.
"""

import logging
import queue
import threading
import time
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from uuid import UUID

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from xiaoer.core import db
from xiaoer.knowledge.models import ArticleState
from xiaoer.knowledge.service.shelves import Layer, Part, Rows, Shelf
from xiaoer.knowledge.service.writing import REVISION

SHOPS_HELD = 200
LATE = 40
"""Changed articles that a search reads by itself; of more the keeper is told."""
AT_ONCE = 400
"""So many at most: until the keeper is done with more, a search finds what was before."""
RECENT, RECENT_SHARE = 400, 0.02
"""Changes are kept beside the large index until they are so many, and so large a share of it; then
it is made anew, which takes seconds for a hundred thousand articles."""
BATCH = 1_000
PATIENCE_SEC = 2.0

_REVISION = "SELECT last FROM shop_counters WHERE shop_id = %(shop)s AND kind = %(kind)s"
_COLUMNS = (
    "SELECT a.id, a.kind, a.public, a.product_ids, a.effective_from, a.effective_until,"
    " e.text, e.features, a.number FROM"
)
_PUBLISHED = (
    f"{_COLUMNS} (SELECT * FROM articles WHERE shop_id = %(shop)s AND number > %(after)s"
    " AND state = %(state)s ORDER BY number LIMIT %(most)s) a"
    " JOIN article_entries e ON e.article_id = a.id ORDER BY a.number, e.place"
)
_CHANGED = (
    f"{_COLUMNS} (SELECT * FROM articles WHERE shop_id = %(shop)s AND revision > %(seen)s"
    " ORDER BY revision LIMIT %(most)s) a"
    " LEFT JOIN article_entries e ON e.article_id = a.id ORDER BY a.number, e.place"
)
_SHOPS = "SELECT DISTINCT shop_id FROM articles WHERE state = %(state)s LIMIT %(most)s"

_STATE = ArticleState.PUBLISHED.value

logger = logging.getLogger(__name__)

_held: OrderedDict[UUID, Shelf] = OrderedDict()
_locks: defaultdict[UUID, threading.Lock] = defaultdict(threading.Lock)


def shelf(session: Session, shop_id: UUID) -> Shelf:
    """What the shop has published, as of this very moment; after many changes at once, as of a
    few seconds ago."""
    revision = _revision(session, shop_id)
    known = _held.get(shop_id)
    if known is None or known.revision < revision:
        with _locks[shop_id]:
            known = _held.get(shop_id)
            if known is None:
                known = _hold(shop_id, _whole(session, shop_id, revision))
            elif known.revision < revision:
                known = _followed(session, shop_id, known, revision)
    return known


def _revision(session: Session, shop_id: UUID) -> int:
    row = db.read(session, _REVISION, {"shop": shop_id, "kind": REVISION})
    return int(row[0][0]) if row else 0


def _hold(shop_id: UUID, shelf: Shelf) -> Shelf:
    _held[shop_id] = shelf
    while len(_held) > SHOPS_HELD:
        _held.popitem(last=False)
    return shelf


def _followed(session: Session, shop_id: UUID, known: Shelf, revision: int) -> Shelf:
    """With the few changes that are not put together yet."""
    above = max(1, len(known.layers) - 1)
    changed = _changed(session, shop_id, known.layers[above - 1].revision, AT_ONCE + 1)
    many = _articles(changed)
    if many > LATE and not keeper.tell(shop_id):
        return _hold(shop_id, _put_together(session, shop_id, known))
    if many > AT_ONCE:
        return known
    return _hold(shop_id, known.with_changes(changed, revision, above=above))


def _whole(session: Session, shop_id: UUID, revision: int) -> Shelf:
    return Shelf((Layer(Part(_published(session, shop_id)), revision),))


def _put_together(session: Session, shop_id: UUID, known: Shelf) -> Shelf:
    """What has changed since the whole in one layer, or all anew."""
    revision, whole = _revision(session, shop_id), known.layers[0]
    most = int(max(RECENT, RECENT_SHARE * len(whole.part)))
    changed = _changed(session, shop_id, whole.revision, most + 1)
    if _articles(changed) > most:
        return _whole(session, shop_id, revision)
    settled = known.with_changes(changed, revision, above=1)
    return settled.with_changes([], revision, above=2)


def _published(session: Session, shop_id: UUID) -> Iterator[Rows]:
    after: int | None = 0
    while after is not None:
        values = {"shop": shop_id, "after": after, "most": BATCH, "state": _STATE}
        rows = db.read(session, _PUBLISHED, values)
        yield [row[:-1] for row in rows]
        after = rows[-1][-1] if rows else None


def _changed(session: Session, shop_id: UUID, seen: int, most: int) -> Rows:
    values = {"shop": shop_id, "seen": seen, "most": most}
    return [row[:-1] for row in db.read(session, _CHANGED, values)]


def _articles(rows: Rows) -> int:
    return len({row[0] for row in rows})


class Keeper:
    """A thread of a web process that reads what every shop has published before it is asked for,
    and puts changes together. Without it whoever searches does so."""

    def __init__(self) -> None:
        self._told: queue.SimpleQueue[UUID] = queue.SimpleQueue()
        self._waiting: set[UUID] = set()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        self._thread = threading.Thread(target=self._work, name="keeper", daemon=True)
        self._thread.start()

    def tell(self, shop_id: UUID) -> bool:
        """Much has changed in this shop; whether somebody sees to it."""
        if self._thread is None:
            return False
        if shop_id not in self._waiting:
            self._waiting.add(shop_id)
            self._told.put(shop_id)
        return True

    def _work(self) -> None:
        self._until_done(self._read_all)
        while True:
            shop_id = self._told.get()
            self._until_done(partial(self._see_to, shop_id))
            self._waiting.discard(shop_id)

    def _until_done(self, work: Callable[[], None]) -> None:
        while True:
            try:
                work()
            except OperationalError as error:
                logger.warning("The keeper of articles found no database (%s).", error)
                time.sleep(PATIENCE_SEC)
                continue
            except Exception:
                logger.exception("The keeper of articles failed.")
            return

    def _read_all(self) -> None:
        with db.transaction() as session:
            for (shop_id,) in db.read(session, _SHOPS, {"state": _STATE, "most": SHOPS_HELD}):
                shelf(session, shop_id)

    def _see_to(self, shop_id: UUID) -> None:
        with db.transaction() as session:
            made = _put_together(session, shop_id, _held[shop_id])
        with _locks[shop_id]:
            _hold(shop_id, made)


keeper = Keeper()
