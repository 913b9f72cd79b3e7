"""放过清单 and 基线: findings that are let pass, each with its reason, and what is to be said of them."""

from shenyue.waivers.baseline import (
    BASELINE_FILE,
    Baseline,
    BaselineReport,
    path_from,
    read_baseline,
    write_baseline,
)
from shenyue.waivers.exceptions import WAIVER_FILE, Exceptions, exceptions_for, exceptions_stamp
from shenyue.waivers.notices import Notice, notices_of
from shenyue.waivers.sifting import Applied, Sifted, State, Use, Waived, sift

__all__ = [
    "BASELINE_FILE",
    "WAIVER_FILE",
    "Applied",
    "Baseline",
    "BaselineReport",
    "Exceptions",
    "Notice",
    "Sifted",
    "State",
    "Use",
    "Waived",
    "exceptions_for",
    "exceptions_stamp",
    "notices_of",
    "path_from",
    "read_baseline",
    "sift",
    "write_baseline",
]
