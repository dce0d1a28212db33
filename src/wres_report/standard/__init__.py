"""The standards as data, keyed by year. Each is a folder: groups, indicators, bands, figures."""

from wres_report.standard.groups import Groups
from wres_report.standard.indicator import Indicator, IndicatorVersion
from wres_report.standard.key import Key, Parts, read_key
from wres_report.standard.loading import HOME, further_file, load_standard, standards_known
from wres_report.standard.model import Benchmark, Standard

__all__ = [
    "HOME",
    "Benchmark",
    "Groups",
    "Indicator",
    "IndicatorVersion",
    "Key",
    "Parts",
    "Standard",
    "further_file",
    "load_standard",
    "read_key",
    "standards_known",
]
