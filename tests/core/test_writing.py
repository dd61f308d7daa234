"""All that a session has to write is one statement."""

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from xiaoer.core import clock, writing
from xiaoer.core.ids import new_id
from xiaoer.core.once import IdempotencyRecord
from xiaoer.core.shops import Shop, ShopCounter
from xiaoer.payments.models import Account, LedgerEntry


def shop(code="teastall", **values):
    return Shop(code=code, name="茶摊", **values)


def record(**values):
    given = {"scope": "test", "key": new_id(), "content_hash": b"\x00\xff" * 16} | values
    return IdempotencyRecord(**{"created_at": clock.now()} | given)


def test_what_refers_to_each_other_is_one_statement_in_any_order(session, count_statements):
    made = shop(id=new_id())
    counters = [ShopCounter(shop_id=made.id, kind=kind, last=3) for kind in ("case", "ticket")]
    with count_statements(session) as seen:
        session.add_all([*counters, record(), made])
        session.flush()
    assert len(seen) == 1
    session.expunge_all()
    assert session.get_one(Shop, made.id).name == "茶摊"
    assert session.scalar(select(ShopCounter.last).where(ShopCounter.kind == "ticket")) == 3


def test_values_come_back_as_they_were(session):
    kept = record(answer={"words": "好 \\ \"'", "cents": 2**40, "none": None, "list": [1.5, True]})
    session.add(kept)
    session.flush()
    before = (kept.scope, kept.key, kept.content_hash, kept.answer, kept.created_at)
    session.expire_all()
    assert (kept.scope, kept.key, kept.content_hash, kept.answer, kept.created_at) == before


@pytest.mark.parametrize("anew", ["refresh", "expire_all"])
def test_what_waits_is_not_forgotten_when_it_is_read_anew(session, anew):
    made = shop()
    session.add(made)
    session.flush()
    made.name = "茶铺"
    session.refresh(made) if anew == "refresh" else session.expire_all()
    assert made.name == "茶铺"


def test_defaults_are_there_after_and_with_filled_before(session):
    plain, early = shop(), writing.filled(shop("teahouse2"))
    assert early.timezone == "Asia/Shanghai"
    session.add_all([plain, early])
    session.flush()
    assert (plain.currency, plain.settings) == ("CNY", {})
    assert plain.id != early.id


def test_what_changes_before_it_is_written_is_an_insert_only(session, count_statements):
    made = shop()
    with count_statements(session) as seen:
        session.add(made)
        made.name = "茶铺"
        session.flush()
        made.name = "茶楼"
        made.timezone = "Asia/Shanghai"  # as it was
        session.flush()
    assert [each.count("UPDATE") for each in seen] == [0, 1]
    assert '"timezone" =' not in seen[1]
    session.expire_all()
    assert made.name == "茶楼"


def test_nothing_changed_writes_nothing(session, shop, count_statements):
    shop.name = str(shop.name)
    with count_statements(session) as seen:
        session.flush()
    assert not seen


def test_an_expression_as_a_value_goes_the_other_way(session, shop):
    shop.name = text("'茶' || '馆'")
    session.flush()
    session.expire_all()
    assert shop.name == "茶馆"


def test_a_row_that_is_gone_is_noticed(session, shop):
    session.execute(text("DELETE FROM shops WHERE id = :id"), {"id": shop.id})
    shop.name = "茶馆"
    with pytest.raises(Exception, match="found 0"):
        session.flush()


def test_what_breaks_a_constraint_leaves_nothing(session, shop):
    with pytest.raises(IntegrityError), session.begin_nested():
        session.add_all([Shop(code=shop.code, name="again"), record(scope="lost")])
    query = select(IdempotencyRecord).where(IdempotencyRecord.scope == "lost")
    assert session.scalar(query) is None
    assert not session.new


def test_what_waits_is_found_by_its_key(session):
    made = writing.filled(shop())
    session.add(made)
    assert session.get(Shop, made.id) is made


def test_a_text_too_long_is_refused(session):
    with pytest.raises(Exception, match="too long"), session.begin_nested():
        session.add(shop(timezone="x" * 61))
    assert session.scalar(select(Shop.id)) is None


def test_rows_that_postgresql_numbers_are_written(session, shop):
    session.add(
        LedgerEntry(
            shop_id=shop.id,
            debit=Account.SALES,
            credit=Account.OWED,
            cents=5,
            currency="CNY",
            memo="a test",
        )
    )
    session.flush()
    assert session.scalars(select(LedgerEntry.cents)).all() == [5]
