"""A shop's settings for after-sales: changed by who may, within bounds, with who changed what."""

from dataclasses import replace

import pytest

from tests.aftersales.conftest import everything
from tests.phrases.factories import make_phrase
from xiaoer.aftersales import errors, service
from xiaoer.aftersales.models import ReturnMethod
from xiaoer.aftersales.rules.legs import Leg
from xiaoer.aftersales.service import clocks, placing
from xiaoer.core.auth import Permission
from xiaoer.core.errors import Forbidden, NotFound
from xiaoer.core.ids import new_id
from xiaoer.phrases import queries as phrased
from xiaoer.phrases.models import Changing
from xiaoer.phrases.service.caring import Care, Link
from xiaoer.promises.errors import CalendarNotFound

PATH = "/api/aftersales-settings"


def choose(desk, **changes):
    return service.choose_settings(desk.session, desk.actor, shop_id=desk.shop.id, changes=changes)


class TestChanging:
    @pytest.mark.row("RET-8", "RET-21", "RTN-2")
    def test_what_is_named_changes_and_takes_effect(self, desk, client, session):
        body = {
            "shop_id": str(desk.shop.id),
            "retention_budget_cents": 90_000,
            "return_methods": ["self_ship", "drop_off"],
            "leg_targets": {"approval": 4},
        }
        told = client.put(PATH, json=body).json()
        assert told["choices"]["retention_budget_cents"] == 90_000
        assert told["choices"]["leg_targets"]["approval"] == 4
        assert told["choices"]["confirm_days"] == 10
        assert placing.methods(session, desk.shop.id) == [
            ReturnMethod.SELF_SHIP,
            ReturnMethod.DROP_OFF,
        ]
        assert clocks.choices(session, desk.shop.id).leg_targets[Leg.MAILING] == 72
        (change,) = told["changes"]
        assert change["by"] == "周掌柜"
        assert change["changes"]["retention_budget_cents"] == [0, 90_000]
        assert "confirm_days" not in change["changes"]

    @pytest.mark.row("QP-7")
    def test_phrases_that_tell_of_it_are_to_be_looked_at_again(self, desk, session, run_jobs):
        def phrase(*links):
            return make_phrase(session, desk.shop.id, care=Care(links=list(links)))

        terms = phrase(Link(Changing.POLICY, "returns", "退换货政策"))
        other = phrase(Link(Changing.POLICY, "late_shipping", "延迟发货"))
        choose(desk, retention_budget_cents=100)
        run_jobs()
        assert terms.review_reason is None

        choose(desk, seven_day=False, price_protect_days=7)
        run_jobs()
        session.refresh(terms)
        assert terms.review_reason is Changing.POLICY
        assert other.review_reason is None
        [link] = phrased.links(session, [terms.id])
        assert link.change == "售后设置有改动：七天无理由、价保天数"

    def test_the_same_again_is_no_change(self, desk, client):
        body = {"shop_id": str(desk.shop.id), "confirm_days": 12}
        client.put(PATH, json=body)
        assert len(client.put(PATH, json=body).json()["changes"]) == 1

    def test_other_settings_of_the_shop_stay(self, desk):
        desk.shop.settings = {"language": "en", "aftersales": {"unheard_of": 1}}
        desk.session.flush()
        choose(desk, promotion=True)
        desk.session.refresh(desk.shop)
        assert desk.shop.settings == {
            "language": "en",
            "aftersales": {"unheard_of": 1, "promotion": True},
        }


class TestRefusals:
    @pytest.mark.parametrize(
        ("changes", "refusal"),
        [
            ({"retention_budget_cents": -1}, errors.ChoiceNotPossible),
            ({"confirm_days": 0}, errors.ChoiceNotPossible),
            ({"warranty_days": 4000}, errors.ChoiceNotPossible),
            ({"leg_targets": {Leg.REFUND: 0}},
             errors.ChoiceNotPossible),
            ({"return_methods": ()}, errors.NoReturnMethod),
            ({"calendar_id": new_id()}, CalendarNotFound),
        ],
    )  # fmt: skip
    def test_out_of_bounds_changes_nothing(self, desk, session, changes, refusal):
        before = everything(session), dict(desk.shop.settings)
        with pytest.raises(refusal), session.begin_nested():
            choose(desk, **changes)
        session.refresh(desk.shop)
        assert (everything(session), desk.shop.settings) == before

    def test_only_who_manages_after_sales_of_this_shop(self, desk, session):
        hand = replace(desk.actor, permissions=frozenset({Permission.AFTERSALES_DECIDE}))
        stranger = replace(desk.actor, all_shops=False, shop_ids=frozenset({new_id()}))
        before = everything(session), dict(desk.shop.settings)
        for actor, refusal in ((hand, Forbidden), (stranger, NotFound)):
            with pytest.raises(refusal):
                service.choose_settings(
                    session, actor, shop_id=desk.shop.id, changes={"promotion": True}
                )
        assert (everything(session), desk.shop.settings) == before
