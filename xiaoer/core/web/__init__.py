"""The wire: one thread, one transaction and one actor per request; refusals as sentences."""

from xiaoer.core.web.router import Db, FromRequest, Me, Router, Shopper
from xiaoer.core.web.text import Line, Words

__all__ = ["Db", "FromRequest", "Line", "Me", "Router", "Shopper", "Words"]
