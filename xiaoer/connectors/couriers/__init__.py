"""Couriers: the port through which parcels are followed, and a twin that plays one.

Owns nothing in the database: parcels and scans are `shipping`'s."""
