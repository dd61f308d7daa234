"""Assist owns what the desk reads out of a talk by itself: topic, mood, suggestions, drafts.

It watches conversations from above and never stands in their way: with every feature switched off
the desk works as before.
"""
