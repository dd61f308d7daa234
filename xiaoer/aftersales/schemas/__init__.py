"""After-sales on the wire. Amounts are cents of the order's currency."""
