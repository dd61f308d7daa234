"""The wire of playbooks."""

from xiaoer.core.web import Router
from xiaoer.playbooks.routes import appeals, books, runs

router = Router()
for _each in (books, runs, appeals):
    router.include_router(_each.router)
