"""A courier that is none: it plays journeys, as a process of its own, and can be told to misbehave.

The demo runs on it, and tests and rehearsals. It knows nothing of our database."""
