"""The board beside the workforce."""
