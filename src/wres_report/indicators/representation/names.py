"""What keys call the parts of the workforce and the figures that set them beside each other."""

from __future__ import annotations

from functools import cache

from wres_report.standard import Indicator, Standard
from wres_report.words import lower_first

TIER_PAIRS = (("lower", "middle"), ("middle", "upper"), ("lower", "upper"))
SENIOR = "senior"


def disparity(lower: str, upper: str) -> str:
    """The name of the figure that sets two tiers of bands beside each other."""
    return f"disparity_{lower}_{upper}"


DISPARITIES = {disparity(*pair): pair for pair in TIER_PAIRS}


@cache
def places_in_keys(standard: Standard) -> dict[str, str]:
    """What the staff groups, their bands and the clusters of bands are called, by their names in
    keys."""
    named = {cluster_key(c.id): lower_first(c.label) for c in standard.clusters}
    for group, name in standard.staff_groups.items():
        named[group] = f"the {lower_first(name)} staff group"
        for band, label in standard.band_labels().items():
            named[band_name(group, band)] = f"{lower_first(label)}, {lower_first(name)}"
    return named


def cluster_key(cluster: str) -> str:
    """The name of a cluster in a results key: ``cluster_8a_vsm``."""
    return "cluster_" + cluster.replace("-", "_")


def band_name(staff_group: str, band: str) -> str:
    """The name of a band of a staff group in a results key: ``clinical_8a``."""
    return f"{staff_group}_{band.replace('-', '_')}"


def band_key(indicator: Indicator, staff_group: str, band: str, figure: str) -> str:
    """The results key of a figure of one band of one staff group."""
    return indicator.key(f"{band_name(staff_group, band)}_{figure}")
