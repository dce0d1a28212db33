"""The claims of a finished document, held against the figures of a trust-year.

Rules and grammar only: every verdict can be told from the sentence and the figures. A claim
whose sentence or indicator cannot be told is left alone, since a false accusation is worse
than a miss.
"""
