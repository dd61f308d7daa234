"""The bytes on disk: written whole or not at all, once per content."""

import os
import tempfile
from pathlib import Path

from xiaoer.core.config import settings


def path_of(sha256: bytes, *, thumb: bool = False) -> Path:
    digest = sha256.hex()
    return settings().files / digest[:2] / (digest + (".thumb" if thumb else ""))


def keep(sha256: bytes, content: bytes, thumb: bytes | None) -> None:
    """Write what is not there yet. After this returned, the bytes outlive a power cut."""
    if thumb is not None:
        _write(path_of(sha256, thumb=True), thumb)
    _write(path_of(sha256), content)


def remove(sha256: bytes) -> None:
    """Forget the bytes; nothing happens when they are not there."""
    for thumb in (False, True):
        path_of(sha256, thumb=thumb).unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
