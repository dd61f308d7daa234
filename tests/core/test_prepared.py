"""Queries past SQLAlchemy: the same rows, the same objects, the same transaction."""

import threading
from dataclasses import dataclass

import pytest
from sqlalchemy import String, Uuid, bindparam, func, select, text, update
from sqlalchemy.exc import OperationalError, ProgrammingError

from tests.orders.factories import make_order
from xiaoer.core import clock, db, events, reading, shops
from xiaoer.core.auth import system
from xiaoer.core.events import EventRow
from xiaoer.core.prepared import Prepared, among, prepared
from xiaoer.core.shops import Shop
from xiaoer.orders.models import Order, OrderLine, OrderStatus
from xiaoer.payments.models import OrderAccount
from xiaoer.policies.models import AutomationSwitch, SwitchState

ID = bindparam("id", type_=Uuid())


@dataclass(frozen=True, kw_only=True)
class ShopOpened(events.Event):
    """A fact for these tests."""


@prepared
def by_id():
    return select(Order).where(Order.id == ID)


@prepared
def held():
    return select(Order).where(Order.id == ID).with_for_update()


@prepared
def paid(*states):
    wanted = Order.id == among("ids")
    return select(Order).where(wanted, Order.status.in_(states)).order_by(Order.id)


@prepared
def states():
    return select(Order.status, func.count()).group_by(Order.status)


@prepared
def named():
    return select(Shop.name).where(Shop.id == ID)


@pytest.fixture
def order(session, shop):
    made = make_order(session, shop)
    session.flush()
    return made


class TestObjects:
    def test_every_attribute_is_what_sqlalchemy_reads(self, session, order):
        session.expunge(order)
        found = by_id().one(session, id=order.id)
        names = Order.__mapper__.column_attrs.keys()
        ours = {name: getattr(found, name) for name in names}
        session.expunge(found)
        theirs = session.get_one(Order, order.id)
        assert ours == {name: getattr(theirs, name) for name in names}

    def test_members_of_enumerations_and_keys_of_several_columns(self, session, shop):
        facts = {"shop_id": shop.id, "code": "c", "state": SwitchState.KILLED, "reason": "x"}
        session.add(AutomationSwitch(**facts, set_by="x", set_at=clock.now()))
        session.flush()
        session.expunge_all()
        found = Prepared(select(AutomationSwitch)).one(session)
        assert found.state is SwitchState.KILLED
        assert session.get(AutomationSwitch, (shop.id, "c")) is found

    def test_they_belong_to_the_session_and_their_changes_are_written(self, session, order):
        session.expunge(order)
        found = by_id().one(session, id=order.id)
        assert session.get(Order, order.id) is found
        assert not session.dirty
        found.currency = "EUR"
        session.flush()
        assert session.scalar(text("SELECT currency FROM orders")) == "EUR"

    def test_one_that_is_known_stays_as_it_is_here(self, session, order):
        session.execute(text("UPDATE orders SET currency = 'EUR'"))
        assert by_id().one(session, id=order.id) is order
        assert order.currency == "CNY"

    def test_with_a_lock_it_is_read_anew(self, session, order):
        session.execute(text("UPDATE orders SET currency = 'EUR'"))
        assert held().one(session, id=order.id) is order
        assert order.currency == "EUR"
        assert not session.dirty

    def test_what_had_expired_is_read(self, session, order):
        session.execute(text("UPDATE orders SET currency = 'EUR', source = 'x'"))
        session.expire(order, ["currency"])
        by_id().one(session, id=order.id)
        assert order.__dict__["currency"] == "EUR"
        assert order.source != "x"

    def test_nothing_there(self, session, shop):
        assert by_id().first(session, id=shop.id) is None

    def test_values_of_the_query_itself_and_lists(self, session, order):
        assert paid(OrderStatus.PAID).all(session, ids=[order.id]) == [order]
        assert paid(OrderStatus.SHIPPED).all(session, ids=[order.id]) == []
        assert paid(OrderStatus.PAID).all(session, ids=[]) == []
        assert paid(OrderStatus.PAID) is paid(OrderStatus.PAID)


class TestUpdates:
    def test_give_back_objects_that_are_read_anew(self, session, order):
        @prepared
        def moved():
            said = update(Order).values(currency=bindparam("currency", type_=String()))
            return said.where(Order.id == among("ids")).returning(Order)

        order.source = "x"
        assert moved().all(session, ids=[order.id], currency="EUR") == [order]
        assert (order.currency, order.source) == ("EUR", "x")
        assert not session.dirty
        session.expunge(order)
        assert moved().one(session, ids=[order.id], currency="USD").currency == "USD"

    def test_or_columns(self, session, order):
        @prepared
        def renewed():
            return update(Order).values(version=Order.version + 1).returning(Order.status)

        assert renewed().all(session) == [OrderStatus.PAID]
        assert session.scalar(text("SELECT version FROM orders")) == order.version + 1

    def test_its_own_values_are_written_into_it(self, session, order, count_statements):
        with count_statements(session) as seen:
            paid(OrderStatus.PAID).all(session, ids=[order.id])
        assert "IN ('paid')" in seen[0]


