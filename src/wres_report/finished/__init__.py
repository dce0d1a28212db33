"""A finished report as it stands in its outputs folder: the names of its files, and a reader.

Whatever looks at reports after they were built reads them here: the contents page, the backtest,
the comparison of two builds, the verification, the audit.
"""
