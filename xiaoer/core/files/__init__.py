"""Stored files: what people upload, kept once per content, its type decided by what is in it.

It owns the table of uploads, the bytes in the data folder, thumbnails and links for shoppers.
"""
