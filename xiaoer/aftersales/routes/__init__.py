"""The wire of after-sales."""

from xiaoer.aftersales.routes import (
    asking,
    buying,
    caring,
    deciding,
    goods,
    ordering,
    reading,
    reports,
    settling,
)
from xiaoer.core.web import Router

router = Router()
for _each in (reading, ordering, asking, deciding, settling, goods, buying, caring, reports):
    router.include_router(_each.router)
