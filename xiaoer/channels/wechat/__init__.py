"""Talks over WeChat: a port to the shop's account, and a twin that stands in for it.

Without an account the twin carries everything: phones that exist only here, and may be told to be
slow, away, or to answer twice. Another messenger is another room like this one.
"""
