"""Sending stored bytes to a browser so that they can never act as a page."""

from fastapi.responses import FileResponse

from xiaoer.core.files import store
from xiaoer.core.files.errors import StoredFileNotFound
from xiaoer.core.files.models import StoredFile

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, max-age=86400, immutable",
}


def send(file: StoredFile, *, thumb: bool = False) -> FileResponse:
    """Pictures are shown, everything else is only ever saved."""
    if thumb and not file.is_image:
        raise StoredFileNotFound
    path = store.path_of(file.sha256, thumb=thumb)
    if not path.exists():
        raise StoredFileNotFound
    return FileResponse(
        path,
        media_type="image/webp" if thumb else file.content_type,
        filename=file.name,
        content_disposition_type="inline" if file.is_image else "attachment",
        headers=HEADERS,
    )
