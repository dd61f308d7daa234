"""The wire of phrases. Rendering needs a conversation's facts; its route lives there."""

from xiaoer.core.web import Router
from xiaoer.phrases.routes import care, checks, phrases

router = Router()
for part in (phrases, checks, care):
    router.include_router(part.router)
