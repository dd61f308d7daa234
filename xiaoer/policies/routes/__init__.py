"""The wire of policies: tables and versions, decisions, replays, switches, the published page."""

from xiaoer.core.web import Router
from xiaoer.policies.routes import decisions, published, tables, versions

router = Router()
for part in (tables, versions, decisions, published):
    router.include_router(part.router)
