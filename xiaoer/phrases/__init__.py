"""Quick phrases: what agents say often, in words everybody shares or of their own.

Owns phrases, their versions and categories, and how their variables are filled.
"""
