"""Policy as data: what may be refunded, approved by itself, offered, compensated, and by when.

Owns decision tables and their versions, who changed what, the law below them, every decision taken
by them with its reasons, the switches of automation, and the replay of a draft over past cases.
"""
