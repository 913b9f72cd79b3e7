"""The corrected version against the first: what became of each finding, and what else changed.

`version_of` takes from a review what a comparison needs, small enough to be kept; `compare` holds two versions side by side.
"""

from shenyue.compare.comparison import Comparison, compare
from shenyue.compare.version import Version, version_of

__all__ = ["Comparison", "Version", "compare", "version_of"]
