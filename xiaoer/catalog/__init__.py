"""What the shop sells: products, their SKUs, and how many pieces there are.

Owns: products, SKUs, page stock and actual stock with the time of each synchronisation.
The page's number and the warehouse's number are kept apart; a large difference is listed."""
