"""The wire of shipping."""

from xiaoer.core.web import Router
from xiaoer.shipping.routes import reminding, watching

router = Router(prefix="/api")
for _each in (watching, reminding):
    router.include_router(_each.router)
