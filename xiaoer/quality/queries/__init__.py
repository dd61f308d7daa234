"""Reads of sheets and scores, by noun."""
