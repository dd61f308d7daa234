"""Reads of assist, by noun."""
