"""The inbox: conversations, their messages and turns, who serves them and who waits.

It knows customers, agents and promises; channels above it bring messages in and carry them out.
"""
