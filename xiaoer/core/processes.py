"""What the operating system says about other processes."""

import os
import socket
import subprocess
from pathlib import Path

_PROC = Path("/proc/self").exists()


def alive(pid: int) -> bool:
    """Whether `pid` still works. A zombie does not: PID 1 of a container may reap it late."""
    if not _PROC:
        return (
            subprocess.run(["ps", "-p", str(pid)], capture_output=True, check=False).returncode == 0
        )
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def arguments(pid: int) -> list[str] | None:
    """The command line of `pid`; None where the system does not tell."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")
    except OSError:
        return None if not _PROC else []


def named_in(name: str, folder: Path) -> list[int]:
    """Live processes called `name` whose working folder is `folder`."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            same = (entry / "comm").read_text().strip() == name
            if same and alive(int(entry.name)) and Path(os.readlink(entry / "cwd")) == folder:
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def free_port(wanted: int = 0) -> int:
    """`wanted` if nobody listens there on this machine, else any free port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted))
        except OSError:
            probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def children() -> dict[int, list[int]]:
    """Which process started which, as /proc tells."""
    found: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        found.setdefault(parent, []).append(int(entry.name))
    return found
