"""After-sales cases: refund, return, exchange, reship, price difference, compensation, dispute.

Owns who agreed to what, where the goods are, and the order in which both move the money.
"""
