"""Source files of imports that are over do not stay for ever."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from tests.connectors.exports import order, text
from xiaoer.connectors.files import service
from xiaoer.connectors.files.models import ImportRun, ImportState
from xiaoer.core import clock
from xiaoer.core.auth import Actor, system
from xiaoer.core.config import settings
from xiaoer.core.shops import Shop

KEPT = timedelta(days=settings().import_files_days)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "data", tmp_path)


def received(session: Session, actor: Actor, shop: Shop, *, age: timedelta) -> ImportRun:
    content = text([order("1")]).encode("gbk")
    run = service.receive(session, actor, shop_id=shop.id, name="订单.csv", content=content)
    then = clock.now() - age
    run.created_at = then
    os.utime(Path(run.path).parent, (then.timestamp(), then.timestamp()))
    session.flush()
    return run


def test_what_ended_or_was_never_started_long_ago_goes(
    session: Session, actor: Actor, shop: Shop
) -> None:
    old = KEPT + timedelta(days=1)
    done, forgotten, going, late, young = (
        received(session, actor, shop, age=age) for age in (old, old, old, old, timedelta())
    )
    done.state, done.finished_at = ImportState.DONE, clock.now() - old
    going.state = ImportState.RUNNING
    late.state, late.finished_at = ImportState.DONE, clock.now()
    session.flush()

    assert service.sweep(session, system()) == 2

    there = [Path(run.path).exists() for run in (done, forgotten, going, late, young)]
    assert there == [False, False, True, True, True]
    assert service.sweep(session, system()) == 0
    assert service.preview(session, forgotten, locale="zh").rows == []


def test_without_any_upload_nothing_happens(session: Session) -> None:
    assert service.sweep(session, system()) == 0
