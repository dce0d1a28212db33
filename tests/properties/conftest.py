"""The same examples at every run, and none of them against the clock."""

from hypothesis import settings

settings.register_profile("wres", deadline=None, derandomize=True, max_examples=60, database=None)
settings.load_profile("wres")
