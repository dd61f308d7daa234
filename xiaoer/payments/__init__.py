"""Money of orders: how they were paid, what went back, over which instrument, and the ledger.

Owns the cap on refunds: one function locks, checks and writes. Others decide, payments pays.
"""
