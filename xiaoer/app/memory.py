"""How much memory the processes of this installation take, shared pages counted once."""

from dataclasses import dataclass
from pathlib import Path

from xiaoer.core import processes
from xiaoer.core.cluster import Cluster


@dataclass(frozen=True)
class Share:
    """One process and its part of the memory (PSS), in kB."""

    pid: int
    name: str
    pss_kb: int


def shares(server_pid: int | None, cluster: Cluster | None) -> list[Share]:
    """The server, its web processes and worker, and PostgreSQL; Linux only."""
    roots = [pid for pid in (server_pid, cluster.pid() if cluster else None) if pid]
    children = processes.children()
    found, seen, open_ = [], set[int](), roots
    while open_:
        pid = open_.pop()
        if pid in seen:  # PostgreSQL is a child of the server, or an orphan of an earlier one
            continue
        seen.add(pid)
        open_ += children.get(pid, [])
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
            name = Path(f"/proc/{pid}/comm").read_text().strip()
        except OSError:
            continue
        pss = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
        found.append(Share(pid, name, int(pss.split()[1])))
    return found
