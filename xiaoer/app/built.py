"""The built web apps on disk, compressed once: a shopper on a slow phone waits for every byte."""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fastapi import Request, Response

DIST = Path(__file__).resolve().parents[2] / "web" / "dist"
WORTH_COMPRESSING_BYTES = 600
COMPRESSIBLE = ("text/", "application/javascript", "application/json", "image/svg")


@dataclass(frozen=True)
class Built:
    """One file of the build with what its answers need."""

    content: bytes
    compressed: bytes | None
    media_type: str
    etag: str


def find(name: str) -> Built | None:
    """The built file, or None. `name` never leads out of the build's folder."""
    path = (DIST / name).resolve()
    if not path.is_relative_to(DIST) or not path.is_file():
        return None
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=400)
def _read(path: Path, _changed: int) -> Built:
    content = path.read_bytes()
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    compressed = None
    if media_type.startswith(COMPRESSIBLE) and len(content) > WORTH_COMPRESSING_BYTES:
        compressed = gzip.compress(content, 9, mtime=0)
    return Built(content, compressed, media_type, f'"{hashlib.sha256(content).hexdigest()[:20]}"')


def answer(request: Request, built: Built, *, cache: str, headers: dict[str, str]) -> Response:
    """The file, compressed when the browser takes it; 304 when it has it already."""
    sent = headers | {
        "Cache-Control": cache,
        "ETag": built.etag,
        "Vary": "Accept-Encoding",
        "X-Content-Type-Options": "nosniff",
    }
    if request.headers.get("if-none-match", "").removeprefix("W/") == built.etag:
        return Response(status_code=304, headers=sent)
    content = built.content
    if built.compressed and "gzip" in request.headers.get("accept-encoding", ""):
        content, sent["Content-Encoding"] = built.compressed, "gzip"
    return Response(content, media_type=built.media_type, headers=sent)
