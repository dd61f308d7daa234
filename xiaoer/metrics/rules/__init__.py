"""What is counted and how, without a database: rounds, presets, shifts, people."""
