"""Plain reads: past SQLAlchemy and without a transaction, until the session has one."""

import pytest
from sqlalchemy.exc import ProgrammingError

from xiaoer.core import db, shops
from xiaoer.core.auth import system


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
