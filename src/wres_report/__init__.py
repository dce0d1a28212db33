"""The WRES annual report of an NHS trust, built from its data.

The packages, from the command down; imports point downwards only, which a test holds:
``cli`` → ``build``, ``backtest`` → ``report`` → ``gate``, ``execution``,
``narrative`` → ``notebook`` → ``charts`` → ``inputs`` → ``measures`` → ``standard``.
"""

__version__ = "0.2.0"
