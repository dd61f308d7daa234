"""The wire of shipping."""

from xiaoer.core.web import Router
from xiaoer.shipping.routes import (
    buying,
    choosing,
    delaying,
    focusing,
    preventing,
    reminding,
    troubling,
    watching,
)

router = Router()
router.include_router(buying.router)
for _each in (watching, focusing, reminding, delaying, troubling, choosing, preventing):
    router.include_router(_each.router)
