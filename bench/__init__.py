"""Speed and scale, as ratios to a floor measured in the same run. Each bench starts its own scratch
database and server, leaves nothing behind, and says what machine it ran on.
"""
