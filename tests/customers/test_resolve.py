"""One person per identity, however many ask at once."""

import threading

import pytest
from sqlalchemy import func, select

from tests.customers.factories import make_customer
from xiaoer.core import db, shops
from xiaoer.core.auth import system
from xiaoer.core.events import EventRow
from xiaoer.customers import service
from xiaoer.customers.errors import SameCustomer
from xiaoer.customers.models import Address, Customer, Identity
from xiaoer.customers.service import AddressRow, CustomerRow


class TestResolve:
    def test_the_same_identity_is_the_same_person(self, session, shop):
        first = make_customer(session, shop, name="王小明", external_id="v1")
        again = make_customer(session, shop, name="另一个名字", external_id="v1")

        assert again.id == first.id
        assert again.name == "王小明"
        added = select(func.count()).select_from(EventRow).where(EventRow.kind == "CustomerAdded")
        assert session.scalar(added) == 1

    def test_fills_what_is_not_known_yet(self, session, shop):
        nameless = service.resolve(session, shop_id=shop.id, channel="webchat", external_id="v1")
        assert nameless.name.startswith("访客")

        known = make_customer(
            session, shop, name="李雷", phone="+86 138-1234-5678", external_id="v1"
        )

        assert (known.id, known.name, known.phone) == (nameless.id, "李雷", "13812345678")

    def test_two_at_once_get_one_customer(self, fresh_database):
        with db.transaction() as session:
            shop_id = shops.add(session, system(), code="s", name="S").id
        together, found = threading.Barrier(8), []

        def ask():
            together.wait()
            with db.transaction() as session:
                found.append(
                    service.resolve(
                        session, shop_id=shop_id, channel="webchat", external_id="v1"
                    ).id
                )

        threads = [threading.Thread(target=ask) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert len(found) == 8
        assert len(set(found)) == 1
        with db.transaction() as session:
            assert session.scalar(select(func.count()).select_from(Customer)) == 1
            assert session.scalar(select(func.count()).select_from(Identity)) == 1


def rows(count, **fields):
    return [
        CustomerRow(
            channel="taobao",
            external_id=f"buyer{n}",
            name=f"买家{n}",
            phone=f"1380000{n:04d}",
            **fields,
        )
        for n in range(count)
    ]


class TestUpsertMany:
    def test_gives_ids_in_the_order_of_the_rows(self, session, shop):
        mixed = rows(3)
        mixed += [mixed[0]]

        ids = service.upsert_many(session, shop.id, mixed)

        names = [session.get(Customer, each).name for each in ids]
        assert names == ["买家0", "买家1", "买家2", "买家0"]
        assert ids[0] == ids[3]

    def test_the_same_again_changes_nothing(self, session, shop, count_statements):
        home = AddressRow(receiver="王小明", phone="13812345678", region="杭州市", street="1 号")
        given = rows(1200, tags=["老客"], addresses=[home])
        first = service.upsert_many(session, shop.id, given)

        with count_statements(session) as seen:
            again = service.upsert_many(session, shop.id, given)

        assert again == first
        assert len(seen) == 1 + 2 * 3
        assert session.scalar(select(func.count()).select_from(Customer)) == 1200
        assert session.scalar(select(func.count()).select_from(Address)) == 1200

    def test_new_facts_replace_and_empty_ones_do_not(self, session, shop):
        [one] = service.upsert_many(session, shop.id, rows(1, tags=["老客"]))
        moved = CustomerRow(
            channel="taobao", external_id="buyer0", phone="13900000000", tags=["VIP"]
        )

        assert service.upsert_many(session, shop.id, [moved]) == [one]

        customer = session.get(Customer, one, populate_existing=True)
        assert (customer.name, customer.phone) == ("买家0", "13900000000")
        assert customer.tags == ["VIP", "老客"]

    def test_the_nameless_get_a_name_once(self, session, shop):
        nameless = CustomerRow(channel="taobao", external_id="b")
        [one] = service.upsert_many(session, shop.id, [nameless])
        name = session.get(Customer, one).name
        service.upsert_many(session, shop.id, [nameless])

        assert name == f"访客{one.hex[-4:]}"
        assert session.get(Customer, one, populate_existing=True).name == name

    def test_another_shop_has_its_own_people(self, session, shop):
        other = shops.add(session, system(), code="other", name="别家")
        [here] = service.upsert_many(session, shop.id, rows(1))
        [there] = service.upsert_many(session, other.id, rows(1))
        assert here != there

    def test_imports_and_arrivals_at_once_agree(self, fresh_database):
        with db.transaction() as session:
            shop_id = shops.add(session, system(), code="s", name="S").id
        together, found = threading.Barrier(4), []

        def bulk():
            together.wait()
            with db.transaction() as session:
                found.append(service.upsert_many(session, shop_id, rows(50)))

        def single():
            together.wait()
            for n in range(50):
                with db.transaction() as session:
                    service.resolve(
                        session, shop_id=shop_id, channel="taobao", external_id=f"buyer{n}"
                    )

        threads = [threading.Thread(target=work) for work in (bulk, bulk, single, single)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert found[0] == found[1]
        with db.transaction() as session:
            assert session.scalar(select(func.count()).select_from(Customer)) == 50


class TestMergeAtOnce:
    def test_two_merges_of_one_pair_leave_one_person(self, fresh_database):
        with db.transaction() as session:
            shop = shops.add(session, system(), code="s", name="S")
            one, other = (make_customer(session, shop).id for _ in range(2))
        together, refused = threading.Barrier(2), []

        def merge(kept, gone):
            together.wait()
            try:
                with db.transaction() as session:
                    service.merge(session, system(), kept, other_id=gone)
            except SameCustomer:
                refused.append(kept)

        threads = [
            threading.Thread(target=merge, args=pair) for pair in ((one, other), (other, one))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert len(refused) == 1
        with db.transaction() as session:
            left = session.scalars(select(Customer).where(Customer.merged_into_id.is_(None))).all()
            assert len(left) == 1


@pytest.mark.parametrize("name", ["", "  "])
def test_a_blank_name_is_no_name(session, shop, name):
    assert make_customer(session, shop, name=name).name.startswith("访客")
