from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.app.desk import Desk
from xiaoer.app.cli.root import main
from xiaoer.core.cluster import Cluster
from xiaoer.core.config import settings


@dataclass
class Said:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return orjson.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture
def run(
    fresh_database: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Run]:
    """The command line, on a database of the test's own."""
    monkeypatch.setenv("XIAOER_DATABASE_URL", fresh_database)
    monkeypatch.setenv("XIAOER_DATA", str(tmp_path))
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    settings.cache_clear()

    def command(*arguments: str) -> Said:
        monkeypatch.setattr("sys.argv", ["xiaoer", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        code = ended.value.code
        out, err = capsys.readouterr()
        return Said(code if isinstance(code, int) else 0, out, err)

    yield command
    settings.cache_clear()


@pytest.mark.slow
def test_a_command_starts_the_database_for_itself_and_stops_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "data")
    done = desk.command("migrate", "--json")
    assert done.returncode == 0, done.stderr
    assert "00_core" in orjson.loads(done.stdout)["applied"]
    assert not Cluster(desk.folder).running()


def test_a_second_migration_has_nothing_to_do(run: Run) -> None:
    assert run("migrate", "--json").json == {"applied": []}
    assert run("migrate").out == "The database is up to date.\n"


def test_a_shop_is_added_once(run: Run) -> None:
    options = ("--name", "茶楼", "--timezone", "Asia/Tokyo", "--currency", "JPY")
    made = run("shop", "add", "tea", *options, "--json").json
    assert (made["code"], made["timezone"], made["currency"]) == ("tea", "Asia/Tokyo", "JPY")
    again = run("shop", "add", "tea", *options, "--json")
    assert (again.code, again.json["code"]) == (1, "ShopCodeTaken")
    assert again.err == "The shop code tea is taken.\n"
    assert [shop["code"] for shop in run("shop", "list", "--json").json["shops"]] == ["tea"]


def test_a_refusal_speaks_the_language_of_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    refused = run("shop", "add", "tea", "--name", "茶楼", "--timezone", "Mars/Olympus")
    assert (refused.code, refused.err) == (1, "没有时区 Mars/Olympus。\n")
    assert run("shop", "list", "--json").json == {"shops": []}


def test_a_person_is_added_with_a_password_made_up(run: Run) -> None:
    arguments = ("user", "add", "wang", "--name", "王掌柜", "--role", "manager")
    assert len(run(*arguments, "--json").json["password"]) >= 12
    assert run(*arguments).err == "The login wang is taken.\n"
    found = run("user", "list", "--json").json["users"]
    assert [(person["login"], person["roles"]) for person in found] == [("wang", ["manager"])]
    assert run("user", "password", "nobody").err == "There is no such agent.\n"


def test_orders_come_in_once_and_every_row_is_accounted_for(run: Run, data: Path) -> None:
    run("shop", "add", "real", "--name", "真店")
    folder = str(data / "orders_logistics_cn")
    first = run("import", "orders", folder, "--shop", "real", "--json").json
    assert first["orders"] == 868
    outcomes = ("created", "updated", "unchanged", "duplicate", "rejected")
    assert first["rows"] == sum(first[outcome] for outcome in outcomes)
    again = run("import", "orders", folder, "--shop", "real", "--json").json
    assert (again["created"], again["updated"], again["orders"]) == (0, 0, 868)
    assert again["unchanged"] == first["created"]


def test_orders_for_an_unknown_shop_are_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text("订单编号\n1\n")
    said = run("import", "orders", str(tmp_path / "orders.csv"), "--shop", "nowhere", "--json")
    assert (said.code, said.json["code"]) == (1, "ShopNotFound")


def test_the_doctor_reports_as_json_and_by_its_exit_code(run: Run) -> None:
    said = run("doctor", "--json")
    assert said.code == (0 if said.json["healthy"] else 1)
    assert {"database", "migrations", "clock", "jobs", "live"} <= {
        finding["about"] for finding in said.json["findings"]
    }
