"""Notices: what we tell customers on our own account, and whether it arrived.

Owns notices, their attempts channel by channel, their templates, and the port to senders.
"""
