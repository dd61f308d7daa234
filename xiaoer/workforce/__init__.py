"""The people of the desk: agents, their roles, groups, skills and shops, who is here, who signs in.

It knows who could take a conversation, not who does.
"""
