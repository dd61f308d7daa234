"""What tables mean: read, decided, checked, held to the law, compiled for a replay. Pure."""
