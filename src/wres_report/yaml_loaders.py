"""The YAML loaders written in C, where PyYAML has them: the same result in a tenth of the time."""

from __future__ import annotations

from typing import Any

import yaml

# BaseLoader leaves every value the text that it was.
BaseLoader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
