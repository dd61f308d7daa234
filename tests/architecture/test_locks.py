"""A lock file that names the registry it was made with would not install anywhere else."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAMES_A_HOST = re.compile(
    r'"resolved"|files\.|/simple|index-url|find-links|^source = \{ registry', re.MULTILINE
)
LOCK = re.compile(r"(\.lock|-lock\.json|pylock.*\.toml|requirements.*\.txt)$")


def test_no_lock_file_names_a_registry() -> None:
    listed = subprocess.check_output(["git", "ls-files"], cwd=ROOT, text=True).splitlines()
    locks = [name for name in listed if LOCK.search(name)]
    assert {"requirements.lock", "web/package-lock.json"} <= set(locks)
    assert [n for n in locks if NAMES_A_HOST.search((ROOT / n).read_text())] == []
    assert "uv.lock" not in locks


def test_every_locked_package_is_hashed() -> None:
    lines = (ROOT / "requirements.lock").read_text().splitlines()
    packages = [i for i, line in enumerate(lines) if re.match(r"^[a-z]", line)]
    assert len(packages) > 50
    assert all("--hash=sha256:" in lines[i + 1] for i in packages)
