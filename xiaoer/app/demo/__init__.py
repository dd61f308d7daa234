"""The demo: two shops in full swing, written here, dated relative to now.

Owns no tables. `loading.load` fills an empty database in seconds; `life` lets customers go on
talking while it is switched on."""
