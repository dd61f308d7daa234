"""Playbooks: trees of steps that guide a person, with the words to say and the proof to gather.

Owns the versions of the playbooks, their runs step by step, what was attached to which item of a
checklist, how runs ended, and the appeals after them. It knows a subject only by type and id.
"""
