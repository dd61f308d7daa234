"""Verdicts over the orders of the Olist marketplace, imported the ordinary way."""

import csv
import hashlib
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path

import orjson
import pytest

from xiaoer.connectors.files import service as files
from xiaoer.connectors.files.service.progress import silent
from xiaoer.core import auth, db, shops
from xiaoer.shipping import service

ROOT = Path(__file__).resolve().parents[2]


def xiaoer(*arguments: str, url: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "xiaoer.app.cli", *arguments],
        cwd=ROOT,
        env={"XIAOER_DATABASE_URL": url, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def sha1(ids: list[str]) -> str:
    return hashlib.sha1("\n".join(sorted(ids)).encode()).hexdigest()


@pytest.mark.row("SHP-1")
@pytest.mark.row("PCK-2")
def test_verdicts_are_those_of_the_data_set(fresh_database, data, tmp_path):
    """280 breaches, 2,577 in time, 653 never handed over, each of them, and five moments."""
    with db.transaction() as session:
        shop = shops.add(session, auth.system(), code="olist", name="Olist")
        shop_id, zone = shop.id, shop.zone
    folder, written = data / "olist_2017", tmp_path / "verdicts.csv"
    files.import_file(folder, "olist", "auto", silent)

    def verdicts(*more: str) -> list[dict[str, str]]:
        asked = ("--shop", "olist", "--csv", str(written), *more)
        xiaoer("shipping", "verdicts", *asked, url=fresh_database)
        return list(csv.DictReader(written.read_text().splitlines()))

    expected = orjson.loads((folder / "expected.json").read_bytes())
    truth = csv.DictReader((folder / "ship_deadline_truth.csv").read_text().splitlines())
    found = verdicts()
    assert Counter(row["verdict"] for row in found) == expected["verdict"]
    names = ("order_id", "ship_limit", "handed_to_carrier_at", "verdict", "hours_late")
    assert {tuple(row.values()) for row in found} == {
        tuple(row[name] for name in names) for row in truth
    }
    with db.transaction() as session:
        for moment, wanted in expected["as_of"].items():
            at = datetime.fromisoformat(moment).replace(tzinfo=zone)
            ids = defaultdict(list)
            for judged in service.verdicts(session, auth.system(), shop_id=shop_id, as_of=at):
                ids[judged.verdict.value].append(judged.order_no)
            assert set(ids) == {"overdue", "due_within_24h"}
            assert len(ids["overdue"]) == wanted["overdue"]
            assert len(ids["due_within_24h"]) == wanted["due_within_24h"]
            assert sha1(ids["overdue"]) == wanted["overdue_ids_sha1"]
            assert sha1(ids["due_within_24h"]) == wanted["soon_ids_sha1"]
    rows = verdicts("--as-of", "2018-01-05 09:00:00")
    assert Counter(row["verdict"] for row in rows) == {"overdue": 431, "due_within_24h": 4}
