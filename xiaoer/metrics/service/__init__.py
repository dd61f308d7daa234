"""The verbs of figures: rolling days up, setting shifts."""
