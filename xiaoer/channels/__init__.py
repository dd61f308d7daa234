"""Ways in which customers and the shop reach one another.

Each adapter is a room of its own: it brings what comes in to `conversations` and carries out what
is said there. Adapters do not know one another; any of them can be taken out.
"""
