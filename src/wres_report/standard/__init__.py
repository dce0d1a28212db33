"""The Workforce Race Equality Standard as data, keyed by WRES year."""

from wres_report.standard.loading import load_standard
from wres_report.standard.model import Benchmark, Indicator, IndicatorVersion, Standard

__all__ = ["Benchmark", "Indicator", "IndicatorVersion", "Standard", "load_standard"]
