"""The WRES annual report of an NHS trust, built from its data.

The packages, from the command down (imports point downwards only):
``cli`` → ``build`` → ``gate``, ``execution``, ``narrative``, ``report`` → ``notebook``
→ ``inputs`` → ``measures`` → ``standard``.
"""

__version__ = "0.1.0"
