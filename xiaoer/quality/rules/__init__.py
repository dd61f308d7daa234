"""Sheets and what scores come to, without a database."""
