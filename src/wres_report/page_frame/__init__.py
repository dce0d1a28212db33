"""The frame of the pages that are no report: their head, their look and what they may load."""
