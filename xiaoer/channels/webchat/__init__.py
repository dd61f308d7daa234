"""The shop's own chat: a widget for any web page and the same as a full page.

It owns who a visitor is, what a visitor may see of orders, and the shopper's live connection.
"""
