"""How fast the project is, as ratios measured in one run on one machine: ``nox -s bench``.

Ours is held against the stock commands that do the same work one after the other, and against
the floor: the same work as plain function calls in one warm process.
"""
