"""The wire of orders."""

from xiaoer.core.web import Router
from xiaoer.orders.routes import confirming, orders, owing, presale, settings, stock

router = Router()
for _each in (confirming, orders, owing, presale, settings, stock):
    router.include_router(_each.router)
