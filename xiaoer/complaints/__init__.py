"""Complaints: what customers complained of in talks, calls and orders, and what caused it. One
per talk, call or order, however often it is brought up."""
