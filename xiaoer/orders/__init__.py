"""Purchases and what is known about them.

Owns: orders, their lines and amounts (split once, when the order is written), where each order
stands, its parcel's last news, and the remarks that tell the next person what changed."""
