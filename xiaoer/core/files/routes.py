from typing import Any
from uuid import UUID

from fastapi import UploadFile
from fastapi.responses import FileResponse
from pydantic import BaseModel

from xiaoer.core.config import settings
from xiaoer.core.files import responses, service
from xiaoer.core.web import Db, Me, Router

router = Router(prefix="/api/files", tags=["files"])

BYTES: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/octet-stream": {}}, "description": "The bytes."}
}


class FileOut(BaseModel):
    """A stored file and where to get it."""

    id: UUID
    name: str
    content_type: str
    size: int
    width: int | None
    height: int | None
    url: str
    thumb_url: str | None


@router.post("", response_model=FileOut, status_code=201)
def upload(session: Db, actor: Me, file: UploadFile, shop_id: UUID | None = None) -> dict[str, Any]:
    stored = service.keep_upload(
        session,
        actor,
        content=file.file.read(settings().upload_limit_bytes + 1),
        name=file.filename or "",
        declared=file.content_type,
        shop_id=shop_id,
    )
    return service.described(stored)


@router.get("/{file_id}", response_class=FileResponse, responses=BYTES)
def download(session: Db, actor: Me, file_id: UUID) -> FileResponse:
    return responses.send(service.visible_to(session, actor, file_id))


@router.get("/{file_id}/thumb", response_class=FileResponse, responses=BYTES)
def thumb(session: Db, actor: Me, file_id: UUID) -> FileResponse:
    return responses.send(service.visible_to(session, actor, file_id), thumb=True)
