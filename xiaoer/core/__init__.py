"""The ground every room stands on: configuration, database, clock, money, ids, errors, rights,
events, queue, live updates, files, languages and the wire.

It knows nothing of customers or orders.
"""
