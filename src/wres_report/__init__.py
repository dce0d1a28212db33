"""The WRES annual report of an NHS trust, built from its data.

The packages, from the command down; imports point downwards only, which a test holds:
``cli`` → ``pipeline``, ``backtest`` → ``report`` → ``gate``, ``narrative`` →
``notebook`` → ``charts`` → ``inputs`` → ``measures`` → ``standard``.
"""

__version__ = "0.2.0"
