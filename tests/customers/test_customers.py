"""Reading, correcting, merging, looking behind the mask, forgetting."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.customers.factories import make_customer
from xiaoer.core import clock, shops
from xiaoer.core.auth import Actor, ActorKind, Permission, system
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.customers import queries, service
from xiaoer.customers.models import Address, Consent, ConsentKind, Customer, Identity, Reveal
from xiaoer.customers.service import AddressRow, CustomerRow


@pytest.fixture
def customer(session, shop):
    return make_customer(
        session, shop, phone="13812345678", email="wang@example.com", external_id="v1"
    )


@pytest.fixture
def home(session, shop, customer):
    address = AddressRow(
        receiver="王大明", phone="13900001111", region="浙江省杭州市西湖区", street="文三路 90 号"
    )
    service.upsert_many(
        session,
        shop.id,
        [CustomerRow(channel="webchat", external_id="v1", addresses=[address])],
    )
    return session.scalars(select(Address).where(Address.customer_id == customer.id)).one()


def events_of(session, kind):
    return list(session.scalars(select(EventRow).where(EventRow.kind == kind)))


def weak(actor, *permissions):
    return Actor(
        kind=ActorKind.AGENT,
        id=actor.id,
        permissions=frozenset(permissions),
        shop_ids=actor.shop_ids,
    )


class TestRead:
    def test_shows_masks_only(self, client, customer, home):
        body = client.get(f"/api/customers/{customer.id}").json()

        assert body["name"] == "王小明"
        assert body["phone_masked"] == "138****5678"
        assert body["email_masked"] == "w***@example.com"
        assert body["addresses"] == [
            {
                "id": str(home.id),
                "name_masked": "王**",
                "phone_masked": "139****1111",
                "address_masked": "浙江省杭州市西湖区***",
            }
        ]
        assert body["stats"]["orders"] == 0
        for secret in ("13812345678", "wang@", "13900001111", "文三路", "王大明"):
            assert secret not in json.dumps(body, ensure_ascii=False)

    def test_a_stranger_finds_nobody(self, client, acting, actor, session, customer):
        other = shops.add(session, system(), code="other", name="别家")
        acting["actor"] = Actor(
            kind=ActorKind.AGENT,
            id=new_id(),
            permissions=frozenset(Permission),
            shop_ids=frozenset({other.id}),
        )
        assert client.get(f"/api/customers/{customer.id}").status_code == 404
        assert client.get("/api/customers").json()["items"] == []
        answer = client.post(
            f"/api/customers/{customer.id}/reveals", json={"field": "phone", "reason": "好奇"}
        )
        assert answer.status_code == 404
        assert session.scalar(select(func.count()).select_from(Reveal)) == 0

    def test_needs_the_permission(self, client, acting, actor, customer):
        acting["actor"] = weak(actor)
        assert client.get(f"/api/customers/{customer.id}").status_code == 403
        assert client.get("/api/customers").status_code == 403


class TestSearch:
    @pytest.mark.parametrize(
        "q", ["小明", "王", "王小明", "5678", "13812345678", "wang@example", "WANG@Example.com"]
    )
    def test_finds_by_part_of_what_is_known(self, client, session, shop, customer, q):
        make_customer(session, shop, name="李雷", phone="13911112222", email="lilei@example.com")
        found = client.get("/api/customers", params={"q": q}).json()["items"]
        assert [each["id"] for each in found] == [str(customer.id)]

    @pytest.mark.parametrize("q", ["明小", "%", "'", "9999", "o'neill & | !", "\\"])
    def test_finds_nothing_by_anything_else(self, client, customer, q):
        assert client.get("/api/customers", params={"q": q}).json()["items"] == []

    def test_names_in_letters_by_the_start_of_each_word(self, client, session, shop):
        rossi = make_customer(session, shop, name="Yusuf Rossi")
        found = client.get("/api/customers", params={"q": "ros yus"}).json()["items"]
        assert [each["id"] for each in found] == [str(rossi.id)]

    def test_pages_with_one_statement_each(self, client, session, shop, count_statements):
        made = [make_customer(session, shop, name=f"客{n}").id for n in range(5)]
        with count_statements(session) as seen:
            first = client.get("/api/customers", params={"limit": 3}).json()
        assert len(seen) == 1
        rest = client.get("/api/customers", params={"limit": 3, "after": first["next"]}).json()
        ids = [each["id"] for each in first["items"] + rest["items"]]
        assert ids == [str(each) for each in reversed(made)]
        assert rest["next"] is None


class TestChange:
    def test_corrects_what_we_know(self, client, session, customer):
        answer = client.put(
            f"/api/customers/{customer.id}", json={"phone": "139 0000 2222", "note": "喜欢绿茶"}
        )
        assert answer.status_code == 200, answer.text
        assert answer.json()["phone_masked"] == "139****2222"
        [event] = events_of(session, "CustomerChanged")
        assert event.data["changed"] == ["phone", "note"]
        assert "2222" not in str(event.data)

    def test_tags_are_trimmed_and_kept_once(self, client, session, customer):
        answer = client.put(
            f"/api/customers/{customer.id}/tags", json={"tags": [" VIP ", "VIP", "老客", ""]}
        )
        assert answer.json()["tags"] == ["VIP", "老客"]

    def test_too_many_tags_change_nothing(self, client, session, customer):
        tags = [f"标签{n}" for n in range(31)]
        answer = client.put(f"/api/customers/{customer.id}/tags", json={"tags": tags})
        assert answer.json()["code"] == "TooManyTags"
        assert session.get(Customer, customer.id).tags == []


HOME = {
    "receiver": "李雷",
    "phone": "13900002222",
    "region": "上海市徐汇区",
    "street": "漕溪路 1 号",
}


class TestAddresses:
    def test_are_added_once_and_removed(self, client, session, customer):
        where = f"/api/customers/{customer.id}/addresses"
        added = client.post(where, json=HOME)
        assert added.status_code == 201, added.text
        again = client.post(where, json=HOME | {"street": " 漕溪路1号 "}).json()

        [address] = again["addresses"]
        assert (address["name_masked"], address["phone_masked"]) == ("李*", "139****2222")
        assert address["address_masked"] == "上海市徐汇区***"
        assert client.delete(f"{where}/{address['id']}").json()["addresses"] == []
        changes = events_of(session, "CustomerChanged")
        assert [each.data["changed"] for each in changes] == [["addresses"], ["addresses"]]
        assert "漕溪路" not in str([each.data for each in changes])

    def test_of_somebody_else_stay(self, client, session, shop, customer, home):
        other = make_customer(session, shop)
        refused = client.delete(f"/api/customers/{other.id}/addresses/{home.id}")
        assert refused.json()["code"] == "AddressNotFound"
        assert session.get(Address, home.id) is not None

    def test_need_the_permission(self, client, acting, actor, session, customer, home):
        acting["actor"] = weak(actor, Permission.CUSTOMERS_READ)
        where = f"/api/customers/{customer.id}/addresses"
        assert client.post(where, json=HOME).status_code == 403
        assert client.delete(f"{where}/{home.id}").status_code == 403
        assert session.scalar(select(func.count()).select_from(Address)) == 1


class TestConsent:
    def test_is_given_and_withdrawn_with_its_history(self, client, session, customer, frozen):
        where = f"/api/customers/{customer.id}/consent"
        given = {"kind": "marketing", "given": True, "source": "网页"}
        client.put(where, json=given)
        client.put(where, json=given)
        frozen(timedelta(days=1))
        body = client.put(where, json=given | {"given": False}).json()

        [consent] = body["consent"]
        assert consent["withdrawn_at"] > consent["given_at"]
        assert len(events_of(session, "ConsentChanged")) == 2


class TestMerge:
    def test_moves_everything_and_tells(self, client, session, shop, customer, home):
        other = make_customer(
            session, shop, name="小王", phone="13700000000", channel="taobao", external_id="tb1"
        )
        service.set_tags(session, system(), other.id, ["老客"])

        answer = client.post(
            f"/api/customers/{other.id}/merges", json={"other_id": str(customer.id)}
        )

        assert answer.status_code == 201, answer.text
        body = answer.json()
        assert body["id"] == str(other.id)
        assert {each["channel"] for each in body["identities"]} == {"webchat", "taobao"}
        assert len(body["addresses"]) == 1
        assert body["email_masked"] == "w***@example.com"
        [event] = events_of(session, "CustomersMerged")
        assert event.data["gone_id"] == str(customer.id)
        # who was known as the one is the other from now on
        same = service.resolve(session, shop_id=shop.id, channel="webchat", external_id="v1")
        assert same.id == other.id
        assert client.get(f"/api/customers/{customer.id}").json()["id"] == str(other.id)
        assert len(client.get("/api/customers").json()["items"]) == 1

    def test_a_chain_leads_to_the_last(self, session, shop, customer):
        second, third = make_customer(session, shop), make_customer(session, shop)
        service.merge(session, system(), second.id, other_id=customer.id)
        service.merge(session, system(), third.id, other_id=second.id)
        session.expunge_all()
        assert queries.one_visible(session, system(), customer.id).id == third.id

    def test_a_withdrawal_survives(self, session, shop, customer, frozen):
        other = make_customer(session, shop)
        for each in (customer, other):
            service.set_consent(
                session,
                system(),
                each.id,
                kind=ConsentKind.MARKETING,
                given=True,
                source="网页",
            )
        frozen(timedelta(hours=1))
        service.set_consent(
            session, system(), other.id, kind=ConsentKind.MARKETING, given=False, source="电话"
        )
        service.merge(session, system(), customer.id, other_id=other.id)
        standing = select(Consent).where(Consent.withdrawn_at.is_(None))
        assert session.scalars(standing).all() == []
        assert len(queries.consents(session, customer.id)) == 2

    def test_says_before_what_would_move_and_changes_nothing(
        self, client, session, shop, customer, home, frozen
    ):
        other = make_customer(
            session, shop, name="小王", phone="13700000000", channel="taobao", external_id="tb1"
        )
        service.set_tags(session, system(), customer.id, ["老客", "VIP"])
        service.set_tags(session, system(), other.id, ["VIP"])
        marketing = {"kind": ConsentKind.MARKETING, "source": "网页"}
        service.set_consent(session, system(), other.id, given=True, **marketing)
        service.set_consent(session, system(), customer.id, given=True, **marketing)
        frozen(timedelta(hours=1))
        service.set_consent(session, system(), customer.id, given=False, **marketing)
        where = f"/api/customers/{other.id}/merge-plan"

        plan = client.get(where, params={"other_id": str(customer.id)}).json()

        assert (plan["kept"]["id"], plan["gone"]["id"]) == (str(other.id), str(customer.id))
        assert [each["channel"] for each in plan["identities"]] == ["webchat"]
        assert plan["new_addresses"] == 1
        assert (plan["added_tags"], plan["left_tags"]) == (["老客"], [])
        assert plan["phone_lost_masked"] == "138****5678"
        assert plan["email_lost_masked"] == ""
        assert (plan["consents_ended"], plan["consents_gained"]) == (["marketing"], [])
        assert events_of(session, "CustomersMerged") == []
        assert session.get(Customer, customer.id).merged_into_id is None

        merged = client.post(
            f"/api/customers/{other.id}/merges", json={"other_id": str(customer.id)}
        ).json()
        assert merged["tags"] == ["VIP", "老客"]
        assert [each for each in merged["consent"] if each["withdrawn_at"] is None] == []

    def test_a_plan_is_refused_as_the_merge_would_be(self, client, session, shop, customer, acting):
        where = f"/api/customers/{customer.id}/merge-plan"
        itself = client.get(where, params={"other_id": str(customer.id)})
        assert itself.json()["code"] == "SameCustomer"
        assert client.get(where, params={"other_id": str(new_id())}).status_code == 404
        erased = make_customer(session, shop)
        service.erase(session, system(), erased.id)
        refused = client.get(where, params={"other_id": str(erased.id)})
        assert refused.json()["code"] == "CustomerErased"
        acting["actor"] = weak(acting["actor"], Permission.CUSTOMERS_READ)
        other = make_customer(session, shop)
        assert client.get(where, params={"other_id": str(other.id)}).status_code == 403

    def test_who_may_be_the_same_person(self, client, session, shop, customer):
        by_phone = make_customer(session, shop, name="小王", phone="138 1234 5678")
        by_mail = make_customer(session, shop, name="王", email="WANG@example.com")
        make_customer(session, shop, name="王小明", phone="13812345670")
        elsewhere = shops.add(session, system(), code="other", name="别家")
        make_customer(session, elsewhere, phone="13812345678")

        found = client.get(f"/api/customers/{customer.id}/lookalikes").json()["items"]

        assert [each["id"] for each in found] == [str(by_mail.id), str(by_phone.id)]
        nobody = make_customer(session, shop, name="没留电话")
        assert client.get(f"/api/customers/{nobody.id}/lookalikes").json()["items"] == []

    def test_not_with_oneself_nor_across_shops(self, client, session, shop, customer):
        elsewhere = shops.add(session, system(), code="other", name="别家")
        far = make_customer(session, elsewhere)
        itself = client.post(
            f"/api/customers/{customer.id}/merges", json={"other_id": str(customer.id)}
        )
        assert itself.json()["code"] == "SameCustomer"
        across = client.post(f"/api/customers/{customer.id}/merges", json={"other_id": str(far.id)})
        assert across.status_code == 404
        with pytest.raises(Exception, match="different shops"):
            service.merge(session, system(), customer.id, other_id=far.id)
        assert session.get(Customer, far.id).merged_into_id is None


class TestReveal:
    def test_shows_one_field_and_writes_it_down(self, client, session, actor, customer, frozen):
        answer = client.post(
            f"/api/customers/{customer.id}/reveals",
            json={"field": "phone", "reason": "核对收货电话"},
        )
        assert answer.status_code == 201, answer.text
        assert answer.json() == {"value": "13812345678", "until": "2026-11-02T02:01:00Z"}
        [reveal] = session.scalars(select(Reveal))
        assert (reveal.agent_id, reveal.reason) == (actor.id, "核对收货电话")
        [event] = events_of(session, "CustomerRevealed")
        assert "13812345678" not in str(event.data)
        audit = client.get(f"/api/customers/{customer.id}/reveals").json()["items"]
        assert [each["field"] for each in audit] == ["phone"]

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("name", "王大明"),
            ("phone", "13900001111"),
            ("address", "浙江省杭州市西湖区文三路 90 号"),
        ],
    )
    def test_of_an_address(self, client, customer, home, field, value):
        answer = client.post(
            f"/api/customers/{customer.id}/reveals",
            json={"field": field, "reason": "改地址", "address_id": str(home.id)},
        )
        assert answer.json()["value"] == value

    def test_without_a_reason_nothing_is_shown(self, client, session, customer):
        answer = client.post(
            f"/api/customers/{customer.id}/reveals", json={"field": "phone", "reason": "  "}
        )
        assert answer.status_code == 422
        assert session.scalar(select(func.count()).select_from(Reveal)) == 0

    def test_needs_its_own_permission(self, client, acting, actor, session, customer):
        acting["actor"] = weak(actor, Permission.CUSTOMERS_READ)
        answer = client.post(
            f"/api/customers/{customer.id}/reveals", json={"field": "phone", "reason": "核对"}
        )
        assert answer.json()["code"] == "MissingPermission"
        assert session.scalar(select(func.count()).select_from(Reveal)) == 0

    def test_is_limited_per_hour(self, client, session, shop, customer, frozen):
        shop.settings = {"reveals_per_hour": 2}
        session.flush()
        ask = {"field": "phone", "reason": "核对"}
        where = f"/api/customers/{customer.id}/reveals"
        assert [client.post(where, json=ask).status_code for _ in range(3)] == [201, 201, 429]
        frozen(timedelta(hours=1, seconds=1))
        assert client.post(where, json=ask).status_code == 201

    def test_what_is_not_there_cannot_be_shown(self, client, session, shop, customer):
        other = make_customer(session, shop)
        where = f"/api/customers/{other.id}/reveals"
        ask = {"reason": "核对"}
        assert client.post(where, json=ask | {"field": "email"}).json()["code"] == "NothingToReveal"
        missing = client.post(where, json=ask | {"field": "address"})
        assert missing.json()["code"] == "AddressNotFound"


class TestExport:
    def test_hands_out_everything_of_one_person(self, client, session, customer, home):
        body = client.post(f"/api/customers/{customer.id}/exports").json()
        assert body["people"][0]["phone"] == "13812345678"
        assert body["addresses"][0]["address"] == "浙江省杭州市西湖区文三路 90 号"
        assert body["identities"][0]["id"] == "v1"
        assert len(events_of(session, "CustomerExported")) == 1

    def test_needs_the_permission(self, client, acting, actor, session, customer):
        acting["actor"] = weak(actor, Permission.CUSTOMERS_READ, Permission.CUSTOMERS_REVEAL)
        assert client.post(f"/api/customers/{customer.id}/exports").status_code == 403
        assert events_of(session, "CustomerExported") == []


class TestErase:
    def test_removes_contact_data_and_stays_erased(self, client, session, shop, customer, home):
        by_mail = "wang@example.com"
        service.attach(
            session,
            customer_id=customer.id,
            shop_id=shop.id,
            channel="email",
            external_id=by_mail,
        )
        gone = make_customer(session, shop, name="小王", phone="13700000000")
        service.merge(session, system(), customer.id, other_id=gone.id)

        body = client.delete(f"/api/customers/{customer.id}/personal-data").json()

        assert body["erased"] is True
        assert body["name"] == "已删除"
        assert body["addresses"] == []
        for each in session.scalars(select(Customer).where(Customer.shop_id == shop.id)):
            assert (each.name, each.phone, each.email) == ("已删除", None, None)
        assert by_mail not in set(session.scalars(select(Identity.external_id)))
        assert len(events_of(session, "CustomerForgotten")) == 2
        # the next import must not bring it back
        again = CustomerRow(channel="webchat", external_id="v1", name="王小明", phone="13812345678")
        service.upsert_many(session, shop.id, [again])
        make_customer(session, shop, phone="13812345678", external_id="v1")
        kept = session.get(Customer, customer.id, populate_existing=True)
        assert (kept.name, kept.phone) == ("已删除", None)
        answer = client.put(f"/api/customers/{customer.id}", json={"phone": "13812345678"})
        assert answer.json()["code"] == "CustomerErased"

    def test_needs_the_permission(self, client, acting, actor, session, customer):
        acting["actor"] = weak(actor, Permission.CUSTOMERS_READ, Permission.CUSTOMERS_EDIT)
        assert client.delete(f"/api/customers/{customer.id}/personal-data").status_code == 403
        assert session.get(Customer, customer.id).phone == "13812345678"


def test_no_event_ever_holds_personal_data(client, session, customer, home):
    client.post(f"/api/customers/{customer.id}/reveals", json={"field": "phone", "reason": "核对"})
    client.delete(f"/api/customers/{customer.id}/personal-data")
    told = " ".join(str(row.data) for row in session.scalars(select(EventRow)))
    for secret in ("王小明", "13812345678", "wang@example.com", "文三路"):
        assert secret not in told


def test_the_clock_is_ours(session, shop, frozen):
    assert make_customer(session, shop).created_at == clock.now()
