"""The wire of shipping."""

from xiaoer.core.web import Router
from xiaoer.shipping.routes import delaying, reminding, troubling, watching

router = Router(prefix="/api")
for _each in (watching, reminding, delaying, troubling):
    router.include_router(_each.router)
