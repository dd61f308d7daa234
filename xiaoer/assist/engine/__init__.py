"""The local engine: linear models over characters, words and a lexicon. No network."""
