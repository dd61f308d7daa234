"""What assist concludes from words: pure."""
