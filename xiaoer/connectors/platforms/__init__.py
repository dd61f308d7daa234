"""Marketplaces that own their after-sales cases: the door through which they tell of them.

Owns nothing in the database: the cases are `aftersales`', mirrored."""
