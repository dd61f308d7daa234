"""The index of a process: kept up beside the requests, right at every moment."""

import threading

import pytest

from tests.knowledge.factories import make_article
from xiaoer.core import auth, clock, db, shops
from xiaoer.knowledge import service
from xiaoer.knowledge.service import holding
from xiaoer.knowledge.service.holding import Keeper

ASKED = {
    "退款多久到账": "退的钱几天能收到",
    "怎么修改收货地址": "收货地址怎么改",
    "发票抬头写错了能重开吗": "发票名字错了",
    "保温杯怎么清洗": "杯子怎么洗",
}


@pytest.fixture(autouse=True)
def nothing_held(monkeypatch):
    """Nothing is known yet, and no keeper works: one that an app began stays with its process."""
    monkeypatch.setattr(holding, "_held", type(holding._held)())
    monkeypatch.setattr(holding, "keeper", Keeper())


def titles(session, shop, question, *, public=False):
    if public:
        hits = service.search_public(session, shop.id, question)
    else:
        hits = service.search(session, auth.system(), question, shop_id=shop.id)
    return [each.shown.version.title for each in hits]


def layers(shop):
    return [len(each.part) for each in holding._held[shop.id].layers]


class TestWithoutAKeeper:
    def test_changes_lie_above_the_whole_and_are_put_together(self, session, shop, monkeypatch):
        monkeypatch.setattr(holding, "LATE", 1)
        known = list(ASKED)
        make_article(session, shop.id, known[0])
        assert titles(session, shop, ASKED[known[0]])[0] == known[0]
        assert layers(shop) == [1]
        made = [make_article(session, shop.id, known[1])]
        assert titles(session, shop, ASKED[known[1]])[0] == known[1]
        assert layers(shop) == [1, 1]
        made += [make_article(session, shop.id, each) for each in known[2:]]
        for title, question in ASKED.items():
            assert titles(session, shop, question)[0] == title
        assert layers(shop) == [1, 3, 0]
        service.retire(session, auth.system(), made[0].id)
        assert known[1] not in titles(session, shop, ASKED[known[1]])
        assert len(titles(session, shop, "发票")) == 3

    def test_all_is_made_anew_when_much_has_changed(self, session, shop, monkeypatch):
        monkeypatch.setattr(holding, "LATE", 1)
        monkeypatch.setattr(holding, "RECENT", 2)
        known = list(ASKED)
        make_article(session, shop.id, known[0])
        titles(session, shop, "退款")
        for each in known[1:]:
            make_article(session, shop.id, each)
        assert titles(session, shop, ASKED[known[3]])[0] == known[3]
        assert layers(shop) == [4]

    def test_an_article_that_was_changed_is_found_by_its_new_words_alone(self, session, shop):
        made = make_article(session, shop.id, "退款多久到账")
        titles(session, shop, "退款")
        service.retire(session, auth.system(), made.id)
        service.publish(session, auth.system(), made.id, version=1)
        assert titles(session, shop, "退款") == ["退款多久到账"]
        assert layers(shop) == [1, 1]

    def test_what_is_not_for_customers_or_not_yet_in_force_is_left_out(self, session, shop):
        from datetime import timedelta

        make_article(session, shop.id, "退款多久到账")
        make_article(session, shop.id, "退款内部话术", public=False)
        later = clock.now() + timedelta(days=1)
        make_article(session, shop.id, "退款新规则", effective_from=later)
        assert titles(session, shop, "退款", public=True) == ["退款多久到账"]
        assert len(titles(session, shop, "退款")) == 2


class TestKeeper:
    @pytest.fixture
    def bench(self, fresh_database, monkeypatch):
        """A shop with a published article, and a keeper that only notes what it is told."""
        with db.transaction() as session:
            shop = shops.add(session, auth.system(), code="s", name="S")
            make_article(session, shop.id, next(iter(ASKED)))
        keeper = Keeper()
        keeper._thread = threading.current_thread()
        monkeypatch.setattr(holding, "keeper", keeper)
        return shop, keeper

    def test_all_shops_are_read_before_anybody_asks(self, bench):
        shop, keeper = bench
        keeper._read_all()
        assert layers(shop) == [1]

    def test_no_search_puts_much_together_and_the_keeper_does(self, bench, monkeypatch):
        shop, keeper = bench
        keeper._read_all()
        monkeypatch.setattr(holding, "LATE", 1)
        monkeypatch.setattr(holding, "AT_ONCE", 2)
        known = list(ASKED)

        def publish(*names):
            with db.transaction() as session:
                for each in names:
                    make_article(session, shop.id, each)

        def first(title):
            with db.transaction() as session:
                return titles(session, shop, ASKED[title])[0]

        publish(known[1], known[2])
        assert first(known[2]) == known[2]  # few are read at once; the keeper is told all the same
        assert layers(shop) == [1, 2]
        publish(known[3])
        assert first(known[3]) != known[3]  # many are found when the keeper is done
        assert layers(shop) == [1, 2]
        keeper._see_to(keeper._told.get_nowait())
        assert layers(shop) == [1, 3, 0]
        assert [first(each) for each in known] == known

    def test_one_who_reads_an_older_number_does_not_read_all_anew(self, bench, monkeypatch):
        shop, keeper = bench
        keeper._read_all()
        held = holding._held[shop.id]
        monkeypatch.setattr(holding, "_revision", lambda *_: held.revision - 1)
        with db.transaction() as session:
            assert holding.shelf(session, shop.id) is held


def test_a_shop_without_articles_finds_nothing(session, shop):
    assert titles(session, shop, "退款") == []
    make_article(session, shop.id, "退款多久到账")
    assert titles(session, shop, "退款") == ["退款多久到账"]
