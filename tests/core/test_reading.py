"""Plain reads: past SQLAlchemy and without a transaction, until the session has one."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest
from psycopg.types.json import Jsonb
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from xiaoer.core import db, reading, shops
from xiaoer.core.auth import system
from xiaoer.core.ids import new_id


def add_shop(session, code="teahouse"):
    return shops.add(session, system(), code=code, name="茶楼")


@pytest.mark.usefixtures("fresh_database")
class TestRead:
    def test_each_is_a_transaction_of_its_own_while_nothing_was_touched(self):
        with db.transaction() as session:
            assert db.read(session, "SELECT %(n)s + 1", {"n": 1}) == [(2,)]
            first = db.read(session, "SELECT now()", {})
            assert db.read(session, "SELECT now()", {}) > first
            assert db.engine().pool.checkedout() == 0

    def test_sees_what_the_session_wrote(self):
        with db.transaction() as session:
            shop = add_shop(session)
            session.flush()
            found = db.read(session, "SELECT name FROM shops WHERE id = %(id)s", {"id": shop.id})
            assert found == [("茶楼",)]
            shop.name = "新茶楼"
            found = db.read(session, "SELECT name FROM shops WHERE id = %(id)s", {"id": shop.id})
            assert found == [("新茶楼",)]

    def test_sees_what_is_only_pending(self):
        with db.transaction() as session:
            session.add(shops.Shop(code="new", name="新店", timezone="UTC", currency="CNY"))
            assert db.read(session, "SELECT name FROM shops", {}) == [("新店",)]

    def test_its_connection_begins_transactions_again(self):
        with db.transaction() as session:
            db.read(session, "SELECT 1", {})
        with pytest.raises(shops.ShopNotFound), db.transaction() as session:
            shops.by_code(session, add_shop(session).code + "?")
        with db.transaction() as session:
            assert db.read(session, "SELECT count(*) FROM shops", {}) == [(0,)]

    def test_a_wrong_statement_is_told_as_always(self):
        with pytest.raises(ProgrammingError), db.transaction() as session:
            db.read(session, "SELECT nothing", {})
        with db.transaction() as session:
            assert db.read(session, "SELECT 1", {}) == [(1,)]

    def test_values_come_back_as_they_went(self):
        sent = {
            "id": new_id(),
            "at": datetime(2026, 11, 2, 2, 0, 0, 5, tzinfo=UTC),
            "text": "龙井 %s 'it''s' \\ {a,b}",
            "nothing": None,
            "flag": True,
            "count": 2**40,
            "share": 0.7,
            "raw": b"\x00\xff",
            "ids": [new_id(), new_id()],
            "none": [],
            "words": ["a,b", 'c"d', "龙井"],
            "json": Jsonb({"a": [1, None, "龙井"]}),
        }
        types = {
            "id": "uuid", "at": "timestamptz", "text": "text", "nothing": "int", "flag": "bool",
            "count": "bigint", "share": "float8", "raw": "bytea", "ids": "uuid[]", "none": "uuid[]",
            "words": "varchar[]", "json": "jsonb",
        }  # fmt: skip
        asked = ", ".join(f"CAST(%({name})s AS {types[name]})" for name in sent)
        with db.transaction() as session:
            ((*got,),) = db.read(session, f"SELECT {asked}, '100%%'", sent)
        expected = sent | {"json": sent["json"].obj}
        assert got == [*expected.values(), "100%"]

    def test_what_has_no_binary_form_is_read_as_text(self):
        with db.transaction() as session:
            ((lexemes,),) = db.read(session, "SELECT 'a b'::tsvector", {})
        assert lexemes == "'a' 'b'"

    def test_many_statements_are_forgotten_and_met_again(self, monkeypatch):
        monkeypatch.setattr(reading, "MOST_PREPARED", 3)
        with db.transaction() as session:
            for number in (1, 2, 3, 4, 5, 1, 2):
                assert db.read(session, f"SELECT {number}", {}) == [(number,)]
            ((kept,),) = db.read(session, "SELECT count(*) FROM pg_prepared_statements", {})
        assert kept <= 3

    def test_text_that_cannot_be_sent_leaves_no_connection_behind_that_commits(self):
        with pytest.raises(UnicodeEncodeError), db.transaction() as session:
            db.read(session, "SELECT %(text)s::text", {"text": "\ud800"})
        with pytest.raises(shops.ShopNotFound), db.transaction() as session:
            shops.by_code(session, add_shop(session).code + "?")
        with db.transaction() as session:
            assert db.read(session, "SELECT count(*) FROM shops", {}) == [(0,)]

    def test_a_lost_connection_is_replaced(self):
        with db.engine().connect() as admin:
            with db.transaction() as session:
                ((pid,),) = db.read(session, "SELECT pg_backend_pid()", {})
            admin.exec_driver_sql("SELECT pg_terminate_backend(%(pid)s, 5000)", {"pid": pid})
            with db.transaction() as session:
                assert db.read(session, "SELECT 1", {}) == [(1,)]


OPEN = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"


@pytest.mark.usefixtures("fresh_database")
class TestRest:
    def opened(self, count: int) -> None:
        """So many requests at once, each with a transaction and a read that stands alone."""
        at_once = Barrier(count)

        def ask(_: int) -> None:
            with db.transaction() as session:
                db.read(session, "SELECT pg_sleep(0.05)", {})
                session.execute(text("SELECT 1"))
                at_once.wait(10)

        with ThreadPoolExecutor(count) as pool:
            list(pool.map(ask, range(count)))

    def count(self) -> int:
        with db.transaction() as session:
            ((found,),) = db.read(session, OPEN, {})
            return int(found)

    def test_connections_that_nobody_needs_are_closed(self):
        self.opened(6)
        db.rest()
        before = self.count()  # one is enough for this
        db.rest()
        assert before >= 6
        deadline = time.monotonic() + 10
        while self.count() > 2:  # PostgreSQL ends a process a moment after it was left
            assert time.monotonic() < deadline

    def test_what_is_needed_at_times_stays_open(self):
        self.opened(4)
        db.rest()
        self.opened(4)
        before = self.count()
        db.rest()
        assert self.count() == before

    def test_a_transaction_under_way_is_not_touched(self):
        self.opened(4)
        with db.transaction() as session:
            session.execute(text("CREATE TEMP TABLE tea (leaf int)"))
            db.rest()
            db.rest()
            assert session.execute(text("SELECT count(*) FROM tea")).scalar() == 0
