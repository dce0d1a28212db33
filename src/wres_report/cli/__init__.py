"""The command line: ``wres build``, ``wres check``, ``wres doctor``."""
