"""The verbs of quality, by noun."""
