"""Live updates: every change reaches the screens concerned, in order, none missing, none twice.

`wake` tells all processes that something was committed, `tail` reads what is settled, `hub`
gives it to the sockets that asked for its topics; `hearing` takes what they say.
"""
