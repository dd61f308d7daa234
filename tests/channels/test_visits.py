"""Who comes: a browser, a customer the shop vouches for, and nobody else."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.channels.conftest import Shopper
from tests.orders.factories import make_order
from xiaoer.channels.webchat import queries, visitors
from xiaoer.core import clock, shops
from xiaoer.core.auth import system
from xiaoer.customers import service as customers
from xiaoer.customers.models import Customer, Identity


def count(session, model) -> int:
    return session.scalar(select(func.count()).select_from(model))


def vouched(session, shop, external_id="u-88", name="李雷"):
    issued = int(clock.now().timestamp())
    kept = queries.settings_of(session, shop.id)
    secret = visitors.vouching_secret(shop.id, kept.secret_generation)
    return {
        "id": external_id,
        "name": name,
        "issued_at": issued,
        "signature": visitors.signature_of(secret, external_id, name, issued),
    }


class TestVisit:
    def test_looking_at_the_page_makes_nobody_a_customer(self, shopper, session):
        visit = shopper.visit()

        assert visit["customer"] == {"name": "", "verified": False}
        assert visit["shop"] == {"name": "茶楼", "open": True, "welcome": "", "hours_text": ""}
        assert visit["conversation"] is None
        assert count(session, Customer) == 0

    @pytest.mark.row("CHN-1")
    def test_comes_back_to_the_same_talk(self, arrived, session):
        said = arrived.say("几号发货？").json()
        before = arrived.get("/chat/talk")["conversation"]

        again = arrived.visit()

        assert again["conversation"]["id"] == before["id"]
        assert [each["id"] for each in again["conversation"]["messages"]] == [said["id"]]
        assert count(session, Customer) == 1

    @pytest.mark.parametrize("token", ["x", "a.b", "AAAA.BBBB", "é.è", "." * 30])
    def test_a_forged_token_is_nobody(self, shopper, session, token):
        assert shopper.try_visit(visitor_token=token).status_code == 401
        shopper.token = token if token.isascii() else "x"
        answer = shopper.say()
        assert (answer.status_code, answer.json()["code"]) == (401, "VisitorUnknown")
        assert count(session, Customer) == 0

    def test_a_token_whose_body_was_changed_is_nobody(self, arrived):
        body, _, mac = arrived.token.partition(".")
        arrived.token = f"{body[:-2]}{'AA' if body[-2:] != 'AA' else 'BB'}.{mac}"

        assert arrived.say().status_code == 401

    def test_a_token_of_another_shop_is_nobody_here(self, arrived, session):
        shops.add(session, system(), code="other", name="别家")

        assert arrived.try_visit("other").status_code == 401

    def test_a_token_ends(self, shopper, frozen):
        shopper.visit()
        frozen(visitors.TOKEN_LIFETIME + timedelta(seconds=1))

        assert shopper.say().status_code == 401

    def test_an_unknown_shop_is_a_sentence(self, shopper):
        answer = shopper.try_visit("nowhere")

        assert (answer.status_code, answer.json()["code"]) == (404, "ShopNotFound")

    def test_visits_from_one_address_are_bounded(self, shopper, monkeypatch):
        monkeypatch.setattr("xiaoer.channels.webchat.limits.visits.limit", 2)

        codes = [shopper.try_visit().status_code for _ in range(3)]

        assert codes == [200, 200, 429]


class TestVouching:
    def test_the_shop_tells_who_its_customer_is(self, shopper, session, shop):
        visit = shopper.visit(identity=vouched(session, shop))

        assert visit["customer"] == {"name": "李雷", "verified": True}
        identity = session.scalars(select(Identity)).one()
        assert (identity.channel, identity.external_id) == ("site", "u-88")

    @pytest.mark.parametrize(
        "changes",
        [
            {"id": "u-89"},
            {"name": "韩梅梅"},
            {"issued_at": 1},
            {"signature": "0" * 64},
            {"signature": ""},
            {"signature": "签名"},
        ],
    )
    def test_what_the_shop_did_not_sign_does_not_count(self, shopper, session, shop, changes):
        answer = shopper.try_visit(identity=vouched(session, shop) | changes)

        assert (answer.status_code, answer.json()["code"]) == (422, "IdentityNotVouched")
        assert count(session, Customer) == 0

    def test_an_old_word_is_replayed_in_vain(self, shopper, session, shop, frozen):
        identity = vouched(session, shop)
        frozen(timedelta(minutes=6))

        assert shopper.try_visit(identity=identity).json()["code"] == "IdentityNotVouched"
        assert count(session, Customer) == 0

    def test_a_verified_token_does_not_outlast_the_day(self, shopper, session, shop, frozen):
        shopper.visit(identity=vouched(session, shop))
        frozen(visitors.VERIFIED_LIFETIME + timedelta(seconds=1))

        assert shopper.try_visit().status_code == 401

    def test_whoever_wrote_before_signing_in_keeps_the_talk(self, arrived, session, shop):
        arrived.say("我先问问")
        before = arrived.get("/chat/talk")["conversation"]["id"]

        visit = arrived.visit(identity=vouched(session, shop))

        assert visit["conversation"]["id"] == before
        assert visit["customer"] == {"name": "李雷", "verified": True}
        assert count(session, Customer) == 1

    def test_the_next_one_at_the_same_browser_is_somebody_else(self, arrived, session, shop):
        arrived.visit(identity=vouched(session, shop))
        arrived.say("我是李雷")

        visit = arrived.visit(identity=vouched(session, shop, "u-90", "韩梅梅"))

        assert visit["conversation"] is None
        assert visit["customer"]["name"] == "韩梅梅"

    @pytest.mark.row("RCP-5")
    def test_one_person_over_two_channels_is_one_customer_with_one_history(
        self, client, session, shop, actor
    ):
        """Bought on the marketplace, wrote as a visitor, then known to be the same: the talk and
        the orders stand with one customer, and the browser goes on in the same talk."""
        buyer = customers.resolve(
            session, shop_id=shop.id, channel="taobao", external_id="tb小明", name="小明"
        )
        order = make_order(session, shop, customer_id=buyer.id)
        shopper = Shopper(client)
        shopper.visit()
        shopper.say("我的茶到哪了")
        visitor = session.scalars(
            select(Identity.customer_id).where(Identity.channel == "webchat")
        ).one()

        customers.merge(session, actor, buyer.id, other_id=visitor)

        known = {each.channel for each in session.scalars(select(Identity)).all()}
        owners = set(session.scalars(select(Identity.customer_id)).all())
        assert known == {"taobao", "webchat"}
        assert owners == {buyer.id}
        cards = client.get("/api/orders", params={"customer_id": str(buyer.id)}).json()["items"]
        assert [each["order_no"] for each in cards] == [order.order_no]
