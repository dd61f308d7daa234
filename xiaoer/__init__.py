"""Xiaoer 小二: the customer-service desk of an e-commerce shop.

The packages inside are its rooms; ARCHITECTURE.md shows their order.
"""

import os

# Sums are small and requests run side by side: threads of the algebra would wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
