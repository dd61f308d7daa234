"""The routes of the inbox, by what they are about."""

from xiaoer.conversations.routes import (
    answering,
    around,
    helping,
    holding,
    phrasing,
    reading,
    shift,
    talking,
)
from xiaoer.core.web import Router

router = Router()
# Fixed paths before `/conversations/{id}`.
router.include_router(reading.router)
router.include_router(talking.router)
router.include_router(holding.router)
router.include_router(around.router)
router.include_router(phrasing.router)
router.include_router(answering.router)
router.include_router(helping.router)
router.include_router(shift.router)
