"""Report and pack in, findings and ledger out: the one place where a hit becomes a finding."""

from shenyue.engine.checking import Checked, check, joined, quick_and_slow
from shenyue.engine.keys import finding_key

__all__ = ["Checked", "check", "finding_key", "joined", "quick_and_slow"]
