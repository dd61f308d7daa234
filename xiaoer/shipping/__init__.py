"""From paid to delivered: the watch over ship-by and pickup.

Owns: the watch of every paid order, its parcels and their scans, warehouses and couriers, what was
asked of them, delays told to customers, and the cases made of trouble on the way."""
