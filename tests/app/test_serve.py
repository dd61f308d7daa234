import os
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import orjson
import psycopg
import pytest

from tests.app.desk import Desk, wait_until
from xiaoer.core import processes
from xiaoer.core.cluster import Cluster

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One server for the tests of this file; each leaves it running."""
    desk = Desk(tmp_path_factory.mktemp("desk") / "data", "--empty", "--workers", "2")
    desk.start()
    yield desk
    desk.stop()


def shops(desk: Desk) -> set[str]:
    with psycopg.connect(Cluster(desk.folder).url()) as connection:
        return {row[0] for row in connection.execute("select code from shops")}


def add_shop(desk: Desk, code: str) -> None:
    with psycopg.connect(Cluster(desk.folder).url(), autocommit=True) as connection:
        connection.execute(
            "insert into shops (id, code, name, timezone, currency, settings, created_at)"
            " values (gen_random_uuid(), %s, %s, 'Asia/Shanghai', 'CNY', '{}', now())",
            [code, code],
        )


def children(desk: Desk) -> list[int]:
    """Web processes and worker."""
    assert desk.process
    started = processes.children().get(desk.process.pid, [])
    return sorted(pid for pid in started if pid != desk.postgres())


def sockets(pid: int) -> int:
    """How many it holds."""
    held = (os.readlink(each) for each in Path(f"/proc/{pid}/fd").iterdir() if each.is_symlink())
    return sum(each.startswith("socket:") for each in held)


class TestRunning:
    def test_without_the_demo_the_owner_gets_a_link_and_nobody_can_sign_in(
        self, desk: Desk
    ) -> None:
        assert f"{desk.address}/setup?token=" in desk.said()
        with psycopg.connect(Cluster(desk.folder).url()) as connection:
            assert connection.execute("select count(*) from agents").fetchone() == (0,)
        assert shops(desk) == set()

    def test_a_second_server_on_the_folder_is_refused_in_a_sentence(self, desk: Desk) -> None:
        assert desk.process
        second = desk.command("serve", "--port", "0")
        assert second.returncode == 1
        assert f"process {desk.process.pid}, {desk.address}" in second.stderr
        assert "Traceback" not in second.stderr
        assert desk.answers()

    def test_a_taken_port_is_told(self, desk: Desk, tmp_path: Path) -> None:
        other = Desk(tmp_path / "data")
        other.port = desk.port
        other.begin()
        assert other.process
        assert other.process.wait(30) == 1
        assert f"127.0.0.1:{desk.port} cannot be used" in other.said()
        assert not (tmp_path / "data" / "pg").exists()

    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux spreads connections")
    def test_who_comes_in_one_moment_is_spread_over_the_web_processes(self, desk: Desk) -> None:
        host, port = desk.address.removeprefix("http://").split(":")
        before = {pid: sockets(pid) for pid in children(desk)}
        callers = [socket.create_connection((host, int(port))) for _ in range(60)]
        try:
            more = lambda: sum(sockets(pid) - count for pid, count in before.items())  # noqa: E731
            wait_until(lambda: more() >= 60, "all are taken")
            taken = [sockets(pid) - count for pid, count in before.items()]
            assert len([each for each in taken if each >= 10]) == 2
        finally:
            for each in callers:
                each.close()

    def test_commands_work_beside_the_server_and_leave_it_running(self, desk: Desk) -> None:
        done = desk.command("shop", "add", "beside", "--name", "隔壁")
        assert (done.returncode, done.stderr) == (0, "")
        assert desk.answers()

    def test_the_doctor_counts_every_process_once_and_all_stay_below_the_limit(
        self, desk: Desk
    ) -> None:
        told = orjson.loads(desk.command("doctor", "--memory", "--json").stdout)
        pids = [process["pid"] for process in told["memory_kb"]["processes"]]
        assert len(pids) == len(set(pids))
        assert {desk.postgres(), *children(desk)} <= set(pids)
        assert 50_000 < told["memory_kb"]["total"] < 400_000


class TestHealing:
    def test_a_dead_web_process_is_replaced(self, desk: Desk) -> None:
        before = children(desk)
        os.kill(before[0], signal.SIGKILL)
        wait_until(
            lambda: len(children(desk)) == len(before) and children(desk) != before, "none came"
        )
        assert desk.answers()

    def test_a_dead_postgres_comes_back_and_so_do_the_pools(self, desk: Desk) -> None:
        add_shop(desk, "acknowledged")
        before = desk.postgres()
        os.kill(before, signal.SIGKILL)
        wait_until(lambda: desk.postgres() not in (None, before), "it did not come back", 20)
        wait_until(desk.answers, "the pools did not heal", 20)
        assert "acknowledged" in shops(desk)
        assert "PostgreSQL is back" in desk.said()


class TestEnding:
    @pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
    def test_a_stop_is_clean_and_everything_is_there_again(
        self, desk: Desk, how: signal.Signals
    ) -> None:
        family, postgres = children(desk), desk.postgres()
        add_shop(desk, how.name.lower())
        assert desk.stop(how) == 0
        assert not any(processes.alive(pid) for pid in [*family, postgres])
        assert not (desk.folder / "pg" / "postmaster.pid").exists()
        desk.start()
        assert how.name.lower() in shops(desk)

    def test_a_killed_server_leaves_no_process_that_serves_and_starts_again(
        self, desk: Desk
    ) -> None:
        family = children(desk)
        add_shop(desk, "killed")
        desk.kill()
        wait_until(lambda: not any(map(processes.alive, family)), "they outlived it", 10)
        desk.start()
        assert "killed" in shops(desk)


def test_a_first_start_killed_at_any_step_starts_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "data")
    making = tmp_path / "data" / "pg.new" / "PG_VERSION"
    desk.begin()
    wait_until(making.exists, "it did not make a database")
    desk.kill()
    desk.begin()
    wait_until(lambda: "PostgreSQL runs" in desk.said(), "it did not start the database")
    desk.kill()
    desk.start()
    assert shops(desk) == set()
    desk.stop()
    assert not Cluster(desk.folder).running()
