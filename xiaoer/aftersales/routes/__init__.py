"""The wire of after-sales."""

from xiaoer.aftersales.routes import (
    asking,
    buying,
    caring,
    choosing,
    deciding,
    goods,
    ordering,
    reading,
    reports,
    settling,
    together,
    warehouse,
)
from xiaoer.core.web import Router

router = Router()
STAFF = (reading, ordering, asking, deciding, settling, goods, reports, warehouse, choosing)
for _each in (*STAFF, buying, caring, together):
    router.include_router(_each.router)
