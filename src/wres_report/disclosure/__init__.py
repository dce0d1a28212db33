"""Which counts of a trust-year may be printed, all that is printed of it taken together.

``plan`` is the answer for one trust-year; ``model`` the equations that tie its counts; ``search``
looks for other numbers that would have given the same report; ``choosing`` decides what goes with
a small number; ``country`` does the same for totals over trusts.
"""
