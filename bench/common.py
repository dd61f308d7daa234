"""What every bench needs: a scratch database, a real server, percentiles, and a way to tell."""

import json
import os
import platform
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from xiaoer.app import migrate
from xiaoer.core import binaries, config, db
from xiaoer.core.cluster import Cluster

ROOT = Path(__file__).resolve().parents[1]
START_SEC = 600


@contextmanager
def scratch_folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="xiaoer-bench-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def own_data() -> Iterator[Path]:
    """A data folder of this run alone, for this process and the servers it starts."""
    before = os.environ.get("XIAOER_DATA")
    with scratch_folder() as folder:
        os.environ["XIAOER_DATA"] = str(folder)
        config.settings.cache_clear()
        try:
            yield folder
        finally:
            os.environ.pop("XIAOER_DATA")
            if before is not None:
                os.environ["XIAOER_DATA"] = before
            config.settings.cache_clear()


@contextmanager
def scratch_database(options: dict[str, str] | None = None) -> Iterator[str]:
    """A migrated database in a cluster of its own, durable as in production."""
    with (
        scratch_folder() as folder,
        Cluster(folder, options) as cluster,
        migrated(cluster, "bench") as url,
    ):
        yield url


@contextmanager
def migrated(cluster: Cluster, name: str) -> Iterator[str]:
    """The database `name` of the cluster, made if it is not there, as the one in use."""
    url = cluster.create_database(name)
    migrate.upgrade(url)
    db.configure(url)
    try:
        yield url
    finally:
        db.engine().dispose()


@dataclass(frozen=True)
class Server:
    """A running `xiaoer serve` and the processes it is made of."""

    address: str
    process: subprocess.Popen[bytes]

    def cpu_seconds(self) -> float:
        """CPU used so far by the server and its children, without PostgreSQL."""
        return cpu_seconds(self.process.pid)


@contextmanager
def server(url: str, **environment: str) -> Iterator[Server]:
    """`xiaoer serve --empty` on `url`, as a shop would run it."""
    with scratch_folder() as folder:
        port = free_port()
        settings = {"XIAOER_DATA": str(folder), "XIAOER_DATABASE_URL": url, **environment}
        with (folder / "server.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "xiaoer.app.cli", "serve", "--empty", "--port", str(port)],
                env={**os.environ, **settings},
                cwd=ROOT,
                stdout=log,
                stderr=log,
            )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address, process, folder / "server.log")
            yield Server(address, process)
        finally:
            process.terminate()
            process.wait(90)


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SEC
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=1):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"The server did not start:\n{log.read_text()[-4000:]}")


def cpu_seconds(pid: int) -> float:
    """CPU used so far by `pid`, its descendants, and those of them that ended."""
    spent = 0
    for one in family(pid):
        with suppress(OSError):
            stat = _stat(one)
            spent += sum(stat[_CPU if one != pid else _CPU_WITH_ENDED])
    return spent / os.sysconf("SC_CLK_TCK")


def family(pid: int) -> list[int]:
    """`pid` and its descendants."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            children.setdefault(_stat(int(entry.name))[_PARENT], []).append(int(entry.name))
    found, open_ = [], [pid]
    while open_:
        found.append(one := open_.pop())
        open_ += children.get(one, [])
    return found


def postmaster(url: str) -> int:
    """The process id of the PostgreSQL behind `url`; it must run on this machine."""
    with psycopg.connect(db.plain_url(url)) as connection:
        return _stat(connection.info.backend_pid)[_PARENT]


_PARENT, _CPU, _CPU_WITH_ENDED = 1, slice(11, 13), slice(11, 15)


def _stat(pid: int) -> list[int]:
    """The fields of /proc/PID/stat behind the name, the state letter as 0."""
    text = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return [0, *(int(each) for each in text[1:])]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` (0–1) of `values` lie; nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


@dataclass(frozen=True)
class Floor:
    """What PostgreSQL alone does on this machine, now. On a machine that others use too a rate says
    little; CPU for one thing done, held against that of the floor, says the same at any load."""

    per_sec: float
    cpu_ms: float
    """CPU of PostgreSQL and its own client for one transaction."""

    def figures(self) -> dict[str, float]:
        return {"floor_per_sec": self.per_sec, "floor_cpu_ms": self.cpu_ms}

    def ratio(self, *cpu_ms: float) -> float:
        """How often the floor's CPU fits into what one thing took in all its processes."""
        return sum(cpu_ms) / self.cpu_ms


def floor(url: str, script: str, *, clients: int, seconds: int) -> Floor:
    """Transactions of `script` in PostgreSQL's own client, and the CPU of both."""
    server = postmaster(url)
    before = cpu_seconds(server), _of_children()
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as file:
        file.write(script)
        file.flush()
        tool = binaries.find().program("pgbench")
        command = [tool, "-n", "-M", "prepared", "-f", file.name, "-c", str(clients)]
        command += ["-j", "2", "-T", str(seconds), db.plain_url(url)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    spent = cpu_seconds(server) - before[0] + _of_children() - before[1]
    said = dict(line.split(": ", 1) for line in done.stdout.splitlines() if ": " in line)
    count = int(said["number of transactions actually processed"].split("/")[0])
    tps = next(line for line in done.stdout.splitlines() if line.startswith("tps = "))
    return Floor(float(tps.split()[2]), spent / count * 1000)


def _of_children() -> float:
    """CPU of the processes this one has started and that ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def machine(url: str | None = None) -> dict[str, Any]:
    """Where the figures were made."""
    cpu = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    told: dict[str, Any] = {
        "cores": os.cpu_count(),
        "cpu": cpu,
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "python": platform.python_version(),
        "load_before": round(os.getloadavg()[0], 2),
    }
    if url:
        with psycopg.connect(db.plain_url(url)) as connection:
            told["postgresql"] = connection.info.parameter_status("server_version")
    return told


def tell(figures: dict[str, Any], *, as_json: bool) -> None:
    """Print the figures, for people or for a program."""
    if as_json:
        sys.stdout.write(json.dumps(figures, ensure_ascii=False) + "\n")
        return
    for name, value in figures.items():
        shown = f"{value:,.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else value
        sys.stdout.write(f"{name:32} {shown}\n")
