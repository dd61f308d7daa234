"""Short numbers that people see, drawn by many at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest

from xiaoer.core import db, shops
from xiaoer.core.ids import new_id


class TestNumbers:
    def test_who_draws_waits_for_nobody_else_s_commit(self, fresh_database):
        shop_id = new_id()
        with db.transaction() as slow:
            assert shops.draw_number(slow, shop_id, "tea") == 1
            with db.transaction() as quick:  # would wait for ever if the first held the counter
                assert shops.draw_number(quick, shop_id, "tea") == 2
        with db.transaction() as session:
            assert shops.draw_number(session, shop_id, "cup") == 1

    def test_no_number_is_drawn_twice(self, fresh_database):
        shop_id = new_id()

        def draw(_: int) -> int:
            with db.transaction() as session:
                return shops.draw_number(session, shop_id, "tea")

        with ThreadPoolExecutor(8) as pool:
            assert sorted(pool.map(draw, range(40))) == list(range(1, 41))

    def draw_and_fail(self, draw: Callable[..., int], shop_id: UUID) -> None:
        with db.transaction() as session:
            draw(session, shop_id, "tea")
            raise ValueError("no tea")

    def test_a_number_given_up_stays_unused(self, fresh_database):
        shop_id = new_id()
        with pytest.raises(ValueError, match="no tea"):
            self.draw_and_fail(shops.draw_number, shop_id)
        with db.transaction() as session:
            assert shops.draw_number(session, shop_id, "tea") == 2

    def test_numbers_without_a_gap_are_given_back(self, fresh_database):
        shop_id = new_id()
        with pytest.raises(ValueError, match="no tea"):
            self.draw_and_fail(shops.next_number, shop_id)
        with db.transaction() as session:
            assert shops.next_number(session, shop_id, "tea") == 1

    def test_what_cannot_stand_alone_is_drawn_with_the_rest(self, fresh_database, monkeypatch):
        shop_id = new_id()
        with db.transaction() as session:
            with monkeypatch.context() as away:
                away.setattr(db, "alone", lambda *_: None)
                assert shops.draw_number(session, shop_id, "tea") == 1
            # by itself now: another connection would wait for this session
            assert shops.draw_number(session, shop_id, "tea") == 2

    def test_numbers_go_on_after_what_was_loaded_with_them(self, fresh_database):
        shop_id = new_id()
        with db.transaction() as session:
            shops.count_from(session, shop_id, "tea", 7)
            assert shops.draw_number(session, shop_id, "tea") == 8
        with db.transaction() as session:
            assert shops.draw_number(session, shop_id, "tea") == 9

    def test_a_counter_held_in_another_way_is_not_waited_for(self, fresh_database):
        shop_id = new_id()
        with db.transaction() as session:
            assert shops.next_number(session, shop_id, "tea") == 1
            assert shops.draw_number(session, shop_id, "tea") == 2
