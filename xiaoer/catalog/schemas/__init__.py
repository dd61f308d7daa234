"""The catalogue on the wire, by noun."""
