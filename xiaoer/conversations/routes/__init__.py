"""The routes of the inbox, by what they are about."""

from fastapi import APIRouter

from xiaoer.conversations.routes import around, reading, talking

router = APIRouter()
# Fixed paths before `/conversations/{id}`.
router.include_router(reading.router)
router.include_router(talking.router)
router.include_router(around.router)
