"""Quality: the sheets that talks and calls are scored by, the scores with what was quoted, and
what they say about each agent's skills."""
