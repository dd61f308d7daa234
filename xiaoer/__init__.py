"""Xiaoer 小二: the customer-service desk of an e-commerce shop.

The packages inside are its rooms; ARCHITECTURE.md shows their order.
"""

__version__ = "0.1.0"
