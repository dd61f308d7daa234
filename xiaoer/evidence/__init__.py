"""Evidence: what was said, shown or signed, as it was when somebody kept it.

Owns the items, which nobody can change or delete, and the chain of hashes that proves it.
"""
