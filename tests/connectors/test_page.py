"""The same import on a page: upload, look, correct, start, watch, fetch the report."""

import csv
import io
import zipfile
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import func, select

from tests.connectors.exports import order, text
from xiaoer.connectors.files import jobs
from xiaoer.connectors.files.models import ImportMapping, ImportRun
from xiaoer.core import db, shops
from xiaoer.core.auth import Actor, ActorKind, Permission, system
from xiaoer.core.config import settings
from xiaoer.core.ids import new_id
from xiaoer.orders.models import Order

OWN = '流水号,谁买的,买了什么,几件,付了多少,哪天\nA1,小王,茶,2,"1.052,75",2026-11-01\n'


@pytest.fixture
def shop_id(fresh_database: str) -> UUID:
    with db.transaction() as session:
        return shops.add(session, system(), code="tea", name="茶铺").id


@pytest.fixture
def desk(
    app: FastAPI, shop_id: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> TestClient:
    """The API with transactions that really commit: an import opens its own."""
    monkeypatch.setattr(settings(), "data", tmp_path)
    app.state.actor = Actor(
        kind=ActorKind.AGENT,
        id=new_id(),
        name="周掌柜",
        permissions=frozenset(Permission),
        shop_ids=frozenset({shop_id}),
    )
    app.state.identify = lambda _session, _request: app.state.actor
    return TestClient(app)


def upload(
    desk: TestClient, shop_id: UUID, content: bytes, name: str = "订单.csv"
) -> dict[str, Any]:
    answer = desk.post(
        "/api/imports", files={"file": (name, content)}, data={"shop_id": str(shop_id)}
    )
    found: dict[str, Any] = answer.json()
    return found


def finish(desk: TestClient, run: dict[str, Any]) -> dict[str, Any]:
    assert desk.post(f"/api/imports/{run['id']}/start").status_code == 202
    jobs.import_orders(None, {"run_id": run["id"]})  # type: ignore[arg-type]
    found: dict[str, Any] = desk.get(f"/api/imports/{run['id']}").json()
    return found


class TestKnownFile:
    def test_preview_start_progress_and_report(self, desk: TestClient, shop_id: UUID) -> None:
        rows = [order("1"), order("2", 总金额="1,0元"), order("1"), order("3", 订单编号="")]
        run = upload(desk, shop_id, text(rows).encode("gbk"))
        assert (run["format"], run["state"], run["rows"]) == ("taobao", "ready", 0)
        assert run["mapping"]["paid"] == "买家实际支付金额"
        assert [row["order_no"] for row in run["preview"]] == ["1", "2", "1"]
        assert {each["code"] for each in run["problems"]} == {"AmountUnclear", "NoOrderNumber"}
        done = finish(desk, run)
        assert (done["state"], done["rows"], done["done"]) == ("done", 4, 4)
        assert done["counts"] == {
            "created": 2,
            "updated": 0,
            "unchanged": 0,
            "duplicate": 1,
            "rejected": 1,
        }
        answer = desk.get(f"/api/imports/{run['id']}/report.csv", headers={"Accept-Language": "en"})
        told = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
        assert told[0] == ["file", "line", "outcome", "code", "note"]
        assert [row[1:4] for row in told[1:]] == [
            ["2", "created", ""],
            ["3", "created", "AmountUnclear"],
            ["4", "duplicate", "DuplicateRow"],
            ["5", "rejected", "NoOrderNumber"],
        ]

    def test_started_twice_is_refused_and_run_twice_changes_nothing(
        self, desk: TestClient, shop_id: UUID
    ) -> None:
        run = upload(desk, shop_id, text([order("1")]).encode())
        finish(desk, run)
        again = desk.post(f"/api/imports/{run['id']}/start")
        assert (again.status_code, again.json()["code"]) == (409, "ImportAlreadyStarted")
        jobs.import_orders(None, {"run_id": run["id"]})  # type: ignore[arg-type]
        with db.transaction() as session:
            assert session.scalar(select(func.max(Order.version))) == 1

    def test_files_that_belong_together_come_in_one_archive(
        self, desk: TestClient, shop_id: UUID
    ) -> None:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("set/orders.csv", text([order("1")]).encode("gbk"))
            archive.writestr(
                "../lines.csv", "订单编号,标题,价格,购买数量\n1,茶,64,2\n".encode("gbk")
            )
        done = finish(desk, upload(desk, shop_id, packed.getvalue(), "set.zip"))
        assert done["counts"]["created"] == 1
        with db.transaction() as session:
            assert session.scalars(select(Order.list_cents)).one() == 12800


class TestUnknownFile:
    def test_a_person_matches_the_headings_and_keeps_them(
        self, desk: TestClient, shop_id: UUID
    ) -> None:
        run = upload(desk, shop_id, OWN.encode())
        assert (run["format"], run["state"]) == ("table", "unmatched")
        assert desk.post(f"/api/imports/{run['id']}/start").json()["code"] == "MappingNeeded"
        body = {
            "mapping": {
                "order_no": "流水号",
                "buyer": "谁买的",
                "title": "买了什么",
                "quantity": "几件",
                "paid": "付了多少",
                "placed_at": "哪天",
                "total": None,
            },
            "decimal_comma": True,
            "keep": True,
        }
        matched = desk.put(f"/api/imports/{run['id']}/mapping", json=body).json()
        assert (matched["state"], matched["preview"][0]["order_no"]) == ("ready", "A1")
        assert finish(desk, run)["counts"]["created"] == 1
        with db.transaction() as session:
            assert session.scalars(select(Order.paid_cents)).one() == 105275
        again = upload(desk, shop_id, OWN.replace("A1", "A2").encode())
        assert (again["state"], again["decimal_comma"]) == ("ready", True)
        kept = desk.get("/api/import-mappings").json()["items"]
        assert [each["kept_by"] for each in kept] == ["周掌柜"]

    @pytest.mark.parametrize(
        ("mapping", "code"),
        [({"order_no": "没有"}, "UnknownHeading"), ({"colour": "流水号"}, "UnknownField")],
    )
    def test_a_wrong_match_changes_nothing(
        self, desk: TestClient, shop_id: UUID, mapping: dict[str, str], code: str
    ) -> None:
        run = upload(desk, shop_id, OWN.encode())
        refused = desk.put(f"/api/imports/{run['id']}/mapping", json={"mapping": mapping})
        assert (refused.status_code, refused.json()["code"]) == (422, code)
        after = desk.get(f"/api/imports/{run['id']}").json()
        assert (after["state"], after["mapping"]) == ("unmatched", run["mapping"])


class TestRefusals:
    def test_no_table_leaves_nothing_behind(
        self, desk: TestClient, shop_id: UUID, tmp_path: Path
    ) -> None:
        refused = upload(desk, shop_id, b"PK\x03\x04broken", "x.xlsx")
        assert refused["code"] == "FileNotReadable"
        assert list((tmp_path / "files" / "imports").iterdir()) == []
        with db.transaction() as session:
            assert session.scalar(select(func.count()).select_from(ImportRun)) == 0

    def test_strangers_and_the_unauthorised(self, desk: TestClient, shop_id: UUID) -> None:
        run = upload(desk, shop_id, text([order("1")]).encode())
        state = desk.app.state  # type: ignore[attr-defined]
        state.actor = Actor(kind=ActorKind.AGENT, id=new_id(), permissions=frozenset(Permission))
        assert desk.get(f"/api/imports/{run['id']}").status_code == 404
        assert desk.post(f"/api/imports/{run['id']}/start").status_code == 404
        assert upload(desk, shop_id, b"a,b\n1,2\n")["code"] == "ShopNotFound"
        body = {"shop_id": str(shop_id), "headings": ["a"], "mapping": {}}
        assert desk.put("/api/import-mappings", json=body).status_code == 404
        state.actor = Actor(
            kind=ActorKind.AGENT,
            id=new_id(),
            permissions=frozenset(Permission) - {Permission.CONNECTORS_IMPORT},
            shop_ids=frozenset({shop_id}),
        )
        assert upload(desk, shop_id, b"a,b\n1,2\n")["code"] == "MissingPermission"
        assert desk.get("/api/imports").status_code == 403
        with db.transaction() as session:
            assert session.scalar(select(func.count()).select_from(ImportMapping)) == 0
            assert session.scalar(select(ImportRun.state)) == "ready"
