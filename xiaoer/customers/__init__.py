"""The people who buy: one person across channels, with addresses, tags and consent.

It masks what is personal, and writes down who looked behind the mask.
"""
