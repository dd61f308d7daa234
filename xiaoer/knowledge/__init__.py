"""Knowledge: what agents and customers look up, one published version for all.

Owns articles and their versions, flags and gaps, votes and views, and how a question finds them.
"""
