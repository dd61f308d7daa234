"""Knowledge over HTTP."""

from xiaoer.core.web import Router
from xiaoer.knowledge.routes import articles, faq, feedback, searching

router = Router()
for _each in (articles, faq, feedback, searching):
    router.include_router(_each.router)
