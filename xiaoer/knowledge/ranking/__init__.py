"""How a question finds an answer: the same engine for the desk, the FAQ and the command line.

`features` reads a text once, `Index` holds many of them, `scoring` says how near a question is.
Pure: no session, no clock, nothing downloaded.
"""

from xiaoer.knowledge.ranking.features import Features, read, read_many
from xiaoer.knowledge.ranking.index import Entry, Found, Index
from xiaoer.knowledge.ranking.table import Table

__all__ = ["Entry", "Features", "Found", "Index", "Table", "read", "read_many"]
