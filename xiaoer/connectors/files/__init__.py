"""Orders from files: a marketplace's export, a data set, or a table of one's own.

Owns: imports and what became of each row, and the mappings of headings people corrected."""
