"""The name of the job that asks couriers to follow parcels."""

FOLLOW = "couriers.follow"
