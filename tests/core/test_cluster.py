import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from xiaoer.core import binaries, processes
from xiaoer.core.cluster import Cluster, ClusterFailed

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A stopped cluster with one row in it; tests work on copies of its folder."""
    folder = tmp_path_factory.mktemp("made") / "data"
    with Cluster(folder) as cluster:
        run(cluster, "create table kept (id int)", "insert into kept values (1)")
    return folder


@pytest.fixture
def cluster(made: Path, tmp_path: Path) -> Iterator[Cluster]:
    subprocess.run(["cp", "-a", str(made), str(tmp_path / "data")], check=True)
    cluster = Cluster(tmp_path / "data", {"fsync": "off"})
    yield cluster
    cluster.stop()


def run(cluster: Cluster, *commands: str) -> list[tuple[object, ...]]:
    with psycopg.connect(cluster.url(), autocommit=True) as connection:
        for command in commands:
            cursor = connection.execute(command.encode())
        return cursor.fetchall() if cursor.description else []


def server(cluster: Cluster) -> int:
    return int((cluster.data / "postmaster.pid").read_text().splitlines()[0])


def kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)
    deadline = time.monotonic() + 5
    while processes.alive(pid):
        assert time.monotonic() < deadline
        time.sleep(0.01)


class TestStart:
    def test_data_survives_a_stop_and_the_port_stays(self, cluster: Cluster) -> None:
        first = cluster.start()
        run(cluster, "insert into kept values (2)")
        cluster.stop()
        assert not cluster.running()
        assert cluster.start() == first
        assert run(cluster, "select count(*) from kept") == [(2,)]

    def test_writes_are_durable_and_text_is_unicode(self, cluster: Cluster) -> None:
        cluster = Cluster(cluster.folder)
        cluster.start()
        for setting, value in {
            "fsync": "on",
            "synchronous_commit": "on",
            "jit": "off",
            "server_encoding": "UTF8",
            "data_checksums": "on",
        }.items():
            assert run(cluster, f"show {setting}") == [(value,)]
        assert run(cluster, "select length('小二')") == [(2,)]
        cluster.stop()

    def test_tcp_asks_for_the_password_of_the_data_folder(self, cluster: Cluster) -> None:
        cluster.start()
        port = run(cluster, "show port")[0][0]
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(f"postgresql://postgres@127.0.0.1:{port}/postgres")
        word = (cluster.folder / "pg.password").read_text()
        psycopg.connect(f"postgresql://postgres:{word}@127.0.0.1:{port}/postgres").close()
        assert (cluster.folder / "pg.password").stat().st_mode & 0o077 == 0

    def test_a_path_too_long_for_a_socket_is_served_over_tcp(
        self, made: Path, tmp_path: Path
    ) -> None:
        folder = tmp_path / ("deep" * 25) / "data"
        folder.parent.mkdir()
        subprocess.run(["cp", "-a", str(made), str(folder)], check=True)
        with Cluster(folder) as cluster:
            assert "127.0.0.1" in cluster.url()
            assert run(cluster, "select id from kept") == [(1,)]

    def test_a_taken_port_is_exchanged(self, cluster: Cluster) -> None:
        with socket.create_server(("127.0.0.1", 0)) as other:
            taken = other.getsockname()[1]
            (cluster.folder / "pg.port").write_text(str(taken))
            cluster.start()
            assert run(cluster, "show port") != [(str(taken),)]

    def test_a_first_start_that_was_killed_begins_again(self, tmp_path: Path) -> None:
        half = tmp_path / "data" / "pg.new"
        half.mkdir(parents=True)
        (half / "PG_VERSION").write_text("18")
        with Cluster(tmp_path / "data") as cluster:
            assert run(cluster, "select 1") == [(1,)]
        assert not half.exists()

    def test_data_of_another_version_is_refused_in_a_sentence(self, cluster: Cluster) -> None:
        (cluster.data / "PG_VERSION").write_text("14")
        with pytest.raises(binaries.NoPostgres, match="made by PostgreSQL 14"):
            cluster.start()
        (cluster.data / "PG_VERSION").write_text("18")

    def test_a_server_that_dies_at_once_leaves_its_last_words(self, cluster: Cluster) -> None:
        broken = Cluster(cluster.folder, {"shared_buffers": "nonsense"})
        with pytest.raises(ClusterFailed, match="shared_buffers"):
            broken.start()


class TestKilled:
    def test_postgres_killed_and_started_again_loses_nothing(self, cluster: Cluster) -> None:
        address = cluster.start()
        run(cluster, "insert into kept values (3)")
        kill(server(cluster))
        assert cluster.start() == address
        assert run(cluster, "select count(*) from kept where id = 3") == [(1,)]

    def test_a_zombie_is_not_taken_for_a_live_server(self, cluster: Cluster) -> None:
        cluster.start()
        other = Cluster(cluster.folder)
        kill(server(cluster))
        assert not other.running()
        other.start()
        assert run(other, "select count(*) from kept") == [(1,)]
        other.stop()

    def test_a_recycled_process_id_is_not_ours(self, cluster: Cluster) -> None:
        stranger = subprocess.Popen(["sleep", "60"])
        try:
            (cluster.data / "postmaster.pid").write_text(f"{stranger.pid}\n{cluster.data}\n")
            assert not cluster.running()
            cluster.start()
            assert run(cluster, "select id from kept") == [(1,)]
            assert stranger.poll() is None
        finally:
            stranger.kill()
            stranger.wait()
            cluster.stop()

    def test_a_user_that_is_killed_leaves_a_server_the_next_one_ends(
        self, cluster: Cluster
    ) -> None:
        user = subprocess.Popen(
            [sys.executable, "-c", _USE, str(cluster.folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert user.stdin
        assert user.stdout
        assert user.stdout.readline() == b"ready\n"
        user.kill()
        user.wait()
        user.stdin.close()
        user.stdout.close()
        assert cluster.running()
        cluster.start()
        cluster.stop()
        assert not cluster.running()


_USE = """
import sys, time
from xiaoer.core.cluster import Cluster
cluster = Cluster(sys.argv[1])
cluster.start()
print("ready", flush=True)
sys.stdin.readline()
cluster.stop()
"""


class TestShared:
    def test_a_second_user_joins_and_the_last_one_stops_it(self, cluster: Cluster) -> None:
        address = cluster.start()
        second = Cluster(cluster.folder)
        assert second.start() == address
        second.stop()
        assert run(cluster, "select 1") == [(1,)]
        third = Cluster(cluster.folder)
        third.start()
        cluster.stop()
        assert run(third, "select 1") == [(1,)]
        third.stop()
        assert not third.running()

    def test_many_starts_at_once_make_one_server(self, tmp_path: Path) -> None:
        users = [Cluster(tmp_path / "data") for _ in range(4)]
        with ThreadPoolExecutor(4) as pool:
            addresses = set(pool.map(Cluster.start, users))
        assert len(addresses) == 1
        assert len({server(user) for user in users}) == 1
        for user in users:
            user.stop()
        assert not users[0].running()

    def test_databases_are_copied_from_a_template(self, cluster: Cluster) -> None:
        cluster.start()
        copy = cluster.create_database("copy", template="xiaoer")
        with psycopg.connect(copy) as connection:
            assert connection.execute("select id from kept").fetchall() == [(1,)]
        cluster.drop_database("copy")
        assert run(cluster, "select 1 from pg_database where datname = 'copy'") == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root hands the server to somebody else")
class TestRoot:
    def test_the_server_runs_as_nobody_even_below_a_closed_folder(self, made: Path) -> None:
        with tempfile.TemporaryDirectory() as closed:
            Path(closed).chmod(0o700)
            folder = Path(closed) / "data"
            subprocess.run(["cp", "-a", str(made), str(folder)], check=True)
            with Cluster(folder) as cluster:
                assert Path(f"/proc/{server(cluster)}").stat().st_uid != 0
                assert run(cluster, "select id from kept") == [(1,)]
            assert Path(closed).stat().st_mode & 0o777 == 0o700

    def test_programs_under_a_closed_folder_are_copied_out(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        package = binaries.find().folder.parent.parent
        user = binaries.user_for(Path("/nowhere"))
        with tempfile.TemporaryDirectory() as closed, tempfile.TemporaryDirectory() as shared:
            Path(shared).chmod(0o755)
            monkeypatch.setattr(binaries, "_SHARED", Path(shared))
            shutil.copytree(package, Path(closed) / package.name)
            if package.with_name(f"{package.name}.libs").exists():
                shutil.copytree(
                    package.with_name(f"{package.name}.libs"),
                    Path(closed) / f"{package.name}.libs",
                )
            inside = binaries.Binaries(Path(closed) / package.name / "pginstall" / "bin", "18.6")
            assert not user.reaches(inside.folder)
            outside = binaries.reachable(inside, user)
            assert user.reaches(outside.folder)
            said = subprocess.check_output(
                [outside.program("postgres"), "--version"], text=True, **user.arguments()
            )
            assert "PostgreSQL" in said


class TestProcesses:
    def test_alive_knows_the_living_the_zombie_and_the_gone(self) -> None:
        child = subprocess.Popen(["true"])
        assert processes.alive(os.getpid())
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        assert not processes.alive(child.pid)
        child.wait()
        assert not processes.alive(child.pid)
