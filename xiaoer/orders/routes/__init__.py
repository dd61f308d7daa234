"""The wire of orders."""

from xiaoer.core.web import Router
from xiaoer.orders.routes import confirming, orders

router = Router()
for _each in (confirming, orders):
    router.include_router(_each.router)
