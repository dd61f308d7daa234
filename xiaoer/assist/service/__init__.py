"""The verbs of assist, by noun."""
