"""The names under which a notebook hands things over in its own outputs.

In a module of their own, since the notebook's side of the handover is too heavy for the build
to import and the build's side is not the notebook's business.
"""

from __future__ import annotations

RESULTS_MIME = "application/vnd.wres-report.results+json"
RAN = "ran"  # the key of the results that says which program made them
MADE = "made"  # and the one that says of which two figures a figure was made
CHART_MIME = "application/vnd.wres-report.chart+json"  # a chart's other forms, beside its PNG
CHART_META = "wres_report"  # the key of an output's metadata that holds a chart's alternative
FIGURES_META = "wres_report_figures"  # and the one that holds the figures of a text
