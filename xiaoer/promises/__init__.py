"""Promises: everything said to a customer or owed by a rule, each with a clock and an owner.

Owns the promises, the business calendars they run on, and the clock that warns and breaks them.
"""
