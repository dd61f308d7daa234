"""The call book: calls told of by a telephone system or written down by hand."""
