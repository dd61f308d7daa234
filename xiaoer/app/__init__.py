"""The composition root: it alone knows every room.

It mounts routes, imports handlers and jobs, signs people in, and runs the processes.
"""
