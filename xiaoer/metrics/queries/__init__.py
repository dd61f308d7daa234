"""Reads of figures and of the rows they were made of."""
