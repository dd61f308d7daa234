"""Tasks: work for a person or a group, taken, talked over and done with a result.

Owns tasks and their comments. Their clocks are promises, wired by the app.
"""
