"""Figures of service: what each counts and how, rolled up by day, and every one openable to its
rows. Nothing is counted here that another room has not written down."""