class TestByKey:
    def test_is_one_statement_and_none_for_what_is_here(self, session, order, count_statements):
        session.expunge(order)
        with count_statements(session) as seen:
            found = session.get_one(Order, order.id)
            assert session.get(Order, order.id) is found
        assert len(seen) == 1

    def test_whatever_the_key_is_called(self, session, order):
        session.add(OrderAccount(order_id=order.id, shop_id=order.shop_id))
        session.flush()
        session.expunge_all()
        assert session.get_one(OrderAccount, order.id).shop_id == order.shop_id

    def test_what_expired_is_read_anew(self, session, order):
        session.execute(text("UPDATE orders SET currency = 'EUR'"))
        session.expire(order)
        assert session.get(Order, order.id) is order
        assert order.__dict__["currency"] == "EUR"

    def test_nothing_there(self, session, shop):
        assert session.get(Order, shop.id) is None


class TestColumns:
    def test_are_tuples_with_the_houses_values(self, session, order):
        assert states().all(session) == [(OrderStatus.PAID, 1)]


class TestWhatWaits:
    def test_is_written_first_where_the_query_concerns_it(self, session, shop):
        shop.name = "新茶楼"
        assert named().one(session, id=shop.id) == "新茶楼"

    def test_so_is_what_is_to_go(self, session, order):
        session.delete(session.scalars(select(OrderLine)).one())
        assert Prepared(select(OrderLine)).all(session) == []

    def test_else_it_waits_on(self, session, shop, order, count_statements):
        with count_statements(session) as seen:
            order.currency = "EUR"
            named().one(session, id=shop.id)
            assert [each.split()[0] for each in seen] == ["SELECT"]

    def test_and_so_it_does_where_nothing_is_to_be_written_by_itself(self, session, shop):
        shop.name = "新茶楼"
        with session.no_autoflush:
            assert named().one(session, id=shop.id) != "新茶楼"

    def test_facts_that_go_along_are_no_objects_and_are_seen(self, session, shop):
        @prepared
        def told():
            return select(func.count()).select_from(EventRow)

        before = told().one(session)
        events.emit(session, system(), ShopOpened(shop_id=shop.id))
        assert told().one(session) == before + 1


@pytest.mark.usefixtures("fresh_database")
class TestTransaction:
    def test_it_is_the_sessions_own_from_the_first_statement_on(self):
        with db.transaction() as session:
            shop_id = shops.add(session, system(), code="s", name="S").id
        with db.transaction() as one:
            locking = select(Shop).where(Shop.id == ID).with_for_update()
            Prepared(locking).one(one, id=shop_id)
            with db.transaction() as other, pytest.raises(OperationalError) as refused:
                other.execute(text("SELECT FROM shops FOR UPDATE NOWAIT"))
            assert refused.value.orig.sqlstate == "55P03"
            one.rollback()
        with db.transaction() as other:
            other.execute(text("SELECT FROM shops FOR UPDATE NOWAIT"))

    def test_who_waited_for_the_lock_sees_what_the_other_wrote(self):
        with db.transaction() as session:
            shop_id = shops.add(session, system(), code="s", name="S").id
        locking = Prepared(select(Shop).where(Shop.id == ID).with_for_update())
        seen, began = [], threading.Event()

        def wait():
            with db.transaction() as session:
                named().one(session, id=shop_id)
                began.set()
                seen.append(locking.one(session, id=shop_id).name)

        with db.transaction() as session:
            locking.one(session, id=shop_id).name = "T"
            waiting = threading.Thread(target=wait)
            waiting.start()
            assert began.wait(20)
        waiting.join(20)
        assert seen == ["T"]

    def test_a_refusal_is_sqlalchemys_and_undoes_the_transaction(self):
        with db.transaction() as session:
            shops.add(session, system(), code="s", name="S")
            with pytest.raises(ProgrammingError):
                reading.run(session, "SELECT nothing", {})
            session.rollback()
        with db.transaction() as session:
            assert reading.run(session, "SELECT count(*) FROM shops", {}) == [(0,)]

    def test_a_lost_connection_is_not_given_to_the_next(self):
        with db.transaction() as session:
            (pid,) = reading.run(session, "SELECT pg_backend_pid()", {})[0]
            with db.transaction() as other:
                other.execute(text(f"SELECT pg_terminate_backend({pid}, 5000)"))
            with pytest.raises(OperationalError):
                reading.run(session, "SELECT 1", {})
            session.rollback()
        for _ in range(3):
            with db.transaction() as session:
                assert reading.run(session, "SELECT 1", {}) == [(1,)]
